// When do two values say the same?  The comparisons of the accuracy benchmark.
//
//   SameText("O’Rourke", "O'Rourke")                    // true
//   CloseText("Staff Nurse", "Staff Nurse, Cardiology") // true from a token F1 of 0.8 on
//   SamePhone("+44 7700 900123", "07700 900123")        // true
//
// Case, ligatures, kinds of quotes and dashes, bullets and white space never count.
#ifndef ATSMATCH_BENCHMARKS_ACCURACY_TEXT_H_
#define ATSMATCH_BENCHMARKS_ACCURACY_TEXT_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atsmatch {

std::string Normal(std::string_view text);
// Letters and digits only, of the whole text as one word.
std::string Flat(std::string_view text);

bool SameText(std::string_view a, std::string_view b);
// 0..1: how many words the two share, each word as often as it stands in both.
double TokenF1(std::string_view a, std::string_view b);
bool CloseText(std::string_view a, std::string_view b);

bool SameEmail(std::string_view a, std::string_view b);
// National and international forms of one number are the same.
bool SamePhone(std::string_view a, std::string_view b);
// C, C++ and C# are three skills.
bool SameSkill(std::string_view a, std::string_view b);
// "3.7", "GPA 3.7" and "3.7/4" hold the same mark.
bool SameMark(std::string_view truth, std::string_view read);
// Without scheme, www. and a slash at the end.
std::string BareUrl(std::string_view url);

bool IsDate(std::string_view text);
// Dates are YYYY or YYYY-MM...; the months are compared where the truth has one, unless
// `year_only`.
bool SameDate(std::string_view truth, std::string_view read, bool year_only);

// The pairs (row, column) of the largest sum; every row or every column has one.
std::vector<std::pair<size_t, size_t>> BestPairs(const std::vector<std::vector<double>>& worth);

}  // namespace atsmatch

#endif  // ATSMATCH_BENCHMARKS_ACCURACY_TEXT_H_
