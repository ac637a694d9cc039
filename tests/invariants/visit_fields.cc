#include "tests/invariants/visit_fields.h"

#include <type_traits>

namespace atsmatch {
namespace {

class Visitor {
 public:
  explicit Visitor(const std::function<void(const FieldView&)>& visit) : visit_(visit) {}

  void Visit(const Resume& resume) {
    Entry("basics", resume.basics);
    Entries("work", resume.work);
    Entries("volunteer", resume.volunteer);
    Entries("education", resume.education);
    Entries("awards", resume.awards);
    Entries("certificates", resume.certificates);
    Entries("publications", resume.publications);
    Entries("skills", resume.skills);
    Entries("languages", resume.languages);
    Entries("interests", resume.interests);
    Entries("references", resume.references);
    Entries("projects", resume.projects);
  }

 private:
  template <class T>
  void One(const std::string& path, const Field<T>& field) {
    visit_({path, field.confidence, field.evidence});
  }

  template <class T>
  void Entries(const std::string& path, const std::vector<T>& entries) {
    for (size_t i = 0; i < entries.size(); ++i) {
      const std::string place = path + "[" + std::to_string(i) + "]";
      if constexpr (std::is_same_v<T, Text>) {
        One(place, entries[i]);
      } else {
        Entry(place, entries[i]);
      }
    }
  }

  void Entry(const std::string& path, const Basics& basics) {
    One(path + ".name", basics.name);
    One(path + ".label", basics.label);
    One(path + ".image", basics.image);
    One(path + ".email", basics.email);
    One(path + ".phone", basics.phone);
    One(path + ".url", basics.url);
    One(path + ".summary", basics.summary);
    One(path + ".location.address", basics.location.address);
    One(path + ".location.postalCode", basics.location.postal_code);
    One(path + ".location.city", basics.location.city);
    One(path + ".location.countryCode", basics.location.country_code);
    One(path + ".location.region", basics.location.region);
    Entries(path + ".profiles", basics.profiles);
    Entries(path + ".other_emails", basics.other_emails);
    Entries(path + ".other_phones", basics.other_phones);
  }

  void Entry(const std::string& path, const Profile& profile) {
    One(path + ".network", profile.network);
    One(path + ".username", profile.username);
    One(path + ".url", profile.url);
  }

  template <class T>
  void Dates(const std::string& path, const T& entry) {
    One(path + ".startDate", entry.start);
    One(path + ".endDate", entry.end);
    One(path + ".is_current", entry.is_current);
  }

  void Entry(const std::string& path, const Work& work) {
    One(path + ".name", work.name);
    One(path + ".location", work.location);
    One(path + ".description", work.description);
    One(path + ".position", work.position);
    One(path + ".url", work.url);
    One(path + ".summary", work.summary);
    Dates(path, work);
    Entries(path + ".highlights", work.highlights);
  }

  void Entry(const std::string& path, const Volunteer& volunteer) {
    One(path + ".organization", volunteer.organization);
    One(path + ".position", volunteer.position);
    One(path + ".url", volunteer.url);
    One(path + ".summary", volunteer.summary);
    Dates(path, volunteer);
    Entries(path + ".highlights", volunteer.highlights);
  }

  void Entry(const std::string& path, const Education& education) {
    One(path + ".institution", education.institution);
    One(path + ".url", education.url);
    One(path + ".area", education.area);
    One(path + ".studyType", education.study_type);
    One(path + ".score", education.score);
    Dates(path, education);
    Entries(path + ".courses", education.courses);
  }

  void Entry(const std::string& path, const Award& award) {
    One(path + ".title", award.title);
    One(path + ".awarder", award.awarder);
    One(path + ".summary", award.summary);
    One(path + ".date", award.date);
  }

  void Entry(const std::string& path, const Certificate& certificate) {
    One(path + ".name", certificate.name);
    One(path + ".issuer", certificate.issuer);
    One(path + ".url", certificate.url);
    One(path + ".id", certificate.id);
    One(path + ".date", certificate.date);
    One(path + ".expires", certificate.expires);
  }

  void Entry(const std::string& path, const Publication& publication) {
    One(path + ".name", publication.name);
    One(path + ".publisher", publication.publisher);
    One(path + ".url", publication.url);
    One(path + ".summary", publication.summary);
    One(path + ".authors", publication.authors);
    One(path + ".releaseDate", publication.release_date);
  }

  void Entry(const std::string& path, const Skill& skill) {
    One(path + ".name", skill.name);
    One(path + ".level", skill.level);
    Entries(path + ".keywords", skill.keywords);
  }

  void Entry(const std::string& path, const Language& language) {
    One(path + ".language", language.language);
    One(path + ".fluency", language.fluency);
  }

  void Entry(const std::string& path, const Interest& interest) {
    One(path + ".name", interest.name);
    Entries(path + ".keywords", interest.keywords);
  }

  void Entry(const std::string& path, const Reference& reference) {
    One(path + ".name", reference.name);
    One(path + ".reference", reference.reference);
  }

  void Entry(const std::string& path, const Project& project) {
    One(path + ".name", project.name);
    One(path + ".description", project.description);
    One(path + ".url", project.url);
    One(path + ".entity", project.entity);
    One(path + ".type", project.type);
    Dates(path, project);
    Entries(path + ".highlights", project.highlights);
    Entries(path + ".keywords", project.keywords);
    Entries(path + ".roles", project.roles);
  }

  const std::function<void(const FieldView&)>& visit_;
};

}  // namespace

void VisitFields(const Resume& resume, const std::function<void(const FieldView&)>& visit) {
  Visitor(visit).Visit(resume);
}

}  // namespace atsmatch
