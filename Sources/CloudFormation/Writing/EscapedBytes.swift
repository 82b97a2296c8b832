/// Whose quotes a text stands in.
enum Quotation {
  /// JSON's, and YAML's of the same form.
  case double
  /// YAML's single quotes, between which only they themselves are doubled.
  case single

  var mark: UInt8 { self == .single ? UInt8(ascii: "'") : UInt8(ascii: "\"") }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first character, from an index on, that cannot stand between quotes as it is; `count` for none.
  @inline(__always)
  func firstToEscape(from start: Int, for quotation: Quotation) -> Int {
    var index = start
    while true {
      while index &+ 8 <= count && !word(at: index).mayNeedEscape(for: quotation) { index &+= 8 }
      if index &+ 8 > count && count >= 8 && !word(at: count &- 8).mayNeedEscape(for: quotation) { return count }
      let end = Swift.min(index &+ 8, count)
      while index < end {
        guard lengthToEscape(at: index, for: quotation) == 0 else { return index }
        index &+= 1
      }
      if end == count { return count }
    }
  }

  /// How many bytes of UTF-8 at an index make a character that must be escaped between quotes; 0 for none.
  @inline(__always)
  func lengthToEscape(at index: Int, for quotation: Quotation) -> Int {
    let byte = self[index]
    if quotation == .single { return byte == 0x27 ? 1 : 0 }
    if byte < 0x20 || byte == 0x22 || byte == 0x5c { return 1 }
    if byte < 0x7f { return 0 }
    return byte == 0x7f ? 1 : invisibleLength(at: index)
  }

  /// Eight bytes from an index on.
  @inline(__always)
  func word(at index: Int) -> ByteWord {
    ByteWord(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The index, from an index on, of the `[` of `##[` or `##vso[`, with which a line orders runners of continuous
  /// integration wherever it stands; `count` for none.
  func firstRunnerOrder(from start: Int) -> Int {
    var index = start
    while index < count {
      if index &+ 8 <= count && !word(at: index).mayHoldNumberSign {
        index &+= 8
      } else {
        if let bracket = bracket(ofOrderAt: index) { return bracket }
        index &+= 1
      }
    }
    return count
  }

  /// Where the `[` stands of an order that starts at an index: two `#`, a word or none, and `[`.
  func bracket(ofOrderAt index: Int) -> Int? {
    guard self[index] == 0x23, index &+ 2 < count, self[index &+ 1] == 0x23 else { return nil }
    let end = self[(index &+ 2)...].firstIndex { !(0x61...0x7a).contains($0 | 0x20) }
    return end.flatMap { self[$0] == 0x5b ? $0 : nil }
  }

  var holdsRunnerOrder: Bool { firstRunnerOrder(from: 0) < count }

  /// How many bytes make a character that no YAML line may hold as it is, or that turns the direction of writing:
  /// U+0080–U+00A0, U+061C, U+200E, U+200F, U+2028–U+202E, U+2066–U+2069, U+FEFF, U+FFFE, U+FFFF; 0 for any other.
  func invisibleLength(at index: Int) -> Int {
    switch self[index] {
    case 0xc2: return at(index + 1, isIn: 0x80...0xa0) ? 2 : 0
    case 0xd8: return at(index + 1, isIn: 0x9c...0x9c) ? 2 : 0
    case 0xe2:
      let isFirstRow = at(index + 1, isIn: 0x80...0x80)
      if isFirstRow && (at(index + 2, isIn: 0x8e...0x8f) || at(index + 2, isIn: 0xa8...0xae)) { return 3 }
      return at(index + 1, isIn: 0x81...0x81) && at(index + 2, isIn: 0xa6...0xa9) ? 3 : 0
    case 0xef:
      let isMark = at(index + 1, isIn: 0xbb...0xbb) && at(index + 2, isIn: 0xbf...0xbf)
      return isMark || (at(index + 1, isIn: 0xbf...0xbf) && at(index + 2, isIn: 0xbe...0xbf)) ? 3 : 0
    default: return 0
    }
  }

  /// The code point of one to three bytes of UTF-8.
  func codePoint(at index: Int, length: Int) -> UInt32 {
    let first = UInt32(self[index])
    guard length > 1 else { return first }
    let second = UInt32(self[index + 1] & 0x3f)
    guard length > 2 else { return (first & 0x1f) << 6 | second }
    return (first & 0x0f) << 12 | second << 6 | UInt32(self[index + 2] & 0x3f)
  }

  private func at(_ index: Int, isIn range: ClosedRange<UInt8>) -> Bool {
    index < count && range.contains(self[index])
  }
}
