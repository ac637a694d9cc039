#include "parser/fields/confidence.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "embedded/EmbeddedConfidence.h"
#include "parser/text/embedded_file.h"

namespace atsmatch {
namespace {

constexpr double kLeast = 0.01, kMost = 0.99;
constexpr double kStep = 0.05;  // of the rules' scores, as in calibrate.py

// "group TAB rule TAB wholeness TAB score" -> confidence; "*" is any.
using Table = std::unordered_map<std::string_view, std::string_view>;

std::string KeyOf(std::string_view group, std::string_view rule, std::string_view wholeness,
                  std::string_view score) {
  std::string key;
  for (std::string_view part : {group, rule, wholeness, score}) {
    if (!key.empty()) key += '\t';
    key += part;
  }
  return key;
}

Table ReadTable(std::string_view text) {
  Table table;
  table.reserve(1024);
  constexpr int kKeyCells = 4;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line[0] == '#') continue;
    size_t tab = 0;
    for (int cell = 0; cell < kKeyCells && tab != std::string_view::npos; ++cell)
      tab = line.find('\t', cell == 0 ? 0 : tab + 1);
    if (tab == std::string_view::npos) continue;
    table.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return table;
}

const Table& BuiltInTable() {
  static const Table table = [] {
    for (const EmbeddedFile& file : EmbeddedConfidence()) {
      if (file.path == "confidence.tsv") return ReadTable(file.text);
    }
    return Table();
  }();
  return table;
}

// ---- wholeness: has the entry what makes one, and have those of the work and the education?

// Must be those of WHOLE in calibrate.py.
bool IsWhole(const Work& e) { return e.name.known() && e.position.known() && e.start.known(); }
bool IsWhole(const Volunteer& e) {
  return e.organization.known() && e.position.known() && e.start.known();
}
bool IsWhole(const Education& e) {
  return e.institution.known() && e.study_type.known() && e.end.known();
}
bool IsWhole(const Project& e) { return e.name.known() && e.start.known(); }
bool IsWhole(const Award& e) { return e.title.known() && e.awarder.known(); }
bool IsWhole(const Certificate& e) { return e.name.known() && e.issuer.known(); }
bool IsWhole(const Publication& e) { return e.name.known() && e.publisher.known(); }
bool IsWhole(const Skill& e) { return e.name.known() && !e.keywords.empty(); }
bool IsWhole(const Language& e) { return e.language.known() && e.fluency.known(); }
bool IsWhole(const Interest& e) { return e.name.known(); }
bool IsWhole(const Reference& e) { return e.name.known() && e.reference.known(); }

// A document whose jobs and degrees lack parts was probably cut at the wrong places.
std::string_view WholenessOf(const Resume& resume) {
  size_t entries = resume.work.size() + resume.education.size(), broken = 0;
  for (const Work& entry : resume.work) broken += !IsWhole(entry);
  for (const Education& entry : resume.education) broken += !IsWhole(entry);
  if (entries > 0 && broken == 0) return "regular";
  return entries > 0 && 2 * broken <= entries ? "mixed" : "irregular";
}

// ---- the walk over all fields

class Calibrator {
 public:
  explicit Calibrator(std::string_view document)
      : document_(document), wholeness_(document), part_("part-" + std::string(document)) {}

  template <class Entry>
  void Enter(const Entry& entry) {
    wholeness_ = IsWhole(entry) ? document_ : std::string_view(part_);
  }
  void Leave() { wholeness_ = document_; }

  template <class T>
  void See(const char* group, Field<T>* field) const {
    if (!field->known()) return;
    const double score = field->confidence;
    field->evidence.weight = score;
    field->confidence = std::clamp(Find(group, field->evidence.rule, score), kLeast, kMost);
  }
  void See(const char* group, std::vector<Text>* fields) const {
    for (Text& field : *fields) See(group, &field);
  }

 private:
  double Find(const char* group, const char* rule, double score) const {
    const Table& table = BuiltInTable();
    const std::string step = std::to_string(static_cast<int>(score / kStep + 0.5 + 1e-9) *
                                            static_cast<int>(100 * kStep));
    const std::string_view cells[][3] = {
        {rule, wholeness_, step}, {rule, wholeness_, "*"}, {"*", wholeness_, "*"}, {"*", "*", "*"}};
    for (const auto& [of_rule, whole, of_score] : cells) {
      const auto found = table.find(KeyOf(group, of_rule, whole, of_score));
      if (found != table.end()) return std::atof(std::string(found->second).c_str());
    }
    return score;
  }

