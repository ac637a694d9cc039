#include "parser/text/contact.h"

#include <algorithm>
#include <array>
#include <optional>

#include "parser/document.h"
#include "parser/text/ascii.h"
#include "parser/text/lexicon.h"
#include "parser/text/pattern.h"
#include "parser/text/unicode.h"

namespace atsmatch {
namespace {

// Top-level domains that people's own pages and their employers' have.  With the whole list of
// 1,400 every "file.zip", "Sentence.Next" and "main.rs" would be an address.
constexpr std::string_view kDomains =
    " ac ad ae af ag ai al am app ar art asia at au az ba bar bb bd be berlin bg bh bi bio biz "
    "blog bo br bw by bz ca"
    " camp careers cat cc center ch ci cl cloud club cm cn co codes coffee com community company "
    "consulting cr cu"
    " cv cy cz de design dev digital directory dk dm do dz ec edu education ee eg email engineer "
    "engineering es"
    " eu expert fi finance fit fm fo fr fun fyi ge gg gh gi gl global gov gr group gt guru hk hn "
    "host how hr ht hu"
    " icu id ie il im in inc info ink int io iq ir is it je jm jo jobs jp ke kg kh kim kr kw ky kz "
    "la lat law lb"
    " legal life li link live lk llc london lt ltd lu lv ly ma mc md me media mg mil mk ml mm mn "
    "mo mobi mt mu mv mx"
    " my mz na name net network news ng ni nl no np nu nyc nz om one online org pa page paris pe "
    "ph photo"
    " photography pics pk pl plus pm pr press pro ps pt pub pw py qa re red ro rs ru run rw sa sc "
    "school"
    " science sd se services sg sh shop si site sk sn so social software solutions space store st "
    "studio su"
    " support sv sy systems tc team tech tel tf tips tk tl tm tn to today tools top tr training "
    "travel tt tv tw tz"
    " ua ug uk university us uy uz vc ve vet vg video vip vn wales watch website wiki win work "
    "works world ws wtf"
    " xyz yt za zm zone zw ";

bool IsKnownDomain(std::string_view domain) {
  if (domain.size() < 2 || domain.find(' ') != std::string_view::npos) return false;
  const std::string key = " " + ToLower(domain) + " ";
  return kDomains.find(key) != std::string_view::npos;
}

bool IsWordByte(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool IsAllUpper(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

char ByteAt(std::string_view text, size_t i) { return i < text.size() ? text[i] : '\0'; }
char ByteBefore(std::string_view text, size_t i) {
  return i > 0 && i <= text.size() ? text[i - 1] : '\0';
}

size_t Offset(std::string_view text, std::string_view piece) {
  return static_cast<size_t>(piece.data() - text.data());
}

std::string_view LastLabel(std::string_view host) {
  const size_t dot = host.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
}

// `matches` are in the order of the text.
bool Overlaps(const std::vector<TextMatch>& matches, size_t begin, size_t end) {
  const auto next = std::partition_point(
      matches.begin(), matches.end(), [&](const TextMatch& match) { return match.end <= begin; });
  return next != matches.end() && next->begin < end;
}

// ---- E-mail addresses ----

// Letters of addresses: Latin, Greek, Cyrillic and Han.
bool IsAddressLetter(char32_t c) {
  return IsAsciiLetter(c) || (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x52F) ||
         (c >= 0x4E00 && c <= 0x9FFF);
}
bool IsAddressCharacter(char32_t c) { return IsAsciiDigit(c) || IsAddressLetter(c); }

// The longest host that begins at `begin`: labels with dots between them, the last of them two
// letters or more.  `looked` is where the labels end: no host begins before it if none does here.
struct Host {
  size_t end = 0;  // 0: none
  size_t looked = 0;
};

Host FindHostAt(std::string_view text, size_t begin) {
  Host host{0, begin};
  for (size_t i = begin; i < text.size();) {
    const size_t label = i;
    size_t letters_end = i, letters = 0;
    bool only_letters = true, ends_well = false;
    while (i < text.size()) {
      size_t next = i;
      const char32_t c = NextCodePoint(text, &next);
      if (!IsAddressCharacter(c) && (c != '-' || i == label)) break;
      only_letters = only_letters && IsAddressLetter(c);
      if (only_letters) {
        ++letters;
        letters_end = next;
      }
      ends_well = c != '-';
      i = next;
    }
    if (label > begin && letters >= 2) host.end = letters_end;
    host.looked = std::max(i, host.looked);
    if (!ends_well || ByteAt(text, i) != '.') break;
    host.looked = ++i;
  }
  return host;
}

// What the line above or a column beside has glued to the domain goes: "example.comPhone".
size_t DomainEnd(std::string_view host) {
  const std::string_view domain = LastLabel(host);
  if (IsKnownDomain(domain)) return host.size();
  for (size_t length = domain.size(); length-- > 2;) {
    const bool case_changes =
        domain[length] >= 'A' && domain[length] <= 'Z' && domain[length - 1] >= 'a';
    if (case_changes && IsKnownDomain(domain.substr(0, length)))
      return host.size() - domain.size() + length;
  }
  return host.size();
}

// A name, a sign and a host.
struct NameAtHost {
  std::string_view name, host;
  bool space_before = false;  // between the name and the sign
};

// The next one at or behind `from`, which moves behind it.  With `gaps` a space may stand on either
// side of the sign.
std::optional<NameAtHost> FindNameAtHost(std::string_view text, bool gaps, size_t* from) {
  constexpr std::string_view kSigns = "._%+'-";
  size_t name = std::string_view::npos;
  for (size_t i = *from; i < text.size();) {
    const bool space = gaps && text[i] == ' ' && ByteAt(text, i + 1) == '@';
    const size_t sign = space ? i + 1 : i;
    if (name != std::string_view::npos && text[sign] == '@') {
      const size_t begin = sign + (gaps && ByteAt(text, sign + 1) == ' ' ? 2 : 1);
      if (const Host host = FindHostAt(text, begin); host.end > 0) {
        *from = host.end;
        return NameAtHost{text.substr(name, i - name), text.substr(begin, host.end - begin), space};
      }
    }
    const size_t here = i;
    const char32_t c = NextCodePoint(text, &i);
    if (IsAddressCharacter(c)) {
      if (name == std::string_view::npos) name = here;
    } else if (c >= 0x80 || kSigns.find(static_cast<char>(c)) == std::string_view::npos) {
      name = std::string_view::npos;
    }
  }
  return std::nullopt;
}

std::vector<TextMatch> FindPlainEmails(std::string_view text) {
  std::vector<TextMatch> emails;
  for (size_t from = 0; const auto email = FindNameAtHost(text, false, &from);) {
    const size_t begin = Offset(text, email->name);
    const size_t end = Offset(text, email->host) + DomainEnd(email->host);
    emails.push_back({std::string(text.substr(begin, end - begin)), begin, end});
  }
  return emails;
}

// A gap in a PDF splits "jane@ example.com" or "jane.doe @example.com".  "Engineer @ example.com"
// is no address: in front of a space the name must look like one.
std::vector<TextMatch> FindGappedEmails(std::string_view text) {
  std::vector<TextMatch> emails;
  for (size_t from = 0; const auto email = FindNameAtHost(text, true, &from);) {
    const auto& [name, host, space_before] = *email;
    const bool looks_like_name =
        name.find_first_of("._0123456789") != std::string_view::npos && name.back() != '.';
    if (!IsKnownDomain(LastLabel(host)) || (space_before && !looks_like_name)) continue;
    emails.push_back({std::string(name) + "@" + std::string(host), Offset(text, name),
                      Offset(text, host) + host.size()});
  }
  return emails;
}

// ---- Web addresses ----

// Names of programs that end like a domain.
bool IsProductName(std::string_view host) {
  static constexpr std::array<std::string_view, 8> kProducts = {
      "asp.net", "vb.net", "ado.net", "ml.net", "b.tech", "socket.io", "paint.net", "j2ee.net"};
  return std::find(kProducts.begin(), kProducts.end(), ToLower(host)) != kProducts.end();
}

// Files that people name are programs and notes more often than pages under these domains.
bool IsFileEnding(std::string_view domain) {
  return domain == "py" || domain == "sh" || domain == "md" || domain == "ps" || domain == "so";
}

// "jane.dev", but not "work.In", "ASP.NET", "3.5.in" or "M.Sc".
bool LooksLikeHost(std::string_view host, bool has_path) {
  const std::string_view domain = LastLabel(host);
  if (!IsKnownDomain(domain)) return false;
  std::string_view name = host.substr(0, host.size() - domain.size() - 1);
  const size_t dot = name.rfind('.');
  const std::string_view second_level = dot == std::string_view::npos ? name : name.substr(dot + 1);
  if (!HasLetter(second_level)) return false;
  if (has_path) return true;
  if (IsProductName(host) || IsFileEnding(domain)) return false;
  if (IsAllUpper(host)) return (domain == "COM" || domain == "ORG") && name.size() >= 4;
  const bool lower_domain = domain == ToLower(domain);
  // "e.g", "i.e", "a.m": two single letters are an abbreviation.
  return lower_domain && (second_level.size() > 1 || second_level == "x" || host.size() > 4);
}

// What stands where a web address could be: a scheme, a host, a port and a path.
struct UrlShape {
  size_t begin = 0, host = 0, host_end = 0, end = 0;  // `host` is `begin` without a scheme
  bool has_port = false;
  size_t path_size = 0;
};

// Bytes of "https://" or "www." at `begin`.
size_t SchemeLength(std::string_view text, size_t begin) {
  for (const std::string_view scheme : {"https://", "http://", "ftp://", "www."}) {
    if (StartsWithFolded(text.substr(begin), scheme)) return scheme.size();
  }
  return 0;
}

bool EndsPath(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v') || c == '<' || c == '>' || c == '"' ||
         c == '|' || c == 0x2022 || c == 0xB7 || (c >= 0xE000 && c <= 0xF8FF);
}

void FindPortAndPath(std::string_view text, UrlShape* url) {
  size_t i = url->host_end;
  if (ByteAt(text, i) == ':') {
    size_t digits = 0;
    while (digits < 5 && IsAsciiDigit(ByteAt(text, i + 1 + digits))) ++digits;
    url->has_port = digits >= 2;
    if (url->has_port) i += 1 + digits;
  }
  const size_t path = i;
  if (const char c = ByteAt(text, i); c == '/' || c == '?' || c == '#') {
    for (size_t next = i; next < text.size() && !EndsPath(NextCodePoint(text, &next));) i = next;
  }
  url->path_size = i - path;
  url->end = i;
}

// The next one at or behind `from`, which moves behind it.
std::optional<UrlShape> FindUrlShape(std::string_view text, size_t* from) {
  size_t looked = *from;
  for (size_t begin = *from; begin < text.size(); NextCodePoint(text, &begin)) {
    UrlShape url{begin, begin + SchemeLength(text, begin)};
    if (url.host > begin) url.host_end = FindHostAt(text, url.host).end;
    if (url.host_end == 0 && begin >= looked) {
      const Host host = FindHostAt(text, begin);
      url.host = begin;
      url.host_end = host.end;
      looked = host.looked;
    }
    if (url.host_end == 0) continue;
    FindPortAndPath(text, &url);
    *from = url.end;
    return url;
  }
  return std::nullopt;
}

size_t TrimUrlEnd(std::string_view url) {
  size_t end = url.size();
  while (end > 0) {
    const char c = url[end - 1];
    const bool opens = url.substr(0, end).find('(') != std::string_view::npos;
    if ((c == ')' && !opens) ||
        std::string_view(".,;:!?]}>'\"*_-(").find(c) != std::string_view::npos) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

// ---- Phones ----

struct PhoneShape {
  std::vector<std::string_view> groups;  // of digits
  size_t digits = 0;
  bool plus = false;
  bool dots_only = false, spaces_only = false;
};

PhoneShape ShapeOf(std::string_view number) {
  PhoneShape shape;
  shape.plus = number.find('+') != std::string_view::npos;
  std::string separators;
  for (size_t i = 0; i < number.size();) {
    if (!IsAsciiDigit(number[i])) {
      separators += number[i++];
      continue;
    }
    size_t end = i;
    while (end < number.size() && IsAsciiDigit(number[end])) ++end;
    shape.groups.push_back(number.substr(i, end - i));
    shape.digits += end - i;
    i = end;
  }
  shape.dots_only = !separators.empty() && separators.find_first_not_of('.') == std::string::npos;
  shape.spaces_only = !separators.empty() && separators.find_first_not_of(' ') == std::string::npos;
  return shape;
}

bool IsYearGroup(std::string_view group) {
  return group.size() == 4 && (group.substr(0, 2) == "19" || group.substr(0, 2) == "20");
}

// Nothing but years, months and days.
bool IsDates(const PhoneShape& shape) {
  bool has_year = false;
  for (std::string_view group : shape.groups) {
    if (IsYearGroup(group)) {
      has_year = true;
    } else if (group.size() > 2) {
      return false;
    }
  }
  return has_year;
}

// "10.000.000", "1 000 000"
bool IsThousands(const PhoneShape& shape) {
  if (shape.groups.size() < 2 || shape.groups[0].size() > 3 || shape.groups[0][0] == '0')
    return false;
  for (size_t i = 1; i < shape.groups.size(); ++i) {
    if (shape.groups[i].size() != 3) return false;
  }
  return shape.dots_only || (shape.spaces_only && shape.digits < 9);
}

// "3.14159265", "2019.10.1234567"
bool IsDecimalOrVersion(const PhoneShape& shape) {
  return shape.dots_only && shape.groups[0][0] != '0' &&
         std::any_of(shape.groups.begin(), shape.groups.end(),
                     [](std::string_view group) { return group.size() > 4; });
}

bool IsIpAddress(const PhoneShape& shape) {
  return shape.dots_only && shape.groups.size() == 4 &&
         std::all_of(shape.groups.begin(), shape.groups.end(), [](std::string_view group) {
           return group.size() <= 3 && std::stoi(std::string(group)) <= 255;
         });
}

bool HasGroups(const PhoneShape& shape, std::initializer_list<size_t> sizes) {
  return std::equal(shape.groups.begin(), shape.groups.end(), sizes.begin(), sizes.end(),
                    [](std::string_view group, size_t size) { return group.size() == size; });
}

std::string_view WithoutEnd(std::string_view text, std::string_view characters) {
  const size_t last = text.find_last_not_of(characters);
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// The label in front of a number, and the same without "no." at its end.
std::array<std::string_view, 2> LabelsOf(std::string_view before, std::string_view around,
                                         std::string_view inside,
                                         std::initializer_list<std::string_view> numbers) {
  const std::string_view label = WithoutEnd(before, around);
  for (const std::string_view number : numbers) {
    if (label.ends_with(number)) {
      return {label, WithoutEnd(label.substr(0, label.size() - number.size()), inside)};
    }
  }
  return {label, label};
}

bool EndsWithPhoneLabel(std::string_view text) {
  constexpr size_t kIcon = 3;  // bytes of a glyph of an icon font
  if (text.size() >= kIcon && !IsAsciiLetter(ByteBefore(text, text.size() - kIcon))) {
    size_t last = text.size() - kIcon;
    if (IsPrivateUse(NextCodePoint(text, &last))) return true;
  }
  constexpr std::string_view kLabels[] = {
      "tel",      "telefono", "telefone", "telefon", "telephone", "téléphone", "teléfono",
      "phone",    "ph",       "mobile",   "mobil",   "mob",       "móvil",     "movil",
      "celular",  "cell",     "cel",      "handy",   "fon",       "fax",       "portable",
      "whatsapp", "contact",  "call",     "home",    "office",    "m",         "t",
      "p",        "c",        "h",        "gsm",     "тел",       "电话",      "手机",
      "電話",     "☎",        "✆",        "☏",       "📞",         "📱",         "📲"};
  return std::any_of(std::begin(kLabels), std::end(kLabels), [&](std::string_view label) {
    return text.ends_with(label) && !IsAsciiLetter(ByteBefore(text, text.size() - label.size()));
  });
}

bool IsPhoneLabelled(std::string_view before) {
  const std::string lower = ToLower(before);
  const auto labels = LabelsOf(lower, " \t\r\n\f.:()#-", " \t\r\n\f.", {"no", "nr", "number"});
  return std::any_of(labels.begin(), labels.end(), EndsWithPhoneLabel);
}

bool IsOtherNumberLabelled(std::string_view before) {
  constexpr std::string_view kLabels[] = {
      "isbn", "issn",    "doi",      "orcid",   "iban",    "vat",
      "ssn",  "patent",  "passport", "license", "licence", "registration",
      "reg",  "invoice", "account",  "ref",     "id",      "version"};
  constexpr std::string_view kSigns[] = {"$", "€", "£", "¥", "₹", "#"};
  constexpr std::string_view kAround = " \t\r\n\f.:#-";
  const auto ends_with_any = [](std::string_view text, const auto& ends) {
    return std::any_of(std::begin(ends), std::end(ends),
                       [text](std::string_view end) { return text.ends_with(end); });
  };
  const std::string lower = ToLower(before);
  const std::string_view sign(lower.data(), lower.size() - (lower.ends_with(' ') ? 1 : 0));
  if (ends_with_any(sign, kSigns)) return true;
  const auto labels = LabelsOf(lower, kAround, kAround, {"no", "nr", "number", "10", "13"});
  return ends_with_any(labels[0], kLabels) || ends_with_any(labels[1], kLabels);
}

// Stands alone between separators, or alone in the text.
bool StandsApart(std::string_view text, size_t begin, size_t end) {
  const std::string_view before = TrimSpace(text.substr(0, begin)),
                         after = TrimSpace(text.substr(end));
  auto is_border = [](char c) {
    return std::string_view("|,;:()[]").find(c) != std::string_view::npos || (c & 0x80);
  };
  return (before.empty() || is_border(before.back())) &&
         (after.empty() || is_border(after.front()));
}

bool TouchesOtherText(std::string_view text, size_t begin, size_t end) {
  const char before = ByteBefore(text, begin), after = ByteAt(text, end);
  if (IsAsciiDigit(before) || IsAsciiLetter(before))
    return ByteAt(text, begin) != '+' || IsAsciiDigit(before);
  const char second = begin > 1 ? text[begin - 2] : '\0';
  if (std::string_view("-_/=.&?%+,").find(before) != std::string_view::npos && before != '\0' &&
      IsWordByte(second)) {
    return before != '.' && before != '/' ? true : IsAsciiDigit(second) || before == '/';
  }
  if (before == '_' || before == '=') return true;
  if (IsAsciiLetter(after) || IsAsciiDigit(after)) return true;
  return after == '%' || after == '@' || after == '_' ||
         (after == ',' && IsAsciiDigit(ByteAt(text, end + 1)));
}

bool IsPhone(std::string_view text, size_t begin, size_t end) {
  const PhoneShape shape = ShapeOf(text.substr(begin, end - begin));
  if (shape.digits < 7 || shape.digits > 15 || TouchesOtherText(text, begin, end)) return false;
  // A label stands right in front.
  const std::string_view before =
      text.substr(begin - std::min<size_t>(begin, 40), std::min<size_t>(begin, 40));
  if (shape.plus) return true;
  if (IsDates(shape) || IsIpAddress(shape) || IsOtherNumberLabelled(before)) return false;
  if (IsPhoneLabelled(before)) return true;
  if (IsThousands(shape) || IsDecimalOrVersion(shape)) return false;
  if (HasGroups(shape, {5, 4}) || HasGroups(shape, {5, 3}) || HasGroups(shape, {4, 4, 4, 3}))
    return false;  // ZIP, ORCID
  if (shape.groups.size() == 1) return shape.digits == 10 || shape.digits == 11;
  if (shape.digits == 7) {
    return HasGroups(shape, {3, 4}) && shape.groups[0][0] >= '2' && StandsApart(text, begin, end);
  }
  if (shape.digits == 8 && !HasGroups(shape, {2, 2, 2, 2})) {
    return StandsApart(text, begin, end);  // "100 - 20000 users"
  }
  // Two groups of a year are years with something else.
  return std::count_if(shape.groups.begin(), shape.groups.end(), IsYearGroup) < 2;
}

// What may stand between two digits of a number: two spaces, a sign, two spaces or brackets, each
// of them optional.
bool IsGapOfNumber(std::string_view gap) {
  constexpr size_t kMost = 5;
  enum Kind : uint8_t { kSpace, kBracket, kSign };
  Kind kinds[kMost];
  size_t count = 0;
  for (size_t i = 0; i < gap.size(); ++count) {
    if (count == kMost) return false;
    const char32_t c = NextCodePoint(gap, &i);
    if (c == ' ' || c == 0xA0) {
      kinds[count] = kSpace;
    } else if (c == '(' || c == ')') {
      kinds[count] = kBracket;
    } else if (c == '.' || c == '-' || c == '/' || c == 0x2010 || c == 0x2011 || c == 0x2013) {
      kinds[count] = kSign;
    } else {
      return false;
    }
  }
  size_t i = 0;
  while (i < count && i < 2 && kinds[i] == kSpace) ++i;
  if (count - i <= 2 && std::find(kinds + i, kinds + count, kSign) == kinds + count) return true;
  if (i < count && kinds[i] != kSpace) ++i;
  return count - i <= 2 && std::find(kinds + i, kinds + count, kSign) == kinds + count;
}

// Seven to 23 digits that hang together, with the "+" or bracket before and the bracket behind
// them.
std::optional<IndexRange> FindDigits(std::string_view text, size_t from) {
  constexpr size_t kFewest = 7, kMost = 23;
  size_t first = from;
  while (first < text.size()) {
    if (!IsAsciiDigit(text[first])) {
      ++first;
      continue;
    }
    size_t last = first, digits = 1, next = first + 1;
    for (; digits < kMost && next < text.size(); ++next) {
      if (!IsAsciiDigit(text[next])) continue;
      if (!IsGapOfNumber(text.substr(last + 1, next - last - 1))) break;
      last = next;
      ++digits;
    }
    if (digits < kFewest) {
      first = std::max(next, last + 1);
      continue;
    }
    size_t begin = first, end = last + 1;
    while (begin > from && first - begin < 2 &&
           (text[begin - 1] == '+' || text[begin - 1] == '(')) {
      --begin;
    }
    if (end < text.size() && text[end] == ')') ++end;
    return IndexRange{begin, end};
  }
  return std::nullopt;
}

// Bytes of "+1 (512) 555-0123" at the start, if nothing or another number follows.
size_t NorthAmericanLength(std::string_view number) {
  for (const bool with_country : {true, false}) {
    size_t i = 0;
    const auto take = [&](char c) { return ByteAt(number, i) == c ? (++i, true) : false; };
    const auto take_digits = [&](size_t count) {
      for (; count > 0 && IsAsciiDigit(ByteAt(number, i)); --count) ++i;
      return count == 0;
    };
    const auto skip_gap = [&] {
      for (int n = 0; n < 3 && (take(' ') || take('.') || take('-')); ++n) {
      }
    };
    if (with_country) {
      take('+');
      if (!take('1')) continue;
      skip_gap();
    }
    const bool bracket = take('(');
    if (!take_digits(3) || (bracket && !take(')'))) continue;
    skip_gap();
    if (!take_digits(3)) continue;
    skip_gap();
    if (!take_digits(4)) continue;
    const size_t end = i;
    if (end == number.size()) return end;
    while (take(' ') || take('/') || take(',')) {
    }
    if (i > end && (IsAsciiDigit(ByteAt(number, i)) || ByteAt(number, i) == '(')) return end;
  }
  return 0;
}

// Where what follows a whole number begins: a second number, a postal code, a year.  0: no number.
size_t CutPhone(std::string_view number) {
  if (const size_t length = NorthAmericanLength(number); length > 0) return length;
  const size_t slash = number.find(" / ");
  if (slash != std::string_view::npos && ShapeOf(number.substr(0, slash)).digits >= 7) return slash;
  size_t end = number.size();
  for (PhoneShape shape = ShapeOf(number); shape.digits > 15;
       shape = ShapeOf(number.substr(0, end))) {
    const std::string_view last = shape.groups.back();
    const size_t begin = static_cast<size_t>(last.data() - number.data());
    const bool other =
        (IsYearGroup(last) || last.size() == 5) && begin > 0 && number[begin - 1] == ' ';
    if (!other) return 0;
    end = begin;
    while (end > 0 && !IsAsciiDigit(number[end - 1])) --end;
  }
  return end;
}

// The brackets that close nothing and open nothing go.
void BalanceBrackets(std::string_view text, size_t* begin, size_t* end) {
  auto count = [&](char c) { return std::count(text.begin() + *begin, text.begin() + *end, c); };
  while (*begin < *end && text[*begin] == '(' && count('(') > count(')')) ++*begin;
  while (*begin < *end && text[*end - 1] == ')' && count(')') > count('(')) --*end;
}

std::string OneSpace(std::string_view text) {
  std::string result;
  for (std::string_view word : SplitWords(text)) {
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result;
}

// ---- Profiles ----

struct UrlParts {
  std::string_view host, path, query;
};

UrlParts SplitUrl(std::string_view url) {
  if (const size_t scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  if (const size_t fragment = url.find('#'); fragment != std::string_view::npos)
    url = url.substr(0, fragment);
  UrlParts parts;
  if (const size_t query = url.find('?'); query != std::string_view::npos) {
    parts.query = url.substr(query + 1);
    url = url.substr(0, query);
  }
  const size_t slash = std::min(url.find('/'), url.size());
  parts.host = url.substr(0, slash);
  parts.path = url.substr(slash);
  if (const size_t port = parts.host.find(':'); port != std::string_view::npos)
    parts.host = parts.host.substr(0, port);
  return parts;
}

std::vector<std::string_view> Segments(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const size_t end = std::min(path.find('/'), path.size());
    if (end > 0) segments.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return segments;
}

int HexValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string Decoded(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' ? HexValue(ByteAt(text, i + 1)) : -1,
              low = HexValue(ByteAt(text, i + 2));
    if (high < 0 || low < 0) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return ToValidUtf8(decoded);
}

bool IsAllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit);
}

// "/in/jane" and "/users/42/jane" -> "jane".
std::string UsernameOf(const UrlParts& parts) {
  static constexpr std::array<std::string_view, 19> kFolders = {
      "in",     "pub",       "profile", "profiles", "user",    "users", "u",
      "people", "author",    "authors", "member",   "members", "m",     "p",
      "profil", "citations", "mwlite",  "~",        "c"};
  std::vector<std::string_view> segments = Segments(parts.path);
  size_t i = 0;
  while (i < segments.size() &&
         std::find(kFolders.begin(), kFolders.end(), ToLower(segments[i])) != kFolders.end())
    ++i;
  if (i + 1 < segments.size() && i > 0 && IsAllDigits(segments[i])) ++i;
  static constinit const Pattern kUser(R"((?:^|&)(?:user|id|u|username)=([^&]+))");
  std::string_view user;
  if (i >= segments.size() &&
      kUser.PartialMatch(std::string_view(parts.query.data(), parts.query.size()), &user)) {
    return Decoded(user);
  }
  if (i >= segments.size()) return {};
  std::string_view name = segments[i];
  while (name.starts_with('@') || name.starts_with('~')) name.remove_prefix(1);
  return Decoded(name);
}

struct KnownHost {
  std::string network;
  std::string_view below;  // the labels in front: "jane" of "jane.medium.com"
};

std::optional<KnownHost> FindHost(std::string_view host, const Lexicon& lexicon) {
  for (size_t begin = 0; begin < host.size();) {
    const std::string_view name = host.substr(begin);
    if (name.find('.') == std::string_view::npos) break;
    if (const auto network = lexicon.Find(LexiconTable::kNetworks, name)) {
      return KnownHost{std::string(*network), host.substr(0, begin == 0 ? 0 : begin - 1)};
    }
    begin = host.find('.', begin) + 1;
  }
  // "xing.de" where the table has "xing".  Pages under github.io are people's own.
  if (host.ends_with("github.io") || host.ends_with("gitlab.io")) return std::nullopt;
  const size_t last = host.rfind('.');
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  const size_t before = host.rfind('.', last - 1);
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view second_level = host.substr(begin, last - begin);
  if (second_level.size() < 4) return std::nullopt;
  const auto network = lexicon.Find(LexiconTable::kNetworks, second_level);
  if (!network) return std::nullopt;
  return KnownHost{std::string(*network), host.substr(0, begin == 0 ? 0 : begin - 1)};
}

// Bytes of "ext. 12" at the start of what follows a number.
size_t ExtensionLength(std::string_view behind) {
  static constinit const Pattern kExtension(
      R"((?i)\s*[,;]?\s*(?:ext(?:ension)?|x|durchwahl|poste|anexo|ramal|int)\s?[.:]?\s?\d{1,6})");
  std::string_view extension;
  if (!kExtension.FindAtStart(behind, &extension)) return 0;
  size_t end = extension.size();
  if (end < behind.size()) {
    size_t next = end;
    const char32_t c = NextCodePoint(behind, &next);
    if (IsLetter(c) || IsDigit(c)) return 0;
  }
  return end;
}

// "https://example.com", "mailto:me@example.com"
bool HasScheme(std::string_view url) {
  if (StartsWithFolded(url, "mailto:") || StartsWithFolded(url, "tel:")) return true;
  const std::string_view scheme = url.substr(0, std::min(url.find("://"), url.size()));
  return scheme.size() < url.size() && IsAsciiLetter(ByteAt(scheme, 0)) &&
         std::all_of(scheme.begin(), scheme.end(), [](char c) {
           return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '+' || c == '.' || c == '-';
         });
}

// A dot between what may be letters or digits: "example.com", not "etc. and".
bool HasDotInside(std::string_view text) {
  for (size_t i = text.find('.'); i != text.npos; i = text.find('.', i + 1)) {
    if (IsWordByte(ByteBefore(text, i)) && IsWordByte(ByteAt(text, i + 1))) return true;
  }
  return false;
}

}  // namespace

bool EndsInKnownDomain(std::string_view address) {
  return IsKnownDomain(address.substr(address.rfind('.') + 1));
}

std::vector<TextMatch> FindEmails(std::string_view text) {
  if (text.find('@') == std::string_view::npos) return {};
  std::vector<TextMatch> emails = FindPlainEmails(text);
  if (text.find("@ ") == std::string_view::npos && text.find(" @") == std::string_view::npos) {
    return emails;
  }
  std::vector<TextMatch> gapped = FindGappedEmails(text);
  std::erase_if(gapped,
                [&](const TextMatch& email) { return Overlaps(emails, email.begin, email.end); });
  emails.insert(emails.end(), gapped.begin(), gapped.end());
  std::sort(emails.begin(), emails.end(),
            [](const TextMatch& a, const TextMatch& b) { return a.begin < b.begin; });
  return emails;
}

std::vector<TextMatch> FindPhones(std::string_view text) {
  // Cheap look first: most lines have no seven digits.
  if (std::count_if(text.begin(), text.end(), IsAsciiDigit) < 7) return {};
  std::vector<TextMatch> phones;
  size_t from = 0;
  while (const auto candidate = FindDigits(text, from)) {
    size_t begin = candidate->begin;
    size_t end = begin + CutPhone(text.substr(begin, candidate->size()));
    from = candidate->end;
    if (end == begin) continue;  // one group of more digits than a phone has
    from = end;
    BalanceBrackets(text, &begin, &end);
    const size_t extension = ExtensionLength(text.substr(end));
    // What follows an extension says nothing of the number.
    if (!IsPhone(extension > 0 ? text.substr(0, end) : text, begin, end)) continue;
    end += extension;
    if (Overlaps(FindUrls(text), begin, end) || Overlaps(FindEmails(text), begin, end)) continue;
    phones.push_back({OneSpace(text.substr(begin, end - begin)), begin, end});
    from = end;
  }
  return phones;
}

std::vector<TextMatch> FindUrls(std::string_view text) {
  if (!HasDotInside(text)) return {};
  const std::vector<TextMatch> emails = FindEmails(text);
  std::vector<TextMatch> urls;
  for (size_t from = 0; const auto url = FindUrlShape(text, &from);) {
    const size_t begin = url->begin;
    std::string_view host = text.substr(url->host, url->host_end - url->host);
    size_t end = url->end;
    // The domain ends where it stops being one: "example.comLinkedIn".
    if (url->path_size == 0 && !url->has_port) {
      host = host.substr(0, DomainEnd(host));
      end = url->host + host.size();
    }
    end = begin + TrimUrlEnd(text.substr(begin, end - begin));
    const char before = ByteBefore(text, begin), after = ByteAt(text, end);
    const bool inside = IsWordByte(before) || before == '@' || before == '.' || before == '/' ||
                        before == '-' || before == '_' || before == '\\' || after == '@';
    const bool is_host = url->host > begin || LooksLikeHost(host, url->path_size > 1);
    const bool byte_letter_before =
        static_cast<unsigned char>(before) >= 0x80;  // an icon or a bullet
    if (is_host && (!inside || byte_letter_before) && !Overlaps(emails, begin, end)) {
      urls.push_back({std::string(text.substr(begin, end - begin)), begin, end});
    }
  }
  return urls;
}

std::string WithScheme(std::string_view url) {
  if (HasScheme(url)) return std::string(url);
  while (url.starts_with('/')) url.remove_prefix(1);
  return "https://" + std::string(url);
}

ProfileParts FindProfile(std::string_view url, const Lexicon& lexicon) {
  const UrlParts parts = SplitUrl(TrimSpace(url));
  const std::string host = ToLower(parts.host);
  const auto known = FindHost(host, lexicon);
  if (!known) return {};
  ProfileParts profile{known->network, UsernameOf(parts)};
  // "jane.medium.com"; "www" and "de" are no names.
  if (profile.username.empty() && known->below.size() > 3 &&
      known->below.find('.') == std::string_view::npos) {
    profile.username = std::string(known->below);
  }
  return profile;
}

}  // namespace atsmatch
