/// Puts text that others wrote into output that a terminal, a CI runner or a program reads: what is invisible, moves
/// the cursor, turns the direction of writing or gives a runner an order is written as an escape.
package struct SafeText {
  package enum Form {
    /// For people: `\u{202E}`, and `\xFF` for a byte that is no UTF-8.
    case text
    /// For the inside of a JSON string: `\u202E`.
    case json
  }

  let form: Form

  package init(form: Form) { self.form = form }

  /// Appends a code point.
  /// - Returns: the columns that it takes.
  @discardableResult
  func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) -> Int {
    let value = scalar.value
    if value == 0x5B, Self.endsRunnerCommand(output) { return escape(value, to: &output) }
    if value < 0x7F, value >= 0x20 {
      if mustEscape(value) { output.append(0x5C) }
      output.append(UInt8(value))
      return 1
    }
    if Self.isHidden(value) { return escape(value, to: &output) }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return Self.columns(of: scalar)
  }

  /// Appends a byte that belongs to no code point.
  func write(invalid byte: UInt8, to output: inout [UInt8]) -> Int {
    guard form == .text else { return write("\u{FFFD}", to: &output) }
    output.append(contentsOf: [0x5C, UInt8(ascii: "x"), Self.hexadecimal(byte >> 4), Self.hexadecimal(byte & 15)])
    return 4
  }

  /// Appends a text.
  package func write(_ text: String, to output: inout [UInt8]) {
    if text.utf8.withContiguousStorageIfAvailable(isPlain) == true {
      output.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { write(scalar, to: &output) }
    }
  }

  /// Whether bytes stand for themselves: printable ASCII without what could end an order to a CI runner. Nearly every text
  /// is.
  func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x5B && !mustEscape(UInt32($0)) }
  }

  /// Quotes and backslashes inside a JSON string.
  private func mustEscape(_ value: UInt32) -> Bool {
    form == .json && (value == 0x22 || value == 0x5C)
  }

  private func escape(_ value: UInt32, to output: inout [UInt8]) -> Int {
    let before = output.count
    switch form {
    case .text:
      output.append(contentsOf: "\\u{\(String(value, radix: 16, uppercase: true))}".utf8)
    case .json:
      for unit in Unicode.Scalar(value).map({ Array(String($0).utf16) }) ?? [0xFFFD] {
        output.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] { output.append(Self.hexadecimal(UInt8(truncatingIfNeeded: unit >> shift & 15))) }
      }
    }
    return output.count - before
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  /// Whether a `[` would complete an order such as `##[error]`, which runners obey anywhere in a line.
  private static func endsRunnerCommand(_ output: [UInt8]) -> Bool {
    guard let sign = output.lastIndex(where: { !(0x61...0x7A).contains($0 | 0x20) }), sign > 0 else { return false }
    return output[sign] == UInt8(ascii: "#") && output[sign - 1] == UInt8(ascii: "#")
  }

  /// Whether a code point is a control, turns the direction, or cannot be seen.
  static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
    case 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// How many columns of a terminal a visible code point takes: none for marks on the letter before it, two for East
  /// Asian wide ones and pictures.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

/// A text that others wrote (a file's name, an argument), on one line and safe for a terminal and a CI runner.
public func printable(_ text: String) -> String {
  var output: [UInt8] = []
  SafeText(form: .text).write(text, to: &output)
  return String(decoding: output, as: UTF8.self)
}
