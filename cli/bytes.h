// Values as bytes, for files of our own: numbers in groups of seven bits, texts after their length.
//
//   ByteWriter writer;                      ByteReader reader(writer.bytes());
//   writer.Number(7), writer.Text("x");     reader.Number(), reader.Text();
//
// A reader never reads beyond its bytes: what is missing reads as 0 or as empty, and ok() says so.
#ifndef ATSMATCH_CLI_BYTES_H_
#define ATSMATCH_CLI_BYTES_H_

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace atsmatch {

class ByteWriter {
 public:
  void Number(uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void Signed(int64_t value) {  // small numbers of either sign stay short
    Number(static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63));
  }
  void Real(double value) {
    auto bits = std::bit_cast<uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8) bytes_ += static_cast<char>(bits);
  }
  void Text(std::string_view text) {
    Number(text.size());
    bytes_ += text;
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint64_t Number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_[0]);
      bytes_.remove_prefix(1);
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    Fail();
    return 0;
  }
  int64_t Signed() {
    const uint64_t value = Number();
    return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
  }
  double Real() {
    if (bytes_.size() < 8) {
      Fail();
      return 0;
    }
    uint64_t bits = 0;
    for (int i = 7; i >= 0; --i) bits = bits << 8 | static_cast<unsigned char>(bytes_[i]);
    bytes_.remove_prefix(8);
    return std::bit_cast<double>(bits);
  }
  std::string_view Text() {
    const uint64_t size = Number();
    if (size > bytes_.size()) {
      Fail();
      return {};
    }
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
  }
  // How many values follow, each of at least one byte: never more than there are bytes.
  size_t Count() {
    const uint64_t count = Number();
    if (count <= bytes_.size()) return count;
    Fail();
    return 0;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  void Fail() {
    ok_ = false;
    bytes_ = {};
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace atsmatch

#endif  // ATSMATCH_CLI_BYTES_H_
