#include "parser/fields/places.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestCity = 4;  // words

bool HasDigit(std::string_view text) { return std::any_of(text.begin(), text.end(), IsAsciiDigit); }

// "A" is a capital, "9" a digit, "X" either, and a space may be there or not.
bool HasShape(std::string_view text, std::string_view shape) {
  size_t i = 0;
  for (const char expected : shape) {
    const char c = i < text.size() ? text[i] : '\0';
    const bool capital = IsAsciiUpper(c), digit = IsAsciiDigit(c);
    const bool fits = expected == 'A'   ? capital
                      : expected == '9' ? digit
                      : expected == 'X' ? capital || digit
                                        : c == expected;
    if (!fits && expected != ' ') return false;
    if (fits) ++i;
  }
  return i == text.size();
}

bool IsPostalCode(std::string_view text) {
  constexpr std::string_view kShapes[] = {
      "9999",     "99999",    "999999",    "A-9999",     "A-99999",  "A-999999",
      "AA-9999",  "AA-99999", "AA-999999", "999 99",     "999 999",  "99-999",
      "999-9999", "9999-999", "99999-999", "99999-9999",  // also Brazil, United States
      "A9 9AA",   "A99 9AA",  "A9A 9AA",   "AA9 9AA",    "AA99 9AA", "AA9A 9AA",  // United Kingdom
      "A99 XXXX", "A9A 9A9",  "9999 AA",   "A9999",      "A9999AAA"};  // Ireland, Canada, the
                                                                       // Netherlands, Argentina
  return std::any_of(std::begin(kShapes), std::end(kShapes),
                     [&](std::string_view shape) { return HasShape(text, shape); });
}

// The words of a part, its letters made plain, and what they may be around a postal code.
class PartWords {
 public:
  explicit PartWords(const std::string& part)
      : text_(ToPlainLetters(part)), words_(SplitWords(text_)) {}
  PartWords(const PartWords&) = delete;
  PartWords& operator=(const PartWords&) = delete;

  size_t size() const { return words_.size(); }
  size_t Begin(size_t i) const { return static_cast<size_t>(words_[i].data() - text_.data()); }
  size_t End(size_t i) const { return Begin(i) + words_[i].size(); }
  bool ArePostalCode(size_t first, size_t count) const {
    const size_t begin = Begin(first);
    return IsPostalCode(std::string_view(text_).substr(begin, End(first + count - 1) - begin));
  }
  bool StartsWithLetter(size_t i) const { return IsAsciiLetter(words_[i].front()); }
  bool EndsWithLetter(size_t i) const {  // or with that of "St."
    std::string_view word = words_[i];
    if (word.ends_with('.')) word.remove_suffix(1);
    word = word.substr(0, word.find_last_not_of('\x02') + 1);
    return !word.empty() && IsAsciiLetter(word.back());
  }
  // From this one on: two letters or more, spaces and dots.
  bool AreName(size_t i) const {
    const std::string_view name = std::string_view(text_).substr(Begin(i));
    const size_t second = name.find_first_not_of('\x02', 1);
    return IsAsciiLetter(name[0]) && second != std::string_view::npos &&
           std::all_of(name.begin(), name.end(), [](char c) {
             return IsAsciiLetter(c) || c == '\x02' || c == ' ' || c == '.';
           });
  }

 private:
  std::string text_;
  std::vector<std::string_view> words_;
};

// A postal code at the start or the end of the part: "78704 Austin", "Austin 78704", "DN1 1AA".
bool FindPostalCode(const std::string& part, size_t* begin, size_t* end) {
  if (!HasDigit(part)) return false;
  const PartWords words(part);
  const size_t size = words.size();
  const auto take = [&](size_t first, size_t count) {
    *begin = words.Begin(first);
    *end = words.End(first + count - 1);
    return true;
  };
  for (const size_t count : {size_t{2}, size_t{1}}) {
    if (count <= size && (count == size || words.StartsWithLetter(count)) &&
        words.ArePostalCode(0, count))
      return take(0, count);
  }
  for (const size_t count : {size_t{2}, size_t{1}}) {
    if (count < size && words.EndsWithLetter(size - count - 1) &&
        words.ArePostalCode(size - count, count))
      return take(size - count, count);
  }
  return false;
}

