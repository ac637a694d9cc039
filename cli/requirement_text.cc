#include "cli/requirement_text.h"

#include <algorithm>

#include "cli/report_parts.h"
#include "cli/report_words.h"

namespace atsmatch {

std::string MetMark(const std::string& met, const TextPage& page) {
  static constexpr Ink kInks[] = {Ink::kRed, Ink::kYellow, Ink::kGreen, Ink::kDim};
  return Paint(page.Sign(MetSign(met), MetSignAscii(met)), kInks[MetRank(met)], page.style());
}

void PutRequirement(const RecordRequirement& requirement, const RequirementTextOptions& options,
                    TextPage* page) {
  std::string text = options.number + requirement.text;
  if (requirement.need == "nice") text += " (a plus)";
  if (options.knocks_out) text += " (knock-out)";
  if (requirement.met != "yes" && requirement.gain >= kWorthShowing) {
    text += " (+" + Decimal(requirement.gain, 1) + ")";
  }
  page->Paragraph("  " + MetMark(requirement.met, *page) + " ", text, options.text_lines);
  if (options.reason && !requirement.reason.empty()) {
    page->Painted(Ink::kDim, "      ", requirement.reason);
  }
  const size_t quotes = std::min(options.quotes, requirement.evidence.size());
  for (size_t i = 0; i < quotes; ++i) {
    const RecordQuote& quote = requirement.evidence[i];
    // Where it stands goes first: the end of a long line may be cut off.
    std::string place = "page " + std::to_string(quote.page);
    if (!quote.section.empty()) {
      place += ", " + Truncate(EscapeForTerminal(quote.section), 24, page->style());
    }
    page->Painted(Ink::kDim, "      ",
                  place + ": " + page->Sign("“", "\"") + quote.text + page->Sign("”", "\""),
                  options.quote_lines);
  }
}

void PutMetLegend(TextPage* page) {
  page->Painted(Ink::kDim, "  ",
                "(" + page->Sign(MetSign("yes"), MetSignAscii("yes")) + " met, ~ partly, " +
                    page->Sign(MetSign("no"), MetSignAscii("no")) +
                    " not, ? to be asked: a résumé rarely tells)");
}

}  // namespace atsmatch
