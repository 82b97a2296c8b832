extension Value {
  /// The text that the parts make together: a string where all are text, `Fn::Sub` where each can stand in one, else
  /// `Fn::Join` with an empty delimiter.
  public static func joined(_ parts: [Value]) -> Value {
    if let literal = literalText(parts) { return .string(literal) }
    var pieces: [Piece] = []
    for part in parts {
      guard let more = part.pieces else {
        return .function("Fn::Join", .list([.string(""), .list(parts)]))
      }
      pieces.append(contentsOf: more)
    }
    return .text(of: pieces)
  }

  /// The text of pieces: a string when none of them is a placeholder, else `Fn::Sub`.
  public static func text(of pieces: [Piece]) -> Value {
    var literal = ""
    for piece in pieces {
      guard case .text(let text) = piece else { return .sub(pieces) }
      literal += text
    }
    return .string(literal)
  }

  /// The value as parts of an `Fn::Sub`; nil for what cannot stand in one.
  var pieces: [Piece]? {
    switch self {
    case .string(let text): text.hasOpenPlaceholder ? nil : [.text(text)]
    case .number(let spelling): [.text(spelling)]
    case .integer(let number): [.text(String(number))]
    case .ref(let id): [.ref(id)]
    case .getAtt(let id, let attribute): [.getAtt(id, attribute)]
    case .sub(let pieces): pieces
    case .function("Ref", .string(let name)): [.pseudo(name)]
    case .function("Fn::GetAtt", .list(let path)): Value.attributePiece(path)
    case .function("Fn::GetAtt", .string(let path)): [.pseudo(path)]
    case .bool, .null, .list, .object, .function: nil
    }
  }

  private static func literalText(_ parts: [Value]) -> String? {
    var literal = ""
    for part in parts {
      guard case .string(let text) = part else { return nil }
      literal += text
    }
    return literal
  }

  private static func attributePiece(_ path: [Value]) -> [Piece]? {
    guard path.count == 2, case .string(let name) = path[0], case .string(let attribute) = path[1] else { return nil }
    return [.pseudo(name + "." + attribute)]
  }
}

extension String {
  /// Whether a `${` is not followed by a `}` of its own: CloudFormation would look for that in the text after it.
  fileprivate var hasOpenPlaceholder: Bool {
    var isOpen = false
    var previous: UInt8 = 0
    for byte in utf8 {
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
