#include "parser/fields/places.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "parser/text/lexicon.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kLongestCity = 4;  // words

bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string PostalPattern() {
  return R"((?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|[A-Z]\d{2} ?[A-Z0-9]{4}|)"
         R"([A-Z]\d{4}(?:[A-Z]{3})?|\d{2}-\d{3}|\d{5}-\d{3,4}|\d{3}-\d{4}|\d{4}-\d{3}|(?:[A-Z]{1,2}-)?\d{4,6}|\d{3} \d{2,3}))";
}

// A postal code at the start or the end of the part: "78704 Austin", "Austin 78704", "DN1 1AA".
bool FindPostalCode(const std::string& part, size_t* begin, size_t* end) {
  static const RE2 kWhole("^\\s*(" + PostalPattern() + ")\\s*$");
  static const RE2 kFront("^\\s*(" + PostalPattern() + ")\\s+\\pL");
  static const RE2 kBack("\\pL\\.?\\s+(" + PostalPattern() + ")\\s*$");
  const re2::StringPiece input(part);
  re2::StringPiece code;
  if (!RE2::PartialMatch(input, kWhole, &code) && !RE2::PartialMatch(input, kFront, &code) &&
      !RE2::PartialMatch(input, kBack, &code)) {
    return false;
  }
  *begin = static_cast<size_t>(code.data() - input.data());
  *end = *begin + code.size();
  return true;
}

// House numbers and the words of streets.
bool LooksLikeStreet(const std::string& part) {
  static const RE2 kWords(
      R"((?i)(?:^|[\s.])(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|blvd|boulevard|court|way|apt|unit|suite|floor|flat|wharf|grove|close|terrace|place|square|rue|calle|rua|via|ul|ulica|straat|stra(?:ß|ss)e|str|allee|platz|weg|p\.?o\.? box|plaza|cra|carrera|jalan|đường)\b|(?:stra(?:ß|ss)e|straat|allee|platz|weg|gasse)\b)");
  return HasDigit(part) || RE2::PartialMatch(part, kWords);
}

struct AddressPart {
  WordText text;
  bool used = false;
};

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
  constexpr std::string_view kCuts[] = {",", " – ", " — ", " - ", "(", ")", "|", "·", "•"};
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

}  // namespace

