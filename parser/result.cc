#include "parser/result.h"

namespace atsmatch {

std::string_view ErrorKindName(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNotFound: return "not-found";
    case ErrorKind::kUnreadable: return "unreadable";
    case ErrorKind::kEmpty: return "empty";
    case ErrorKind::kNotSupported: return "not-supported";
    case ErrorKind::kEncrypted: return "encrypted";
    case ErrorKind::kNoText: return "no-text";
    case ErrorKind::kDamaged: return "damaged";
    case ErrorKind::kTooLarge: return "too-large";
    case ErrorKind::kTimeLimit: return "time-limit";
    case ErrorKind::kMemoryLimit: return "memory-limit";
    case ErrorKind::kCrashed: return "crashed";
    case ErrorKind::kInvalidData: return "invalid-data";
    case ErrorKind::kInternal: return "internal";
  }
  return "internal";
}

}  // namespace atsmatch
