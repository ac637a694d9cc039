// E-mail addresses, phone numbers and web addresses as they stand in a line of text.
//
//   FindEmails("me@example.com | +44 7700 900123")   // {"me@example.com", bytes 0..14}
#ifndef ATSMATCH_PARSER_TEXT_CONTACT_H_
#define ATSMATCH_PARSER_TEXT_CONTACT_H_

#include <string>
#include <string_view>
#include <vector>

namespace atsmatch {

class Lexicon;

struct TextMatch {
  std::string value;  // cleaned: no "mailto:", no trailing dot or bracket
  size_t begin = 0;   // bytes of the text searched
  size_t end = 0;
};

std::vector<TextMatch> FindEmails(std::string_view text);
// "jane@example.com", not "jane@mail.exam", whose end stands in the next line.
bool EndsInKnownDomain(std::string_view address);
// 7 to 15 digits in the groups that people write; never a date range, a year pair, an ISBN or a
// part of a web address.
std::vector<TextMatch> FindPhones(std::string_view text);
// With or without a scheme ("linkedin.com/in/x", "www.example.com"); never an e-mail address's host
// and never a file name or an abbreviation such as "B.Sc".
std::vector<TextMatch> FindUrls(std::string_view text);
// "https://" in front where no scheme is.
std::string WithScheme(std::string_view url);
// "https://www.linkedin.com/in/jane" -> network "LinkedIn", username "jane"; empty network: none
// known.
struct ProfileParts {
  std::string network, username;
};
ProfileParts FindProfile(std::string_view url, const Lexicon& lexicon);

}  // namespace atsmatch

#endif  // ATSMATCH_PARSER_TEXT_CONTACT_H_
