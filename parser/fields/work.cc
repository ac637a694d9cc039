// Work and volunteering: positions under two names.
#include <cstddef>
#include <utility>
#include <vector>

#include "parser/fields/fields.h"
#include "parser/fields/position.h"

namespace atsmatch {

void ReadWork(const FieldContext& context, const std::vector<size_t>& sections, Resume* resume) {
  for (Position& position : ReadPositions(context, sections)) {
    Work work;
    work.name = std::move(position.employer);
    work.position = std::move(position.title);
    work.location = std::move(position.place);
    work.url = std::move(position.url);
    work.summary = std::move(position.body.summary);
    work.highlights = std::move(position.body.highlights);
    work.start = position.dates.start;
    work.end = position.dates.end;
    work.is_current = position.dates.is_current;
    work.lines = position.lines;
    resume->work.push_back(std::move(work));
  }
}

namespace {

PositionOrder OrderOf(const std::vector<Work>& work) {
  size_t title_first = 0, employer_first = 0;
  for (const Work& entry : work) {
    if (!entry.position.known() || !entry.name.known()) continue;
    const size_t title = entry.position.evidence.words.begin;
    const size_t employer = entry.name.evidence.words.begin;
    title_first += title < employer ? 1 : 0;
    employer_first += employer < title ? 1 : 0;
  }
  if (title_first > 2 * employer_first) return PositionOrder::kTitleFirst;
  if (employer_first > 2 * title_first) return PositionOrder::kEmployerFirst;
  return PositionOrder::kUnknown;
}

}  // namespace

void ReadVolunteer(const FieldContext& context, const std::vector<size_t>& sections,
                   Resume* resume) {
  for (Position& position : ReadPositions(context, sections, OrderOf(resume->work))) {
    Volunteer volunteer;
    volunteer.organization = std::move(position.employer);
    volunteer.position = std::move(position.title);
    volunteer.url = std::move(position.url);
    volunteer.summary = std::move(position.body.summary);
    volunteer.highlights = std::move(position.body.highlights);
    volunteer.start = position.dates.start;
    volunteer.end = position.dates.end;
    volunteer.is_current = position.dates.is_current;
    volunteer.lines = position.lines;
    resume->volunteer.push_back(std::move(volunteer));
  }
}

}  // namespace atsmatch
