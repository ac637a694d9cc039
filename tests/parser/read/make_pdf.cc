#include "tests/parser/read/make_pdf.h"

#include <cstdio>
#include <map>

namespace atsmatch {
namespace {

std::string Stream(const std::string& data) {
  return "<< /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

std::string StandardFont(const std::string& name, bool symbolic) {
  return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name +
         (symbolic ? "" : " /Encoding /WinAnsiEncoding") + " >>";
}

std::string ToUnicodeMap(const std::vector<std::string>& unicode) {
  std::string rows;
  char code = 'A';
  for (const std::string& text : unicode) {
    char row[8];
    std::snprintf(row, sizeof row, "<%02X> ", static_cast<unsigned>(code++));
    rows += row + ("<" + text + ">\n");
  }
  return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
         "1 begincodespacerange <00> <FF> endcodespacerange\n" +
         std::to_string(unicode.size()) + " beginbfchar\n" + rows +
         "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end";
}

std::map<int, std::string> Objects(const PdfParts& parts) {
  std::string kids;
  for (int i = 0; i < parts.pages; ++i) kids += "3 0 R ";
  std::string widths;
  for (size_t i = 0; i < parts.unicode.size(); ++i) widths += "600 ";
  std::map<int, std::string> objects = {
      {1, "<< /Type /Catalog /Pages 2 0 R >>"},
      {2, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(parts.pages) + " >>"},
      {3,
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << "
       "/Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R /F4 8 0 R /F5 9 0 R /F6 10 0 R >> " +
           parts.resources + " >> " + parts.page + " >>"},
      {4, Stream(parts.content)},
      {5, StandardFont("Helvetica", false)},
      {6, StandardFont("Helvetica-Bold", false)},
      {7, StandardFont("Times-Italic", false)},
      {8, StandardFont("Symbol", true)},
      {9, StandardFont("ZapfDingbats", true)},
      {10, "<< /Type /Font /Subtype /Type1 /BaseFont /" + parts.symbol_name +
               " /FirstChar 65 /LastChar " + std::to_string(64 + parts.unicode.size()) +
               " /Widths [" + widths + "] /ToUnicode 11 0 R >>"},
      {11, Stream(ToUnicodeMap(parts.unicode))}};
  int number = 20;
  for (const std::string& object : parts.objects) objects[number++] = object;
  return objects;
}

}  // namespace

std::string MakePdf(const PdfParts& parts) {
  std::string pdf = "%PDF-1.7\n";
  std::map<int, std::string> objects = Objects(parts);
  int size = objects.rbegin()->first + 1;
  std::vector<std::string> rows(size, "0000000000 65535 f \n");
  for (const auto& [number, body] : objects) {
    char row[24];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
    rows[number] = row;
    pdf += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  }
  size_t xref = pdf.size();
  pdf += "xref\n0 " + std::to_string(size) + "\n";
  for (const std::string& row : rows) pdf += row;
  pdf += "trailer\n<< /Size " + std::to_string(size) + " /Root 1 0 R " + parts.trailer +
         " >>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
  return pdf;
}

}  // namespace atsmatch
