// What every fuzz target does with a promise that does not hold.
#ifndef ATSMATCH_TESTS_FUZZ_CHECK_H_
#define ATSMATCH_TESTS_FUZZ_CHECK_H_

#include <cstdlib>

inline void Check(bool holds) {
  if (!holds) std::abort();
}

#endif  // ATSMATCH_TESTS_FUZZ_CHECK_H_
