// Which occupation does a posting offer?
//
// "Preschool Fitness/Dance Teacher" names a dance teacher, and its text a coach of children: words
// of a title that are only a part of it count where the text is about the same field of work.
#ifndef ATSMATCH_MATCHER_POSTING_OCCUPATION_H_
#define ATSMATCH_MATCHER_POSTING_OCCUPATION_H_

#include "matcher/posting/posting.h"

namespace atsmatch {

class Taxonomy;

// Index into the Taxonomy's concepts; -1: in doubt.  Asks for text, title and parts of the posting.
int FindOccupation(const JobPosting& posting, const Taxonomy& taxonomy);

}  // namespace atsmatch

#endif  // ATSMATCH_MATCHER_POSTING_OCCUPATION_H_
