#include "benchmarks/accuracy_score.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "benchmarks/accuracy_text.h"

namespace atsmatch {
namespace {

using Comparison = std::function<bool(std::string_view truth, std::string_view read)>;
using Entries = std::vector<PlainEntry>;

constexpr double kLeastWorthOfPair =
    0.3;                              // under it two entries have nothing to do with each other
constexpr double kTextIsRight = 0.8;  // token F1 of a text that counts as right

struct ListField {
  const char* key;
  const char* group;
  double weight;  // in pairing the entries
};
struct DatedList {
  const char* key;
  std::vector<ListField> fields;  // the first names the entry
  const char* start_group;
  const char* end_group;
  const char* text_group;  // nullptr: not scored
};
struct NamedList {
  const char* key;
  const char* name;  // nullptr: the list is scored item by item
};

const DatedList& WorkList() {
  static const DatedList list{"work",
                              {{"name", "work.company", 3},
                               {"position", "work.position", 3},
                               {"location", "work.location", 0.5}},
                              "work.startDate",
                              "work.endDate",
                              "work.text"};
  return list;
}

const DatedList& EducationList() {
  static const DatedList list{"education",
                              {{"institution", "education.institution", 3},
                               {"area", "education.area", 3},
                               {"studyType", "education.studyType", 0.5},
                               {"score", "education.score", 0.5}},
                              "education.dates",
                              "education.dates",
                              nullptr};
  return list;
}

constexpr NamedList kSections[] = {
    {"work", "name"},         {"education", "institution"}, {"skills", nullptr},
    {"projects", "name"},     {"publications", "name"},     {"awards", "title"},
    {"certificates", "name"}, {"languages", "language"},    {"volunteer", "organization"},
    {"references", "name"},   {"interests", "name"},
};
// Scored by the names of their entries alone.
constexpr std::string_view kNamesOnly[] = {"projects",  "publications", "awards",    "certificates",
                                           "languages", "volunteer",    "references"};

bool IsNamesOnly(std::string_view key) {
  return std::find(std::begin(kNamesOnly), std::end(kNamesOnly), key) != std::end(kNamesOnly);
}

// A value of a list, and how sure the parser was of it (of the truth: 0).
struct Item {
  std::string text;
  double confidence = 0;
};

double ConfidenceOf(const PlainEntry& entry, const std::string& key) {
  const auto found = entry.confidence.find(key);
  return found == entry.confidence.end() ? 0 : found->second;
}

// Paragraphs and bullet points of an entry.  `printed`: those that stand on the page.
std::vector<std::string> TextsOf(const PlainEntry& entry, bool printed) {
  std::vector<std::string> texts;
  for (const char* key : {"summary", "description"}) {
    if (!entry.Value(key).empty() && (!printed || entry.Printed(key))) {
      texts.push_back(entry.Value(key));
    }
  }
  for (size_t i = 0; i < entry.highlights.size(); ++i) {
    const bool shown = entry.Printed("highlights[" + std::to_string(i) + "]");
    if (!entry.highlights[i].empty() && (!printed || shown)) texts.push_back(entry.highlights[i]);
  }
  return texts;
}

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += text + " ";
  return joined;
}

template <class Predicate>
bool AnyOf(const std::vector<std::string>& texts, Predicate predicate) {
  return std::any_of(texts.begin(), texts.end(), predicate);
}

class Scorer {
 public:
  Scorer(const PlainResume& truth, const PlainResume& read) : truth_(truth), read_(read) {}

  DocumentScore Score() {
    ScoreBasics();
    ScoreUrls();
    ScoreDated(WorkList());
    ScoreDated(EducationList());
    ScoreSkills();
    for (const NamedList& list : kSections) {
      if (IsNamesOnly(list.key)) ScoreNames(list);
    }
    for (const NamedList& list : kSections) ScoreSection(list);
    score_.perfect =
        !core_.empty() && std::all_of(core_.begin(), core_.end(), [](bool b) { return b; });
    return std::move(score_);
  }