// House numbers and the words of streets.
bool LooksLikeStreet(const std::string& part) {
  constexpr std::string_view kWords[] = {
      "street",  "st",      "road",    "rd",    "avenue",  "ave",       "av",
      "lane",    "ln",      "drive",   "dr",    "blvd",    "boulevard", "court",
      "way",     "apt",     "unit",    "suite", "floor",   "flat",      "wharf",
      "grove",   "close",   "terrace", "place", "square",  "rue",       "calle",
      "rua",     "via",     "ul",      "ulica", "str",     "po box",    "p.o. box",
      "po. box", "p.o box", "plaza",   "cra",   "carrera", "jalan",     "đường"};
  constexpr std::string_view kEnds[] = {"straße", "strasse", "straat", "allee",
                                        "platz",  "weg",     "gasse"};  // "Deichstraße"
  if (HasDigit(part)) return true;
  const std::string lower = ToLower(part);
  const auto has = [&](std::string_view word, bool begins) {
    for (size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      const char before = at > 0 ? lower[at - 1] : ' ';
      const size_t end = at + word.size();
      const char after = end < lower.size() ? lower[end] : ' ';
      const bool ends = !IsAsciiWordCharacter(after);
      if (ends && (!begins || before == ' ' || before == '.' || before == '\t')) return true;
    }
    return false;
  };
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return has(word, true); }) ||
         std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view word) { return has(word, false); });
}

// Commas, dashes and line ends (given as commas) part an address.
std::vector<WordText> PartsOf(const WordText& text) {
  std::vector<WordText> parts;
  size_t begin = 0;
  auto add = [&](size_t end) {
    const std::string_view whole = std::string_view(text.text).substr(begin, end - begin);
    const std::string_view trimmed = TrimSeparators(whole);
    if (trimmed.empty()) return;
    const size_t from = begin + static_cast<size_t>(trimmed.data() - whole.data());
    parts.push_back(SubText(text, from, from + trimmed.size()));
  };
  constexpr std::string_view kCuts[] = {",", " – ", " — ", " - ", " / ", "(", ")", "|", "·", "•"};
  for (size_t i = 0; i < text.text.size();) {
    size_t length = 0;
    for (std::string_view cut : kCuts) {
      if (std::string_view(text.text).substr(i, cut.size()) == cut) length = cut.size();
    }
    if (length > 0) {
      add(i);
      begin = i + length;
    }
    i += std::max<size_t>(length, 1);
  }
  add(text.text.size());
  return parts;
}

Text FieldOf(const WordText& text, double confidence, const char* rule) {
  return ToField(PieceOf(text, 0, text.text.size()), confidence, rule);
}

// The words at the end of the text that the table knows, with something left before them:
// "Austin TX" -> 7, "Austin" -> npos.
size_t FindTail(const Lexicon& lexicon, LexiconTable table, const std::string& text) {
  for (size_t space = text.find(' '); space != std::string::npos;
       space = text.find(' ', space + 1)) {
    if (lexicon.Find(table, text.substr(space + 1)).has_value()) return space + 1;
  }
  return std::string::npos;
}

// A code of two letters counts only as it is printed: "IN", not "in".
bool PrintedAsName(const std::string& text) {
  return text.size() > 3 ? StartsUpper(text) || !HasLetter(text) : IsAllCaps(text);
}

std::optional<std::string_view> FindPlaceName(const Lexicon& lexicon, LexiconTable table,
                                              const std::string& text) {
  if (!PrintedAsName(text) && text.size() <= 3) return std::nullopt;
  return lexicon.Find(table, text);
}

bool IsCode(std::string_view name) {
  return name.size() >= 2 && name.size() <= 3 &&
         std::all_of(name.begin(), name.end(), IsAsciiUpper);
}

// The parts of an address, read from its end: country, region, city, street.
class AddressReader {
 public:
  AddressReader(const Lexicon& lexicon, const WordText& text) : lexicon_(lexicon), text_(text) {
    for (const WordText& part : JoinHouseNumber(PartsOf(text))) {
      // "Remote (Columbus, OH)"
      const bool remote = lexicon.Find(LexiconTable::kContactLabels, part.text) == "relocation";
      if (!remote && !CutWithoutCommas(part)) CutAtPostalCode(part);
    }
  }

