// Name, label, e-mail, phone, web addresses, place and summary: they may stand anywhere.
#include "parser/text/contact.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/fields/contact_lines.h"
#include "parser/fields/fields.h"
#include "parser/fields/languages.h"
#include "parser/fields/names.h"
#include "parser/fields/pieces.h"
#include "parser/fields/places.h"
#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

using Lines = std::vector<ContactLine>;

double ConfidenceOf(Trust trust) {
  return trust == Trust::kHigh ? 0.97 : trust == Trust::kMedium ? 0.85 : 0.6;
}

const std::string* UriOf(const Document& document, size_t word) {
  const int link = document.words[word].link;
  return link >= 0 && static_cast<size_t>(link) < document.links.size() ? &document.links[link].uri
                                                                        : nullptr;
}

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// "https://www.example.com/" -> "example.com"
std::string BareUrl(std::string_view url) {
  std::string bare = ToLower(url);
  for (const std::string_view start : {"https://", "http://", "www."}) {
    if (bare.starts_with(start)) bare.erase(0, start.size());
  }
  while (!bare.empty() && bare.back() == '/') bare.pop_back();
  return bare;
}

bool SameRow(const FieldContext& context, const ContactLine& a, const ContactLine& b) {
  return context.lines[a.line].region == context.lines[b.line].region;
}

// The line and the next one as one run of characters, for addresses that a narrow column cut.
WordText Glued(const ContactLine& line, const ContactLine& next) {
  WordText glued = line.text;
  const size_t shift = glued.text.size();
  glued.text += next.text.text;
  for (WordText::Span span : next.text.spans)
    glued.spans.push_back({span.begin + shift, span.end + shift, span.word});
  return glued;
}

// ---- e-mail

void AddEmail(Text email, Basics* basics) {
  const std::string folded = ToLower(email.value);
  if (ToLower(basics->email.value) == folded) return;
  for (const Text& other : basics->other_emails) {
    if (ToLower(other.value) == folded) return;
  }
  if (!basics->email.known()) {
    basics->email = std::move(email);
  } else {
    basics->other_emails.push_back(std::move(email));
  }
}

void FindEmailsIn(const FieldContext& context, const Lines& lines, Trust trust, Basics* basics) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const ContactLine& line = lines[i];
    if (line.trust != trust) continue;
    std::vector<TextMatch> matches = FindEmails(line.text.text);
    const size_t sign = line.text.text.find('@');
    const bool at_end = matches.empty() || matches.back().end + 1 >= line.text.text.size();
    WordText text = line.text;
    if (sign != std::string::npos && at_end && i + 1 < lines.size() &&
        SameRow(context, line, lines[i + 1])) {
      // "jane.doe@exam" + "ple.com": a column too narrow for it.
      const std::string& next = lines[i + 1].text.text;
      static constinit const Pattern kTail(R"(^(?:[a-z0-9.-]*\.)?[a-z]{2,6}$)");
      const Line& printed = context.lines[line.line];
      const Line& below = context.lines[lines[i + 1].line];
      const bool dotted =
          !matches.empty() &&
          matches.back().value.find('.', matches.back().value.find('@')) != std::string::npos;
      const bool no_room = printed.region_box.x1 - printed.box.x1 < below.box.width();
      const bool whole = dotted && (!no_room || EndsInKnownDomain(matches.back().value));
      // "jane@example.co" + "m": the rest would not have fitted, and it looks the same.
      const bool cut = no_room && printed.colour == below.colour && printed.bold == below.bold &&
                       next.size() <= 4;
      static constinit const Pattern kLetters("[a-z]+");
      if (kTail.FullMatch(next) ? !whole || cut : cut && kLetters.FullMatch(next)) {
        text = Glued(line, lines[i + 1]);
        matches = FindEmails(text.text);
      }
    }
    for (const TextMatch& match : matches) {
      AddEmail(ToField({match.value, text.WordsOf(match.begin, match.end)}, ConfidenceOf(trust),
                       "email-pattern"),
               basics);
    }
  }
}

