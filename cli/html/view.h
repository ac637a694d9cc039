// What a template shows: named texts, flags and lists of views.
//
//   View view;
//   view.Put("name", record.candidate.name);
//   std::string html = RenderTemplate("candidate.mustache", view);
//
// The templates (templates/*.mustache) are Mustache: {{name}} is escaped for HTML, {{#list}} ...
// {{/list}} repeats, {{{name}}} is put in as it is and kept for what a template made.  The library
// is met in view.cc alone.
#ifndef ATSMATCH_CLI_HTML_VIEW_H_
#define ATSMATCH_CLI_HTML_VIEW_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace atsmatch {

class View {
 public:
  // Text from outside: control characters and marks of direction become U+FFFD, as they do on a
  // terminal.  An empty text counts as false, so that {{#name}} leaves it out.
  void Put(const std::string& name, std::string_view text);
  void Put(const std::string& name, const std::string& text) { Put(name, std::string_view(text)); }
  void Put(const std::string& name, const char* text) { Put(name, std::string_view(text)); }
  // The same with line ends kept.
  void PutLines(const std::string& name, std::string_view text);
  // What a template or this program made.
  void PutTrusted(const std::string& name, std::string text);
  void Put(const std::string& name, bool flag);
  void Put(const std::string& name, size_t count);
  void Put(const std::string& name, double value, int decimals);
  void Put(const std::string& name, std::vector<View> list);

 private:
  friend class ViewConverter;
  using Value = std::variant<std::string, bool, std::vector<View>>;
  std::vector<std::pair<std::string, Value>> values_;
};

// Of templates/; for many views it is read once.
class Template {
 public:
  explicit Template(std::string_view name);
  ~Template();
  Template(Template&&) noexcept;

  // A name that a view does not have is looked for in the views around it.
  std::string Render(const View& view) const;

 private:
  struct Rendered;
  std::unique_ptr<Rendered> rendered_;
};
std::string RenderTemplate(std::string_view name, const View& view);

// The text of a file of templates/, as it is.
std::string_view TemplateText(std::string_view name);

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_HTML_VIEW_H_
