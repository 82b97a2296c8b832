extension Value {
  /// The text that the parts make together: a string where all are text, `Fn::Sub` where each can stand in one, else
  /// `Fn::Join` with an empty delimiter.
  public static func joined(_ parts: [Value]) -> Value {
    if let literal = literalText(parts) { return .string(literal) }
    var pieces: [Piece] = []
    pieces.reserveCapacity(parts.count + 7)
    for part in parts {
      guard part.append(to: &pieces) else { return .function("Fn::Join", .list([.string(""), .list(parts)])) }
    }
    return .text(of: pieces)
  }

  /// The text of pieces: a string when none of them is a placeholder, else `Fn::Sub`.
  public static func text(of pieces: [Piece]) -> Value {
    guard !pieces.contains(where: \.isPlaceholder) else { return .sub(pieces) }
    var literal = ""
    for case .text(let text) in pieces { literal += text }
    return .string(literal)
  }

  /// Appends the value as parts of an `Fn::Sub`; returns false for what cannot stand in one.
  func append(to pieces: inout [Piece]) -> Bool {
    switch self {
    case .string(let text):
      guard !text.hasOpenPlaceholder else { return false }
      pieces.append(.text(text))
    case .number(let spelling): pieces.append(.text(spelling))
    case .integer(let number): pieces.append(.text(String(number)))
    case .ref(let id): pieces.append(.ref(id))
    case .getAtt(let id, let attribute): pieces.append(.getAtt(id, attribute))
    case .sub(let parts): pieces.append(contentsOf: parts)
    case .function("Ref", .string(let name)): pieces.append(.pseudo(name))
    case .function("Fn::GetAtt", .list(let path)):
      guard let attribute = Value.attributePiece(path) else { return false }
      pieces.append(attribute)
    case .function("Fn::GetAtt", .string(let path)): pieces.append(.pseudo(path))
    case .bool, .null, .list, .object, .function: return false
    }
    return true
  }

  private static func literalText(_ parts: [Value]) -> String? {
    var literal = ""
    for part in parts {
      guard case .string(let text) = part else { return nil }
      literal += text
    }
    return literal
  }

  private static func attributePiece(_ path: [Value]) -> Piece? {
    guard path.count == 2, case .string(let name) = path[0], case .string(let attribute) = path[1] else { return nil }
    return .pseudo(name + "." + attribute)
  }
}

extension String {
  /// Whether a `${` is not followed by a `}` of its own: CloudFormation would look for that in the text after it.
  var hasOpenPlaceholder: Bool {
    withBytes { bytes in
      guard bytes.contains(UInt8(ascii: "$")) else { return false }
      var isOpen = false
      var previous: UInt8 = 0
      for byte in bytes {
        if byte == UInt8(ascii: "{") && previous == UInt8(ascii: "$") {
          guard !isOpen else { return true }
          isOpen = true
        }
        if byte == UInt8(ascii: "}") { isOpen = false }
        previous = byte
      }
      return isOpen
    }
  }
}
