// Whatever a record says, what is written of it is safe where it goes: JSON, CSV, a terminal, a
// page.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "check.h"
#include "cli/csv.h"
#include "cli/html/candidate.h"
#include "cli/pool.h"
#include "cli/ranking.h"
#include "cli/ranking_text.h"
#include "cli/record.h"
#include "cli/report_text.h"
#include "cli/terminal.h"
#include "parser/text/unicode.h"

namespace {

using namespace atsmatch;

bool HasControls(std::string_view text, bool line_ends) {
  return std::any_of(text.begin(), text.end(), [&](char c) {
    return (c >= 0 && c < 0x20 && !(line_ends && (c == '\n' || c == '\r'))) || c == 0x7f;
  });
}

// Cells of one line of CSV, quotes taken off.
void CheckCsv(const std::string& line) {
  Check(line.size() >= 2 && line.substr(line.size() - 2) == "\r\n");
  bool quoted = false, starts = true;
  for (size_t i = 0; i + 2 < line.size(); ++i) {
    const char c = line[i];
    if (starts && !quoted) Check(c != '=' && c != '+' && c != '-' && c != '@');
    if (starts && quoted) Check(c != '=' && c != '+' && c != '-' && c != '@');
    starts = false;
    if (c == '"') {
      quoted = !quoted;
      starts = quoted && (i == 0 || line[i - 1] == ',');
    } else if (c == ',' && !quoted) {
      starts = true;
    }
  }
  Check(!quoted);
}

// One result or one error, as it is and in rankings of both kinds.
void CheckRanking(const MatchRecord& record, const std::string& json) {
  Ranking ranking(0);
  RankRow row = ToRow(record);
  row.json = json;
  ranking.Add(row);
  size_t rows = 0;
  const auto count = [&](const RankRow&) { ++rows; };
  ranking.ForEachResult(count);
  ranking.ForEachError(count);
  Check(rows == 1);
  Pool pool;
  pool.Add(record);
  const LineWriter write = [](std::string_view lines) { Check(!HasControls(lines, true)); };
  for (const bool full : {false, true}) {
    WriteRankingText(record.job_title, &ranking, pool, {Style{}, full}, write);
    WriteJobsText(record.resume, &ranking, {Style{}, full}, write);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckCsv("," + CsvCell(bytes) + "\r\n");
  Check(!HasControls(CsvCell(bytes), false));
  Check(!HasControls(EscapeForTerminal(bytes), false));
  const std::optional<MatchRecord> record = ReadMatchRecord(bytes);
  if (!record.has_value()) return 0;
  const std::string json = ToJson(*record, false);
  Check(!HasControls(json, false) && ToValidUtf8(json) == json);
  const std::optional<MatchRecord> again = ReadMatchRecord(json);
  Check(again.has_value() && ToJson(*again, false) == json);
  CheckCsv(CsvLine(ToRow(*record), 1));
  for (const bool full : {false, true}) {
    Check(!HasControls(ReportText(*record, Style{}, full), true));
  }
  CheckRanking(*record, json);
  if (!record->error.has_value()) Check(!HasControls(CandidateHtml(*record), true));
  return 0;
}
