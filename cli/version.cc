#include "cli/version.h"

#include "cli/sandbox.h"
#include "matcher/skills/taxonomy.h"
#include "parser/read/reader.h"
#include "parser/text/lexicon.h"

namespace atsmatch {

std::string ToolVersion() { return "atsmatch " ATSMATCH_VERSION; }

std::string VersionText() {
  return ToolVersion() + "\nlexicon  " + Lexicon::BuiltIn().Fingerprint() + "\ntaxonomy " +
         Taxonomy::BuiltIn().Fingerprint() + "\nPDF      " + std::string(PdfBackEnd()) +
         "\nsandbox  " + SandboxSupport() + "\n";
}

}  // namespace atsmatch
