#include "parser/json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/json_facts.h"
#include "parser/text/contact.h"

namespace atsmatch {
namespace {

using Json = nlohmann::ordered_json;

// To a part of one: multiplying by 0.01 would print 0.7000000000000001.
double Rounded(double value, double step) {
  const double parts = std::round(1 / step);
  return std::round(value * parts) / parts;
}

// Builds the résumé and, beside it, where each field came from.
class Writer {
 public:
  Writer(const ParsedResume& parsed, const JsonOptions& options)
      : parsed_(parsed), options_(options) {}

  Json Write() {
    const Resume& resume = parsed_.resume;
    Json root;
    root["$schema"] =
        "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
    root["basics"] = WriteBasics(resume.basics);
    AddList(&root, "work", resume.work, [&](const Work& work, const std::string& path) {
      Json json;
      Put(&json, path, "name", work.name);
      Put(&json, path, "location", work.location);
      Put(&json, path, "description", work.description);
      Put(&json, path, "position", work.position);
      PutUrl(&json, path, "url", work.url);
      PutDates(&json, path, work.start, work.end, work.is_current);
      Put(&json, path, "summary", work.summary);
      PutTexts(&json, path, "highlights", work.highlights);
      return json;
    });
    AddList(&root, "volunteer", resume.volunteer,
            [&](const Volunteer& volunteer, const std::string& path) {
              Json json;
              Put(&json, path, "organization", volunteer.organization);
              Put(&json, path, "position", volunteer.position);
              PutUrl(&json, path, "url", volunteer.url);
              PutDates(&json, path, volunteer.start, volunteer.end, volunteer.is_current);
              Put(&json, path, "summary", volunteer.summary);
              PutTexts(&json, path, "highlights", volunteer.highlights);
              return json;
            });
    AddList(&root, "education", resume.education,
            [&](const Education& education, const std::string& path) {
              Json json;
              Put(&json, path, "institution", education.institution);
              PutUrl(&json, path, "url", education.url);
              Put(&json, path, "area", education.area);
              Put(&json, path, "studyType", education.study_type);
              PutDates(&json, path, education.start, education.end, education.is_current);
              Put(&json, path, "score", education.score);
              PutTexts(&json, path, "courses", education.courses);
              return json;
            });
    AddList(&root, "awards", resume.awards, [&](const Award& award, const std::string& path) {
      Json json;
      Put(&json, path, "title", award.title);
      PutDate(&json, path, "date", award.date);
      Put(&json, path, "awarder", award.awarder);
      Put(&json, path, "summary", award.summary);
      return json;
    });
    AddList(&root, "certificates", resume.certificates,
            [&](const Certificate& certificate, const std::string& path) {
              Json json;
              Put(&json, path, "name", certificate.name);
              PutDate(&json, path, "date", certificate.date);
              PutUrl(&json, path, "url", certificate.url);
              Put(&json, path, "issuer", certificate.issuer);
              return json;
            });
    AddList(&root, "publications", resume.publications,
            [&](const Publication& publication, const std::string& path) {
              Json json;
              Put(&json, path, "name", publication.name);
              Put(&json, path, "publisher", publication.publisher);
              PutDate(&json, path, "releaseDate", publication.release_date);
              PutUrl(&json, path, "url", publication.url);
              Put(&json, path, "summary", publication.summary);
              return json;
            });
    AddList(&root, "skills", resume.skills, [&](const Skill& skill, const std::string& path) {
      Json json;
      Put(&json, path, "name", skill.name);
      Put(&json, path, "level", skill.level);
      PutTexts(&json, path, "keywords", skill.keywords);
      return json;
    });
    AddList(&root, "languages", resume.languages,
            [&](const Language& language, const std::string& path) {
              Json json;
              Put(&json, path, "language", language.language);
              Put(&json, path, "fluency", language.fluency);
              return json;
            });
    AddList(&root, "interests", resume.interests,
            [&](const Interest& interest, const std::string& path) {
              Json json;
              Put(&json, path, "name", interest.name);
              PutTexts(&json, path, "keywords", interest.keywords);
              return json;
            });
    AddList(&root, "references", resume.references,
            [&](const Reference& reference, const std::string& path) {
              Json json;
              Put(&json, path, "name", reference.name);
              Put(&json, path, "reference", reference.reference);
              return json;
            });
    AddList(&root, "projects", resume.projects,
            [&](const Project& project, const std::string& path) {
              Json json;
              Put(&json, path, "name", project.name);
              Put(&json, path, "description", project.description);
              PutTexts(&json, path, "highlights", project.highlights);
              PutTexts(&json, path, "keywords", project.keywords);
              PutDates(&json, path, project.start, project.end, project.is_current);
              PutUrl(&json, path, "url", project.url);
              PutTexts(&json, path, "roles", project.roles);
              Put(&json, path, "entity", project.entity);
              Put(&json, path, "type", project.type);
              return json;
            });
    root["meta"]["version"] = "v1.0.0";
    root["meta"]["atsmatch"] = WriteExtension();
    return root;
  }

