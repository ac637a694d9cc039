// What a résumé says: JSON Resume 1.x, each field with its confidence and the words that show it.
//
// A field that was not found has confidence 0.  Evidence points into the words of the ordered
// document (ParsedResume::document in parse.h).
#ifndef ATSMATCH_PARSER_RESUME_H_
#define ATSMATCH_PARSER_RESUME_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parser/document.h"

namespace atsmatch {

struct Evidence {
  IndexRange words;       // into ParsedResume::document.words
  const char* rule = "";  // name of the rule that decided; static storage
  double weight = 0;      // the rule's own score, for explaining
};

template <class T>
struct Field {
  T value{};
  double confidence = 0;  // 0 unknown, 1 certain
  Evidence evidence;

  bool known() const { return confidence > 0; }
};
using Text = Field<std::string>;

// A date at the precision printed.  Months and days are 1-based; 0: not printed.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  auto operator<=>(const Date&) const = default;
};
// "2020", "2020-03", "2020-03-16"
std::string ToIsoDate(const Date& date);
using DateField = Field<Date>;

struct Location {
  Text address, postal_code, city, country_code, region;
};

struct Profile {
  Text network, username, url;
};

struct Basics {
  Text name, label, image, email, phone, url, summary;
  Location location;
  std::vector<Profile> profiles;
  std::vector<Text> other_emails, other_phones;  // beyond JSON Resume: into meta.atsmatch
};

struct Work {
  Text name, location, description, position, url, summary;
  DateField start, end;
  Field<bool> is_current;  // the end is "Present" or the like
  std::vector<Text> highlights;
  IndexRange lines;  // of the layout
};

struct Volunteer {
  Text organization, position, url, summary;
  DateField start, end;
  Field<bool> is_current;
  std::vector<Text> highlights;
  IndexRange lines;
};

struct Education {
  Text institution, url, area, study_type, score;
  DateField start, end;
  Field<bool> is_current;
  std::vector<Text> courses;
  IndexRange lines;
};

struct Award {
  Text title, awarder, summary;
  DateField date;
};

struct Certificate {
  Text name, issuer, url, id;
  DateField date, expires;
};

struct Publication {
  Text name, publisher, url, summary, authors;
  DateField release_date;
};

struct Skill {
  Text name, level;
  std::vector<Text> keywords;
};

struct Language {
  Text language, fluency;
};

struct Interest {
  Text name;
  std::vector<Text> keywords;
};

struct Reference {
  Text name, reference;
};

struct Project {
  Text name, description, url, entity, type;
  DateField start, end;
  Field<bool> is_current;
  std::vector<Text> highlights, keywords, roles;
  IndexRange lines;
};

struct Resume {
  Basics basics;
  std::vector<Work> work;
  std::vector<Volunteer> volunteer;
  std::vector<Education> education;
  std::vector<Award> awards;
  std::vector<Certificate> certificates;
  std::vector<Publication> publications;
  std::vector<Skill> skills;
  std::vector<Language> languages;
  std::vector<Interest> interests;
  std::vector<Reference> references;
  std::vector<Project> projects;
};

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_RESUME_H_
