#include "cli/html/page.h"

#include "cli/base64.h"
#include "cli/html/view.h"
#include "cli/sha256.h"
#include "cli/version.h"

namespace atsmatch {
namespace {

// "'sha256-...'" of the text between the tags.
std::string HashSource(const std::string& text) {
  const std::string digits = Sha256(text);
  std::string bytes;
  for (size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return "'sha256-" + ToBase64(bytes) + "'";
}

}  // namespace

std::string ToHtml(const HtmlPage& page) {
  const std::string style = std::string(TemplateText("report.css")) + page.places;
  const std::string script(page.script ? TemplateText("report.js") : "");
  std::string policy = "default-src 'none'; img-src data:; style-src " + HashSource(style);
  if (page.script) policy += "; script-src " + HashSource(script);
  policy += "; base-uri 'none'; form-action 'none'";
  View view;
  view.PutTrusted("policy", policy);
  view.Put("title", page.title);
  view.PutTrusted("style", style);
  view.PutTrusted("script", script);
  view.PutTrusted("body", page.body);
  view.Put("tool", ToolVersion());
  return RenderTemplate("page.mustache", view);
}

}  // namespace atsmatch