void FindEmailLinks(const FieldContext& context, const Lines& lines, Basics* basics) {
  for (const ContactLine& line : lines) {
    if (line.trust == Trust::kLow) continue;
    for (const WordText::Span& span : line.text.spans) {
      const std::string* uri = UriOf(context.document, span.word);
      if (uri == nullptr || !StartsWith(ToLower(*uri), "mailto:")) continue;
      const std::vector<TextMatch> matches = FindEmails(uri->substr(7));
      if (matches.empty()) continue;
      AddEmail(ToField({matches[0].value, {span.word, span.word + 1}}, 0.9, "email-link"), basics);
      return;
    }
  }
}

void ReadEmails(const FieldContext& context, const Lines& lines, Basics* basics) {
  FindEmailsIn(context, lines, Trust::kHigh, basics);
  FindEmailsIn(context, lines, Trust::kMedium, basics);
  if (!basics->email.known()) FindEmailLinks(context, lines, basics);
  if (!basics->email.known()) FindEmailsIn(context, lines, Trust::kLow, basics);
}

// ---- phone

bool IsFax(const std::string& text, size_t begin) {
  static constinit const Pattern kFax(R"((?i)(?:\bfax|\bf|telefax)\s*(?:\.|:|no\.?|number)*\s*$)");
  return kFax.PartialMatch(std::string_view(text.data(), begin));
}

void AddPhone(Text phone, Basics* basics) {
  auto digits = [](const std::string& text) {
    std::string result;
    for (char c : text) {
      if (c >= '0' && c <= '9') result += c;
    }
    return result;
  };
  const std::string number = digits(phone.value);
  if (digits(basics->phone.value) == number) return;
  for (const Text& other : basics->other_phones) {
    if (digits(other.value) == number) return;
  }
  if (!basics->phone.known()) {
    basics->phone = std::move(phone);
  } else {
    basics->other_phones.push_back(std::move(phone));
  }
}

// A postcode at the end of one cell and a phone in the next are not one number: each cell is
// searched by itself, and the whole line only where no cell has a phone.
std::vector<WordText> PhoneTexts(const FieldContext& context, const ContactLine& line) {
  std::vector<WordText> cells;
  for (const Cell& cell : context.lines[line.line].cells) {
    WordText text = TextOfWords(context.document, cell.words);
    if (!FindPhones(text.text).empty()) cells.push_back(std::move(text));
  }
  return cells.empty() ? std::vector<WordText>{line.text} : cells;
}

void FindPhonesIn(const FieldContext& context, const Lines& lines, Trust trust, Basics* basics) {
  bool after_fax_label = false;
  for (const ContactLine& line : lines) {
    if (line.trust != trust) continue;
    if (trust == Trust::kLow && context.lines[line.line].page > 0) return;
    for (const WordText& text : PhoneTexts(context, line)) {
      for (const TextMatch& match : FindPhones(text.text)) {
        if (IsFax(text.text, match.begin) || after_fax_label) continue;
        AddPhone(ToField({match.value, text.WordsOf(match.begin, match.end)}, ConfidenceOf(trust),
                         "phone-pattern"),
                 basics);
      }
    }
    after_fax_label = FoldPhrase(line.text.text) == "fax";
  }
}

void ReadPhones(const FieldContext& context, const Lines& lines, Basics* basics) {
  FindPhonesIn(context, lines, Trust::kHigh, basics);
  FindPhonesIn(context, lines, Trust::kMedium, basics);
  if (!basics->phone.known()) FindPhonesIn(context, lines, Trust::kLow, basics);
}

// ---- web addresses and profiles

struct WebAddress {
  std::string url;
  IndexRange words;
  Trust trust = Trust::kLow;
  bool printed = true;  // false: only the target of a link
  SectionKind kind = SectionKind::kOther;
};

