#include "cli/json_writer.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "cli/terminal.h"

namespace atsmatch {
namespace {

// Printable ASCII that stands for itself.
bool IsPlain(char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; }

void AppendControl(char c, std::string* json) {
  switch (c) {
    case '"':
      *json += "\\\"";
      return;
    case '\\':
      *json += "\\\\";
      return;
    case '\b':
      *json += "\\b";
      return;
    case '\f':
      *json += "\\f";
      return;
    case '\n':
      *json += "\\n";
      return;
    case '\r':
      *json += "\\r";
      return;
    case '\t':
      *json += "\\t";
      return;
    default:
      char text[8];
      std::snprintf(text, sizeof(text), "\\u%04x", static_cast<unsigned char>(c));
      *json += text;
  }
}

constexpr size_t kLongestNumber = 400;  // of the largest double, without an exponent

// Most numbers are small, and not half-way between two texts: no long arithmetic is needed.
char* WriteSmall(double value, char* to) {
  constexpr double kSmall = 1e5, kTooNear = 1e-5;
  if (std::signbit(value) || value >= kSmall) return nullptr;
  const double scaled = value * 1e4, below = std::floor(scaled);
  const double rest = scaled - below;
  if (std::abs(rest - 0.5) < kTooNear) return nullptr;
  const int64_t rounded = static_cast<int64_t>(below) + (rest > 0.5 ? 1 : 0);
  to = std::to_chars(to, to + kLongestNumber, rounded / 10000).ptr;
  *to++ = '.';
  for (int64_t digit = 1000, left = rounded % 10000; digit > 0; digit /= 10) {
    *to++ = static_cast<char>('0' + left / digit % 10);
  }
  return to;
}

}  // namespace

void JsonWriter::Separate() {
  if (!first_) json_ += ',';
  first_ = false;
}

void JsonWriter::Open(char bracket) {
  Separate();
  json_ += bracket;
  first_ = true;
}

void JsonWriter::Close(char bracket) {
  json_ += bracket;
  first_ = false;
}

void JsonWriter::Key(std::string_view plain_key) {
  Separate();
  json_ += '"';
  json_ += plain_key;
  json_ += "\":";
  first_ = true;
}

void JsonWriter::Text(std::string_view text) {
  Separate();
  json_ += '"';
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && IsPlain(text[end])) ++end;
    json_ += text.substr(begin, end - begin);
    if (end == text.size()) break;
    const char c = text[end];
    if (c < 0 || c == 0x7f) {
      // As far as the characters beyond ASCII go.
      begin = end;
      while (end < text.size() && (text[end] < 0 || text[end] == 0x7f)) ++end;
      json_ += EscapeJson(text.substr(begin, end - begin));
    } else {
      AppendControl(c, &json_);
      ++end;
    }
    begin = end;
  }
  json_ += '"';
}

void JsonWriter::Number(double value) {
  Separate();
  if (!std::isfinite(value)) {
    json_ += "null";
    return;
  }
  char text[kLongestNumber];
  const char* end = WriteSmall(value, text);
  if (end == nullptr) {
    end = std::to_chars(text, text + sizeof(text), value, std::chars_format::fixed, 4).ptr;
  }
  while (end[-1] == '0' && end[-2] != '.') --end;
  json_.append(text, static_cast<size_t>(end - text));
}

void JsonWriter::Whole(int64_t value) {
  Separate();
  char text[24];
  const auto result = std::to_chars(text, text + sizeof(text), value);
  json_.append(text, result.ptr);
}

void JsonWriter::Bool(bool value) {
  Separate();
  json_ += value ? "true" : "false";
}

void JsonWriter::Null() { Json("null"); }

void JsonWriter::Json(std::string_view value) {
  Separate();
  json_ += value;
}

}  // namespace atsmatch
