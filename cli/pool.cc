#include "cli/pool.h"

#include <algorithm>

namespace atsmatch {

void Pool::Add(const MatchRecord& record) {
  if (record.error.has_value()) return;
  ++candidates_;
  ++bands_[record.band];
  if (record.score.has_value()) {
    const double score = std::clamp(*record.score, 0.0, 100.0);
    scores_.push_back(static_cast<float>(score));
    ++bins_[std::min(kBins - 1, static_cast<size_t>(score / 100 * kBins))];
  }
  if (asks_.size() < record.requirements.size()) asks_.resize(record.requirements.size());
  for (size_t i = 0; i < record.requirements.size(); ++i) {
    const RecordRequirement& requirement = record.requirements[i];
    if (asks_[i].text.empty()) {
      asks_[i].text = requirement.text;
      asks_[i].is_must = requirement.need == "must";
    }
    if (requirement.met == "yes") ++asks_[i].met_by;
  }
  for (const auto* keywords : {&record.matched, &record.missing}) {
    for (const RecordKeyword& keyword : *keywords) {
      Word& word = words_[keyword.term];
      word.importance = keyword.importance;
      if (keywords == &record.matched) ++word.have;
    }
  }
}

double Pool::Median() const {
  if (scores_.empty()) return 0;
  std::vector<float> scores = scores_;
  std::sort(scores.begin(), scores.end());
  const size_t half = scores.size() / 2;
  if (scores.size() % 2 == 1) return static_cast<double>(scores[half]);
  return (static_cast<double>(scores[half - 1]) + static_cast<double>(scores[half])) / 2;
}

std::vector<std::pair<std::string, size_t>> Pool::Bands() const {
  std::vector<std::pair<std::string, size_t>> bands;
  for (const char* band : {"strong", "good", "partial", "weak", "not-scored"}) {
    const auto found = bands_.find(band);
    if (found != bands_.end()) bands.emplace_back(*found);
  }
  return bands;
}

std::vector<Pool::Word> Pool::Words() const {
  std::vector<Word> words;
  for (const auto& [term, word] : words_) {
    words.push_back(word);
    words.back().term = term;
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.importance > b.importance; });
  return words;
}

}  // namespace atsmatch
