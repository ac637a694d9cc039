#include "cli/batch.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <thread>
#include <unordered_map>
#include <utility>

#include "cli/bytes.h"
#include "cli/canary.h"
#include "cli/commands.h"
#include "cli/sha256.h"
#include "cli/spool.h"

namespace atsmatch {
namespace {

constexpr size_t kHashDigits = 64, kPageDigits = 8, kMostPages = 99999999;
constexpr char kRecordMark = 'R', kErrorMark = 'E', kKeepMark = 'K';
constexpr size_t kMaxReplyInBatch = 24u << 20;  // many may be under way at a time
constexpr uint32_t kKeptTask = 1;  // the task's bytes: SHA-256, then what the cache had

// What a worker sends: mark, SHA-256, number of pages, then the record or the error's kind and
// texts.  With something for the cache the whole stands behind a mark and that.
std::string Encode(const std::string& sha256, size_t pages, const Result<std::string>& result) {
  char digits[kPageDigits + 1];
  std::snprintf(digits, sizeof(digits), "%0*zu", static_cast<int>(kPageDigits),
                std::min(pages, kMostPages));
  const std::string head = (sha256.empty() ? std::string(kHashDigits, '-') : sha256) + digits;
  if (result.ok()) return kRecordMark + head + result.value();
  const Error& error = result.error();
  std::string reply = kErrorMark + head;
  reply += static_cast<char>(error.kind);
  reply += error.cause + '\0' + error.remedy;
  return reply;
}

Error Damaged() {
  return {ErrorKind::kCrashed, "the reader crashed on this file",
          "save it anew, or print it to PDF"};
}

void Decode(std::string reply, DocumentResult* result) {
  constexpr size_t kHead = 1 + kHashDigits + kPageDigits;
  if (reply.size() < kHead) {
    result->error = Damaged();
    return;
  }
  if (reply[1] != '-') result->sha256 = reply.substr(1, kHashDigits);
  std::from_chars(reply.data() + 1 + kHashDigits, reply.data() + kHead, result->pages);
  if (reply[0] == kRecordMark) {
    result->record = reply.erase(0, kHead);
    return;
  }
  const size_t kind = kHead, cause = kind + 1, end = reply.find('\0', cause);
  if (end == std::string::npos) {
    result->error = Damaged();
  } else {
    result->error = Error{static_cast<ErrorKind>(reply[kind]), reply.substr(cause, end - cause),
                          reply.substr(end + 1)};
  }
}

Error ToError(WorkerReply::Status status, const WorkerLimits& limits) {
  switch (status) {
    case WorkerReply::Status::kTimeLimit: {
      char cause[80];
      std::snprintf(cause, sizeof(cause), "reading took more than %g seconds", limits.cpu_seconds);
      return {ErrorKind::kTimeLimit, cause, "print it to a new PDF, or raise --cpu-limit"};
    }
    case WorkerReply::Status::kMemoryLimit:
      return {ErrorKind::kMemoryLimit, "reading took more memory than a worker may have",
              "print it to a new PDF, or raise --memory-limit"};
    case WorkerReply::Status::kNoWorker:
      return {ErrorKind::kInternal, "no worker process could be started",
              "check the limits on processes and memory"};
    case WorkerReply::Status::kOk:
    case WorkerReply::Status::kCrashed:
      break;
  }
  return Damaged();
}

bool SaysNoText(const Result<std::string>& result) {
  return !result.ok() && result.error().kind == ErrorKind::kNoText;
}

Error Blind() {
  return {ErrorKind::kInternal, "the reader finds no text even where there is some",
          "try --no-sandbox, and report this"};
}

// A batch looks at once whether reading works in this worker; for a single document that would cost
// more than it brings, so there only who finds no text looks.
WorkerPool::Handler ToHandler(const DocumentReader& reader, bool batch, bool with_cache) {
  return
      [&reader, sees = !batch, with_cache](const WorkerTask& task, std::string_view bytes) mutable {
        if (task.kind == kKeptTask) {
          const std::string sha256(bytes.substr(0, kHashDigits));
          size_t pages = 0;
          const Result<std::string> result =
              reader({task.name, {}, sha256, bytes.substr(kHashDigits), nullptr, &pages});
          return Encode(sha256, pages, result);
        }
        const std::string sha256 = Sha256(bytes);
        if (!sees) sees = CanaryIsRead();
        if (!sees) return Encode(sha256, 0, Blind());
        std::string to_keep;
        size_t pages = 0;
        Result<std::string> result =
            reader({task.name, bytes, sha256, {}, with_cache ? &to_keep : nullptr, &pages});
        if (SaysNoText(result) && !CanaryIsRead()) result = Blind();
        std::string reply = Encode(sha256, pages, result);
        if (to_keep.empty()) return reply;
        ByteWriter both;
        both.Text(to_keep);
        both.Text(reply);
        return kKeepMark + both.bytes();
      };
}

DocumentResult ToResult(std::string path, WorkerReply reply, const WorkerLimits& limits) {
  DocumentResult result;
  result.path = std::move(path);
  result.tries = reply.tries;
  result.seconds = reply.seconds;
  if (reply.status == WorkerReply::Status::kOk) {
    Decode(std::move(reply.payload), &result);
  } else {
    result.error = ToError(reply.status, limits);
  }
  return result;
}

// Errors that another machine, or other limits, might not have made.
bool DependsOnLimits(const Error& error) {
  switch (error.kind) {
    case ErrorKind::kTimeLimit:
    case ErrorKind::kMemoryLimit:
    case ErrorKind::kCrashed:
    case ErrorKind::kInternal:
      return true;
    default:
      return false;
  }
}

std::string ToText(const WorkerLimits& limits) {
  char text[96];
  std::snprintf(text, sizeof(text), "%g s, %g s, %zu bytes", limits.cpu_seconds,
                limits.wall_seconds, limits.memory_bytes);
  return text;
}

class Batch {
 public:
  Batch(InputList* inputs, const DocumentReader& reader, const Settings& settings,
        const Memory& memory, const ResultSink& sink)
      : inputs_(inputs),
        reader_(reader),
        limits_(LimitsOf(settings)),
        memory_(memory),
        sink_(sink),
        is_batch_(!IsOneDocument(settings)) {
    if (is_batch_) limits_.max_reply_bytes = kMaxReplyInBatch;
  }