 private:
  void Count(const std::string& group, double hits, double read, double printed) {
    score_.groups[group].Add({hits, read, printed});
  }
  void Judge(double confidence, bool right) {
    if (confidence > 0) score_.judged.push_back({confidence, right});
  }

  // nullopt: not printed.
  std::optional<bool> ScoreValue(const std::string& key, const std::string& group,
                                 const Comparison& same) {
    if (!truth_.basics.Printed(key)) return std::nullopt;
    const std::string& value = read_.basics.Value(key);
    const bool right = !value.empty() && same(truth_.basics.Value(key), value);
    Count(group, right, !value.empty(), 1);
    Judge(ConfidenceOf(read_.basics, key), right);
    return right;
  }

  void ScoreBasics() {
    for (const auto& [key, same] : std::initializer_list<std::pair<const char*, Comparison>>{
             {"name", SameText}, {"email", SameEmail}, {"phone", SamePhone}}) {
      const std::optional<bool> right = ScoreValue(key, key, same);
      if (right) core_.push_back(*right);
    }
    ScoreValue("label", "label", CloseText);
    ScoreValue("city", "location", SameText);
    if (!truth_.basics.Printed("summary")) return;
    const std::string& summary = read_.basics.Value("summary");
    const double share = TokenF1(truth_.basics.Value("summary"), summary);
    Count("summary", share, !summary.empty(), 1);
    Judge(ConfidenceOf(read_.basics, "summary"), share >= kTextIsRight);
  }

  // Takes what is printed out of `read`, then what is merely true; the rest is wrong.
  void ScoreSet(const std::string& group, const std::vector<std::string>& printed,
                const std::vector<std::string>& unprinted, std::vector<Item> read,
                const Comparison& same) {
    std::erase_if(read, [](const Item& item) { return Normal(item.text).empty(); });
    double hits = 0, wrong = 0;
    for (const std::string& text : printed) {
      const auto found = std::find_if(read.begin(), read.end(),
                                      [&](const Item& item) { return same(text, item.text); });
      if (found == read.end()) continue;
      ++hits;
      Judge(found->confidence, true);
      read.erase(found);
    }
    for (const Item& item : read) {
      if (AnyOf(unprinted, [&](const std::string& text) { return same(text, item.text); }))
        continue;
      ++wrong;
      Judge(item.confidence, false);
    }
    Count(group, hits, hits + wrong, static_cast<double>(printed.size()));
  }

  void ScoreUrls() {
    // A link is "address TAB user name", so that either may prove it.
    const auto link = [](const std::string& url, const std::string& user) {
      std::string name = Normal(user);
      while (name.starts_with('@')) name.erase(0, 1);
      return BareUrl(url) + "\t" + name;
    };
    std::vector<std::string> printed, unprinted;
    if (!truth_.basics.Value("url").empty()) {
      (truth_.basics.Printed("url") ? printed : unprinted)
          .push_back(link(truth_.basics.Value("url"), ""));
    }
    for (const PlainEntry& profile : truth_.List("profiles")) {
      if (profile.Value("url").empty()) continue;
      const bool shown = profile.Printed("url") || profile.Printed("username");
      (shown ? printed : unprinted)
          .push_back(link(profile.Value("url"), profile.Value("username")));
    }
    if (printed.empty()) return;
    ScoreSet(
        "urls", printed, unprinted, ReadLinks(link), [](std::string_view t, std::string_view r) {
          const std::string_view url = t.substr(0, t.find('\t')), user = t.substr(t.find('\t') + 1);
          const std::string_view address = r.substr(0, r.find('\t'));
          const std::string_view name = r.substr(r.find('\t') + 1);
          if (!address.empty() && address == url) return true;
          if (user.empty()) return false;
          return user == name || address.ends_with("/" + std::string(user));
        });
  }

