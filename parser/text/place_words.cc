#include "parser/text/place_words.h"

#include <algorithm>
#include <vector>

#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

bool Has(const Lexicon& lexicon, LexiconTable table, std::string_view phrase) {
  return lexicon.Find(table, phrase).has_value();
}

}  // namespace

bool IsKnownPlacePart(std::string_view part, const Lexicon& lexicon) {
  part = TrimSeparators(part);
  if (part.empty()) return false;
  if (Has(lexicon, LexiconTable::kCities, part) || Has(lexicon, LexiconTable::kRegions, part) ||
      Has(lexicon, LexiconTable::kCountries, part)) {
    return true;
  }
  // A code, or what a template says where it is filled in.
  static constinit const Pattern code(R"([A-Z]{2}|[A-Z]{2}\s+\d{4,6}|City|State|Country|Province)");
  return code.FullMatch(part);
}

namespace {

// "West " of West Memphis, though Memphis is a city, too; in bytes at the end of the text.
size_t PrefixOfCity(std::string_view text) {
  static constinit const Pattern kPrefix(
      R"(\b(?:North|South|East|West|New|Old|Upper|Lower|Great|Little|Mount|Mt|Fort|Ft|Port|Lake|)"
      R"(Saint|St)\.? +$)");
  std::string_view found;
  return kPrefix.FindFrom(text, 0, &found) ? found.size() : 0;
}

// The longest known city that ends the text, in bytes; 0: none.
size_t TrailingCity(std::string_view text, const Lexicon& lexicon) {
  constexpr size_t kMostWords = 4;
  const std::vector<std::string_view> words = SplitWords(text);
  for (size_t count = std::min(kMostWords, words.size()); count > 0; --count) {
    const std::string_view first = words[words.size() - count];
    const std::string_view city = text.substr(static_cast<size_t>(first.data() - text.data()));
    if (!StartsUpper(city)) continue;
    if (Has(lexicon, LexiconTable::kCities, city) || TrimSpace(city) == "City") {
      return city.size() + PrefixOfCity(text.substr(0, text.size() - city.size()));
    }
  }
  return 0;
}

// The longest known region or country that the text begins with, in bytes; 0: none.
size_t LeadingRegion(std::string_view text, const Lexicon& lexicon) {
  constexpr size_t kMostWords = 3;
  const std::vector<std::string_view> words = SplitWords(text);
  for (size_t count = std::min(kMostWords, words.size()); count > 0; --count) {
    const std::string_view last = words[count - 1];
    const size_t end = static_cast<size_t>(last.data() - text.data()) + last.size();
    const std::string_view region = TrimSeparators(text.substr(0, end));
    if (!StartsUpper(region) || Has(lexicon, LexiconTable::kCities, region)) continue;
    if (IsKnownPlacePart(region, lexicon)) return end;
  }
  return 0;
}

}  // namespace

IndexRange FindCityWithRegion(std::string_view text, const Lexicon& lexicon) {
  for (size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    const size_t city = TrailingCity(text.substr(0, comma), lexicon);
    if (city == 0) continue;
    const size_t region = LeadingRegion(text.substr(comma + 1), lexicon);
    if (region > 0) return {comma - city, comma + 1 + region};
  }
  return {};
}

}  // namespace atsmatch