  void Run() {
    WorkerPool pool(ToHandler(reader_, is_batch_, memory_.cache != nullptr), limits_);
    pool.Run([this] { return NextTask(); },
             [this](size_t index, WorkerReply reply) { return Deliver(index, std::move(reply)); });
  }

 private:
  // Between the list of inputs and the delivery.
  struct UnderWay {
    DocumentResult result;
    bool decided = false;            // `result` is complete; else the worker's reply says
    std::optional<FileStamp> stamp;  // with a journal: what to enter
    bool to_cache = false;
  };

  // What is known without a worker takes its turn in the order all the same.
  std::optional<WorkerTask> NextTask() {
    std::optional<Input> input = inputs_->Next();
    if (!input.has_value()) return std::nullopt;
    UnderWay& document = under_way_[next_task_++];
    WorkerTask task;
    task.name = input->path;
    document.result.path = std::move(input->path);
    document.result.skipped = input->skipped;
    document.result.error = std::move(input->error);
    if (!document.result.error.has_value()) Open(input->found, &document, &task);
    document.decided = document.result.error.has_value();
    if (document.decided) task.known_reply = "";
    return task;
  }

  void Open(bool found, UnderWay* document, WorkerTask* task) {
    Result<Opened> opened = OpenInput(document->result.path, kMaxDocumentBytes, found);
    if (!opened.ok()) {
      document->result.error = opened.error();
      return;
    }
    task->descriptor = opened.value().descriptor;
    task->bytes = std::move(opened.value().bytes);
    if (task->descriptor < 0) return;
    if (memory_.journal != nullptr) {
      const FileStamp& stamp = opened.value().stamp;
      task->known_reply = Known(memory_.journal->Find(document->result.path, stamp));
      if (task->known_reply.has_value()) {
        document->result.origin = Origin::kJournal;
      } else {
        document->stamp = stamp;
      }
    }
    if (memory_.cache != nullptr && !task->known_reply.has_value()) AskCache(document, task);
  }

  // The parent looks, since a worker may not read files: it hashes, and interprets nothing.  What
  // comes from the cache is not entered in the journal: to find it again costs no more.
  void AskCache(UnderWay* document, WorkerTask* task) const {
    const std::string sha256 = memory_.cache->HashOf(task->descriptor, kMaxDocumentBytes);
    std::optional<std::string> entry = memory_.cache->Find(sha256);
    document->to_cache = !entry.has_value() || entry->empty();
    if (document->to_cache) return;
    if ((*entry)[0] == kErrorMark) {
      task->known_reply = Known(entry->substr(1));
      document->to_cache = !task->known_reply.has_value();
      if (document->to_cache) return;
      document->result.origin = Origin::kCache;
      document->stamp.reset();
      return;
    }
    document->result.origin = Origin::kCache;
    document->stamp.reset();
    close(task->descriptor);
    task->descriptor = -1;
    task->kind = kKeptTask;
    task->quick = true;
    task->bytes = sha256;
    task->bytes.append(*entry, 1);
  }

