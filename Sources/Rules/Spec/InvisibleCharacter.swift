/// A character that looks like another one, or like none: it comes with text that was copied from a page.
enum InvisibleCharacter {
  /// The first such character of a name, and its words.
  static func first(in name: String) -> (offset: Int, words: String)? {
    var offset = 0
    for scalar in name.unicodeScalars {
      if let words = words(for: scalar) { return (offset, words) }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// Whether UTF-8 text may hold one: all of them start with one of four bytes.
  static func mayOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var at = 0
    while at + block <= bytes.count, isASCII(start + at) { at += block }
    return bytes[at...].contains { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF }
  }

  private static let block = 64

  /// Without branches, so that it becomes vector code.
  @inline(__always) private static func isASCII(_ bytes: UnsafePointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for at in 0..<block { all |= bytes[at] }
    return all < 0x80
  }

  private static func words(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xA0, 0x202F, 0x2007: "a no-break space"
    case 0xAD: "a soft hyphen"
    case 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: "a blank that is no plain one"
    case 0x200B, 0x2060, 0xFEFF: "a character without width"
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "a mark of the direction of writing"
    case 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E: "a typographic quote"
    case 0x2010...0x2015: "a hyphen or dash that is no plain one"
    default: nil
    }
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
