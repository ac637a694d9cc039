#include "cli/version.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "cli/option_table.h"
#include "cli/sandbox.h"
#include "matcher/skills/taxonomy.h"
#include "parser/read/reader.h"
#include "parser/text/lexicon.h"

namespace atsmatch {
namespace {

// CMake hands over "Boost 1.74.0|ICU 72.1"; a library that does not say its version is left out.
std::vector<std::pair<std::string, std::string>> Libraries() {
  std::vector<std::pair<std::string, std::string>> libraries;
  for (std::string_view rest = ATSMATCH_LIBRARIES; !rest.empty();) {
    const std::string_view entry = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
    const size_t space = entry.find(' ');
    if (space == std::string_view::npos || space + 1 == entry.size()) continue;
    if (entry.substr(space + 1) == "0.0.0") continue;  // what RE2 says in Debian
    libraries.emplace_back(entry.substr(0, space), entry.substr(space + 1));
  }
  return libraries;
}

std::string Join(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

// The note that the linker leaves in a program, a hash of its content.
int FindBuildNote(dl_phdr_info* info, size_t, void* found) {
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = info->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    const char* next = reinterpret_cast<const char*>(info->dlpi_addr + part.p_vaddr);
    const char* end = next + part.p_memsz;
    while (next + sizeof(ElfW(Nhdr)) <= end) {
      const auto* note = reinterpret_cast<const ElfW(Nhdr)*>(next);
      const auto aligned = [](size_t size) { return (size + 3) & ~size_t{3}; };
      const char* content = next + sizeof(*note) + aligned(note->n_namesz);
      if (note->n_type == NT_GNU_BUILD_ID) {
        static_cast<std::string*>(found)->assign(content, note->n_descsz);
        return 1;
      }
      next = content + aligned(note->n_descsz);
    }
  }
  return 1;  // the program itself comes first, and no other counts
}

}  // namespace

std::string ToolVersion() { return "atsmatch " ATSMATCH_VERSION; }

Versions CollectVersions() {
  Versions versions;
  versions.version = ATSMATCH_VERSION;
  versions.reads = {"pdf", "docx", "odt", "text", "markdown"};
  versions.writes = ChoicesOf(*FindOption("format"));
  versions.pdf = PdfBackEnd();
  versions.sandbox = SandboxSupport();
  versions.lexicon = Lexicon::BuiltIn().Fingerprint();
  versions.taxonomy = Taxonomy::BuiltIn().Fingerprint();
  versions.libraries = Libraries();
  return versions;
}

std::string ToText(const Versions& versions) {
  std::vector<std::string> libraries;
  for (const auto& [name, version] : versions.libraries) libraries.push_back(name + " " + version);
  return "atsmatch " + versions.version + "\nreads     " + Join(versions.reads) + "\nwrites    " +
         Join(versions.writes) + "\nPDF       " + versions.pdf + "\nsandbox   " + versions.sandbox +
         "\nlexicon   " + versions.lexicon + "\ntaxonomy  " + versions.taxonomy + "\nlibraries " +
         Join(libraries) + "\n";
}

std::string BuildId() {
  std::string note;
  dl_iterate_phdr(FindBuildNote, &note);
  std::string id = ToolVersion() + ", " + std::string(PdfBackEnd()) + ", ";
  for (const char byte : note) {
    id += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4];
    id += "0123456789abcdef"[byte & 15];
  }
  return id;
}

}  // namespace atsmatch
