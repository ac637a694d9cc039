#include "make_record.h"

#include <utility>

namespace atsmatch {

MatchRecord MakeRecord(const std::string& text) {
  MatchRecord record;
  record.resume = "folder/" + text;
  record.job = text;
  record.job_title = text;
  record.score = 61.4;
  record.band = "good";
  record.knocked_out = true;
  record.knock_outs = {0};
  record.candidate = {text, text, text, text, text, 1, 1, 1, 2.5};
  record.features = {{"must", text, text, 0.5, 60, 0.5, 31.4, 60, true},
                     {"words", text, "", 0.5, 40, 0.75, 30, 40, true},
                     {"degree", text, "", 0, 0, 0, 0, 0, false}};
  for (const char* met : {"yes", "partly", "no", "unknown"}) {
    record.requirements.push_back({text, "must", text, met, text, 0.5, 3, 2, {{text, 1, text}}});
  }
  record.matched = {{text, 1, 2, 3, {{text, 1, text}}}};
  record.missing = {{text + " too", 0.5, 2, 0, {}}};
  record.advice = {{"if true for you, show " + text, 4.2}};
  record.warnings = {{text, "major", text, text, 1}};
  record.inputs = {text, text, text, text, text, text, text};
  record.duplicate_of = text;
  RecordReading reading;
  reading.pages = {{600, 800, "UklGRg=="}, {600, 800, ""}};
  reading.fields = {{"/basics/name", "basics", "Name", text, 0.9, {{1, 60, 80, 120, 100}}},
                    {"/work/0/position", "work", "Job title", text, 0.4, {{1, 60, 200, 120, 220}}},
                    {"/other/0", text, text, text, 0.7, {{2, 0, 0, 1, 1}}}};
  for (const char* kind : {"heading", "match", "evidence", "hidden", "warning"}) {
    reading.marks.push_back({kind, text, "work", {{1, 300, 400, 360, 420}}});
  }
  reading.parts = {{"work", text, 0.9, {{1, {{text, ""}, {text, "match"}}}, {2, {{text, ""}}}}},
                   {"hidden", "", 0, {{1, {{text, "hidden"}}}}}};
  reading.spells = {{"work", text, text, "2020-03", "2021-02", false},
                    {"gap", text, text, "2021-03", "2021-12", false}};
  reading.checks = {{text, "minor", text, text, 2}};
  reading.posting = {{text + "\n\nnext", ""}, {"", "met"}, {text, "match"}, {text, "missing"}};
  record.reading = std::move(reading);
  return record;
}

MatchRecord MakeError(const std::string& text) {
  MatchRecord record;
  record.resume = text;
  record.job = text;
  record.error = RecordError{"damaged", text, text};
  return record;
}

Pool PoolOf(const std::vector<MatchRecord>& records) {
  Pool pool;
  for (const MatchRecord& record : records) pool.Add(record);
  return pool;
}

}  // namespace atsmatch
