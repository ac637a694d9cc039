// Every field of a résumé, one after the other, whatever its type.
#ifndef ATSMATCH_TESTS_INVARIANTS_VISIT_FIELDS_H_
#define ATSMATCH_TESTS_INVARIANTS_VISIT_FIELDS_H_

#include <functional>
#include <string>

#include "parser/resume.h"

namespace atsmatch {

struct FieldView {
  std::string path;  // "work[0].position"
  double confidence = 0;
  const Evidence& evidence;
};

void VisitFields(const Resume& resume, const std::function<void(const FieldView&)>& visit);

}  // namespace atsmatch

#endif  // ATSMATCH_TESTS_INVARIANTS_VISIT_FIELDS_H_