 private:
  template <class T, class WriteEntry>
  void AddList(Json* root, const char* key, const std::vector<T>& entries, WriteEntry write) {
    Json list = Json::array();
    for (const T& entry : entries) {
      const std::string path = std::string("/") + key + "/" + std::to_string(list.size());
      pointers_[key].push_back(path);
      Json json = write(entry, path);
      if (!json.empty()) list.push_back(std::move(json));
    }
    if (!list.empty()) (*root)[key] = std::move(list);
  }

  template <class T>
  void Show(const std::string& pointer, const Field<T>& field) {
    if (!options_.provenance) return;
    Json json;
    json["confidence"] = Rounded(field.confidence, 0.01);
    json["rule"] = field.evidence.rule;
    json["score"] = Rounded(field.evidence.weight, 0.01);  // the rule's own, before confidence.cc
    const IndexRange words = field.evidence.words;
    if (!words.empty() && words.end <= parsed_.document.words.size()) {
      // Evidence may run over a page break; the box is of the part on the first page.
      const int page = parsed_.document.words[words.begin].page;
      IndexRange on_page = words;
      while (on_page.end > on_page.begin + 1 &&
             parsed_.document.words[on_page.end - 1].page != page) {
        --on_page.end;
      }
      const Box box = BoxOf(parsed_.document, on_page);
      json["page"] = page + 1;
      json["box"] = {Rounded(box.x0, 0.1), Rounded(box.y0, 0.1), Rounded(box.x1, 0.1),
                     Rounded(box.y1, 0.1)};
      json["words"] = {words.begin, words.end};
    }
    provenance_[pointer] = std::move(json);
  }

  void Put(Json* json, const std::string& path, const char* key, const Text& text) {
    if (!text.known() || text.value.empty()) return;
    (*json)[key] = text.value;
    Show(path + "/" + key, text);
  }

  void PutUrl(Json* json, const std::string& path, const char* key, const Text& text) {
    if (!text.known() || text.value.empty()) return;
    (*json)[key] = WithScheme(text.value);
    Show(path + "/" + key, text);
  }

  void PutTexts(Json* json, const std::string& path, const char* key,
                const std::vector<Text>& texts) {
    Json list = Json::array();
    for (const Text& text : texts) {
      if (!text.known() || text.value.empty()) continue;
      Show(path + "/" + key + "/" + std::to_string(list.size()), text);
      list.push_back(text.value);
    }
    if (!list.empty()) (*json)[key] = std::move(list);
  }

  void PutDate(Json* json, const std::string& path, const char* key, const DateField& date) {
    if (!date.known() || date.value.year == 0) return;
    (*json)[key] = ToIsoDate(date.value);
    Show(path + "/" + key, date);
  }

