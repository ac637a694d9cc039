#include "cli/batch.h"

#include <algorithm>
#include <map>
#include <thread>
#include <unordered_map>
#include <utility>

#include "cli/canary.h"
#include "cli/sha256.h"

namespace atsmatch {
namespace {

constexpr size_t kHashDigits = 64;
constexpr char kRecordMark = 'R', kErrorMark = 'E';

// What a worker sends: mark, SHA-256, then the record or the error's kind and texts.
std::string Encode(const std::string& sha256, const Result<std::string>& result) {
  if (result.ok()) return kRecordMark + sha256 + result.value();
  const Error& error = result.error();
  std::string reply = kErrorMark + sha256;
  reply += static_cast<char>(error.kind);
  reply += error.cause + '\0' + error.remedy;
  return reply;
}

Error Damaged() {
  return {ErrorKind::kCrashed, "the reader crashed on this file",
          "save it anew, or print it to PDF"};
}

void Decode(std::string reply, DocumentResult* result) {
  if (reply.size() < 1 + kHashDigits) {
    result->error = Damaged();
    return;
  }
  result->sha256 = reply.substr(1, kHashDigits);
  if (reply[0] == kRecordMark) {
    result->record = reply.erase(0, 1 + kHashDigits);
    return;
  }
  const size_t kind = 1 + kHashDigits, cause = kind + 1, end = reply.find('\0', cause);
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

WorkerPool::Handler ToHandler(const DocumentReader& reader) {
  return [&reader](const WorkerTask& task, std::string_view bytes) {
    const std::string sha256 = Sha256(bytes);
    Result<std::string> result = reader({task.name, bytes, sha256});
    if (SaysNoText(result) && !CanaryIsRead()) {
      result = Error{ErrorKind::kInternal, "the reader finds no text even where there is some",
                     "try --no-sandbox, and report this"};
    }
    return Encode(sha256, result);
  };
}

DocumentResult ToResult(std::string path, WorkerReply reply, const WorkerLimits& limits) {
  DocumentResult result;
  result.path = std::move(path);
  if (reply.status == WorkerReply::Status::kOk) {
    Decode(std::move(reply.payload), &result);
  } else {
    result.error = ToError(reply.status, limits);
  }
  return result;
}

class Batch {
 public:
  Batch(InputList* inputs, const DocumentReader& reader, const Settings& settings,
        const ResultSink& sink)
      : inputs_(inputs), reader_(reader), limits_(LimitsOf(settings)), sink_(sink) {}

  void Run() {
    WorkerPool pool(ToHandler(reader_), limits_);
    pool.Run([this] { return NextTask(); },
             [this](size_t index, WorkerReply reply) { return Deliver(index, std::move(reply)); });
    if (!stopped_) DeliverUnread(next_task_);
  }

 private:
  // Inputs that cannot be opened never reach a worker; they wait for their turn in the order.
  std::optional<WorkerTask> NextTask() {
    while (std::optional<Input> input = inputs_->Next()) {
      DocumentResult result;
      result.path = input->path;
      result.error = std::move(input->error);
      WorkerTask task;
      if (!result.error.has_value()) {
        Result<Opened> opened = OpenInput(input->path, kMaxDocumentBytes);
        if (!opened.ok()) {
          result.error = opened.error();
        } else {
          task.descriptor = opened.value().descriptor;
          task.bytes = std::move(opened.value().bytes);
        }
      }
      if (result.error.has_value()) {
        unread_.emplace(next_task_, std::move(result));
        continue;
      }
      task.name = input->path;
      paths_[next_task_++] = std::move(input->path);
      return task;
    }
    return std::nullopt;
  }

  bool Deliver(size_t index, WorkerReply reply) {
    if (!DeliverUnread(index)) return false;
    const auto path = paths_.find(index);
    DocumentResult result = ToResult(std::move(path->second), std::move(reply), limits_);
    paths_.erase(path);
    if (!result.error.has_value()) {
      const auto [seen, is_new] = first_with_.emplace(result.sha256, result.path);
      if (!is_new && seen->second != result.path) result.duplicate_of = seen->second;
    }
    return Send(std::move(result));
  }

  // Those that stand before the task `index`.
  bool DeliverUnread(size_t index) {
    while (!unread_.empty() && unread_.begin()->first <= index) {
      DocumentResult result = std::move(unread_.begin()->second);
      unread_.erase(unread_.begin());
      if (!Send(std::move(result))) return false;
    }
    return true;
  }

  bool Send(DocumentResult result) {
    stopped_ = !sink_(std::move(result));
    return !stopped_;
  }

  InputList* inputs_;
  const DocumentReader& reader_;
  WorkerLimits limits_;
  const ResultSink& sink_;
  size_t next_task_ = 0;
  bool stopped_ = false;
  std::map<size_t, std::string> paths_;                      // of the tasks under way
  std::multimap<size_t, DocumentResult> unread_;             // by the task that follows
  std::unordered_map<std::string, std::string> first_with_;  // SHA-256 -> path
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
              const ResultSink& sink) {
  Batch(inputs, reader, settings, sink).Run();
}

void RunOne(const std::string& path, std::string bytes, const DocumentReader& reader,
            const WorkerLimits& limits, const ResultSink& sink) {
  WorkerPool pool(ToHandler(reader), limits);
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
