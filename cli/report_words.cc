#include "cli/report_words.h"

#include <cstdio>

#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

struct PartName {
  std::string_view part, label;
};
constexpr PartName kParts[] = {
    {"basics", "Name and contact"},
    {"header", "Name and contact"},
    {"contact", "Contact"},
    {"personal", "Personal details"},
    {"summary", "Summary"},
    {"work", "Work"},
    {"volunteer", "Voluntary work"},
    {"education", "Education"},
    {"courses", "Courses"},
    {"skills", "Skills"},
    {"projects", "Projects"},
    {"certificates", "Certificates"},
    {"awards", "Awards"},
    {"publications", "Publications"},
    {"languages", "Languages"},
    {"interests", "Interests"},
    {"references", "References"},
    {"hidden", "Hidden text: in the file, not to be seen"},
    {"other", "Other"},
};

}  // namespace

const char kWhatTheScoreIs[] =
    "It says how far this résumé shows what this posting asks for, from 0 to 100, made of the "
    "parts below, whose points add up to it. Strong, good, partial and weak are stretches of that "
    "scale.";
const char kWhatTheScoreIsNot[] =
    "It is no verdict on a person and no employer’s number: systems differ, and people decide. "
    "Name, gender, age, photo, nationality, address and school are not looked at.";

const char kWhyNotScored[] =
    "The posting asks for nothing that could be compared with a résumé. Give its whole text, with "
    "title, duties and requirements.";

std::string FileNameOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

std::string Decimal(double value, int decimals) {
  char text[40];
  std::snprintf(text, sizeof(text), "%.*f", decimals, value);
  return text;
}

std::string Counted(size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string MeaningOf(const MatchRecord& record) {
  return record.band == "strong"    ? "A strong match."
         : record.band == "good"    ? "A good match."
         : record.band == "partial" ? "A partial match."
                                    : "A weak match.";
}

std::string CostliestPart(const MatchRecord& record) {
  const RecordFeature* costliest = nullptr;
  for (const RecordFeature& feature : record.features) {
    const double lost = feature.max_points - feature.points;
    if (feature.used && lost >= 1 &&
        (costliest == nullptr || lost > costliest->max_points - costliest->points)) {
      costliest = &feature;
    }
  }
  if (costliest == nullptr) return "";
  return "Most points are lost on \"" + costliest->label +
         "\": " + Decimal(costliest->max_points - costliest->points, 1) + ".";
}

std::string UseInWords(const RecordUse& use) {
  std::string text = "The job has a use for " + Decimal(100 * use.share, 0) +
                     " % of the skills that the résumé shows";
  if (!use.unused.empty()) text += "; it does not ask for " + Joined(use.unused);
  return text + ".";
}

std::string WithoutCondition(const std::string& text) {
  static constexpr std::string_view kCondition = "f true for you";
  if (text.size() < 1 + kCondition.size() || text.compare(1, kCondition.size(), kCondition) != 0) {
    return text;
  }
  std::string rest(TrimSeparators(std::string_view(text).substr(1 + kCondition.size())));
  return rest.empty() ? text : rest;
}

std::string BandLabel(const MatchRecord& record) {
  if (!record.score.has_value()) return "not scored";
  return record.knocked_out ? record.band + ", must not met" : record.band;
}

size_t MetRank(std::string_view met) {
  return met == "no" ? 0 : met == "partly" ? 1 : met == "yes" ? 2 : 3;
}

std::string MetLabel(std::string_view met) {
  static constexpr const char* kLabels[] = {"not met", "partly", "met", "to be asked"};
  return kLabels[MetRank(met)];
}

std::string MetSign(std::string_view met) {
  static constexpr const char* kSigns[] = {"✗", "~", "✓", "?"};
  return kSigns[MetRank(met)];
}

std::string MetSignAscii(std::string_view met) {
  static constexpr const char* kSigns[] = {"x", "~", "+", "?"};
  return kSigns[MetRank(met)];
}

std::string SeverityLabel(std::string_view severity) {
  if (severity == "fatal") return "fatal";
  if (severity == "major") return "serious";
  return severity == "minor" ? "minor" : "to know";
}

std::string PartLabel(std::string_view part) {
  for (const PartName& name : kParts) {
    if (name.part == part) return std::string(name.label);
  }
  return std::string(part);
}

std::string EntryOf(const RecordField& field) {
  const std::string& pointer = field.pointer;
  const size_t begin = pointer.find('/', 1);
  if (field.part == "basics" || begin == std::string::npos) return "";
  const size_t end = std::min(pointer.find('/', begin + 1), pointer.size());
  const std::string number = pointer.substr(begin + 1, end - begin - 1);
  if (number.empty() || number.size() > 4 ||
      number.find_first_not_of("0123456789") != std::string::npos) {
    return "";
  }
  return std::to_string(std::stoi(number) + 1);
}

std::vector<std::pair<std::string, std::string>> InputsOf(const MatchRecord& record) {
  std::vector<std::pair<std::string, std::string>> inputs = {
      {"Résumé", record.resume},
      {"SHA-256 of the résumé", record.inputs.resume_sha256},
      {"Posting", record.job},
      {"SHA-256 of the posting", record.inputs.job_sha256},
      {"Program", record.inputs.tool},
      {"Lexicon", record.inputs.lexicon},
      {"Taxonomy", record.inputs.taxonomy},
      {"Statistics of words", record.inputs.statistics},
      {"As of", record.inputs.as_of}};
  std::erase_if(inputs, [](const auto& input) { return input.second.empty(); });
  return inputs;
}

}  // namespace atsmatch
