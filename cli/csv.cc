#include "cli/csv.h"

#include <cstdio>

#include "cli/terminal.h"

namespace atsmatch {
namespace {

std::string Number(double value, const char* form) {
  char text[32];
  std::snprintf(text, sizeof(text), form, value);
  return text;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : " ") + word;
  return list;
}

}  // namespace

std::string CsvCell(std::string_view text) {
  std::string safe;
  // Also behind spaces, which some spreadsheets drop first.
  const size_t first = text.find_first_not_of(' ');
  if (first != std::string_view::npos &&
      std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos) {
    safe = "'";
  }
  for (const char c : EscapeForTerminal(text)) {
    safe += c;
    if (c == '"') safe += '"';
  }
  if (safe.find_first_of(",\";") == std::string::npos) return safe;
  return '"' + safe + '"';
}

std::string CsvHeader() {
  return "rank,score,band,knocked_out,musts_met,musts,years,name,email,phone,resume,job,warnings,"
         "duplicate_of,status,error,remedy\r\n";
}

std::string CsvLine(const RankRow& row, size_t rank) {
  std::string line;
  const auto add = [&](const std::string& cell) { line += (line.empty() ? "" : ",") + cell; };
  line = rank > 0 ? std::to_string(rank) : "";
  line += "," + (row.scored ? Number(row.score, "%.4f") : "");
  add(CsvCell(row.band));
  add(row.failed ? "" : row.knocked_out ? "yes" : "no");
  add(row.failed ? "" : std::to_string(row.musts_met));
  add(row.failed ? "" : std::to_string(row.musts));
  add(row.has_years ? Number(row.years, "%.1f") : "");
  for (const std::string* text : {&row.name, &row.email, &row.phone, &row.resume, &row.job}) {
    add(CsvCell(*text));
  }
  add(CsvCell(Joined(row.warnings)));
  add(CsvCell(row.duplicate_of));
  add(row.skipped ? "skipped" : row.failed ? "error" : "ok");
  add(CsvCell(row.error.cause));
  add(CsvCell(row.error.remedy));
  return line + "\r\n";
}

}  // namespace atsmatch