// A web address that goes on in the next line.
bool GoesOn(const FieldContext& context, const Lines& lines, size_t i, const TextMatch& match) {
  // What is no part of an address at the end of a text may be one before more of it.
  const bool hyphen = match.end + 1 == lines[i].text.text.size() &&
                      (lines[i].text.text.back() == '-' || lines[i].text.text.back() == '.');
  if (i + 1 >= lines.size() || (match.end < lines[i].text.text.size() && !hyphen) ||
      !SameRow(context, lines[i], lines[i + 1]))
    return false;
  const Line& line = context.lines[lines[i].line];
  const Line& next = context.lines[lines[i + 1].line];
  const std::string& tail = lines[i + 1].text.text;
  if (next.words.empty() || next.page != line.page) return false;
  const int a = context.document.words[line.words.end - 1].link;
  const int b = context.document.words[next.words.begin].link;
  const std::string* uri_a = UriOf(context.document, line.words.end - 1);
  const std::string* uri_b = UriOf(context.document, next.words.begin);
  if (uri_a != nullptr && uri_b != nullptr && *uri_a == *uri_b) return true;
  if (a >= 0 || b >= 0) return false;
  if (!FindEmails(tail).empty() || !FindUrls(tail).empty() ||
      context.document.words[next.words.begin].icon_before != Icon::kNone)
    return false;
  static constinit const Pattern kTail(R"(^[a-z0-9/_.~%?=&#-]+$)");
  // "gen_Weisshaupt", not "Skills".
  static constinit const Pattern kAnyTail(
      R"(^(?:[a-z0-9/_.~%?=&#-][A-Za-z0-9/_.~%?=&#-]*|[A-Z][A-Za-z]*[0-9/_.~%?=&#-][A-Za-z0-9/_.~%?=&#-]*)$)");
  const char last = hyphen                ? lines[i].text.text.back()
                    : match.value.empty() ? ' '
                                          : match.value.back();
  const bool open = last == '/' || last == '-' || last == '.' || last == '_';
  // A bare host is complete; a path may have been cut anywhere.
  const bool has_path = BareUrl(match.value).find('/') != std::string::npos;
  const bool full =
      line.region_box.x1 - line.box.x1 < context.document.words[next.words.begin].box.width();
  // Cut at the very edge of the column, in the middle of a word.
  const bool at_edge = line.region_box.x1 - line.box.x1 < 0.8 * line.size;
  if (at_edge && (has_path ? kAnyTail : kTail).FullMatch(tail) && (has_path || tail[0] == '.'))
    return true;
  return kTail.FullMatch(tail) && (open || tail[0] == '/' || (full && has_path));
}

std::vector<WebAddress> FindWebAddresses(const FieldContext& context, const Lines& lines) {
  std::vector<WebAddress> addresses;
  for (size_t i = 0; i < lines.size(); ++i) {
    const ContactLine& line = lines[i];
    if (line.trust == Trust::kLow) continue;
    std::vector<IndexRange> seen;
    for (const TextMatch& match : FindUrls(line.text.text)) {
      WebAddress address{WithScheme(match.value), line.text.WordsOf(match.begin, match.end),
                         line.trust, true, line.kind};
      if (GoesOn(context, lines, i, match)) {
        // "-" or "." behind the match
        address.url =
            WithScheme(match.value + line.text.text.substr(match.end) + lines[i + 1].text.text);
        address.words.end = std::max(address.words.end, lines[i + 1].text.Words().end);
      }
      // The link's target says it in full, if it says the same.
      const std::string* uri =
          address.words.empty() ? nullptr : UriOf(context.document, address.words.begin);
      if (uri != nullptr && StartsWith(*uri, "http") &&
          BareUrl(*uri).find(BareUrl(match.value)) != std::string::npos)
        address.url = *uri;
      seen.push_back(address.words);
      addresses.push_back(std::move(address));
    }
    int last_link = -1;
    for (const WordText::Span& span : line.text.spans) {
      const std::string* uri = UriOf(context.document, span.word);
      const int link = context.document.words[span.word].link;
      if (uri == nullptr || link == last_link || !StartsWith(ToLower(*uri), "http")) continue;
      last_link = link;
      const bool covered = std::any_of(seen.begin(), seen.end(), [&](const IndexRange& range) {
        return span.word >= range.begin && span.word < range.end;
      });
      if (!covered)
        addresses.push_back({*uri, {span.word, span.word + 1}, line.trust, false, line.kind});
    }
  }
  return addresses;
}

// One user name at two networks is two profiles.
Profile* FindKnown(Basics* basics, const std::string& network, const std::string& username,
                   const std::string& url) {
  for (Profile& profile : basics->profiles) {
    if (!url.empty() && BareUrl(profile.url.value) == BareUrl(url)) return &profile;
    const bool other = !network.empty() && profile.network.known() &&
                       ToLower(profile.network.value) != ToLower(network);
    if (!other && !username.empty() && ToLower(profile.username.value) == ToLower(username))
      return &profile;
  }
  return nullptr;
}

