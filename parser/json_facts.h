// Warnings, facts and checks as JSON, for the extension object that json.cc writes.
#ifndef ATSMATCH_PARSER_JSON_FACTS_H_
#define ATSMATCH_PARSER_JSON_FACTS_H_

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "parser/document.h"
#include "parser/facts/facts.h"
#include "parser/naive_reading.h"
#include "parser/resume.h"

namespace atsmatch {

// By the key of a list ("work"): the JSON Pointer under which each of its entries was written.
using EntryPointers = std::map<std::string, std::vector<std::string>>;

nlohmann::ordered_json ToJson(const Facts& facts, const Resume& resume,
                              const EntryPointers& pointers);

nlohmann::ordered_json ToJson(const std::vector<Warning>& warnings, const Document& document);
nlohmann::ordered_json ToJson(const ReadingDifference& difference);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_JSON_FACTS_H_