  template <class MakeLink>
  std::vector<Item> ReadLinks(const MakeLink& link) const {
    std::vector<Item> links;
    std::set<std::string> seen;
    const auto add = [&](const PlainEntry& entry) {
      const std::string url = BareUrl(entry.Value("url"));
      if (url.empty() && entry.Value("username").empty()) return;
      if (!url.empty() && !seen.insert(url).second) return;
      links.push_back(
          {link(entry.Value("url"), entry.Value("username")), ConfidenceOf(entry, "url")});
    };
    PlainEntry own;
    own.values["url"] = read_.basics.Value("url");
    own.confidence["url"] = ConfidenceOf(read_.basics, "url");
    add(own);
    for (const PlainEntry& profile : read_.List("profiles")) add(profile);
    return links;
  }

  // What two entries share; the more, the better the pair.
  static double WorthOfPair(const DatedList& list, const PlainEntry& truth,
                            const PlainEntry& read) {
    double worth = 0;
    for (const ListField& field : list.fields) {
      if (!truth.Printed(field.key)) continue;
      worth += field.weight * TokenF1(truth.Value(field.key), read.Value(field.key));
    }
    for (const char* date : {"startDate", "endDate"}) {
      if (truth.Printed(date) && SameDate(truth.Value(date), read.Value(date), false)) worth += 1;
    }
    if (list.text_group != nullptr) {
      worth += 0.5 * TokenF1(Joined(TextsOf(truth, true)), Joined(TextsOf(read, false)));
    }
    return worth;
  }

  void ScoreDated(const DatedList& list) {
    Entries printed, unprinted;
    for (const PlainEntry& entry : truth_.List(list.key)) {
      (entry.printed.empty() ? unprinted : printed).push_back(entry);
    }
    if (printed.empty()) return;
    const Entries& read = read_.List(list.key);
    std::vector<std::vector<double>> worth(printed.size());
    for (size_t i = 0; i < printed.size(); ++i) {
      for (const PlainEntry& entry : read) {
        worth[i].push_back(WorthOfPair(list, printed[i], entry));
      }
    }
    std::vector<const PlainEntry*> partner(printed.size(), nullptr);
    std::vector<bool> taken(read.size(), false);
    for (const auto& [i, j] : BestPairs(worth)) {
      if (worth[i][j] <= kLeastWorthOfPair) continue;
      partner[i] = &read[j];
      taken[j] = true;
    }
    for (size_t i = 0; i < printed.size(); ++i) ScoreEntry(list, printed[i], partner[i]);
    bool none_free = true;
    for (size_t j = 0; j < read.size(); ++j) {
      if (taken[j] || IsNamedIn(unprinted, list.fields[0].key, read[j])) continue;
      none_free = false;
      ScoreInvented(list, printed, read[j]);
    }
    core_.push_back(none_free);
  }

  static bool IsNamedIn(const Entries& entries, const std::string& key, const PlainEntry& read) {
    return std::any_of(entries.begin(), entries.end(), [&](const PlainEntry& entry) {
      return CloseText(entry.Value(key), read.Value(key));
    });
  }

  void ScoreEntry(const DatedList& list, const PlainEntry& truth, const PlainEntry* read) {
    for (const ListField& field : list.fields) {
      const std::string key = field.key;
      if (!truth.Printed(key) || truth.Value(key).empty()) continue;
      const std::string value = read != nullptr ? read->Value(key) : "";
      const bool right = !value.empty() && (key == "score" ? SameMark(truth.Value(key), value)
                                                           : CloseText(truth.Value(key), value));
      Count(field.group, right, !value.empty(), 1);
      if (read != nullptr) Judge(ConfidenceOf(*read, key), right);
      if (key == "name" || key == "position" || key == "institution") core_.push_back(right);
    }
    core_.push_back(ScoreDates(list, truth, read));
    if (list.text_group != nullptr) ScoreTexts(list, truth, read);
  }