void AddProfile(const std::string& network, const std::string& username, const std::string& url,
                IndexRange words, double confidence, const char* rule, Basics* basics) {
  Profile* known = FindKnown(basics, network, username, url);
  if (known == nullptr) {
    basics->profiles.emplace_back();
    known = &basics->profiles.back();
  }
  auto fill = [&](const std::string& value, Text* field) {
    if (!field->known() && !value.empty()) *field = ToField({value, words}, confidence, rule);
  };
  fill(network, &known->network);
  fill(username, &known->username);
  fill(url, &known->url);
}

// A user name as networks have them; strict: with a sign that words do not have.
bool IsHandle(const Lexicon& lexicon, std::string_view text, bool strict) {
  static constinit const Pattern kHandle(R"(@?[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])");
  constexpr size_t kLongest = 40;
  if (text.size() > kLongest || !kHandle.FullMatch(text)) return false;
  const bool lower = ToLower(text) == text;
  const bool sign = text[0] == '@' || text.find_first_of("-_.0123456789") != std::string_view::npos;
  if (!sign && (strict || !lower)) return false;
  const bool digits_only = text.find_first_not_of("0123456789-.") == std::string_view::npos;
  // "0000-0002-5555-0139": a number is a user name only beside its network.
  if (digits_only && (strict || text.size() < 8)) return false;
  // "64x64" is the size of a picture.
  const auto letters = std::count_if(text.begin(), text.end(), IsAsciiLetter);
  if (strict && letters < 2) return false;
  if (strict && !lower) return false;
  for (LexiconTable table :
       {LexiconTable::kSectionHeadings, LexiconTable::kContactLabels, LexiconTable::kNetworks}) {
    if (lexicon.Find(table, text).has_value()) return false;
  }
  return FindUrls(text).empty() && FindEmails(text).empty();
}

struct ContactCell {
  std::string text;
  IndexRange words;
  Box box;
  size_t line = 0;  // index into Lines
  Icon icon = Icon::kNone;
};

std::vector<ContactCell> FindCells(const FieldContext& context, const Lines& lines) {
  std::vector<ContactCell> cells;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].trust == Trust::kLow) continue;
    for (const Cell& cell : context.lines[lines[i].line].cells) {
      if (cell.words.empty()) continue;
      cells.push_back({TextOf(context.document, cell.words), cell.words, cell.box, i,
                       context.document.words[cell.words.begin].icon_before});
    }
  }
  return cells;
}

// The user name beside or under a cell that holds nothing but a network.
const ContactCell* FindHandleOf(const FieldContext& context, const std::vector<ContactCell>& cells,
                                size_t at) {
  constexpr double kAligned = 6;  // points
  const ContactCell& network = cells[at];
  for (size_t i = at + 1; i < cells.size() && cells[i].line <= network.line + 2; ++i) {
    const ContactCell& cell = cells[i];
    const bool beside = cell.line == network.line && i == at + 1;
    const double centre = 0.5 * (cell.box.x0 + cell.box.x1 - network.box.x0 - network.box.x1);
    const bool under =
        cell.line != network.line && (std::abs(cell.box.x0 - network.box.x0) <= kAligned ||
                                      (std::abs(centre) <= kAligned && cell.text[0] == '@'));
    if ((beside || under) && IsHandle(context.lexicon, cell.text, false)) return &cell;
  }
  return nullptr;
}

