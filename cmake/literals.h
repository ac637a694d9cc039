// How the programs of the build write text into the tables of C++ that they generate.
#ifndef ATSMATCH_CMAKE_LITERALS_H_
#define ATSMATCH_CMAKE_LITERALS_H_

#include <cstddef>
#include <functional>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

namespace atsmatch {

// `constexpr std::string_view NAME(...)`.  The text has neither NUL nor carriage return.
inline void WriteText(std::ostream& out, std::string_view name, std::string_view text) {
  constexpr size_t kLineBytes = 4000;  // compilers limit the length of one literal
  out << "constexpr std::string_view " << name << '(';
  for (size_t i = 0; i < text.size(); i += kLineBytes) {
    out << "\n    \"";
    for (const char c : text.substr(i, kLineBytes)) {
      if (c == '\n') {
        out << "\\n";
        continue;
      }
      if (c == '"' || c == '\\' || c == '?') out << '\\';
      out << c;
    }
    out << '"';
  }
  out << "\n    \"\", " << text.size() << ");\n";
}

// Texts of a generated file, each said once, and named by where they begin.
class TextPool {
 public:
  size_t Add(std::string_view text) {
    const auto [place, is_new] = begins_.emplace(text, text_.size());
    if (is_new) text_ += text;
    return place->second;
  }
  const std::string& text() const { return text_; }

 private:
  std::map<std::string, size_t, std::less<>> begins_;
  std::string text_;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CMAKE_LITERALS_H_
