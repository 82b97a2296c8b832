/// In what an editor counts the characters of a line.
public enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// How much a byte of UTF-8 counts: all of a code point counts at its first byte.
  @inline(__always) func units(of byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }

  /// The first that a client can do and prefers; UTF-16 where it says nothing.
  init(preferredIn offers: JSON?) {
    self = offers?.array?.lazy.compactMap { $0.string.flatMap(PositionEncoding.init) }.first ?? .utf16
  }
}