// "LinkedIn: jane-doe", "jane-doe (LinkedIn)", "github/jane", an icon before "jane-doe".
void FindHandles(const FieldContext& context, const Lines& lines,
                 const std::vector<WebAddress>& addresses, Basics* basics) {
  const Lexicon& lexicon = context.lexicon;
  // The rest of an address that went on in the next line names nobody.
  const auto of_address = [&](const ContactCell& cell) {
    return std::any_of(addresses.begin(), addresses.end(), [&](const WebAddress& address) {
      return address.printed && cell.words.begin < address.words.end &&
             address.words.begin < cell.words.end;
    });
  };
  const std::vector<ContactCell> cells = FindCells(context, lines);
  for (size_t i = 0; i < cells.size(); ++i) {
    const ContactCell& cell = cells[i];
    if (!FindUrls(cell.text).empty() || of_address(cell)) continue;
    static constinit const Pattern kBehind(R"(^(\S+)\s*\(([^()]+)\)$)");
    static constinit const Pattern kPath(
        R"((?i)(?:^|\s)(in|github|linkedin|gitlab)/([a-z0-9][a-z0-9._-]+)(?:$|\s))");
    std::string handle, network;
    if (kBehind.FullMatch(cell.text, &handle, &network) &&
        lexicon.Find(LexiconTable::kNetworks, network).has_value() &&
        IsHandle(lexicon, handle, false)) {
      AddProfile(std::string(*lexicon.Find(LexiconTable::kNetworks, network)), handle, "",
                 cell.words, 0.9, "handle-before-network", basics);
      continue;
    }
    if (kPath.PartialMatch(cell.text, &network, &handle)) {
      const auto known = lexicon.Find(LexiconTable::kNetworks, network);
      AddProfile(known.has_value() ? std::string(*known) : "LinkedIn", handle, "", cell.words, 0.85,
                 "handle-path", basics);
      continue;
    }
    bool found = false;
    const std::vector<PhraseMatch> networks = lexicon.FindAll(LexiconTable::kNetworks, cell.text);
    for (size_t n = 0; n < networks.size(); ++n) {
      const size_t end = n + 1 < networks.size() ? networks[n + 1].begin : cell.text.size();
      std::string_view rest =
          std::string_view(cell.text).substr(networks[n].end, end - networks[n].end);
      rest = TrimSeparators(rest.substr(0, rest.find_first_of("|,;•·(")));
      while (rest.starts_with('/') || rest.starts_with(':'))
        rest.remove_prefix(1);  // "GitHub:// jane"
      rest = TrimSeparators(rest);
      IndexRange words = cell.words;
      if (rest.empty() && networks.size() == 1 &&
          TrimSeparators(std::string_view(cell.text).substr(0, networks[n].begin)).empty()) {
        const ContactCell* below = FindHandleOf(context, cells, i);
        if (below == nullptr) continue;
        rest = below->text;
        words.end = std::max(words.end, below->words.end);
      }
      if (!IsHandle(lexicon, rest, false)) continue;
      found = true;
      AddProfile(std::string(networks[n].value), std::string(rest.substr(rest[0] == '@' ? 1 : 0)),
                 "", words, 0.85, "handle-behind-network", basics);
    }
    if (found || !networks.empty()) continue;
    // A user name alone, with an icon that the text layer lost or that says "network".
    for (size_t w = cell.words.begin; w < cell.words.end; ++w) {
      const Word& word = context.document.words[w];
      const std::string_view text = TrimSeparators(word.text);
      const bool alone = cell.words.size() == 1 || word.icon_before == Icon::kNetwork ||
                         word.icon_before == Icon::kUnknown;
      if (!alone || word.link >= 0 || lines[cell.line].trust != Trust::kHigh) continue;
      if (!IsHandle(lexicon, text, word.icon_before != Icon::kNetwork) || !HasLetter(text))
        continue;
      AddProfile("", std::string(text.substr(text[0] == '@' ? 1 : 0)), "", {w, w + 1}, 0.6,
                 "handle-alone", basics);
    }
  }
}

// "bnguyen" of "https://scholar.example.org/bnguyen"; empty: a host alone or a deep path.
std::string LastSegment(const std::string& url) {
  static constinit const Pattern kOneSegment(R"((?i)(?:https?://)?[^/]+/@?([^/?#]+)/?)");
  std::string segment;
  return kOneSegment.FullMatch(url, &segment) ? segment : "";
}

// A map of the address, not a page of the person.
bool IsMap(const std::string& url) {
  static constinit const Pattern kMap(
      R"((?i)(?:google\.[a-z.]+/maps|maps\.|openstreetmap|goo\.gl/maps))");
  return kMap.PartialMatch(url);
}

