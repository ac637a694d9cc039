// Writes one line of JSON as it goes, without a tree of values in between: a record has hundreds of
// values, and a folder thousands of records.
//
//   JsonWriter json;
//   json.BeginObject();
//   json.Key("score"), json.Number(71.25);
//   json.Key("name"), json.Text("Jordan");
//   json.EndObject();
//   json.Take();   // {"score":71.25,"name":"Jordan"}
//
// Texts may hold any bytes: what is no UTF-8 becomes U+FFFD, and what a terminal would obey is
// escaped as EscapeJson() does.  Numbers have up to four decimals: enough for any ranking, and the
// same on every machine.
#ifndef ATSMATCH_CLI_JSON_WRITER_H_
#define ATSMATCH_CLI_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace atsmatch {

class JsonWriter {
 public:
  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }

  void Key(std::string_view plain_key);  // needs no escape
  void Text(std::string_view text);
  void Number(double value);  // null when it is not finite
  void Whole(int64_t value);
  void Bool(bool value);
  void Null();
  void Json(std::string_view value);  // as it is

  std::string Take() { return std::move(json_); }

 private:
  void Open(char bracket);
  void Close(char bracket);
  void Separate();

  std::string json_;
  bool first_ = true;  // of its object or array, or behind a key
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_JSON_WRITER_H_
