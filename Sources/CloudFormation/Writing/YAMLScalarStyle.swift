/// Which texts every reader, of YAML 1.1 and 1.2, takes as they are without quotes.
extension UnsafeBufferPointer<UInt8> {
  /// Whether a plain scalar is read back as this very text.
  var isPlainYAML: Bool {
    guard count > 0, startsPlain, self[count - 1] != 0x20, self[count - 1] != UInt8(ascii: ":") else { return false }
    var index = 0
    while index &+ 8 <= count && word(at: index).isVisible { index &+= 8 }
    var previous = index > 0 ? self[index &- 1] : 0
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == 0x7f { return false }
      if byte == 0x20 && previous == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "#") && previous == 0x20 { return false }
      if byte > 0x7f && invisibleLength(at: index) > 0 { return false }
      previous = byte
      index &+= 1
    }
    return !isReservedWord && !holdsRunnerOrder
  }

  /// Whether double quotes or backslashes stand in the text, and single quotes need no other escape than their own.
  var isBetterInSingleQuotes: Bool {
    var index = firstToEscape(from: 0, for: .double)
    guard index < count, !holdsRunnerOrder else { return false }
    while index < count {
      guard self[index] == UInt8(ascii: "\"") || self[index] == UInt8(ascii: "\\") else { return false }
      index = firstToEscape(from: index &+ 1, for: .double)
    }
    return true
  }

  /// Whether a literal block is read back as this very text: several lines, the first of which begins with neither a
  /// blank nor a newline, none of blanks alone, no character that a line may not hold, and no order to a runner of
  /// continuous integration, as which a line counts that begins with two colons.
  var isLiteralBlockYAML: Bool {
    guard contains(UInt8(ascii: "\n")), let first, first > 0x20, !holdsRunnerOrder else { return false }
    var lineIsBlank = false
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "\n"):
        if lineIsBlank { return false }
      case 0x20, 0x09:
        if index == 0 || self[index - 1] == UInt8(ascii: "\n") {
          guard self[index] == 0x20 else { return false }
          lineIsBlank = true
        }
      case 0..<0x20, 0x7f: return false
      case UInt8(ascii: ":") where lineIsBlank || index == 0 || self[index - 1] == UInt8(ascii: "\n"):
        if index + 1 < count, self[index + 1] == UInt8(ascii: ":") { return false }
        lineIsBlank = false
      case let byte:
        if byte > 0x7f && invisibleLength(at: index) > 0 { return false }
        lineIsBlank = false
      }
    }
    return !lineIsBlank
  }

  /// The first character is no indicator, and the text cannot be a number, a date or a time.
  private var startsPlain: Bool {
    switch self[0] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "("), 0x80...0xff:
      true
    case UInt8(ascii: "."): count > 1 && self[1] == UInt8(ascii: "/")
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !allSatisfy(\.isNumeric)
    default: false
    }
  }

  /// Whether the text is YAML 1.1's or 1.2's for true, false or null, in any case.
  private var isReservedWord: Bool {
    guard count <= 5 else { return false }
    var word: UInt64 = 0
    for byte in self { word = word << 8 | UInt64(byte | 0x20) }
    switch word {
    case 0x79, 0x6e: return true  // y, n
    case 0x796573, 0x6e6f, 0x6f6e, 0x6f6666: return true  // yes, no, on, off
    case 0x7472_7565, 0x66_616c_7365, 0x6e75_6c6c: return true  // true, false, null
    default: return false
    }
  }
}

extension UInt8 {
  /// Whether the byte can be part of a number, date or time in any notation: decimal, octal, hexadecimal, binary,
  /// sexagesimal, with an exponent or a time zone.
  fileprivate var isNumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ","), UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "T"), UInt8(ascii: "t"),
      UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "i"), UInt8(ascii: "j"), 0x20:
      true
    default: false
    }
  }
}
