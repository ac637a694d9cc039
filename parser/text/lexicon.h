// The words that the rules know, as data: corpora/lexicons/LANG/TABLE.tsv.
//
//   Lexicon lexicon = Lexicon::BuiltIn();
//   lexicon.Find(LexiconTable::kSectionHeadings, "Work Experience")   // "work"
//   lexicon.Find(LexiconTable::kMonths, "Sept.")                      // "9"
//
// A row is `value TAB phrase`; lines that start with # are comments.  Phrases are compared folded
// (FoldPhrase in unicode.h): lower case, no accents, no punctuation around words.  Beyond that
//   - a hyphen, slash or apostrophe is a space: "full-time" = "full time", "l'école" = "l ecole";
//   - "&" is "and", and so is a word for it between two others: "studio & lavoro", "studio e
//   lavoro";
//   - dots inside a word may be left out of the row: the row "bsc" is found in "B.Sc."; the row
//     "b.sc" is not found in "BSc";
//   - each Han or kana character is a word.
// The tables of all languages are one; `--lexicons DIR` adds rows of the same form.  A row there
// replaces the built-in one of the same phrase; the value "-" takes the phrase out.
//
// The built-in rows are tables that the build made (compile_lexicon.cc), so BuiltIn() costs nothing;
// rows of a folder are laid over them.  Find and FindAll fold the text and look up hashes; they may
// be called from several threads.
#ifndef ATSMATCH_PARSER_TEXT_LEXICON_H_
#define ATSMATCH_PARSER_TEXT_LEXICON_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/result.h"

namespace atsmatch {

enum class LexiconTable : uint8_t {
  kSectionHeadings,  // value: SectionKindName
  kMonths,           // value: 1..12
  kSeasons,          // value: month in which it starts ("summer" -> 6)
  kPresent,          // value: "present"; "present", "heute", "a ce jour", "to date" ...
  kSince,            // value: "since"; "since", "seit", "depuis" ...: an open range follows
  kDegrees,          // value: level, 1 secondary .. 8 doctorate (see SOURCES.md)
  kFieldsOfStudy,    // value: canonical name
  kHonours,          // value: "honour"; "first class honours", "cum laude" ...
  kScoreWords,       // value: "score"; "gpa", "grade", "cgpa", "note" ...
  kTitleWords,       // value: seniority 0 none, 1 junior .. 5 executive; "engineer", "nurse" ...
  kEmployerWords,    // value: kind; "inc", "gmbh", "hospital", "consulting" ...
  kSchoolWords,      // value: kind; "university", "college", "lycee" ...
  kLanguages,        // value: ISO 639-1; "english", "deutsch" ...
  kFluency,          // value: 1..5; "native", "fluent", "b2" ...
  kSkillLevels,      // value: 1..5; "expert", "advanced" ...
  kCountries,        // value: ISO 3166-1 alpha-2
  kRegions,          // value: CC-REGION; "texas", "tx", "ontario" ...
  kCities,           // value: CC; large cities of the world
  kNetworks,         // value: canonical name; "linkedin", "github" ...; phrase may be a host
  kContactLabels,    // value: email|phone|url|address|birth|nationality|...; "tel", "e-mail" ...
  kFieldLabels,    // value: field; "responsibilities", "technologies", "highlights", "courses" ...
  kNameParticles,  // value: "particle"; "van", "de la", "bin" ...; also "dr", "phd" as "title"
  kReferencePhrases,  // value: "on-request"; "references available on request" ...
  kCount,
};
std::string_view LexiconTableName(LexiconTable table);  // "section_headings": the file's stem

struct PhraseMatch {
  size_t begin = 0;  // bytes of the text searched
  size_t end = 0;
  std::string_view value;  // lives as long as the Lexicon
};

class Lexicon {
 public:
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  static Lexicon BuiltIn();
  // BuiltIn() plus the tables under `folder` (LANG/TABLE.tsv or TABLE.tsv).  kNotFound,
  // kUnreadable, or kInvalidData with file and line.
  static Result<Lexicon> WithFolder(const std::string& folder);

  // The value of the whole phrase, if it is in the table.
  std::optional<std::string_view> Find(LexiconTable table, std::string_view phrase) const;
  // The longest phrases of the table that stand in the text at word borders, left to right,
  // not overlapping.
  std::vector<PhraseMatch> FindAll(LexiconTable table, std::string_view text) const;
  // FindAll(...) is not empty.
  bool Contains(LexiconTable table, std::string_view text) const;

  // Hash of all tables, 16 hexadecimal digits: in every output, so that a result can be repeated.
  const std::string& Fingerprint() const;

 private:
  struct Tables;
  explicit Lexicon(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_LEXICON_H_
