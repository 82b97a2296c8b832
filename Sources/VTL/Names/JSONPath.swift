/// A path into a JSON body, as `$input.json` and `$input.path` take it: `$.items[0].name`.
///
/// AWS: api-gateway-mapping-template-reference (Developer Guide); the grammar is that of the Jayway library, which API
/// Gateway uses.
public struct JSONPath: Sendable {
  /// Why a text is no path, and at which UTF-8 byte.
  public struct Problem: Error, Hashable, Sendable {
    /// What is off.
    public enum Kind: Hashable, Sendable {
      case empty
      /// It does not start with `$`.
      case missingRoot
      /// A dot at the end, or before another step than a name.
      case missingName
      /// `[` or `(` without its end.
      case unclosed(Character)
      /// A quote inside brackets without its end.
      case unclosedQuote
      /// Nothing between brackets, or what is neither a number, a quoted name, `*`, a slice nor a filter.
      case badIndex
      /// Something that begins no step.
      case unexpected(Unicode.Scalar)
    }

    public let kind: Kind
    public let offset: Int
  }

  /// Whether it is `$`, the whole body.
  public private(set) var isRoot = true
  /// Whether it leads to a list of values: `..`, `*`, a slice, several indexes or a filter.
  public private(set) var isIndefinite = false
  /// The name at its end, if it ends in one.
  public private(set) var lastName: String?

  /// Reads a path.
  public init(parsing text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first else { throw Problem(kind: .empty, offset: 0) }
    guard first == UInt8(ascii: "$") else { throw Problem(kind: .missingRoot, offset: 0) }
    var at = 1
    while at < bytes.count {
      isRoot = false
      lastName = nil
      switch bytes[at] {
      case UInt8(ascii: "."): try name(bytes, &at)
      case UInt8(ascii: "["): try bracket(bytes, &at)
      default: throw Problem(kind: .unexpected(NameBytes.scalar(in: bytes[...], at: at)), offset: at)
      }
    }
  }

  private mutating func name(_ bytes: [UInt8], _ at: inout Int) throws(Problem) {
    let dot = at
    at += 1
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      isIndefinite = true
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "[") { return }
    }
    let start = at
    while at < bytes.count, !".[( ".utf8.contains(bytes[at]) { at += 1 }
    guard at > start else { throw Problem(kind: .missingName, offset: dot) }
    let name = bytes[start..<at].text
    if name == "*" { isIndefinite = true } else { lastName = name }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "(") else { return }
    lastName = nil
    at = try Self.end(of: UInt8(ascii: "("), bytes, at)
  }

  private mutating func bracket(_ bytes: [UInt8], _ at: inout Int) throws(Problem) {
    let start = at
    at = try Self.end(of: UInt8(ascii: "["), bytes, at)
    let inner = bytes[(start + 1)..<(at - 1)].drop { $0 == 0x20 }
    guard let first = inner.first else { throw Problem(kind: .badIndex, offset: start) }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let name = inner.dropFirst().prefix { $0 != first }
      if inner[name.endIndex...].dropFirst().contains(first) { isIndefinite = true } else { lastName = name.text }
    case UInt8(ascii: "?"), UInt8(ascii: "*"): isIndefinite = true
    case UInt8(ascii: "("): break
    default:
      guard inner.allSatisfy({ (48...57).contains($0) || "-:, ".utf8.contains($0) }) else {
        throw Problem(kind: .badIndex, offset: start)
      }
      if inner.contains(where: { ":,".utf8.contains($0) }) { isIndefinite = true }
    }
  }

  /// Just behind the bracket that closes the one at an offset; quoted brackets do not count.
  private static func end(of opening: UInt8, _ bytes: [UInt8], _ start: Int) throws(Problem) -> Int {
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var (at, depth) = (start, 0)
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let end = bytes[(at + 1)...].firstIndex(of: byte) else { throw Problem(kind: .unclosedQuote, offset: at) }
        at = end
      } else if byte == opening {
        depth += 1
      } else if byte == closing {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
      at += 1
    }
    throw Problem(kind: .unclosed(Character(Unicode.Scalar(opening))), offset: start)
  }
}
