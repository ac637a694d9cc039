#include "matcher/terms/tokens.h"

#include <libstemmer.h>

#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "parser/text/ascii.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

// Words that say nothing of a trade.  Those that only postings and résumés overuse ("experience")
// are not here: their document frequency takes care of them.
const WordSet& CommonWords() {
  static const WordSet words = {
      "a",     "about", "all",    "also", "an",   "and",   "any",    "are",   "as",     "at",
      "be",    "been",  "being",  "both", "but",  "by",    "can",    "could", "did",    "do",
      "does",  "each",  "either", "else", "etc",  "even",  "every",  "for",   "from",   "had",
      "has",   "have",  "he",     "her",  "here", "hers",  "him",    "his",   "how",    "i",
      "if",    "in",    "into",   "is",   "its",  "just",  "may",    "me",    "might",  "more",
      "most",  "must",  "my",     "no",   "nor",  "not",   "of",     "on",    "onto",   "or",
      "other", "our",   "ours",   "out",  "over", "own",   "per",    "she",   "should", "so",
      "some",  "such",  "than",   "that", "the",  "their", "them",   "then",  "there",  "these",
      "they",  "this",  "those",  "to",   "too",  "under", "up",     "upon",  "us",     "using",
      "very",  "via",   "was",    "we",   "were", "what",  "when",   "where", "which",  "while",
      "who",   "whom",  "whose",  "why",  "will", "with",  "within", "would", "you",    "your",
      "yours"};
  return words;
}

// Words whose stem is that of a word of another trade: university/universe, customer/custom,
// business/busy, international/internal/intern, hospitality/hospital, marketing/market,
// accounting/account, personnel/personal/person, organ/organization, physics/physical.
const WordSet& UnstemmedWords() {
  static const WordSet words = {
      "accountant", "accountants",  "accounting",   "animal",    "animals",      "animation",
      "business",   "businesses",   "customer",     "customers", "general",      "hospital",
      "hospitals",  "hospitality",  "intern",       "internal",  "internally",   "international",
      "interns",    "internship",   "internships",  "marketing", "news",         "organ",
      "organs",     "organization", "organisation", "personal",  "personnel",    "physics",
      "police",     "policies",     "policy",       "universal", "universities", "university"};
  return words;
}

// Plurals and spellings of the words above: one term each.
const std::unordered_map<std::string_view, std::string_view>& UnstemmedForms() {
  static const std::unordered_map<std::string_view, std::string_view> forms = {
      {"accountants", "accountant"},
      {"animals", "animal"},
      {"businesses", "business"},
      {"customers", "customer"},
      {"hospitals", "hospital"},
      {"internally", "internal"},
      {"interns", "intern"},
      {"internship", "intern"},
      {"internships", "intern"},
      {"organs", "organ"},
      {"organisation", "organization"},
      {"policies", "policy"},
      {"universities", "university"}};
  return forms;
}

// Words that keep the slash; elsewhere it separates ("and/or", "design/build").
const WordSet& SlashWords() {
  static const WordSet words = {"ci/cd", "tcp/ip", "a/b",  "ui/ux", "ux/ui", "pl/sql", "i/o",
                                "n/a",   "24/7",   "o/s",  "a/r",   "a/p",   "m/s",    "a/v",
                                "p/l",   "os/2",   "pl/1", "h/w",   "s/w"};
  return words;
}

