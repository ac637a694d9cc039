#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "parser/json.h"
#include "parser/parse.h"
#include "parser/text/lexicon.h"

int main(int argc, char** argv) {
  if (argc < 3 || std::string(argv[1]) != "parse") return 2;
  const atsmatch::Lexicon lexicon = atsmatch::Lexicon::BuiltIn();
  std::ifstream file(argv[2], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  auto parsed = atsmatch::ParseResume(bytes, lexicon, {});
  if (!parsed.ok()) {
    std::cerr << "atsmatch: error: " << argv[2] << ": " << parsed.error().Message() << "\n";
    return 3;
  }
  std::cout << atsmatch::ToJsonResume(parsed.value(), {}) << "\n";
}