  std::string_view document_, wholeness_;
  std::string part_;
};

void SeeBasics(const Calibrator& calibrator, Basics* basics) {
  calibrator.See("basics.name", &basics->name);
  calibrator.See("basics.label", &basics->label);
  calibrator.See("basics.email", &basics->email);
  calibrator.See("basics.phone", &basics->phone);
  calibrator.See("basics.url", &basics->url);
  calibrator.See("basics.summary", &basics->summary);
  calibrator.See("basics.location.address", &basics->location.address);
  calibrator.See("basics.location.postalCode", &basics->location.postal_code);
  calibrator.See("basics.location.city", &basics->location.city);
  calibrator.See("basics.location.countryCode", &basics->location.country_code);
  calibrator.See("basics.location.region", &basics->location.region);
  for (Profile& profile : basics->profiles) {
    calibrator.See("basics.profiles.network", &profile.network);
    calibrator.See("basics.profiles.username", &profile.username);
    calibrator.See("basics.profiles.url", &profile.url);
  }
  calibrator.See("basics.email", &basics->other_emails);
  calibrator.See("basics.phone", &basics->other_phones);
}

void SeeEntry(const Calibrator& calibrator, Work* entry) {
  calibrator.See("work.name", &entry->name);
  calibrator.See("work.location", &entry->location);
  calibrator.See("work.description", &entry->description);
  calibrator.See("work.position", &entry->position);
  calibrator.See("work.url", &entry->url);
  calibrator.See("work.summary", &entry->summary);
  calibrator.See("work.startDate", &entry->start);
  calibrator.See("work.endDate", &entry->end);
  calibrator.See("work.endDate", &entry->is_current);
  calibrator.See("work.highlights", &entry->highlights);
}

void SeeEntry(const Calibrator& calibrator, Volunteer* entry) {
  calibrator.See("volunteer.organization", &entry->organization);
  calibrator.See("volunteer.position", &entry->position);
  calibrator.See("volunteer.url", &entry->url);
  calibrator.See("volunteer.summary", &entry->summary);
  calibrator.See("volunteer.startDate", &entry->start);
  calibrator.See("volunteer.endDate", &entry->end);
  calibrator.See("volunteer.endDate", &entry->is_current);
  calibrator.See("volunteer.highlights", &entry->highlights);
}

void SeeEntry(const Calibrator& calibrator, Education* entry) {
  calibrator.See("education.institution", &entry->institution);
  calibrator.See("education.url", &entry->url);
  calibrator.See("education.area", &entry->area);
  calibrator.See("education.studyType", &entry->study_type);
  calibrator.See("education.score", &entry->score);
  calibrator.See("education.startDate", &entry->start);
  calibrator.See("education.endDate", &entry->end);
  calibrator.See("education.endDate", &entry->is_current);
  calibrator.See("education.courses", &entry->courses);
}

void SeeEntry(const Calibrator& calibrator, Award* entry) {
  calibrator.See("awards.title", &entry->title);
  calibrator.See("awards.awarder", &entry->awarder);
  calibrator.See("awards.summary", &entry->summary);
  calibrator.See("awards.date", &entry->date);
}

void SeeEntry(const Calibrator& calibrator, Certificate* entry) {
  calibrator.See("certificates.name", &entry->name);
  calibrator.See("certificates.issuer", &entry->issuer);
  calibrator.See("certificates.url", &entry->url);
  calibrator.See("certificates.id", &entry->id);
  calibrator.See("certificates.date", &entry->date);
  calibrator.See("certificates.date", &entry->expires);
}

void SeeEntry(const Calibrator& calibrator, Publication* entry) {
  calibrator.See("publications.name", &entry->name);
  calibrator.See("publications.publisher", &entry->publisher);
  calibrator.See("publications.url", &entry->url);
  calibrator.See("publications.summary", &entry->summary);
  calibrator.See("publications.authors", &entry->authors);
  calibrator.See("publications.releaseDate", &entry->release_date);
}

void SeeEntry(const Calibrator& calibrator, Skill* entry) {
  calibrator.See("skills.name", &entry->name);
  calibrator.See("skills.level", &entry->level);
  calibrator.See("skills.keywords", &entry->keywords);
}

void SeeEntry(const Calibrator& calibrator, Language* entry) {
  calibrator.See("languages.language", &entry->language);
  calibrator.See("languages.fluency", &entry->fluency);
}

void SeeEntry(const Calibrator& calibrator, Interest* entry) {
  calibrator.See("interests.name", &entry->name);
  calibrator.See("interests.keywords", &entry->keywords);
}

void SeeEntry(const Calibrator& calibrator, Reference* entry) {
  calibrator.See("references.name", &entry->name);
  calibrator.See("references.reference", &entry->reference);
}

void SeeEntry(const Calibrator& calibrator, Project* entry) {
  calibrator.See("projects.name", &entry->name);
  calibrator.See("projects.description", &entry->description);
  calibrator.See("projects.url", &entry->url);
  calibrator.See("projects.entity", &entry->entity);
  calibrator.See("projects.type", &entry->type);
  calibrator.See("projects.startDate", &entry->start);
  calibrator.See("projects.endDate", &entry->end);
  calibrator.See("projects.endDate", &entry->is_current);
  calibrator.See("projects.highlights", &entry->highlights);
  calibrator.See("projects.keywords", &entry->keywords);
  calibrator.See("projects.roles", &entry->roles);
}

template <class Entry>
void SeeEntries(Calibrator* calibrator, std::vector<Entry>* entries) {
  for (Entry& entry : *entries) {
    calibrator->Enter(entry);
    SeeEntry(*calibrator, &entry);
  }
  calibrator->Leave();
}

}  // namespace

void Calibrate(Resume* resume) {
  Calibrator calibrator(WholenessOf(*resume));
  SeeBasics(calibrator, &resume->basics);
  SeeEntries(&calibrator, &resume->work);
  SeeEntries(&calibrator, &resume->volunteer);
  SeeEntries(&calibrator, &resume->education);
  SeeEntries(&calibrator, &resume->awards);
  SeeEntries(&calibrator, &resume->certificates);
  SeeEntries(&calibrator, &resume->publications);
  SeeEntries(&calibrator, &resume->skills);
  SeeEntries(&calibrator, &resume->languages);
  SeeEntries(&calibrator, &resume->interests);
  SeeEntries(&calibrator, &resume->references);
  SeeEntries(&calibrator, &resume->projects);
}

}  // namespace atsmatch
