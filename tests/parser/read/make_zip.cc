#include "make_zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace atsmatch {

std::string MakeZip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string bytes(1 << 20, '\0');
  for (const auto& file : files) bytes.resize(bytes.size() + 512 + file.second.size());
  size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

std::string MakeDocx(const std::string& body,
                     const std::vector<std::pair<std::string, std::string>>& more) {
  std::vector<std::pair<std::string, std::string>> files = {
      {"_rels/.rels",
       "<Relationships xmlns='r'><Relationship Id='rId1' Type='http://x/officeDocument' "
       "Target='word/document.xml'/></Relationships>"},
      {"word/document.xml",
       "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='w' xmlns:r='r' xmlns:wp='wp' "
       "xmlns:mc='mc' xmlns:wps='wps'><w:body>" +
           body + "</w:body></w:document>"}};
  files.insert(files.end(), more.begin(), more.end());
  return MakeZip(files);
}

std::string MakeOdt(const std::string& body, const std::string& styles,
                    const std::string& styles_file) {
  const std::string names =
      " xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:fo='f' xmlns:table='b' "
      "xmlns:xlink='x' xmlns:draw='d' xmlns:svg='v'";
  return MakeZip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml", "<office:document-content" + names + "><office:automatic-styles>" + styles +
                           "</office:automatic-styles><office:body><office:text>" + body +
                           "</office:text></office:body></office:document-content>"},
       {"styles.xml",
        "<office:document-styles" + names + ">" + styles_file + "</office:document-styles>"}});
}

}  // namespace atsmatch
