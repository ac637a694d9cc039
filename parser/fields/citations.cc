#include "parser/fields/citations.h"

#include <algorithm>
#include <string>
#include <vector>

#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kShortestTitle = 3;  // words

// "T.", "J.-P.", "TK": one letter or a few, all of them capitals.
bool IsInitials(std::string_view token) {
  constexpr size_t kMost = 4;  // letters
  size_t letters = 0;
  for (const char32_t c : ToCodePoints(token)) {
    if (c == U'.' || c == U'-' || c == U',' || c == U';') continue;
    if (!IsUpper(c)) return false;
    ++letters;
  }
  const bool dotted = token.find('.') != std::string_view::npos;
  return letters >= 1 && letters <= kMost && (dotted || letters <= 3);
}

bool IsSurname(std::string_view token) {
  constexpr size_t kShortest = 2;  // bytes
  if (token.size() < kShortest || !StartsUpper(token)) return false;
  const std::vector<char32_t> points = ToCodePoints(token);
  return std::all_of(points.begin(), points.end(), [](char32_t c) {
    return IsLetter(c) || c == U'-' || c == U'\'' || c == U'’' || c == U',' || c == U';' ||
           c == U'.' || c == U':' || c == U'*';
  });
}

bool IsParticle(std::string_view token) {
  constexpr std::string_view kParticles[] = {"van", "von", "de", "der", "den", "da", "di",
                                             "del", "la",  "le", "dos", "ter", "al"};
  return std::find(std::begin(kParticles), std::end(kParticles), token) != std::end(kParticles);
}

bool IsJoint(std::string_view token) {
  constexpr std::string_view kJoints[] = {"and", "&", "und", "et", "y", "e", "with"};
  return std::find(std::begin(kJoints), std::end(kJoints), token) != std::end(kJoints);
}

bool EndsWithAny(std::string_view token, std::string_view ends) {
  return !token.empty() && ends.find(token.back()) != std::string_view::npos;
}

// Reads one author after the other; each is a surname and initials, in whatever order.
class AuthorReader {
 public:
  explicit AuthorReader(std::string_view text) : text_(text), tokens_(SplitWords(text)) {}

  size_t End() {
    while (ReadAuthor()) {
      end_ = EndOf(next_ - 1);
      const std::string_view last = tokens_[next_ - 1];
      SkipEtAl();
      if (next_ < tokens_.size() && IsJoint(tokens_[next_])) {
        ++next_;
      } else if (!EndsWithAny(last, ",;")) {
        break;
      }
    }
    return end_;
  }

 private:
  bool ReadAuthor() {
    size_t i = next_;
    bool initials = false, surname = false;
    while (i < tokens_.size() && IsParticle(tokens_[i])) ++i;
    if (i < tokens_.size() && IsInitials(tokens_[i])) {
      while (i < tokens_.size() && IsInitials(tokens_[i])) ++i;
      while (i < tokens_.size() && IsParticle(tokens_[i])) ++i;
      initials = true;
      if (i < tokens_.size() && IsSurname(tokens_[i])) {
        surname = true;
        ++i;
      }
    } else if (i < tokens_.size() && IsSurname(tokens_[i])) {
      surname = true;
      ++i;
      constexpr size_t kMoreNames = 2;  // "Fernández López M."
      for (size_t more = 0; more < kMoreNames && i + 1 < tokens_.size() &&
                            !IsInitials(tokens_[i]) && IsSurname(tokens_[i]) &&
                            !EndsWithAny(tokens_[i - 1], ",;.") && IsInitials(tokens_[i + 1]);
           ++more) {
        ++i;
      }
      while (i < tokens_.size() && IsInitials(tokens_[i])) {
        initials = true;
        const bool last = EndsWithAny(tokens_[i], ",;");
        ++i;
        if (last) break;
      }
    }
    if (!initials || !surname) return false;
    next_ = i;
    return true;
  }

