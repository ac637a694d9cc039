#include "parser/fields/roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace atsmatch {
namespace {

constexpr size_t kSearchedPlaces = 5;  // the commonest; the others follow one by one

struct PlaceScores {
  std::string place;
  size_t count = 0;
  std::array<double, kMaxRoles> scores{};
};

class RoleSearch {
 public:
  RoleSearch(const std::vector<std::vector<RolePiece>>& entries, const RoleRules& rules)
      : entries_(entries), rules_(rules) {}

  std::vector<std::vector<size_t>> Assign(double* total) {
    CollectPlaces();
    std::vector<size_t> roles(places_.size(), rules_.count - 1);
    const size_t searched = std::min(places_.size(), kSearchedPlaces);
    best_ = -1e18;
    Search(0, searched, &roles);
    roles = best_roles_.empty() ? roles : best_roles_;
    // The rarer places, each as it fits best beside what stands already.
    for (size_t place = searched; place < places_.size(); ++place) {
      double best = -1e18;
      size_t best_role = rules_.count - 1;
      for (size_t role = 0; role < rules_.count; ++role) {
        roles[place] = role;
        const double value = Value(roles, place + 1);
        if (value > best) {
          best = value;
          best_role = role;
        }
      }
      roles[place] = best_role;
    }
    if (total != nullptr) *total = Value(roles, places_.size());
    std::vector<std::vector<size_t>> result;
    for (size_t e = 0; e < entries_.size(); ++e) {
      std::vector<size_t> assigned;
      for (const size_t place : entry_places_[e]) assigned.push_back(roles[place]);
      result.push_back(Reconsider(entries_[e], assigned));
    }
    return result;
  }

  // The entry by itself, with a vote for what the section decided on each piece.
  std::vector<size_t> Reconsider(const std::vector<RolePiece>& entry,
                                 const std::vector<size_t>& decided) const {
    constexpr size_t kMostPieces = 5;
    constexpr double kVote = 1.6;  // of the section, for each piece
    if (entry.empty() || entry.size() > kMostPieces) return decided;
    std::vector<size_t> roles(entry.size(), 0), best = decided;
    double best_value = -1e18;
    for (;;) {
      double value = 0;
      std::array<size_t, kMaxRoles> seen{};
      for (size_t p = 0; p < entry.size(); ++p) {
        value += entry[p].scores[roles[p]] + (roles[p] == decided[p] ? kVote : 0);
        ++seen[roles[p]];
      }
      for (size_t role = 0; role + 1 < rules_.count; ++role) {
        if (seen[role] > 0) value += rules_.wanted[role];
        if (seen[role] > 1) value += rules_.twice * static_cast<double>(seen[role] - 1);
      }
      if (value > best_value + 1e-9) {
        best_value = value;
        best = roles;
      }
      size_t p = 0;
      while (p < roles.size() && ++roles[p] == rules_.count) roles[p++] = 0;
      if (p == roles.size()) return best;
    }
  }

 private:
  void CollectPlaces() {
    std::map<std::string, PlaceScores> by_name;
    for (const auto& entry : entries_) {
      for (const RolePiece& piece : entry) {
        PlaceScores& scores = by_name[piece.place];
        scores.place = piece.place;
        ++scores.count;
        for (size_t role = 0; role < rules_.count; ++role) {
          scores.scores[role] += piece.scores[role];
        }
      }
    }
    for (auto& [name, scores] : by_name) places_.push_back(std::move(scores));
    std::stable_sort(places_.begin(), places_.end(),
                     [](const PlaceScores& a, const PlaceScores& b) { return a.count > b.count; });
    std::map<std::string, size_t> index;
    for (size_t i = 0; i < places_.size(); ++i) index[places_[i].place] = i;
    for (const auto& entry : entries_) {
      std::vector<size_t> places;
      for (const RolePiece& piece : entry) places.push_back(index[piece.place]);
      entry_places_.push_back(std::move(places));
    }
  }

  void Search(size_t place, size_t searched, std::vector<size_t>* roles) {
    if (place == searched) {
      const double value = Value(*roles, searched);
      if (value > best_) {
        best_ = value;
        best_roles_ = *roles;
      }
      return;
    }
    for (size_t role = 0; role < rules_.count; ++role) {
      (*roles)[place] = role;
      Search(place + 1, searched, roles);
    }
    (*roles)[place] = rules_.count - 1;
  }

  // How well the first `decided` places explain all entries.
  double Value(const std::vector<size_t>& roles, size_t decided) const {
    double value = 0;
    for (size_t place = 0; place < decided; ++place) value += places_[place].scores[roles[place]];
    for (const std::vector<size_t>& entry : entry_places_) {
      std::array<size_t, kMaxRoles> seen{};
      for (const size_t place : entry) {
        if (place < decided) ++seen[roles[place]];
      }
      for (size_t role = 0; role + 1 < rules_.count; ++role) {
        if (seen[role] > 0) value += rules_.wanted[role];
        if (seen[role] > 1) value += rules_.twice * static_cast<double>(seen[role] - 1);
      }
    }
    return value;
  }

  const std::vector<std::vector<RolePiece>>& entries_;
  const RoleRules& rules_;
  std::vector<PlaceScores> places_;
  std::vector<std::vector<size_t>> entry_places_;
  double best_ = 0;
  std::vector<size_t> best_roles_;
};

}  // namespace

std::vector<std::vector<size_t>> AssignRoles(const std::vector<std::vector<RolePiece>>& entries,
                                             const RoleRules& rules, double* total) {
  return RoleSearch(entries, rules).Assign(total);
}

std::vector<std::string> PlacesOf(const std::vector<HeadPiece>& pieces) {
  std::vector<std::string> places;
  std::map<std::string, int> seen;
  size_t line = static_cast<size_t>(-1), index = 0;
  for (const HeadPiece& piece : pieces) {
    index = piece.line == line ? index + 1 : 0;
    line = piece.line;
    const std::string look =
        fmt::format("{}{}{}/{}/{}", piece.style.bold ? 'b' : '-', piece.style.italic ? 'i' : '-',
                    (piece.style.size + 5) / 10, piece.style.colour, index > 0 ? "later" : "first");
    places.push_back(fmt::format("{}/{}", look, seen[look]++));
  }
  return places;
}

}  // namespace atsmatch
