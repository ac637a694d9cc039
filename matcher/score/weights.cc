#include "matcher/score/weights.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "embedded/EmbeddedWeights.h"

namespace atsmatch {
namespace {

Error BadRow(size_t number, const std::string& why) {
  return {ErrorKind::kInvalidData, "line " + std::to_string(number) + " of the weights " + why,
          "write id, weight, low, high and label with tabs between them"};
}

std::vector<std::string> SplitAtTabs(std::string_view line) {
  std::vector<std::string> cells;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

bool ParseNumber(const std::string& cell, double* number) {
  char* end = nullptr;
  *number = std::strtod(cell.c_str(), &end);
  return !cell.empty() && *end == '\0' && std::isfinite(*number);
}

}  // namespace

double FeatureWeight::Value(double raw) const {
  return std::clamp((raw - low) / (high - low), 0.0, 1.0);
}

Weights Weights::BuiltIn() {
  for (const EmbeddedFile& file : EmbeddedWeights()) {
    if (file.path != "weights.tsv") continue;
    if (Result<Weights> weights = FromText(file.text); weights.ok()) return weights.value();
  }
  return {};
}

Result<Weights> Weights::FromText(std::string_view text) {
  Weights weights;
  size_t number = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = SplitAtTabs(line);
    if (cells.size() != 5) return BadRow(number, "has not five cells");
    FeatureWeight feature;
    feature.id = cells[0];
    feature.label = cells[4];
    if (!ParseNumber(cells[1], &feature.weight) || !ParseNumber(cells[2], &feature.low) ||
        !ParseNumber(cells[3], &feature.high)) {
      return BadRow(number, "has a cell that is no number");
    }
    if (feature.weight < 0) return BadRow(number, "has a negative weight");
    if (feature.low >= feature.high) return BadRow(number, "has a low that is not under its high");
    if (weights.Find(feature.id) != nullptr) return BadRow(number, "repeats an id");
    weights.features_.push_back(std::move(feature));
  }
  return weights;
}

const FeatureWeight* Weights::Find(std::string_view id) const {
  for (const FeatureWeight& feature : features_) {
    if (feature.id == id) return &feature;
  }
  return nullptr;
}

}  // namespace atsmatch
