/// Where someone types: the word that is begun there, and what stands around it on its line.
struct Cursor {
  /// What a completion replaces; empty where no word is begun.
  let word: Range<Int>
  /// The line, without its end.
  let line: Range<Int>
  /// The line up to the word.
  let before: ArraySlice<UInt8>
  /// Whether a colon follows, so that the word is a key already.
  let isKey: Bool

  init(in text: TextBuffer, at offset: Int) {
    let (bytes, line) = (text.bytes, text.line(around: offset))
    let offset = max(offset, line.lowerBound)
    var (start, end) = (offset, offset)
    while start > line.lowerBound, Self.isOfWord(bytes[start - 1]) { start -= 1 }
    while end < line.upperBound, Self.isOfWord(bytes[end]) { end += 1 }
    (word, self.line, before) = (start..<end, line, bytes[line.lowerBound..<start])
    isKey = end < line.upperBound && bytes[end] == UInt8(ascii: ":")
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xDF) || byte >= 0x80
      || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "!")].contains(byte)
  }

  /// Whether a key may begin here: at a line's start, behind the dash of an item, in a flow collection.
  var mayBeKey: Bool {
    guard let last = before.last(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    if last == UInt8(ascii: "-") { return before.last != last && before.allSatisfy { $0 == 0x20 || $0 == last } }
    return last == UInt8(ascii: "{") || last == UInt8(ascii: ",") || last == UInt8(ascii: "[")
  }

  /// Whether the word follows a key's colon without a blank, which is no value yet.
  var touchesColon: Bool { before.last == UInt8(ascii: ":") }

  /// What closes the quotes and brackets that the line opened before the word.
  var closers: [UInt8] {
    var open: [UInt8] = []
    for byte in before {
      switch byte {
      case open.last where open.last != nil: open.removeLast()
      case _ where open.last == UInt8(ascii: "\"") || open.last == UInt8(ascii: "'"): continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"): open.append(byte)
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      default: continue
      }
    }
    return open.reversed()
  }

  /// Whether the word stands in the `${` of a substitution.
  var isInPlaceholder: Bool {
    let opening = before.lastIndex(of: UInt8(ascii: "{")) ?? before.startIndex
    return opening > before.startIndex && before[opening - 1] == UInt8(ascii: "$") && opening == before.endIndex - 1
  }
}