  PlaceGuess Read() {
    constexpr size_t kMostParts = 8;
    if (parts_.empty() || parts_.size() > kMostParts) return {};
    for (WordText& part : parts_) TakePostalCode(&part);
    parts_.erase(
        std::remove_if(parts_.begin(), parts_.end(),
                       [](const WordText& part) { return TrimSeparators(part.text).empty(); }),
        parts_.end());
    if (parts_.empty()) return guess_;
    TakeCodeBehindCity();
    first_name_ = parts_.size();
    while (first_name_ > 0 && !IsStreet(first_name_ - 1)) --first_name_;
    if (first_name_ == parts_.size()) {
      ReadCityAtEndOfStreet();
    } else {
      ReadCountry();
      ReadRegion();
      ReadCity();
    }
    ReadStreet();
    return guess_;
  }

 private:
  // "4210, rue De Bullion": the number is that of the house, not of the post.
  std::vector<WordText> JoinHouseNumber(std::vector<WordText> parts) const {
    static constinit const Pattern kNumber(R"(\d{1,5}[A-Za-z]?)");
    static constinit const Pattern kStreet(
        R"((?i)(?:rue|avenue|av\.?|boul\.?|boulevard|bd|chemin|ch\.|route|place|allée|quai|impasse|cours)\s.*)");
    if (parts.size() > 1 && kNumber.FullMatch(parts[0].text) && kStreet.FullMatch(parts[1].text)) {
      const size_t begin = text_.text.find(parts[0].text);
      const size_t end = text_.text.find(parts[1].text, begin) + parts[1].text.size();
      parts[0] = SubText(text_, begin, end);
      parts.erase(parts.begin() + 1);
    }
    return parts;
  }

  std::string NameAt(size_t i) const { return std::string(TrimSeparators(parts_[i].text)); }
  size_t Names() const { return parts_.size() - first_name_; }
  bool Knows(LexiconTable table, const std::string& name) const {
    return FindPlaceName(lexicon_, table, name).has_value();
  }
  bool IsStreet(size_t i) const {
    return LooksLikeStreet(NameAt(i)) && !Knows(LexiconTable::kCities, NameAt(i));
  }

  // "Maharashtra 411004 IN": a code in the middle parts what stands before it and behind it.
  void CutAtPostalCode(const WordText& part) {
    if (HasDigit(part.text)) {
      const PartWords words(part.text);
      for (size_t first = words.size(); first-- > 1;) {
        if (!words.EndsWithLetter(first - 1)) continue;
        for (const size_t count : {size_t{2}, size_t{1}}) {
          const size_t behind = first + count;
          if (behind >= words.size() || !words.AreName(behind) ||
              !words.ArePostalCode(first, count))
            continue;
          return Cut(part, words.End(behind - 1), words.Begin(behind));
        }
      }
    }
    parts_.push_back(part);
  }

  // "918 Maple Ave Evanston Illinois 60201 US": a region that is known, and before it a city that
  // is known or stands behind the word of a street.
  bool CutWithoutCommas(const WordText& part) {
    constexpr size_t kFewestWords = 3, kNone = std::string::npos;
    if (SplitWords(part.text).size() < kFewestWords) return false;
    size_t end = part.text.find_last_not_of(' ') + 1;
    size_t country = end, code = end;
    const size_t space = part.text.rfind(' ', end - 1);
    if (space != kNone && IsCode(std::string_view(part.text).substr(space + 1, end - space - 1)) &&
        IsCountryCode(part.text.substr(space + 1, end - space - 1))) {
      country = space + 1;
    }
    for (const size_t tail : {country, end}) {
      const std::string named = part.text.substr(0, part.text.find_last_not_of(' ', tail - 1) + 1);
      size_t begin = 0, code_end = 0;
      const bool has_code = FindPostalCode(named, &begin, &code_end) && begin > 0;
      code = has_code ? begin : named.size();
      const std::string names(TrimSpace(std::string_view(named).substr(0, code)));
      const size_t region = FindTail(lexicon_, LexiconTable::kRegions, names);
      if (region == kNone || !PrintedAsName(names.substr(region))) continue;
      if (!has_code && tail == end) continue;  // "Austin TX" is read as it stands
      const std::string before(TrimSpace(std::string_view(names).substr(0, region)));
      const size_t city = CityBegin(before);
      if (city == kNone) continue;
      for (const auto& [from, to] : {std::pair{size_t{0}, city},
                                     {city, before.size()},
                                     {region, names.size()},
                                     {code, named.size()},
                                     {tail, end}}) {
        if (from < to) parts_.push_back(SubText(part, from, to));
      }
      return true;
    }
    return false;
  }