  // A remembered reply, unless other limits might change it.
  std::optional<std::string> Known(std::optional<std::string> entry) const {
    if (!entry.has_value()) return std::nullopt;
    const size_t end = entry->find('\0');
    if (end == std::string::npos) return std::nullopt;
    const std::string limits = entry->substr(0, end);
    if (!limits.empty() && limits != ToText(limits_)) return std::nullopt;
    return entry->erase(0, end + 1);
  }

  std::string ToRemember(const DocumentResult& result) const {
    if (!result.error.has_value()) return '\0' + Encode(result.sha256, result.pages, result.record);
    const std::string limits = DependsOnLimits(*result.error) ? ToText(limits_) : "";
    return limits + '\0' + Encode(result.sha256, result.pages, *result.error);
  }

  void Remember(const UnderWay& document, const DocumentResult& result, std::string_view to_keep) {
    if (document.stamp.has_value()) {
      memory_.journal->Append(result.path, *document.stamp, ToRemember(result));
    }
    if (!document.to_cache || result.sha256.empty()) return;
    if (result.error.has_value()) {
      memory_.cache->Keep(result.sha256, kErrorMark + ToRemember(result));
    } else if (!to_keep.empty()) {
      memory_.cache->Keep(result.sha256, kKeepMark + std::string(to_keep));
    }
  }

  bool Deliver(size_t index, WorkerReply reply) {
    const auto document = under_way_.find(index);
    DocumentResult result = std::move(document->second.result);
    if (!document->second.decided) {
      const std::string to_keep = TakeKept(&reply.payload);
      const Origin origin = result.origin;
      result = ToResult(std::move(result.path), std::move(reply), limits_);
      result.origin = origin;
      Remember(document->second, result, to_keep);
    }
    under_way_.erase(document);
    if (!result.error.has_value()) result.duplicate_of = EarlierWith(result.sha256, result.path);
    return sink_(std::move(result));
  }

  static std::string TakeKept(std::string* payload) {
    if (payload->empty() || (*payload)[0] != kKeepMark) return "";
    ByteReader both(std::string_view(*payload).substr(1));
    std::string to_keep(both.Text());
    *payload = std::string(both.Text());
    return to_keep;
  }

  // The path of an earlier document with this content, or nothing.
  std::string EarlierWith(const std::string& sha256, const std::string& path) {
    const auto [seen, is_new] = first_with_.emplace(sha256.substr(0, kHashDigits / 2), 0);
    if (is_new) {
      seen->second = paths_.Add(path);
      return "";
    }
    const std::string earlier = paths_.Get(seen->second);
    return earlier == path ? "" : earlier;
  }

  InputList* inputs_;
  const DocumentReader& reader_;
  WorkerLimits limits_;
  const Memory memory_;
  const ResultSink& sink_;
  const bool is_batch_;
  size_t next_task_ = 0;
  std::map<size_t, UnderWay> under_way_;
  std::unordered_map<std::string, size_t> first_with_;  // half a SHA-256 -> place in `paths_`
  Spool paths_;
};

}  // namespace

WorkerLimits LimitsOf(const Settings& settings) {
  WorkerLimits limits;
  limits.workers = settings.threads > 0
                       ? settings.threads
                       : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  limits.cpu_seconds = settings.cpu_limit;
  limits.wall_seconds = settings.time_limit;
  limits.memory_bytes = settings.memory_limit << 20;
  limits.sandbox = settings.sandbox;
  return limits;
}

void RunBatch(InputList* inputs, const DocumentReader& reader, const Settings& settings,
              const Memory& memory, const ResultSink& sink) {
  Batch(inputs, reader, settings, memory, sink).Run();
}

void RunOne(const std::string& path, std::string bytes, const DocumentReader& reader,
            const WorkerLimits& limits, const ResultSink& sink) {
  WorkerPool pool(ToHandler(reader, false, false), limits);
  bool given = false;
  pool.Run(
      [&]() -> std::optional<WorkerTask> {
        if (std::exchange(given, true)) return std::nullopt;
        WorkerTask task;
        task.bytes = std::move(bytes);
        task.name = path;
        return task;
      },
      [&](size_t, WorkerReply reply) { return sink(ToResult(path, std::move(reply), limits)); });
}

}  // namespace atsmatch
