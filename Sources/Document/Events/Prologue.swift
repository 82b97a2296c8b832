import Diagnostics

/// The lines before a document: blanks, comments, directives.
///
/// libyaml compares every `%TAG` with all before it and reads them all before its first event, so directives are judged
/// on the text.
enum Prologue {
  /// Refuses every directive but one `%YAML 1.1` or `%YAML 1.2`.
  static func check(_ text: CheckedText, from start: UInt32) throws(Refusal) {
    var at = Int(start)
    var hasVersion = false
    while let directive = content(of: text.bytes, from: at), text.bytes[directive] == UInt8(ascii: "%") {
      let end = lineEnd(of: text.bytes, from: directive)
      let words = self.words(text.bytes[directive..<end])
      let span = Span(start: text.base + UInt32(directive), end: text.base + UInt32(end))
      guard words.first == "%YAML" else { throw Refusal(.directive(words.first ?? "%"), at: span) }
      guard words.count == 2, ["1.1", "1.2"].contains(words[1]) else { throw Refusal(.yamlVersion, at: span) }
      guard !hasVersion else { throw Refusal(.secondVersion, at: span) }
      hasVersion = true
      at = end
    }
  }

  /// Where the first thing stands that is neither blank, comment nor end marker.
  static func content(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "#"): at = lineEnd(of: bytes, from: at)
      case UInt8(ascii: ".") where isEndMarker(bytes, at): at += 3
      default: return at
      }
    }
    return nil
  }

  private static func isEndMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 3 <= bytes.count && bytes[at..<at + 3].allSatisfy { $0 == UInt8(ascii: ".") }
      && (at == 0 || isBreak(bytes[at - 1])) && (at + 3 == bytes.count || isBlank(bytes[at + 3]))
  }

  private static func lineEnd(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes[start...].firstIndex(where: isBreak) ?? bytes.count
  }

  /// The words of a directive, without its comment; the first few characters of each tell enough.
  private static func words(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    var words: [String] = []
    for word in line.split(maxSplits: 3, whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
      if word.first == UInt8(ascii: "#") { break }
      words.append(quotable(word))
    }
    return words
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { isBreak(byte) || byte == 0x20 || byte == 0x09 }
}

extension Message {
  fileprivate static func directive(_ name: String) -> Message {
    Message(
      "SPEC107", .error, "directive '\(name)' is not allowed",
      help: name == "%TAG" ? "write tags in full and delete the %TAG line" : "delete the line")
  }

  fileprivate static var yamlVersion: Message {
    Message(
      "SPEC107", .error, "this %YAML directive names no known version", help: "write '%YAML 1.2' or delete the line")
  }

  fileprivate static var secondVersion: Message {
    Message("SPEC107", .error, "a second %YAML directive", help: "delete one of the two lines")
  }
}