void AddWebAddress(const FieldContext& context, const WebAddress& address, Basics* basics) {
  if (IsMap(address.url)) return;
  const ProfileParts parts = FindProfile(address.url, context.lexicon);
  const double confidence = ConfidenceOf(address.trust) * (address.printed ? 1 : 0.9);
  const char* rule = address.printed ? "profile-url" : "profile-link";
  if (!parts.network.empty() && !parts.username.empty()) {
    AddProfile(parts.network, parts.username, address.url, address.words, confidence, rule, basics);
    return;
  }
  const bool own = address.trust == Trust::kHigh || address.kind == SectionKind::kSummary;
  const std::string segment = LastSegment(address.url);
  const bool fediverse = address.url.find("/@") != std::string::npos;
  if (own && !basics->url.known() && !fediverse) {
    basics->url = ToField({address.url, address.words}, confidence * 0.95,
                          address.printed ? "web-address" : "web-link");
  } else if (own && !segment.empty() && BareUrl(address.url) != BareUrl(basics->url.value)) {
    AddProfile(fediverse ? "Mastodon" : "", segment, address.url, address.words, confidence * 0.8,
               rule, basics);
  }
}

void ReadWeb(const FieldContext& context, const Lines& lines, Basics* basics) {
  const std::vector<WebAddress> addresses = FindWebAddresses(context, lines);
  // What is printed comes first: a link's target may be anything.
  // The end of an e-mail address that went on in the next line is none.
  const IndexRange email = basics->email.evidence.words;
  for (bool printed : {true, false}) {
    for (const WebAddress& address : addresses) {
      const bool of_email =
          printed && address.words.begin >= email.begin && address.words.end <= email.end;
      if (address.printed == printed && !of_email) AddWebAddress(context, address, basics);
    }
  }
  FindHandles(context, lines, addresses, basics);
}

// ---- summary

bool Holds(const std::vector<size_t>& lines, size_t line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// A line of contact details, not of prose.
bool IsContactDetail(const FieldContext& context, const Line& line) {
  const std::string text = TextOf(context.document, line);
  const size_t words = SplitWords(text).size();
  if (!FindEmails(text).empty()) return true;
  if (words <= 8 && (!FindUrls(text).empty() || !FindPhones(text).empty())) return true;
  return std::all_of(line.cells.begin(), line.cells.end(), [&](const Cell& cell) {
    const std::string part = TextOf(context.document, cell.words);
    return context.lexicon.Find(LexiconTable::kNetworks, part).has_value() ||
           context.lexicon.Find(LexiconTable::kContactLabels, part).has_value() ||
           IsHandle(context.lexicon, part, true);
  });
}

Text JoinLines(const FieldContext& context, const std::vector<size_t>& lines, double confidence,
               const char* rule) {
  WordText text;
  for (size_t line : lines) AppendWords(context.document, context.lines[line].words, &text);
  return ToField({std::string(TrimSpace(text.text)), text.Words()}, confidence, rule);
}

// A paragraph begins beside a box and goes on below it, over the whole width.
bool GoesOnBelow(const Line& above, const Line& line, const std::string& text) {
  return above.page == line.page && !text.empty() && IsAsciiLower(text.front()) &&
         std::abs(above.size - line.size) < 0.1 && line.box.y0 >= above.box.y0 &&
         line.box.y0 - above.box.y1 < 0.8 * line.size && std::abs(above.box.x0 - line.box.x0) < 1;
}

// "Full name:" on a line of its own
bool NamesDetail(const FieldContext& context, std::string_view text) {
  return text.ends_with(':') &&
         context.lexicon.Find(LexiconTable::kContactLabels, text.substr(0, text.size() - 1))
             .has_value();
}

// The heading said again, or a headline of the section: far larger than its text.
bool IsHeadlineOfSummary(const FieldContext& context, const Section& section, size_t index) {
  constexpr double kLarger = 1.4;
  const Line& line = context.lines[index];
  const std::string text = TextOf(context.document, line);
  if (context.lexicon.Find(LexiconTable::kSectionHeadings, text) ==
      SectionKindName(SectionKind::kSummary))
    return true;
  const size_t next = index + 1;
  return next < section.lines.end && line.size > kLarger * context.lines[next].size;
}

Text FindSummary(const FieldContext& context, const NameFinding& finding) {
  std::vector<size_t> lines;
  for (const Section& section : context.sections) {
    if (section.kind != SectionKind::kSummary) continue;
    for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
      const Line& line = context.lines[i];
      if (line.role == LineRole::kRunning || Holds(finding.name_lines, i) ||
          Holds(finding.label_lines, i))
        continue;
      if (NamesDetail(context, TextOf(context.document, line))) {
        ++i;  // what it names
        continue;
      }
      if (IsContactDetail(context, line) || IsHeadlineOfSummary(context, section, i)) continue;
      lines.push_back(i);
    }
  }
  if (!lines.empty()) return JoinLines(context, lines, 0.9, "summary-section");
  // A paragraph of the header, without a heading: the first run of prose lines.
  constexpr size_t kParagraph = 12, kSentence = 5;  // words
  std::vector<size_t> best, run;
  size_t run_words = 0;
  auto close = [&] {
    const bool sentence = run_words >= kSentence && !run.empty() &&
                          TextOf(context.document, context.lines[run.back()]).back() == '.';
    if (best.empty() && (run_words >= kParagraph || sentence)) best = run;
    run.clear();
    run_words = 0;
  };
  for (const Section& section : context.sections) {
    if (section.kind != SectionKind::kHeader && section.kind != SectionKind::kContact) continue;
    for (size_t i = section.lines.begin; i < section.lines.end; ++i) {
      const Line& line = context.lines[i];
      const std::string text = TextOf(context.document, line);
      const size_t words = SplitWords(text).size();
      const bool prose = !Holds(finding.name_lines, i) && !Holds(finding.label_lines, i) &&
                         !line.bullet && line.role == LineRole::kBody &&
                         !IsContactDetail(context, line);
      const bool goes_on = !run.empty() && (context.lines[run.back()].region == line.region ||
                                            GoesOnBelow(context.lines[run.back()], line, text));
      if (!prose || (words < kSentence && !goes_on)) {
        close();
        continue;
      }
      const bool apart = !run.empty() && line.gap_before > line.size;
      if (!run.empty() && (!goes_on || apart)) close();
      if (words < kSentence && run.empty()) continue;
      run.push_back(i);
      run_words += words;
    }
    close();
  }
  if (best.empty()) return {};
  return JoinLines(context, best, 0.7, "summary-in-header");
}