bool IsWordByte(char c) {
  const unsigned char byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

// A character of several bytes that is punctuation: bullets, quotes, arrows, geometric shapes,
// private use and the replacement character.  Fold has already straightened quotes and dashes.
bool IsWidePunctuation(char32_t c) {
  return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
         c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xFFF0;
}

// Walks over folded text and cuts it into words.
class Cutter {
 public:
  explicit Cutter(const FoldedText& folded) : folded_(folded), text_(folded.text) {}

  std::vector<Token> Cut() {
    while (position_ < text_.size()) {
      if (StartsDotNet()) {
        Add(position_, position_ + 4);
      } else if (const size_t end = WordEnd(position_); end > position_) {
        CutWord(end);
      } else {
        SkipSeparator();
      }
    }
    return std::move(tokens_);
  }

 private:
  char At(size_t i) const { return i < text_.size() ? text_[i] : ' '; }

  bool StartsDotNet() const {
    return text_.compare(position_, 4, ".net") == 0 && !IsWordByte(At(position_ + 4)) &&
           (position_ == 0 || !IsWordByte(text_[position_ - 1]));
  }

  // Behind the run of letters and digits that begins at `begin`.
  size_t WordEnd(size_t begin) const {
    size_t i = begin;
    while (i < text_.size() && IsWordByte(text_[i])) {
      if (static_cast<unsigned char>(text_[i]) < 0x80) {
        ++i;
        continue;
      }
      size_t next = i;
      if (IsWidePunctuation(NextCodePoint(text_, &next))) break;
      i = next;
    }
    return i;
  }

  void SkipSeparator() {
    const char c = text_[position_];
    if (static_cast<unsigned char>(c) >= 0x80) {
      NextCodePoint(text_, &position_);
      break_ = true;
      return;
    }
    // An opening bracket is no end of a phrase, but what stands in it is another one.
    if (c != ' ' && c != '-' && c != '\'' && c != '/' && c != '"' && c != '&') break_ = true;
    ++position_;
  }

  void CutWord(size_t end) {
    end = WithSymbols(position_, end);
    Add(position_, end);
    // The 's of a possessive is no word.
    if (At(end) == '\'' && At(end + 1) == 's' && !IsWordByte(At(end + 2))) position_ = end + 2;
  }

  // Longer where symbols are part of the name: c++, c#, node.js, r&d, ci/cd, e-mail, 3.5.
  size_t WithSymbols(size_t begin, size_t end) const {
    const size_t length = end - begin;
    const char next = At(end);
    if (next == '+' && At(end + 1) == '+' && length <= 3 && !IsWordByte(At(end + 2)))
      return end + 2;
    if (next == '#' && length == 1 && !IsWordByte(At(end + 1))) return end + 1;
    if (next == '&' && length <= 2) {
      const size_t tail = WordEnd(end + 1);
      if (tail > end + 1 && tail - end - 1 <= 2) return tail;
    }
    if (next == '.') {
      const size_t tail = WordEnd(end + 1);
      const std::string_view suffix = std::string_view(text_).substr(end + 1, tail - end - 1);
      if (suffix == "js" || suffix == "net" || suffix == "io") return tail;
      if (IsAsciiDigit(At(end - 1)) && !suffix.empty() && IsAsciiDigit(suffix[0])) return tail;
    }
    if (next == '/') {
      const size_t tail = WordEnd(end + 1);
      if (SlashWords().contains(std::string_view(text_).substr(begin, tail - begin))) return tail;
    }
    // e-mail is email, t-sql is tsql.
    if (next == '-' && length == 1 && !IsAsciiDigit(text_[begin])) {
      const size_t tail = WordEnd(end + 1);
      if (tail > end + 2) return tail;
    }
    return end;
  }

  void Add(size_t begin, size_t end) {
    Token token;
    token.begin = folded_.origin[begin];
    token.end = folded_.origin[end];
    token.after_break = break_ || tokens_.empty();
    std::string word(text_.substr(begin, end - begin));
    if (word.size() > 2 && word[1] == '-') word.erase(1, 1);
    token.common = CommonWords().contains(word);
    token.term = token.common ? std::move(word) : StemOf(word);
    tokens_.push_back(std::move(token));
    break_ = false;
    position_ = end;
  }

  static std::string StemOf(const std::string& word);

  const FoldedText& folded_;
  std::string_view text_;
  size_t position_ = 0;
  bool break_ = true;
  std::vector<Token> tokens_;
};

// Snowball's stemmer has a state, so each thread has its own.  Stems are remembered because a few
// thousand words make up nearly all text; the answer is the same with and without.
class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete) {}

  const std::string& Stem(const std::string& word) {
    const auto known = stems_.find(word);
    if (known != stems_.end()) return known->second;
    if (stems_.size() >= kMaxRemembered) stems_.clear();
    return stems_.emplace(word, Compute(word)).first->second;
  }

 private:
  static constexpr size_t kMaxRemembered = 50000;  // words; a few megabytes

  std::string Compute(const std::string& word) {
    if (const auto form = UnstemmedForms().find(word); form != UnstemmedForms().end()) {
      return std::string(form->second);
    }
    if (UnstemmedWords().contains(word)) return word;
    for (const char c : word) {
      if (c < 'a' || c > 'z') return word;  // digits, symbols, other scripts
    }
    const sb_symbol* stem =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (stem == nullptr) return word;
    return std::string(reinterpret_cast<const char*>(stem), sb_stemmer_length(stemmer_.get()));
  }

  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
  std::unordered_map<std::string, std::string> stems_;
};

std::string Cutter::StemOf(const std::string& word) {
  thread_local Stemmer stemmer;
  return stemmer.Stem(word);
}

}  // namespace

std::vector<Token> FindTokens(std::string_view text) {
  const FoldedText folded = FoldWithOrigin(text);
  return Cutter(folded).Cut();
}

std::vector<Term> FindTerms(const std::vector<Token>& tokens) {
  std::vector<Term> terms;
  terms.reserve(tokens.size() * 2);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.common) continue;
    if (i > 0 && !token.after_break && !tokens[i - 1].common) {
      const Token& before = tokens[i - 1];
      terms.push_back({before.term + ' ' + token.term, before.begin, token.end});
    }
    terms.push_back({token.term, token.begin, token.end});
  }
  return terms;
}

std::vector<Term> FindTerms(std::string_view text) { return FindTerms(FindTokens(text)); }

}  // namespace atsmatch
