extension YAMLWriter {
  /// Writes a name and its colon. A long one is written as an explicit key: readers look for the colon of any other
  /// within 1,024 characters.
  mutating func writeName(_ name: String) {
    var name = name
    let isLong = name.utf8.count > 200
    if isLong { output.append("? ") }
    name.withUTF8 { writeScalar($0, isPlain: $0.isPlainYAML) }
    if isLong {
      output.append(UInt8(ascii: "\n"))
      output.append(spaces: indentation)
    }
    output.append(UInt8(ascii: ":"))
  }

  /// Writes a text and ends its line: plain, as a literal block indented by so many blanks, or between double quotes.
  mutating func writeText(_ text: String, indentation: Int) {
    var text = text
    output.append(UInt8(ascii: " "))
    text.withUTF8 { bytes in
      guard bytes.isLiteralBlockYAML else {
        writeScalar(bytes, isPlain: bytes.isPlainYAML)
        output.append(UInt8(ascii: "\n"))
        return
      }
      writeLiteralBlock(bytes, indentation: indentation)
    }
  }

  private mutating func writeScalar(_ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    guard !isPlain else {
      output.append(UnsafeRawBufferPointer(bytes))
      return
    }
    output.append(UInt8(ascii: "\""))
    output.append(escaping: bytes, for: .yaml)
    output.append(UInt8(ascii: "\""))
  }

  /// The header tells how many of the last newlines belong to the text: none, one or all.
  private mutating func writeLiteralBlock(_ bytes: UnsafeBufferPointer<UInt8>, indentation: Int) {
    let newline = UInt8(ascii: "\n")
    let ends = bytes[bytes.count - 1] == newline
    let endsTwice = ends && bytes[bytes.count - 2] == newline
    output.append(endsTwice ? "|+\n" : ends ? "|\n" : "|-\n")
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      if end > start {
        output.append(spaces: indentation)
        output.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<end])))
      }
      output.append(newline)
      start = end + 1
    }
  }
}
