#include "matcher/skills/spelling.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace atsmatch {
namespace {

// The word at the end of a text, changed in place.
class Tail {
 public:
  Tail(std::string* text, size_t begin) : text_(*text), begin_(begin) {}

  size_t size() const { return text_.size() - begin_; }
  char At(size_t index) const { return text_[begin_ + index]; }
  char Back(size_t index) const { return text_[text_.size() - 1 - index]; }
  bool EndsWith(std::string_view suffix) const {
    return size() >= suffix.size() &&
           text_.compare(text_.size() - suffix.size(), suffix.size(), suffix) == 0;
  }
  bool StartsWith(std::string_view prefix) const {
    return size() >= prefix.size() && text_.compare(begin_, prefix.size(), prefix) == 0;
  }
  std::string_view View() const { return std::string_view(text_).substr(begin_); }
  void Drop(size_t count) { text_.resize(text_.size() - count); }
  void ReplaceEnd(size_t count, std::string_view by) {
    Drop(count);
    text_.append(by);
  }
  void Replace(size_t index, size_t count, std::string_view by) {
    text_.replace(begin_ + index, count, by);
  }

 private:
  std::string& text_;
  size_t begin_;
};

// Ends in s and is no plural.
bool KeepsItsS(const Tail& word) {
  const char before = word.Back(1);
  if (before == 's' || before == 'u' || before == 'i') return true;
  const std::string_view view = word.View();
  return view == "news" || view == "lens" || view == "always";
}

// Singular and plural meet: "nurses" and "nurse", "caches" and "cache" (both "cach").
void FoldPlural(Tail& word) {
  if (word.size() >= 4 && word.Back(0) == 's' && !KeepsItsS(word)) {
    if (word.EndsWith("analyses") || word.EndsWith("diagnoses")) {
      word.ReplaceEnd(2, "is");
    } else if (word.EndsWith("sses") || word.EndsWith("shes")) {
      word.Drop(2);
    } else {
      word.Drop(1);
    }
  }
  if (word.size() < 4) return;
  if (word.EndsWith("ie")) {
    word.ReplaceEnd(2, "y");
  } else if (word.EndsWith("che") || word.EndsWith("xe")) {
    word.Drop(1);
  } else if (word.size() >= 7 && word.EndsWith("men")) {
    word.ReplaceEnd(2, "an");
  }
}

struct Prefix {
  std::string_view british;
  std::string_view american;
};
// Sorted by first letter; the first that fits is taken.
constexpr Prefix kPrefixes[] = {
    {"adviser", "advisor"},
    {"acknowledgement", "acknowledgment"},
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"armour", "armor"},
    {"artefact", "artifact"},
    {"behaviour", "behavior"},
    {"carburettor", "carburetor"},
    {"cheque", "check"},
    {"colour", "color"},
    {"cosy", "cozy"},
    {"draught", "draft"},
    {"defence", "defense"},
    {"diarrhoea", "diarrhea"},
    {"enquir", "inquir"},
    {"endeavour", "endeavor"},
    {"enrolment", "enrollment"},
    {"favour", "favor"},
    {"fibre", "fiber"},
    {"flavour", "flavor"},
    {"foetal", "fetal"},
    {"fulfilment", "fulfillment"},
    {"glamour", "glamor"},
    {"grey", "gray"},
    {"harbour", "harbor"},
    {"honour", "honor"},
    {"instalment", "installment"},
    {"jewellery", "jewelry"},
    {"judgement", "judgment"},
    {"kerb", "curb"},
    {"labour", "labor"},
    {"licenc", "licens"},
    {"manoeuvr", "maneuver"},
    {"mould", "mold"},
    {"neighbour", "neighbor"},
    {"odour", "odor"},
    {"oedema", "edema"},
    {"oesoph", "esoph"},
    {"oestro", "estro"},
    {"offence", "offense"},
    {"plough", "plow"},
    {"practis", "practic"},
    {"programme", "program"},  // FoldBritish leaves "programmer" and "programmed" alone
    {"skilful", "skillful"},
    {"storey", "story"},
    {"sulph", "sulf"},
    {"tumour", "tumor"},
    {"tyre", "tire"},
    {"vapour", "vapor"},
};

// Where the prefixes of a letter begin; [26] is the end.
constexpr std::array<uint8_t, 27> FirstOfLetter() {
  std::array<uint8_t, 27> first{};
  size_t prefix = 0;
  for (size_t letter = 0; letter < 26; ++letter) {
    first[letter] = static_cast<uint8_t>(prefix);
    while (prefix < std::size(kPrefixes) &&
           kPrefixes[prefix].british[0] == static_cast<char>('a' + letter)) {
      ++prefix;
    }
  }
  first[26] = static_cast<uint8_t>(prefix);
  return first;
}
constexpr std::array<uint8_t, 27> kFirstOfLetter = FirstOfLetter();
static_assert(kFirstOfLetter[26] == std::size(kPrefixes), "kPrefixes is not sorted");

void FoldPrefix(Tail& word) {
  const size_t letter = static_cast<size_t>(word.At(0) - 'a');
  for (size_t i = kFirstOfLetter[letter]; i < kFirstOfLetter[letter + 1]; ++i) {
    const Prefix& prefix = kPrefixes[i];
    if (!word.StartsWith(prefix.british)) continue;
    if (prefix.british == "programme" && word.size() != prefix.british.size()) return;
    word.Replace(0, prefix.british.size(), prefix.american);
    return;
  }
}

// "organise", "organisation", "analysing": the s becomes z.
void FoldIse(Tail& word) {
  for (const std::string_view suffix :
       {"isational", "isation", "ise", "ised", "ising", "iser", "yse", "ysed", "ysing", "yser"}) {
    if (!word.EndsWith(suffix)) continue;
    word.Replace(word.size() - suffix.size() + 1, 1, "z");
    return;
  }
}

// "counselling" and "counseling", "traveller" and "traveler", "modelled" and "modeled".
void FoldDoubleL(Tail& word) {
  for (const std::string_view suffix : {"elling", "elled", "eller", "ellor", "alling", "aller"}) {
    if (!word.EndsWith(suffix)) continue;
    word.Replace(word.size() - suffix.size() + 1, 1, "");
    return;
  }
}

void FoldEnding(Tail& word) {
  switch (word.Back(0)) {
    case 'e':
      if (word.EndsWith("tre")) {
        word.ReplaceEnd(2, "er");  // "centre", "theatre", "metre"
      } else if (word.EndsWith("ogue")) {
        word.Drop(2);  // "catalogue"
      } else {
        FoldIse(word);
      }
      break;
    case 'd':
    case 'g':
    case 'r':
    case 'n':
    case 'l':
      FoldIse(word);
      FoldDoubleL(word);
      break;
    default:
      break;
  }
}

// "paediatric", "orthopaedic", "anaesthetist".
void FoldAe(Tail& word) {
  const size_t place = word.View().find("ae");
  if (place != std::string_view::npos) word.Replace(place, 2, "e");
}

}  // namespace

void FoldSpelling(std::string* text, size_t begin) {
  Tail word(text, begin);
  FoldPlural(word);
  if (word.size() < 4) return;
  FoldPrefix(word);
  if (word.size() < 5) return;
  FoldEnding(word);
  if (word.size() >= 6) FoldAe(word);
}

}  // namespace atsmatch
