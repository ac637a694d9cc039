#include "matcher/score/term_uses.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace atsmatch {

size_t TermUses::SlotOf(std::string_view term) const {
  size_t slot = std::hash<std::string_view>()(term) & (slots_.size() - 1);
  while (slots_[slot] != 0 && TextOf(entries_[slots_[slot] - 1]) != term) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void TermUses::Spread(size_t slots) {
  slots_.assign(slots, 0);
  for (size_t i = 0; i < entries_.size(); ++i) {
    slots_[SlotOf(TextOf(entries_[i]))] = static_cast<uint32_t>(i + 1);
  }
}

void TermUses::Reserve(size_t terms) {
  entries_.reserve(terms);
  if (slots_.size() < 2 * terms) Spread(std::bit_ceil(2 * terms));
}

TermUse& TermUses::operator[](std::string_view term) {
  constexpr size_t kFewTerms = 64;
  if (slots_.size() < 2 * (entries_.size() + 1)) Reserve(std::max(kFewTerms, 2 * entries_.size()));
  uint32_t& number = slots_[SlotOf(term)];
  if (number == 0) {
    entries_.push_back({texts_.size(), term.size(), {}});
    texts_ += term;
    number = static_cast<uint32_t>(entries_.size());
  }
  return entries_[number - 1].use;
}

const TermUse* TermUses::Find(std::string_view term) const {
  if (slots_.empty()) return nullptr;
  const uint32_t number = slots_[SlotOf(term)];
  return number == 0 ? nullptr : &entries_[number - 1].use;
}

}  // namespace atsmatch