  // Where the city begins that the text ends with: known, or behind "Ave" or "St".
  size_t CityBegin(const std::string& text) const {
    if (lexicon_.Find(LexiconTable::kCities, text).has_value()) return 0;
    const size_t known = FindTail(lexicon_, LexiconTable::kCities, text);
    if (known != std::string::npos) return known;
    static constinit const Pattern kStreet(
        R"((?i)^\d.*\s(?:ave|avenue|st|street|rd|road|ln|lane|dr|drive|blvd|court|ct|way|grove|close|terrace)\.? )");
    std::string_view street;
    if (!kStreet.FindFrom(text, 0, &street)) return std::string::npos;
    const std::string_view city = std::string_view(text).substr(street.size());
    return StartsUpper(city) && !HasDigit(city) && SplitWords(city).size() <= kLongestCity
               ? street.size()
               : std::string::npos;
  }

  void Cut(const WordText& part, size_t end, size_t begin) {
    const std::string_view name = std::string_view(part.text).substr(begin);
    if (!IsCode(name) && !lexicon_.Find(LexiconTable::kCountries, name).has_value()) {
      parts_.push_back(part);
      return;
    }
    parts_.push_back(SubText(part, 0, end));
    parts_.push_back(SubText(part, begin, part.text.size()));
  }

  void TakePostalCode(WordText* part) {
    size_t begin = 0, end = 0;
    if (guess_.location.postal_code.known() || !FindPostalCode(part->text, &begin, &end)) return;
    const WordText rest = Without(*part, begin, end);
    const std::string left(TrimSeparators(rest.text));
    if (LooksLikeStreet(left)) return;
    // "Gorriti 4555" is a street; the city's code stands in a later part.
    const bool plain = end - begin <= 4 &&
                       std::all_of(part->text.begin() + begin, part->text.begin() + end, ::isdigit);
    if (plain && begin > 0 && part == &parts_.front() && parts_.size() > 1 &&
        !Knows(LexiconTable::kCities, left))
      return;
    if (!left.empty() && StartsUpper(left)) guess_.score += 1;  // "411004 Pune" says city
    guess_.location.postal_code = FieldOf(SubText(*part, begin, end), 0.9, "postal-code");
    guess_.score += 1.5;
    *part = rest;
  }

  // "Ludwigsburg (DE), Baden-Württemberg": a code of the country right behind the city, in
  // brackets.
  void TakeCodeBehindCity() {
    for (size_t i = 1; i + 1 < parts_.size(); ++i) {
      const std::string code = NameAt(i);
      if (!IsCode(code) || code.size() != 2 || !IsCountryCode(code)) continue;
      if (text_.text.find("(" + code + ")") == std::string::npos) continue;
      const auto country = FindPlaceName(lexicon_, LexiconTable::kCities, NameAt(i - 1));
      if (country.has_value() && *country != code) continue;
      guess_.location.country_code = FieldOf(parts_[i], 0.9, "country");
      guess_.score += 2;
      parts_.erase(parts_.begin() + static_cast<long>(i));
      return;
    }
  }