  bool ScoreDates(const DatedList& list, const PlainEntry& truth, const PlainEntry* read) {
    bool all_right = true;
    for (const std::string key : {"startDate", "endDate"}) {
      const char* group = key == "startDate" ? list.start_group : list.end_group;
      const std::string& date = truth.Value(key);
      const std::string value = read != nullptr ? read->Value(key) : "";
      const bool goes_on = date.empty() && key == "endDate" && truth.Printed("startDate");
      if (date.empty() ? !goes_on : !truth.Printed(key)) continue;
      bool right = false;
      if (goes_on) {  // no end is expected
        right = read != nullptr && value.empty();
        Count(group, right, read != nullptr, 1);
      } else {
        right = SameDate(date, value, truth.year_only.count(key) != 0);
        Count(group, right, !value.empty(), 1);
      }
      if (read != nullptr) Judge(ConfidenceOf(*read, key), right);
      all_right = all_right && right;
    }
    return all_right;
  }

  void ScoreTexts(const DatedList& list, const PlainEntry& truth, const PlainEntry* read) {
    const std::vector<std::string> printed = TextsOf(truth, true);
    std::vector<std::string> all = TextsOf(truth, false);
    std::erase_if(all, [&](const std::string& text) {
      return std::find(printed.begin(), printed.end(), text) != printed.end();
    });
    std::vector<std::string> texts =
        read != nullptr ? TextsOf(*read, false) : std::vector<std::string>();
    std::erase_if(texts, [&](const std::string& text) {
      return AnyOf(all, [&](const std::string& unprinted) { return CloseText(unprinted, text); });
    });
    if (printed.empty()) return;
    std::vector<std::vector<double>> worth(printed.size());
    for (size_t i = 0; i < printed.size(); ++i) {
      for (const std::string& text : texts) worth[i].push_back(TokenF1(printed[i], text));
    }
    double share = 0;
    for (const auto& [i, j] : BestPairs(worth)) share += worth[i][j];
    Count(list.text_group, share, static_cast<double>(texts.size()),
          static_cast<double>(printed.size()));
  }

  // An entry that the résumé does not have: all it says is wrong.
  void ScoreInvented(const DatedList& list, const Entries& printed, const PlainEntry& read) {
    for (const ListField& field : list.fields) {
      const bool is_scored = std::any_of(printed.begin(), printed.end(),
                                         [&](const PlainEntry& e) { return e.Printed(field.key); });
      if (read.Value(field.key).empty() || !is_scored) continue;
      Count(field.group, 0, 1, 0);
      Judge(ConfidenceOf(read, field.key), false);
    }
    if (list.text_group != nullptr) {
      Count(list.text_group, 0, static_cast<double>(TextsOf(read, false).size()), 0);
    }
    if (IsDate(read.Value("startDate"))) Count(list.start_group, 0, 1, 0);
    if (IsDate(read.Value("endDate"))) Count(list.end_group, 0, 1, 0);
  }

  // Names of groups and their words, each once.
  void ScoreSkills() {
    std::vector<std::string> printed, unprinted;
    const auto add_once = [](std::vector<std::string>* texts, const std::string& text) {
      if (Normal(text).empty()) return;
      if (!AnyOf(*texts, [&](const std::string& other) { return SameSkill(other, text); })) {
        texts->push_back(text);
      }
    };
    for (const PlainEntry& skill : truth_.List("skills")) {
      add_once(skill.Printed("name") ? &printed : &unprinted, skill.Value("name"));
      for (size_t i = 0; i < skill.keywords.size(); ++i) {
        const bool shown = skill.Printed("keywords[" + std::to_string(i) + "]");
        add_once(shown ? &printed : &unprinted, skill.keywords[i]);
      }
      add_once(&unprinted, skill.Value("level"));
    }
    if (printed.empty()) return;
    std::vector<Item> read;
    const auto read_once = [&](const std::string& text, double confidence) {
      const bool known = std::any_of(read.begin(), read.end(),
                                     [&](const Item& item) { return SameSkill(item.text, text); });
      if (!known) read.push_back({text, confidence});
    };
    for (const PlainEntry& skill : read_.List("skills")) {
      read_once(skill.Value("name"), ConfidenceOf(skill, "name"));
      for (size_t i = 0; i < skill.keywords.size(); ++i) {
        read_once(skill.keywords[i], ConfidenceOf(skill, "keywords[" + std::to_string(i) + "]"));
      }
    }
    ScoreSet("skills", printed, unprinted, std::move(read), SameSkill);
  }

