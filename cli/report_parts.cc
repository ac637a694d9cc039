#include "cli/report_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "cli/report_words.h"

namespace atsmatch {
namespace {

constexpr size_t kShownAdvice = 5;

}  // namespace

std::vector<double> RoundTogether(const std::vector<double>& values) {
  std::vector<long> tenths;
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t{0});
  double sum = 0;
  long given = 0;
  for (const double value : values) {
    tenths.push_back(static_cast<long>(std::floor(value * 10 + 1e-9)));
    given += tenths.back();
    sum += value;
  }
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return values[a] * 10 - static_cast<double>(tenths[a]) >
           values[b] * 10 - static_cast<double>(tenths[b]);
  });
  const long wanted = std::lround(sum * 10);
  for (size_t i = 0; i < order.size() && given < wanted; ++i, ++given) ++tenths[order[i]];
  std::vector<double> rounded;
  for (const long value : tenths) rounded.push_back(static_cast<double>(value) / 10);
  return rounded;
}

std::vector<double> RoundPoints(const std::vector<double>& points,
                                const std::vector<double>& most) {
  const std::vector<double> rounded = RoundTogether(points), rounded_most = RoundTogether(most);
  // What is lost is rounded instead of what is won, so that full points look full.
  std::vector<double> lost, shown;
  for (size_t i = 0; i < points.size(); ++i) lost.push_back(most[i] - points[i]);
  lost = RoundTogether(lost);
  double sum = 0, wanted = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    shown.push_back(std::round((rounded_most[i] - lost[i]) * 10) / 10);
    sum += shown[i];
    wanted += rounded[i];
  }
  const bool sensible =
      std::all_of(shown.begin(), shown.end(), [](double value) { return value >= 0; });
  return sensible && std::abs(sum - wanted) < 0.01 ? shown : rounded;
}

Breakdown BreakdownOf(const MatchRecord& record) {
  Breakdown breakdown;
  std::vector<double> points, most;
  for (const RecordFeature& feature : record.features) {
    if (!feature.used) {
      breakdown.unused += (breakdown.unused.empty() ? "" : ", ") + feature.label;
      continue;
    }
    breakdown.parts.push_back({&feature, 0, 0});
    points.push_back(feature.points);
    most.push_back(feature.max_points);
  }
  points = RoundPoints(points, most);
  most = RoundTogether(most);
  for (size_t i = 0; i < breakdown.parts.size(); ++i) {
    breakdown.parts[i].points = points[i];
    breakdown.parts[i].most = most[i];
  }
  return breakdown;
}

std::vector<const RecordAdvice*> AdviceOf(const MatchRecord& record) {
  std::vector<const RecordAdvice*> shown;
  for (const RecordAdvice& advice : record.advice) {
    if (advice.points >= kWorthShowing && shown.size() < kShownAdvice) shown.push_back(&advice);
  }
  return shown;
}

OrderedRequirements InOrder(const MatchRecord& record) {
  OrderedRequirements ordered;
  for (size_t i = 0; i < record.requirements.size(); ++i) {
    const bool knocks_out =
        std::find(record.knock_outs.begin(), record.knock_outs.end(), i) != record.knock_outs.end();
    const RecordRequirement& requirement = record.requirements[i];
    ordered.groups[MetRank(requirement.met)].push_back({&requirement, knocks_out});
  }
  for (auto& group : ordered.groups) {
    std::stable_sort(group.begin(), group.end(), [](const auto& a, const auto& b) {
      const RecordRequirement &x = *a.requirement, &y = *b.requirement;
      if ((x.need == "must") != (y.need == "must")) return x.need == "must";
      return x.gain + x.points > y.gain + y.points;
    });
  }
  return ordered;
}

MustCount CountMusts(const MatchRecord& record) {
  MustCount count;
  for (const RecordRequirement& requirement : record.requirements) {
    if (requirement.need != "must" || requirement.met == "unknown") continue;
    ++count.all;
    if (requirement.met == "yes") ++count.met;
  }
  return count;
}

std::vector<std::string> WarningIdsOf(const MatchRecord& record) {
  std::vector<std::string> ids;
  for (const RecordWarning& warning : record.warnings) {
    if (warning.severity == "info") continue;
    if (std::find(ids.begin(), ids.end(), warning.id) == ids.end()) ids.push_back(warning.id);
  }
  return ids;
}

FieldCount CountFields(const RecordReading& reading) {
  const auto sure = std::count_if(reading.fields.begin(), reading.fields.end(),
                                  [](const auto& field) { return field.confidence >= kSure; });
  return {static_cast<size_t>(sure), reading.fields.size()};
}

std::vector<SearchWay> SearchesOf(const MatchRecord& record) {
  const RecordSearches count = CountSearches(record.requirements);
  if (count.of == 0) return {};
  return {{"Letter by letter", count.exact, count.of},
          {"By word stems", count.stems, count.of},
          {"With other names", count.aliases, count.of},
          {"With related ones", count.related, count.of}};
}

std::vector<RecordWarning> RemarksOf(const MatchRecord& record) {
  std::vector<RecordWarning> remarks;
  if (!record.duplicate_of.empty()) {
    remarks.push_back({"duplicate", "info", "The same content as " + record.duplicate_of, "", 0});
  }
  for (const RecordWarning& warning : record.warnings) {
    const auto says_it = [&](const RecordCheck& check) {
      return check.id == warning.id && check.message == warning.message;
    };
    if (record.reading.has_value() &&
        std::any_of(record.reading->checks.begin(), record.reading->checks.end(), says_it)) {
      continue;
    }
    remarks.push_back(warning);
  }
  return remarks;
}

}  // namespace atsmatch