  void SkipEtAl() {
    if (next_ + 1 < tokens_.size() && tokens_[next_] == "et" &&
        tokens_[next_ + 1].starts_with("al")) {
      next_ += 2;
      end_ = EndOf(next_ - 1);
    }
  }

  size_t EndOf(size_t token) const {
    return static_cast<size_t>(tokens_[token].data() - text_.data()) + tokens_[token].size();
  }

  std::string_view text_;
  std::vector<std::string_view> tokens_;
  size_t next_ = 0, end_ = 0;
};

IndexRange Trim(std::string_view text, IndexRange range) {
  constexpr std::string_view kEdges = " ,.;:()";
  while (range.begin < range.end && kEdges.find(text[range.begin]) != std::string_view::npos)
    ++range.begin;
  while (range.end > range.begin && kEdges.find(text[range.end - 1]) != std::string_view::npos)
    --range.end;
  return range;
}

// The end of the first sentence of some words, its stop included.
size_t EndOfSentence(std::string_view text, size_t begin) {
  for (size_t i = begin; i + 1 < text.size(); ++i) {
    const bool stop = text[i] == '.' || text[i] == '?' || text[i] == '!';
    if (stop && text[i + 1] == ' ' &&
        SplitWords(text.substr(begin, i - begin)).size() >= kShortestTitle)
      return i + 1;
  }
  return text.size();
}

}  // namespace

size_t EndOfAuthors(std::string_view text) { return AuthorReader(text).End(); }

std::optional<Citation> ReadCitation(std::string_view text, size_t title_end) {
  Citation citation;
  const size_t authors_end = EndOfAuthors(text);
  if (authors_end == 0) return std::nullopt;
  citation.authors = {0, authors_end};
  while (citation.authors.end > 0 &&
         (text[citation.authors.end - 1] == ',' || text[citation.authors.end - 1] == ';')) {
    --citation.authors.end;
  }
  size_t begin = authors_end;
  static constinit const Pattern bracketed(R"(^\s*\(([^()]*\d{4}[a-z]?)\)[.,:]?\s*)");
  std::string_view year;
  if (bracketed.PartialMatch(text.substr(begin), &year)) {
    const size_t at = static_cast<size_t>(year.data() - text.data());
    citation.year = {at, at + year.size()};
    begin = at + year.size() + 1;
  }
  static constinit const Pattern quoted(
      R"(^[\s.,:]*(?:“|"|„|«\s?)([^“”"„«»]{8,}?)[,.]?(?:”|"|“|\s?»))");
  std::string_view inside;
  size_t venue_begin = 0;
  if (quoted.PartialMatch(text.substr(begin), &inside)) {
    const size_t at = static_cast<size_t>(inside.data() - text.data());
    citation.title = {at, at + inside.size()};
    const size_t space = text.find(' ', at + inside.size());
    venue_begin = space == std::string_view::npos ? text.size() : space;
  } else {
    venue_begin = title_end > begin ? title_end : EndOfSentence(text, begin);
    citation.title = Trim(text, {begin, venue_begin});
  }
  if (SplitWords(text.substr(citation.title.begin, citation.title.size())).size() < kShortestTitle)
    return std::nullopt;
  // The venue ends at a comma or stop that a volume, pages or a year follow.
  static constinit const Pattern details(
      R"(^(.*?)(?:[,.:;]\s+(?:vol|no|pp?|iss|nr|bd)?\.?\s*\(?\d.*|\s*\(\d{4}\).*|[.,]?\s*$))");
  const std::string_view behind = text.substr(venue_begin);
  std::string_view venue;
  size_t venue_end = text.size();
  if (details.PartialMatch(behind, &venue)) {
    venue_end = static_cast<size_t>(venue.data() - text.data()) + venue.size();
  }
  citation.venue = Trim(text, {venue_begin, venue_end});
  if (text.substr(citation.venue.begin).starts_with("In: ")) citation.venue.begin += 4;
  citation.rest = Trim(text, {venue_end, text.size()});
  return citation;
}

}  // namespace atsmatch
