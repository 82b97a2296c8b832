extension YAMLWriter {
  /// Writes a text after a name, a tag or a dash and ends its line: plain, as a literal block, or between quotes.
  mutating func writeLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append(UInt8(ascii: " "))
    if bytes.isPlainYAML {
      output.append(bytes)
    } else if bytes.isLiteralBlockYAML {
      return writeLiteralBlock(bytes)
    } else {
      writeQuoted(bytes)
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes a text within a line: plain or between quotes.
  mutating func writeScalar(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.isPlainYAML { output.append(bytes) } else { writeQuoted(bytes) }
  }

  mutating func writeQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    output.append(quoting: bytes, for: bytes.isBetterInSingleQuotes ? .single : .double)
  }

  /// The header tells how many of the last newlines belong to the text: none, one or all.
  private mutating func writeLiteralBlock(_ bytes: UnsafeBufferPointer<UInt8>) {
    let newline = UInt8(ascii: "\n")
    let ends = bytes[bytes.count - 1] == newline
    let endsTwice = ends && bytes[bytes.count - 2] == newline
    output.append(endsTwice ? "|+\n" : ends ? "|\n" : "|-\n")
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      if end > start {
        output.append(spaces: indentation &+ 2)
        output.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
      output.append(newline)
      start = end + 1
    }
  }
}
