import Diagnostics

extension SourceMap {
  /// Where a word stands in the source of a value, its tag left out; nil where it is not spelt out there.
  func place(ofWord word: String, in span: Span) -> Span? {
    let wanted = Array(word.utf8)
    var text = bytes[Int(span.start)..<Int(span.end)]
    // What is written before the value itself is a tag: `!Sub`.
    if text.first == UInt8(ascii: "!") { text = text.drop { $0 != 0x20 } }
    guard !wanted.isEmpty, text.count >= wanted.count else { return nil }
    let start = text.indices.dropLast(wanted.count - 1).first { start in
      let end = start + wanted.count
      return text[start..<end].elementsEqual(wanted) && !(start > text.startIndex && Self.isLetter(text[start - 1]))
        && !(end < text.endIndex && Self.isLetter(text[end]))
    }
    return start.map { Span(start: UInt32($0), end: UInt32($0 + wanted.count)) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xDF) && byte < 0x80
  }
}
