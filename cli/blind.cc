#include "cli/blind.h"

#include <algorithm>
#include <utility>

#include "cli/sha256.h"
#include "parser/text/contact.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

constexpr size_t kIdDigits = 12;
constexpr size_t kShortestText = 4;  // bytes; less stands in other words by chance

void Replace(const std::string& from, std::string* text) {
  for (size_t at = text->find(from); at != std::string::npos; at = text->find(from, at)) {
    text->replace(at, from.size(), kHidden);
    at += kHidden.size();
  }
}

// The last one first, so that the places of the others stay.
void ReplaceMatches(std::vector<TextMatch> matches, std::string* text) {
  std::sort(matches.begin(), matches.end(),
            [](const TextMatch& a, const TextMatch& b) { return a.begin > b.begin; });
  for (const TextMatch& match : matches) {
    text->replace(match.begin, match.end - match.begin, kHidden);
  }
}

bool IsPersonalKind(SectionKind kind) {
  return kind == SectionKind::kPersonal || kind == SectionKind::kContact ||
         kind == SectionKind::kReferences;
}

bool IsPersonalPart(const std::string& kind) {
  return kind == "header" || kind == "contact" || kind == "personal" || kind == "references" ||
         kind == "hidden";
}

bool IsPersonalField(const RecordField& field) {
  if (field.part == "references") return true;
  return field.part == "basics" && field.pointer != "/basics/label" &&
         field.pointer != "/basics/summary";
}

}  // namespace

PersonalData::PersonalData(const ParsedResume& resume) {
  const Basics& basics = resume.resume.basics;
  for (const Text* field : {&basics.name, &basics.image, &basics.email, &basics.phone, &basics.url,
                            &basics.location.address, &basics.location.postal_code}) {
    Add(resume, *field);
  }
  for (const Profile& profile : basics.profiles) {
    Add(resume, profile.username);
    Add(resume, profile.url);
  }
  for (const Text& text : basics.other_emails) Add(resume, text);
  for (const Text& text : basics.other_phones) Add(resume, text);
  for (const Reference& reference : resume.resume.references) Add(resume, reference.name);
  AddLines(resume);
  for (const std::string_view word : SplitWords(basics.name.value)) {
    const std::string folded = FoldPhrase(word);
    if (CountCodePoints(folded) > 1) names_.insert(folded);
  }
  std::sort(texts_.begin(), texts_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
}

void PersonalData::Add(const ParsedResume& resume, const Text& field) {
  if (!field.known()) return;
  for (const std::string& text : {field.value, TextOf(resume.document, field.evidence.words)}) {
    if (text.size() >= kShortestText) texts_.push_back(text);
  }
}

// Birth date, nationality and what else stands under such a heading.
void PersonalData::AddLines(const ParsedResume& resume) {
  for (const Section& section : resume.sections) {
    if (!IsPersonalKind(section.kind)) continue;
    for (size_t i = section.lines.begin; i < std::min(section.lines.end, resume.lines.size());
         ++i) {
      const std::string text = TextOf(resume.document, resume.lines[i]);
      if (text.size() >= kShortestText) texts_.push_back(text);
    }
  }
}

// A word of the name counts where it is written as one, with a capital letter.
std::string PersonalData::HideNames(std::string_view text) const {
  if (names_.empty()) return std::string(text);
  std::string shown;
  size_t done = 0;
  for (const std::string_view word : SplitWords(text)) {
    const size_t begin = static_cast<size_t>(word.data() - text.data());
    std::string folded = FoldPhrase(word);
    for (const std::string_view possessive : {"'s", "’s"}) {
      if (folded.ends_with(possessive)) folded.resize(folded.size() - possessive.size());
    }
    const bool is_name = names_.contains(folded) && StartsUpper(word);
    shown += text.substr(done, begin - done);
    shown += is_name ? kHidden : word;
    done = begin + word.size();
  }
  return shown += text.substr(done);
}

std::string PersonalData::Hide(std::string_view text) const {
  std::string shown(text);
  for (const std::string& personal : texts_) Replace(personal, &shown);
  ReplaceMatches(FindEmails(shown), &shown);
  ReplaceMatches(FindUrls(shown), &shown);
  ReplaceMatches(FindPhones(shown), &shown);
  return HideNames(shown);
}

std::string BlindName(const std::string& sha256, const std::string& path) {
  return "candidate-" + (sha256.empty() ? Sha256(path) : sha256).substr(0, kIdDigits);
}

void HidePersonalData(const PersonalData& personal, MatchRecord* record) {
  const auto hide = [&](std::string* text) { *text = personal.Hide(*text); };
  const auto hide_quotes = [&](std::vector<RecordQuote>* quotes) {
    for (RecordQuote& quote : *quotes) {
      hide(&quote.text);
      hide(&quote.section);
    }
  };
  record->blind = true;
  record->resume = BlindName(record->inputs.resume_sha256, record->resume);
  record->resume_percent.clear();
  record->candidate.name.clear();
  record->candidate.email.clear();
  record->candidate.phone.clear();
  hide(&record->candidate.title);
  for (RecordFeature& feature : record->features) hide(&feature.note);
  for (RecordRequirement& requirement : record->requirements) {
    hide(&requirement.reason);
    hide_quotes(&requirement.evidence);
  }
  for (RecordKeyword& keyword : record->matched) hide_quotes(&keyword.where);
  for (RecordWarning& warning : record->warnings) {
    hide(&warning.message);
    hide(&warning.remedy);
  }
  if (!record->reading.has_value()) return;
  RecordReading& reading = *record->reading;
  // A picture shows everything.
  for (RecordPage& page : reading.pages) page.picture.clear();
  std::erase_if(reading.fields, IsPersonalField);
  for (RecordField& field : reading.fields) hide(&field.value);
  for (RecordMark& mark : reading.marks) hide(&mark.label);
  std::erase_if(reading.parts, [](const RecordPart& part) { return IsPersonalPart(part.kind); });
  for (RecordPart& part : reading.parts) {
    hide(&part.heading);
    for (RecordLine& line : part.lines) {
      for (RecordSpan& span : line.spans) hide(&span.text);
    }
  }
  for (RecordSpell& spell : reading.spells) {
    hide(&spell.title);
    hide(&spell.place);
  }
  for (RecordCheck& check : reading.checks) {
    hide(&check.message);
    hide(&check.remedy);
  }
}

}  // namespace atsmatch