// "Polish, English, German": nothing but names of languages.
bool ListsLanguages(const Lexicon& lexicon, const WordText& text) {
  const std::vector<Piece> pieces = SplitList(text);
  return pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
           return lexicon.Contains(LexiconTable::kLanguages, piece.text);
         });
}

// "Languages: English, Hindi" among the personal details, or "English, Hindi" there.
void ReadPersonalLanguages(const FieldContext& context, const Lines& lines, Resume* resume) {
  for (const ContactLine& line : lines) {
    if (line.trust != Trust::kHigh || line.running) continue;
    for (const Cell& cell : context.lines[line.line].cells) {
      const WordText text = TextOfWords(context.document, cell.words);
      if (ListsLanguages(context.lexicon, text)) AddLanguages(context, text, text.Words(), resume);
    }
    const size_t colon = FindLabelColon(line.text.text);
    if (colon == std::string::npos) continue;
    const auto kind =
        context.lexicon.Find(LexiconTable::kSectionHeadings, line.text.text.substr(0, colon));
    if (kind != SectionKindName(SectionKind::kLanguages)) continue;
    AddLanguages(context, SubText(line.text, colon + 1, line.text.text.size()), line.text.Words(),
                 resume);
  }
}

}  // namespace

void ReadBasics(const FieldContext& context, Resume* resume) {
  Basics& basics = resume->basics;
  const Lines lines = FindContactLines(context);
  ReadEmails(context, lines, &basics);
  ReadPhones(context, lines, &basics);
  ReadWeb(context, lines, &basics);

  std::vector<std::string> handles;
  handles.push_back(FoldToLetters(basics.email.value.substr(0, basics.email.value.find('@'))));
  for (const Profile& profile : basics.profiles)
    handles.push_back(FoldToLetters(profile.username.value));
  handles.push_back(FoldToLetters(BareUrl(basics.url.value)));
  const NameFinding finding = FindName(context, lines, handles);
  basics.name = finding.name;
  basics.label = finding.label;

  basics.location =
      FindLocation(context, FindContactPieces(context, lines), {&finding.name, &finding.label});
  basics.summary = FindSummary(context, finding);
  ReadPersonalLanguages(context, lines, resume);
}

}  // namespace atsmatch