  // "NL" is a province of Canada and the Netherlands, "IN" a state and India, "FI" Firenze and
  // Finland.  The city before the code tells which; one that is not known is no Canadian one.
  bool IsCodeOfCountry(const std::string& code, std::string_view country) const {
    const std::string before = NameAt(parts_.size() - 2);
    const auto city = FindPlaceName(lexicon_, LexiconTable::kCities, before);
    if (city.has_value() && *city == country) return true;
    const auto region = lexicon_.Find(LexiconTable::kRegions, code);
    if (!region.has_value()) return Names() >= 3 || !city.has_value();
    if (Names() >= 3) return !city.has_value() && Knows(LexiconTable::kRegions, before);
    return region->starts_with("CA-") && !(city.has_value() && *city == "CA");
  }

  void ReadCountry() {
    if (Names() < 2) return;
    const std::string name = NameAt(parts_.size() - 1);
    const auto known = FindPlaceName(lexicon_, LexiconTable::kCountries, name);
    const std::string country = known.has_value() ? std::string(*known) : name;
    if (IsCode(name) && name.size() == 2) {
      if (!IsCountryCode(country) || !IsCodeOfCountry(name, country)) return;
    } else {
      const bool region = Knows(LexiconTable::kRegions, name) && name.size() <= 3 && Names() < 3;
      if (!known.has_value() || region) return;
    }
    guess_.location.country_code = FieldOf(parts_.back(), 0.9, "country");
    guess_.location.country_code.value = country;
    guess_.score += known.has_value() ? 1.5 : 2;
    parts_.pop_back();
  }

  void ReadRegion() {
    if (Names() < 2) return;
    const std::string name = NameAt(parts_.size() - 1);
    const std::string before = NameAt(parts_.size() - 2);
    const auto region = FindPlaceName(lexicon_, LexiconTable::kRegions, name);
    const bool city = Knows(LexiconTable::kCities, name) && !Knows(LexiconTable::kCities, before);
    if (city && !region.has_value()) return;
    if (CountCodePoints(name) > 32 || SplitWords(name).size() > 4) return;
    guess_.location.region = FieldOf(parts_.back(), region.has_value() ? 0.85 : 0.6, "region");
    guess_.score += region.has_value() ? 1.5 : IsCode(name) ? 2 : 0;
    if (region.has_value() && !guess_.location.country_code.known() && region->size() > 2) {
      guess_.location.country_code = FieldOf(parts_.back(), 0.6, "country-of-region");
      guess_.location.country_code.value = std::string(region->substr(0, 2));
    }
    parts_.pop_back();
  }

  // "Dubai AE": the code of the country that the city is in.
  bool TakeCountryCode(WordText* city, const std::string& name, size_t space, size_t shift) {
    const std::string code = name.substr(space + 1);
    const auto country = FindPlaceName(lexicon_, LexiconTable::kCities,
                                       std::string(TrimSeparators(name.substr(0, space))));
    if (!IsCountryCode(code) || country != code || guess_.location.country_code.known())
      return false;
    guess_.location.country_code =
        FieldOf(SubText(*city, shift + space + 1, shift + name.size()), 0.8, "place-tail");
    guess_.score += 1.5;
    *city = SubText(*city, shift, shift + space);
    return true;
  }

  // "Austin TX", "London UK": a code behind the city without a comma.
  void TakeTail(WordText* city) {
    const std::string name(TrimSeparators(city->text));
    const size_t shift = city->text.find(name);
    const size_t space = name.rfind(' ');
    if (space != std::string::npos && TakeCountryCode(city, name, space, shift)) return;
    for (const auto& [table, field] :
         {std::pair{LexiconTable::kCountries, &guess_.location.country_code},
          {LexiconTable::kRegions, &guess_.location.region}}) {
      const size_t tail = FindTail(lexicon_, table, name);
      if (tail == std::string::npos || field->known()) continue;
      const std::string head(TrimSeparators(std::string_view(name).substr(0, tail)));
      if (!IsCode(name.substr(tail)) && !Knows(LexiconTable::kCities, head)) continue;
      if (!PrintedAsName(name.substr(tail))) continue;
      *field = FieldOf(SubText(*city, shift + tail, shift + name.size()), 0.8, "place-tail");
      if (table == LexiconTable::kCountries)
        field->value = std::string(*lexicon_.Find(table, name.substr(tail)));
      guess_.score += 1.5;
      *city = SubText(*city, shift, shift + tail);
      return;
    }
  }

