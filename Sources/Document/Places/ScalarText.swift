/// How a text is spelled as a scalar on one line.
enum ScalarText {
  /// A text in quotes: those that stand there now, unless they would have to be doubled.
  static func quoted(_ text: String, like style: Node.Style) -> String {
    let isSimple = !text.utf8.contains(UInt8(ascii: "\"")) && !text.utf8.contains(UInt8(ascii: "\\"))
    let isDouble = style == .doubleQuoted || isSimple && text.utf8.contains(UInt8(ascii: "'"))
    let quote = isDouble ? "\"" : "'"
    return quote + escaped(text, in: isDouble ? .doubleQuoted : .singleQuoted) + quote
  }

  /// A text as it stands between quotes.
  static func escaped(_ text: String, in style: Node.Style) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch (scalar, style) {
      case ("'", .singleQuoted): written += "''"
      case ("\"", .doubleQuoted), ("\\", .doubleQuoted): written += "\\\(scalar)"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  /// Whether all of a text can stand in quotes on one line as it is.
  static func isPrintable(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Whether a text surely reads as itself without quotes, in flow and block collections alike. What has a meaning in some
  /// places only may stand where it stood before.
  ///
  /// - Parameter present: the text that stands there without quotes now.
  static func isPlain(_ text: String, inPlaceOf present: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, !readsOtherwise(text) else { return false }
    guard first == present.first || isWord(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "$") else {
      return false
    }
    // A colon or a blank at the end, and a hash behind a blank, would end the text.
    guard last != UInt8(ascii: ":"), last != UInt8(ascii: " ") else { return false }
    let known = Set(present)
    return bytes.allSatisfy {
      isWord($0) || "-./$+*()".utf8.contains($0) || $0 != UInt8(ascii: "#") && known.contains($0)
    }
      && !text.contains(": ")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// Words that are no text without quotes.
  private static func readsOtherwise(_ text: String) -> Bool {
    ["null", "true", "false"].contains(text.lowercased())
  }
}