PlaceGuess ParsePlace(const Lexicon& lexicon, const WordText& text) {
  PlaceGuess guess;
  Location& place = guess.location;
  std::vector<WordText> parts = PartsOf(text);
  if (parts.empty() || parts.size() > 8) return guess;

  auto take_postal = [&](WordText* part) {
    size_t begin = 0, end = 0;
    if (place.postal_code.known() || !FindPostalCode(part->text, &begin, &end)) return;
    WordText rest = Without(*part, begin, end);
    // "Gorriti 4555" is a street; the city's code stands in a later part.
    const std::string code = part->text.substr(begin, end - begin);
    const std::string left(TrimSeparators(rest.text));
    const bool plain_number = code.size() == 4 && std::all_of(code.begin(), code.end(), ::isdigit);
    if (plain_number && begin > 0 && !left.empty() &&
        !lexicon.Find(LexiconTable::kCities, left).has_value() &&
        !lexicon.Find(LexiconTable::kRegions, left).has_value() && place.city.known()) {
      return;
    }
    if (LooksLikeStreet(left)) return;
    place.postal_code = FieldOf(SubText(*part, begin, end), 0.9, "postal-code");
    guess.score += 1.5;
    *part = rest;
  };

  bool first_from_end = true;
  while (!parts.empty()) {
    WordText part = parts.back();
    const bool more_before = parts.size() > 1;
    take_postal(&part);
    part = SubText(part, 0, part.text.size());
    const std::string name(TrimSeparators(part.text));
    if (name.empty()) {
      parts.pop_back();
      continue;
    }
    const auto country = FindPlaceName(lexicon, LexiconTable::kCountries, name);
    const auto region = FindPlaceName(lexicon, LexiconTable::kRegions, name);
    const auto city = FindPlaceName(lexicon, LexiconTable::kCities, name);
    const std::string before = more_before ? parts[parts.size() - 2].text : "";
    size_t a = 0, b = 0;
    const bool street_before =
        !more_before || (LooksLikeStreet(before) && !FindPostalCode(before, &a, &b));
    if (first_from_end && country.has_value() && !place.country_code.known() && more_before &&
        (!region.has_value() || name.size() > 3 || parts.size() > 2) &&
        !(city.has_value() && street_before)) {
      place.country_code = FieldOf(part, 0.9, "country");
      place.country_code.value = std::string(*country);
      guess.score += 1.5;
      parts.pop_back();
      continue;
    }
    first_from_end = false;
    // "Evanston, IL 60201": two or three capitals behind a comma are a region that nobody listed.
    static const RE2 kCode(R"([A-Z]{2,3})");
    const bool code =
        RE2::FullMatch(name, kCode) && more_before && StartsUpper(before) && !HasDigit(before);
    if ((region.has_value() || code) && !place.region.known() && more_before &&
        !(city.has_value() && street_before)) {
      place.region = FieldOf(part, 0.85, "region");
      guess.score += 1.5;
      parts.pop_back();
      continue;
    }
    // "Łódź, łódzkie": a region nobody listed, behind a city that is known.
    if (!city.has_value() && more_before && !place.region.known() && !HasDigit(name) &&
        !place.postal_code.known()) {
      WordText left = parts[parts.size() - 2];
      size_t begin = 0, end = 0;
      if (FindPostalCode(left.text, &begin, &end)) left = Without(left, begin, end);
      if (lexicon.Find(LexiconTable::kCities, TrimSeparators(left.text)).has_value() &&
          CountCodePoints(name) <= 30) {
        place.region = FieldOf(part, 0.6, "region-behind-city");
        parts.pop_back();
        continue;
      }
    }
    // The city.
    WordText city_text = part;
    if (!city.has_value()) {
      for (const auto& [table, field] : {std::pair{LexiconTable::kCountries, &place.country_code},
                                         {LexiconTable::kRegions, &place.region}}) {
        const size_t tail = FindTail(lexicon, table, std::string(TrimSeparators(city_text.text)));
        if (tail == std::string::npos || field->known()) continue;
        const std::string trimmed(TrimSeparators(city_text.text));
        const std::string code = trimmed.substr(tail);
        if (!PrintedAsName(code)) continue;
        const size_t shift = city_text.text.find(trimmed);
        *field =
            FieldOf(SubText(city_text, shift + tail, shift + trimmed.size()), 0.8, "place-tail");
        if (table == LexiconTable::kCountries)
          field->value = std::string(*lexicon.Find(table, code));
        guess.score += 1.5;
        city_text = SubText(city_text, shift, shift + tail);
        take_postal(&city_text);
        break;
      }
    }
    std::string city_name(TrimSeparators(city_text.text));
    bool known = FindPlaceName(lexicon, LexiconTable::kCities, city_name).has_value();
    if (!known && LooksLikeStreet(city_name)) {
      // "12 Main St Austin": the city closes the street line.
      const auto cities = lexicon.FindAll(LexiconTable::kCities, city_text.text);
      if (!cities.empty() &&
          TrimSeparators(std::string_view(city_text.text).substr(cities.back().end)).empty()) {
        city_text = SubText(city_text, cities.back().begin, cities.back().end);
        city_name = city_text.text;
        known = true;
      }
    }
    if (known) guess.score += 3;
    const size_t words = SplitWords(city_name).size();
    if (!known && HasDigit(city_name)) guess.score -= 4;
    if (!known && words > kLongestCity) guess.score -= 4;
    if (!known && !StartsUpper(city_name)) guess.score -= 2;
    if (!known && lexicon.Contains(LexiconTable::kTitleWords, city_name)) guess.score -= 2;
    if (!city_name.empty() && !HasDigit(city_name))
      place.city =
          FieldOf(city_text, known ? 0.95 : 0.7, known ? "city-known" : "city-by-position");
    if (!city_name.empty()) parts.pop_back();
    break;
  }
  if (!parts.empty() && place.city.known()) {
    size_t end = text.text.find(parts.back().text) + parts.back().text.size();
    const size_t begin = text.text.find(parts.front().text);
    place.address = FieldOf(SubText(text, begin, end), 0.7, "street-before-city");
    if (std::any_of(parts.begin(), parts.end(),
                    [](const WordText& part) { return LooksLikeStreet(part.text); })) {
      guess.score += 1;
    } else {
      guess.score -= 1.0 * parts.size();
    }
  }
  return guess;
}

Location FindLocation(const FieldContext& context, const std::vector<ContactPiece>& pieces,
                      const std::vector<size_t>& taken) {
  PlaceGuess best;
  constexpr size_t kLongestAddress = 4;  // lines
  auto is_taken = [&](size_t line) {
    return std::find(taken.begin(), taken.end(), line) != taken.end();
  };
  auto other_label = [](const ContactPiece& piece) {
    return !piece.label.empty() && piece.label != "address" && piece.label != "location";
  };
  for (size_t i = 0; i < pieces.size(); ++i) {
    WordText text;
    bool marked = false;
    for (size_t j = i; j < pieces.size() && j < i + kLongestAddress; ++j) {
      const ContactPiece& piece = pieces[j];
      if (is_taken(piece.line) || other_label(piece) || SplitWords(piece.text.text).size() > 14)
        break;
      if (j > i && (piece.line > pieces[j - 1].line + 1 || piece.icon != Icon::kNone ||
                    context.lines[piece.line].region != context.lines[pieces[j - 1].line].region)) {
        break;
      }
      if (j > i) text.text += ", ";
      const size_t shift = text.text.size();
      text.text += piece.text.text;
      for (WordText::Span span : piece.text.spans)
        text.spans.push_back({span.begin + shift, span.end + shift, span.word});
      const bool is_marked = piece.icon == Icon::kPlace || !piece.label.empty();
      if (j > i && is_marked && !marked) break;
      marked = marked || is_marked;
      PlaceGuess guess = ParsePlace(context.lexicon, text);
      if (!guess.location.city.known()) continue;
      if (marked) guess.score += 3;
      if (piece.trust == Trust::kHigh) guess.score += 0.5;
      guess.score -= 0.6 * (j - i);  // a longer address must say more
      if (guess.score > best.score) best = std::move(guess);
    }
  }
  return best.score >= kPlaceScore ? best.location : Location{};
}

}  // namespace atsmatch
