/// Scalars without an indentation of their own: plain, `'single'` and `"double"`.
extension ScalarScanner {
  mutating func flow() {
    let first = current
    let quote = first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") ? first : nil
    if quote != nil { at += 1 }
    while places.count < wanted, let byte = current {
      if Self.isBlank(byte) || Self.isLineEnd(byte) {
        space()
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        escape()
      } else {
        // The text goes on behind a quote, so the quote is a doubled one.
        let length = byte == quote ? 2 : 1
        emit(at..<at + length)
        at += length
      }
    }
  }

  /// Blanks within a line stand for themselves; with a line end among them they are one blank, with more of them the
  /// line ends after the first.
  private mutating func space() {
    let start = at
    let lineEnds = lineEndsInSpace()
    if lineEnds.isEmpty {
      for index in start..<at { emit(index..<index + 1) }
    } else if lineEnds.count == 1 {
      emit(lineEnds[0])
    } else {
      for lineEnd in lineEnds.dropFirst() { emit(lineEnd) }
    }
  }

  private mutating func lineEndsInSpace() -> [Range<Int>] {
    var found: [Range<Int>] = []
    while let byte = current {
      if Self.isBlank(byte) {
        at += 1
      } else if let range = lineEnd() {
        found.append(range)
      } else {
        break
      }
    }
    return found
  }

  /// What a backslash begins; before a line end it joins two lines.
  private mutating func escape() {
    let start = at
    at += 1
    guard let byte = current else { return }
    if lineEnd() != nil {
      for range in lineEndsInSpace() { emit(range) }
      return
    }
    at += 1
    let digits =
      switch byte {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    let code = bytes[at..<min(end, at + digits)].reduce(0) { $0 << 4 | Self.hexadecimal($1) }
    at += digits
    emit(start..<at, count: digits == 0 ? Self.length(ofEscape: byte) : Self.length(of: code))
  }

  /// How many bytes of UTF-8 the escapes of one letter have: U+0085, U+00A0, U+2028 and U+2029 more than one.
  private static func length(ofEscape byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "N"), UInt8(ascii: "_"): 2
    case UInt8(ascii: "L"), UInt8(ascii: "P"): 3
    default: 1
    }
  }

  private static func length(of code: UInt32) -> Int { code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4 }

  private static func hexadecimal(_ byte: UInt8) -> UInt32 {
    byte <= UInt8(ascii: "9") ? UInt32(byte & 0x0F) : UInt32(byte & 0x0F) + 9
  }
}
