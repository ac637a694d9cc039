// What a step that may fail returns: a value, or an Error that says what is wrong and what to do.
//
//   Result<Document> document = ReadPdf(bytes, limits);
//   if (!document.ok()) return document.error();   // kEncrypted, "the file needs a password"
//   Use(document.value());
//
// An unreadable input is an Error; an uncertain one is not (see Field in resume.h and Warning in
// document.h).  Nothing in parser/ or matcher/ throws, prints or exits because of its input.
#ifndef ATSMATCH_PARSER_RESULT_H_
#define ATSMATCH_PARSER_RESULT_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atsmatch {

enum class ErrorKind {
  kNotFound,      // no such file or folder
  kUnreadable,    // permission denied, I/O error, not a regular file
  kEmpty,         // no bytes at all, or nothing but white space
  kNotSupported,  // a kind of file that atsmatch does not read
  kEncrypted,     // a password is needed
  kNoText,        // pages without a text layer (a scan)
  kDamaged,       // broken beyond repair
  kTooLarge,      // beyond a limit on bytes, pages or words
  kTimeLimit,     // CPU or wall-clock limit reached
  kMemoryLimit,   // address-space limit reached
  kCrashed,       // the reader died on this document
  kInvalidData,   // a data file (lexicon, taxonomy, statistics) that does not parse
  kInternal,      // a fault of atsmatch itself
};

// A stable word for machines: "not-found", "encrypted", ...
std::string_view ErrorKindName(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  std::string cause;   // "the file needs a password"
  std::string remedy;  // "save a copy without a password"; may be empty

  std::string Message() const { return remedy.empty() ? cause : cause + "; " + remedy; }
};

template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit on purpose

  bool ok() const { return value_.has_value(); }
  const T& value() const& { return *value_; }
  T& value() & { return *value_; }
  T&& value() && { return std::move(*value_); }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_RESULT_H_
