#include "parser/text/pattern_needs.h"

#include <algorithm>

#include "parser/text/ascii.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// The Kelvin sign and the long s are a "k" and an "s" when case does not count.
bool IsOddCase(std::string_view text) {
  return text.starts_with("\u212A") || text.starts_with("\u017F");
}

}  // namespace

bool PatternNeeds::AreIn(std::string_view text) const {
  return at_start_ ? MayStart(text) : HasText(text);
}

bool PatternNeeds::MayStart(std::string_view text) const {
  if (!may_be_empty_ && (text.empty() || !first_[static_cast<unsigned char>(text[0])]))
    return false;
  return HasText(text);
}

bool PatternNeeds::MayBeWhole(std::string_view text) const {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return any_[static_cast<unsigned char>(c)]; }) &&
         MayStart(text);
}

bool PatternNeeds::HasText(std::string_view text) const {
  if (!may_be_empty_ && text.empty()) return false;
  if (digit_ && std::none_of(text.begin(), text.end(), IsAsciiDigit)) return false;
  if (bytes_ == 0) return true;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (starts_[byte]) {
      const std::string_view rest = text.substr(i);
      for (size_t k = 0; k < bytes_; k += TextAt(k).size() + 1) {
        if (StartsWithFolded(rest, TextAt(k))) return true;
      }
    }
    if (byte >= 0xC5 && IsOddCase(text.substr(i))) return true;
  }
  return false;
}

std::vector<std::string> PatternNeeds::any_of() const {
  std::vector<std::string> texts;
  for (size_t k = 0; k < bytes_; k += TextAt(k).size() + 1) texts.emplace_back(TextAt(k));
  std::sort(texts.begin(), texts.end());
  return texts;
}

}  // namespace atsmatch