  void ReadCity() {
    WordText city = parts_.back();
    if (!Knows(LexiconTable::kCities, NameAt(parts_.size() - 1)) &&
        !Knows(LexiconTable::kRegions, NameAt(parts_.size() - 1)))
      TakeTail(&city);
    const std::string name(TrimSeparators(city.text));
    const bool known = Knows(LexiconTable::kCities, name);
    if (known) guess_.score += 3;
    if (!known && SplitWords(name).size() > kLongestCity) guess_.score -= 4;
    if (!known && !StartsUpper(name)) guess_.score -= 2;
    if (!known && lexicon_.Contains(LexiconTable::kTitleWords, name)) guess_.score -= 2;
    if (!known && IsAllCaps(name) && name.size() <= 3) guess_.score -= 2;
    if (name.empty() || HasDigit(name)) return;
    // A country alone is no city; "Singapore 120555" and "Singapore, SG" are both.
    const auto country = FindPlaceName(lexicon_, LexiconTable::kCountries, name);
    Location& place = guess_.location;
    if (!known && country.has_value() && !place.country_code.known()) {
      place.country_code = FieldOf(city, 0.8, "country");
      place.country_code.value = std::string(*country);
      if (!place.postal_code.known() && !place.region.known()) return;
      if (place.region.value == *country) place.region = {};
      guess_.score += 1.5;
    }
    guess_.location.city =
        FieldOf(city, known ? 0.95 : 0.7, known ? "city-known" : "city-by-position");
    parts_.pop_back();
  }

  // "12 Main St Austin": the city closes the street line.
  void ReadCityAtEndOfStreet() {
    const WordText& street = parts_.back();
    const auto cities = lexicon_.FindAll(LexiconTable::kCities, street.text);
    if (cities.empty() ||
        !TrimSeparators(std::string_view(street.text).substr(cities.back().end)).empty())
      return;
    guess_.location.city =
        FieldOf(SubText(street, cities.back().begin, cities.back().end), 0.8, "city-behind-street");
    guess_.score += 2;
    parts_.back() = SubText(street, 0, cities.back().begin);
  }

  void ReadStreet() {
    if (parts_.empty() || !guess_.location.city.known()) return;
    const bool street = std::any_of(parts_.begin(), parts_.end(), [](const WordText& part) {
      return LooksLikeStreet(part.text);
    });
    guess_.score += street ? 1 : -1.0 * parts_.size();
    const size_t begin = text_.text.find(parts_.front().text);
    const size_t last = text_.text.find(parts_.back().text);
    if (begin == std::string::npos || last == std::string::npos) return;
    guess_.location.address =
        FieldOf(SubText(text_, begin, last + parts_.back().text.size()), 0.7, "street-before-city");
  }

  const Lexicon& lexicon_;
  const WordText& text_;
  std::vector<WordText> parts_;
  size_t first_name_ = 0;  // the parts from here on are names, those before are streets
  PlaceGuess guess_;
};

}  // namespace

PlaceGuess ParsePlace(const Lexicon& lexicon, const WordText& text) {
  return AddressReader(lexicon, text).Read();
}

bool NamesKnownCity(const Lexicon& lexicon, const WordText& text) {
  const PlaceGuess guess = ParsePlace(lexicon, text);
  return guess.score >= kPlaceScore && guess.location.city.known() &&
         guess.location.city.evidence.rule == std::string_view("city-known") &&
         !guess.location.address.known();
}

namespace {

// "I live in Leipzig and can be reached at ...": the city right behind such words.
Location FindCityInProse(const Lexicon& lexicon, const std::vector<ContactPiece>& pieces) {
  static constinit const Pattern kLives(
      R"((?i)\b((?:live|lives|living|based|reside|resides|residing|located) in )\S)");
  for (const ContactPiece& piece : pieces) {
    std::string_view words;
    if (!kLives.PartialMatch(piece.text.text, &words)) continue;
    const size_t begin = static_cast<size_t>(words.data() - piece.text.text.data()) + words.size();
    const std::string rest = piece.text.text.substr(begin);
    for (const PhraseMatch& city : lexicon.FindAll(LexiconTable::kCities, rest)) {
      if (city.begin != 0 || !StartsUpper(rest)) continue;
      Location location;
      location.city = FieldOf(SubText(piece.text, begin, begin + city.end), 0.8, "city-in-prose");
      return location;
    }
  }
  return {};
}

}  // namespace

