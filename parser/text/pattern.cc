#include "parser/text/pattern.h"

#include <re2/re2.h>

#include <algorithm>

namespace atsmatch {

struct Pattern::Program {
  explicit Program(std::string_view regex) : re(re2::StringPiece(regex.data(), regex.size())) {}
  const RE2 re;
};

Pattern::~Pattern() { delete program_.load(); }

const Pattern::Program& Pattern::Compiled() const {
  if (const Program* program = program_.load(std::memory_order_acquire)) return *program;
  auto* made = new Program(regex_);
  Program* other = nullptr;
  if (program_.compare_exchange_strong(other, made)) return *made;
  delete made;  // another thread was faster
  return *other;
}

bool Pattern::Match(std::string_view text, size_t begin, Place place, std::string_view* found,
                    size_t count) const {
  const bool may_match = place == Place::kWhole   ? needs_.MayBeWhole(text)
                         : place == Place::kStart ? needs_.MayStart(text)
                                                  : needs_.AreIn(text);
  if (!may_match) return false;
  const RE2::Anchor anchor = place == Place::kStart   ? RE2::ANCHOR_START
                             : place == Place::kWhole ? RE2::ANCHOR_BOTH
                                                      : RE2::UNANCHORED;
  std::array<re2::StringPiece, kMaxGroups> groups;
  if (!Compiled().re.Match(text, begin, text.size(), anchor, groups.data(),
                           static_cast<int>(count))) {
    return false;
  }
  std::copy_n(groups.begin(), count, found);
  return true;
}

bool Pattern::Replace(std::string* text, std::string_view by) const {
  return needs_.AreIn(*text) && RE2::Replace(text, Compiled().re, by);
}

int Pattern::ReplaceAll(std::string* text, std::string_view by) const {
  return needs_.AreIn(*text) ? RE2::GlobalReplace(text, Compiled().re, by) : 0;
}

}  // namespace atsmatch