  void PutDates(Json* json, const std::string& path, const DateField& start, const DateField& end,
                const Field<bool>& is_current) {
    PutDate(json, path, "startDate", start);
    PutDate(json, path, "endDate", end);
    if (is_current.known() && is_current.value) current_.push_back(path);
  }

  Json WriteBasics(const Basics& basics) {
    const std::string path = "/basics";
    Json json = Json::object();
    Put(&json, path, "name", basics.name);
    Put(&json, path, "label", basics.label);
    PutUrl(&json, path, "image", basics.image);
    Put(&json, path, "email", basics.email);
    Put(&json, path, "phone", basics.phone);
    PutUrl(&json, path, "url", basics.url);
    Put(&json, path, "summary", basics.summary);
    Json location;
    Put(&location, path + "/location", "address", basics.location.address);
    Put(&location, path + "/location", "postalCode", basics.location.postal_code);
    Put(&location, path + "/location", "city", basics.location.city);
    Put(&location, path + "/location", "countryCode", basics.location.country_code);
    Put(&location, path + "/location", "region", basics.location.region);
    if (!location.empty()) json["location"] = std::move(location);
    Json profiles = Json::array();
    for (const Profile& profile : basics.profiles) {
      const std::string profile_path = path + "/profiles/" + std::to_string(profiles.size());
      Json entry;
      Put(&entry, profile_path, "network", profile.network);
      Put(&entry, profile_path, "username", profile.username);
      PutUrl(&entry, profile_path, "url", profile.url);
      if (!entry.empty()) profiles.push_back(std::move(entry));
    }
    if (!profiles.empty()) json["profiles"] = std::move(profiles);
    return json;
  }

  Json WriteExtension() {
    Json json;
    json["schema"] = "atsmatch.resume/1";
    if (!options_.file.empty()) json["file"] = options_.file;
    if (!options_.lexicon_fingerprint.empty()) json["lexicon"] = options_.lexicon_fingerprint;
    if (!options_.sandbox) json["sandbox"] = false;
    json["pages"] = parsed_.document.pages.size();
    if (!current_.empty()) json["current"] = current_;
    Json emails = Json::array(), phones = Json::array();
    for (const Text& email : parsed_.resume.basics.other_emails) emails.push_back(email.value);
    for (const Text& phone : parsed_.resume.basics.other_phones) phones.push_back(phone.value);
    if (!emails.empty()) json["otherEmails"] = std::move(emails);
    if (!phones.empty()) json["otherPhones"] = std::move(phones);
    Json sections = Json::array();
    for (const Section& section : parsed_.sections) {
      Json entry;
      entry["kind"] = SectionKindName(section.kind);
      if (!section.heading.empty()) entry["heading"] = section.heading;
      entry["lines"] = {section.lines.begin, section.lines.end};
      entry["confidence"] = Rounded(section.confidence, 0.01);
      entry["rule"] = section.rule;
      sections.push_back(std::move(entry));
    }
    json["sections"] = std::move(sections);
    json["warnings"] = ToJson(parsed_.warnings, parsed_.document);
    if (parsed_.facts.has_value())
      json["facts"] = ToJson(*parsed_.facts, parsed_.resume, pointers_);
    if (parsed_.checks.has_value()) json["checks"] = ToJson(*parsed_.checks, parsed_.document);
    if (parsed_.naive_reading.has_value()) json["naiveReading"] = ToJson(*parsed_.naive_reading);
    if (options_.provenance) json["provenance"] = std::move(provenance_);
    return json;
  }

  const ParsedResume& parsed_;
  const JsonOptions& options_;
  Json provenance_ = Json::object();
  std::vector<std::string> current_;  // JSON Pointers of entries that go on
  EntryPointers pointers_;
};

}  // namespace

std::string ToJsonResume(const ParsedResume& parsed, const JsonOptions& options) {
  return Writer(parsed, options)
      .Write()
      .dump(options.pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace atsmatch