Location FindLocation(const FieldContext& context, std::vector<ContactPiece> pieces,
                      const std::vector<const Text*>& taken) {
  // "Registered Nurse, Leipzig": what stands behind the label on its line.
  for (ContactPiece& piece : pieces) {
    for (const Text* field : taken) {
      const IndexRange words = piece.text.Words(), range = field->evidence.words;
      if (words.begin < range.begin || words.begin >= range.end || words.end <= range.end) continue;
      const auto behind =
          std::find_if(piece.text.spans.begin(), piece.text.spans.end(),
                       [&](const WordText::Span& span) { return span.word >= range.end; });
      if (behind != piece.text.spans.end())
        piece.text = SubText(piece.text, behind->begin, piece.text.text.size());
    }
  }
  PlaceGuess best;
  constexpr size_t kLongestAddress = 4;  // lines
  auto is_taken = [&](const ContactPiece& piece) {
    const IndexRange words = piece.text.Words();
    const std::string text = Fold(TrimSeparators(piece.text.text));
    return std::any_of(taken.begin(), taken.end(), [&](const Text* field) {
      const IndexRange& range = field->evidence.words;
      if (words.begin >= range.end || range.begin >= words.end) return false;
      // The words of a name over two lines may lie around those beside it.
      const bool inside = range.begin <= words.begin && words.end <= range.end;
      return !inside || Fold(field->value).find(text) != std::string::npos;
    });
  };
  auto other_label = [](const ContactPiece& piece) {
    return !piece.label.empty() && piece.label != "address" && piece.label != "location";
  };
  for (size_t i = 0; i < pieces.size(); ++i) {
    WordText text, closed;  // as lines that go on, and as lines that each end a part
    bool marked = false;
    for (size_t j = i; j < pieces.size() && j < i + kLongestAddress; ++j) {
      const ContactPiece& piece = pieces[j];
      if (is_taken(piece) || other_label(piece) || SplitWords(piece.text.text).size() > 14) break;
      if (j > i && (piece.line > pieces[j - 1].line + 1 || piece.icon != Icon::kNone ||
                    context.lines[piece.line].region != context.lines[pieces[j - 1].line].region)) {
        break;
      }
      if (j > i) {
        // A line that wraps goes on with the same part, one that ends closes it.
        const Line& line = context.lines[piece.line];
        const Line& previous = context.lines[pieces[j - 1].line];
        const bool wraps =
            &line != &previous && ContinuesParagraph(context.document, previous, line);
        const bool cut = !text.text.empty() && text.text.back() == '-';
        text.text += cut ? "" : wraps ? " " : ", ";
        closed.text += cut ? "" : ", ";
      }
      for (WordText* lines : {&text, &closed}) {
        const size_t shift = lines->text.size();
        lines->text += piece.text.text;
        for (WordText::Span span : piece.text.spans)
          lines->spans.push_back({span.begin + shift, span.end + shift, span.word});
      }
      const bool is_marked = piece.icon == Icon::kPlace || !piece.label.empty();
      if (j > i && is_marked && !marked) break;
      marked = marked || is_marked;
      PlaceGuess guess = ParsePlace(context.lexicon, text);
      if (closed.text != text.text) {
        PlaceGuess other = ParsePlace(context.lexicon, closed);
        if (other.score > guess.score) guess = std::move(other);
      }
      if (!guess.location.city.known()) continue;
      if (marked) guess.score += 3;
      const bool several = guess.location.region.known() || guess.location.country_code.known() ||
                           guess.location.postal_code.known();
      if (piece.near_address && several) guess.score += 1.2;
      if (piece.trust == Trust::kHigh) guess.score += 0.5;
      guess.score -= 0.6 * (j - i);  // a longer address must say more
      if (guess.score > best.score) best = std::move(guess);
    }
  }
  return best.score >= kPlaceScore ? best.location : FindCityInProse(context.lexicon, pieces);
}

}  // namespace atsmatch
