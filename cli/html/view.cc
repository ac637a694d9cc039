#include "cli/html/view.h"

#include <kainjow/mustache.hpp>

#include "cli/report_words.h"
#include "cli/terminal.h"
#include "embedded/EmbeddedTemplates.h"

namespace atsmatch {

void View::Put(const std::string& name, std::string_view text) {
  PutTrusted(name, EscapeForTerminal(text));
}

void View::PutLines(const std::string& name, std::string_view text) {
  std::string safe;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    safe += (begin == 0 ? "" : "\n") + EscapeForTerminal(text.substr(begin, end - begin));
    begin = end + 1;
  }
  PutTrusted(name, std::move(safe));
}

void View::PutTrusted(const std::string& name, std::string text) {
  if (text.empty()) return Put(name, false);
  values_.emplace_back(name, std::move(text));
}

void View::Put(const std::string& name, bool flag) { values_.emplace_back(name, flag); }

void View::Put(const std::string& name, size_t count) {
  values_.emplace_back(name, std::to_string(count));
}

void View::Put(const std::string& name, double value, int decimals) {
  values_.emplace_back(name, Decimal(value, decimals));
}

void View::Put(const std::string& name, std::vector<View> list) {
  values_.emplace_back(name, std::move(list));
}

// To the library's own tree.
class ViewConverter {
 public:
  static kainjow::mustache::data Convert(const View& view) {
    kainjow::mustache::data data;
    for (const auto& [name, value] : view.values_) {
      if (const auto* text = std::get_if<std::string>(&value)) {
        data.set(name, *text);
      } else if (const auto* flag = std::get_if<bool>(&value)) {
        data.set(name, *flag);
      } else {
        kainjow::mustache::list list;
        for (const View& one : std::get<std::vector<View>>(value)) list.push_back(Convert(one));
        data.set(name, list);
      }
    }
    return data;
  }
};

std::string_view TemplateText(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedTemplates()) {
    if (file.path == name) return file.text;
  }
  return "";
}

struct Template::Rendered {
  kainjow::mustache::mustache mustache;
};

Template::Template(std::string_view name)
    : rendered_(new Rendered{kainjow::mustache::mustache(std::string(TemplateText(name)))}) {}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;

std::string Template::Render(const View& view) const {
  return rendered_->mustache.render(ViewConverter::Convert(view));
}

std::string RenderTemplate(std::string_view name, const View& view) {
  return Template(name).Render(view);
}

}  // namespace atsmatch
