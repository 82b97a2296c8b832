import Diagnostics

/// Something in a file's bytes that no reader of YAML is to see.
enum TextProblem: Hashable {
  /// The file is UTF-16 or UTF-32.
  case wideEncoding
  /// The byte begins no UTF-8 sequence, or a broken one.
  case notUTF8(UInt8)
  /// A character that hides, misleads or does not belong into text.
  case character(UInt32)
  /// One combining mark too many on one character.
  case marks(UInt32)
}

/// What is wrong with a character, by its kind.
enum RefusedCharacter {
  case control, lineEnd, direction, mark, noncharacter

  /// The kind of a character that must not stand raw in a spec, comments included; nil for all others.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: return nil
    case 0x85, 0x2028, 0x2029: self = .lineEnd
    case 0x00...0x1F, 0x7F...0x9F: self = .control
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .direction
    case 0xFEFF: self = .mark
    case 0xFDD0...0xFDEF: self = .noncharacter
    default:
      guard scalar & 0xFFFE == 0xFFFE else { return nil }
      self = .noncharacter
    }
  }

  /// The character's name in a sentence that begins with its code point.
  var sentence: String {
    switch self {
    case .control: "is a control character"
    case .lineEnd: "ends a line for some readers and not for others"
    case .direction: "changes the direction in which text is shown"
    case .mark: "is a byte order mark, which may only be the very first character of a file"
    case .noncharacter: "is no character"
    }
  }
}

extension Message {
  static func wrongText(_ problem: TextProblem) -> Message {
    switch problem {
    case .wideEncoding:
      Message("SPEC107", .error, "this is not UTF-8 but UTF-16 or UTF-32", help: "save the file as UTF-8")
    case .notUTF8(let byte):
      Message(
        "SPEC107", .error, "byte 0x\(hexadecimal(UInt32(byte), digits: 2)) is not UTF-8 here",
        help: "save the file as UTF-8")
    case .character(let scalar):
      wrongCharacter(scalar)
    case .marks(let scalar):
      Message(
        "SPEC107", .error,
        "U+\(hexadecimal(scalar, digits: 4)) is one combining mark too many: a character takes \(TextScanner.mostMarks)",
        help: "delete marks")
    }
  }

  private static func wrongCharacter(_ scalar: UInt32) -> Message {
    let kind = RefusedCharacter(scalar) ?? .noncharacter
    let escape = scalar > 0xFFFF ? "\\U" + hexadecimal(scalar, digits: 8) : "\\u" + hexadecimal(scalar, digits: 4)
    return Message(
      "SPEC107", .error, "U+\(hexadecimal(scalar, digits: 4)) \(kind.sentence)",
      help: "delete it; where it is wanted, write \(escape) between double quotes")
  }
}