  void ScoreNames(const NamedList& list) {
    std::vector<std::string> printed, unprinted;
    for (const PlainEntry& entry : truth_.List(list.key)) {
      (entry.Printed(list.name) ? printed : unprinted).push_back(entry.Value(list.name));
    }
    if (printed.empty()) return;
    std::vector<Item> read;
    for (const PlainEntry& entry : read_.List(list.key)) {
      read.push_back({entry.Value(list.name), ConfidenceOf(entry, list.name)});
    }
    ScoreSet(list.key, printed, unprinted, std::move(read), CloseText);
  }

  // Was the section found at all, and does it have as many entries as it should?
  void ScoreSection(const NamedList& list) {
    const Entries& truth = truth_.List(list.key);
    Entries printed, unprinted;
    for (const PlainEntry& entry : truth) {
      (entry.printed.empty() ? unprinted : printed).push_back(entry);
    }
    const Entries& all_read = read_.List(list.key);
    double read = 0;
    for (const PlainEntry& entry : all_read) {
      const bool is_unprinted = list.name != nullptr && IsNamedIn(unprinted, list.name, entry) &&
                                !IsNamedIn(printed, list.name, entry);
      if (!is_unprinted) ++read;
    }
    if (list.name == nullptr && printed.empty()) {
      const bool is_known = std::any_of(all_read.begin(), all_read.end(), [&](const PlainEntry& e) {
        return IsNamedIn(truth, "name", e);
      });
      if (is_known) read = 0;
    }
    const double count = static_cast<double>(printed.size());
    if (count > 0 || read > 0) Count("sections", count > 0 && read > 0, read > 0, count > 0);
    if (list.name != nullptr && count > 0) {
      Count("entry_counts", std::min(count, read), read, count);
    }
  }

  const PlainResume& truth_;
  const PlainResume& read_;
  DocumentScore score_;
  std::vector<bool> core_;  // what a perfect document has right
};

}  // namespace

double Tally::F1() const {
  const double sum = Precision() + Recall();
  return sum > 0 ? 2 * Precision() * Recall() / sum : 0;
}

void Tally::Add(const Tally& other) {
  hits += other.hits;
  read += other.read;
  printed += other.printed;
}

const Tally& DocumentScore::group(const std::string& name) const {
  static const Tally none;
  const auto found = groups.find(name);
  return found == groups.end() ? none : found->second;
}

void DocumentScore::Add(const DocumentScore& other) {
  for (const auto& [name, tally] : other.groups) groups[name].Add(tally);
  judged.insert(judged.end(), other.judged.begin(), other.judged.end());
}

const std::vector<std::string>& ScoreGroups() {
  static const std::vector<std::string> groups = {"name",
                                                  "email",
                                                  "phone",
                                                  "urls",
                                                  "location",
                                                  "label",
                                                  "summary",
                                                  "work.company",
                                                  "work.position",
                                                  "work.startDate",
                                                  "work.endDate",
                                                  "work.location",
                                                  "work.text",
                                                  "education.institution",
                                                  "education.area",
                                                  "education.studyType",
                                                  "education.dates",
                                                  "education.score",
                                                  "skills",
                                                  "projects",
                                                  "publications",
                                                  "awards",
                                                  "certificates",
                                                  "languages",
                                                  "volunteer",
                                                  "references",
                                                  "sections",
                                                  "entry_counts"};
  return groups;
}

DocumentScore ScoreResume(const PlainResume& truth, const PlainResume& read) {
  return Scorer(truth, read).Score();
}

double MacroF1(const DocumentScore& score) {
  double sum = 0;
  int groups = 0;
  for (const auto& [name, tally] : score.groups) {
    if (tally.printed <= 0) continue;
    sum += tally.F1();
    ++groups;
  }
  return groups > 0 ? sum / groups : 0;
}

}  // namespace atsmatch
