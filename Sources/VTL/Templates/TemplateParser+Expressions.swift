extension TemplateParser {
  typealias Expression = MappingTemplate.Expression

  /// The value at the cursor, with all operators that bind at least as tightly as `precedence`.
  mutating func expression(_ precedence: Int = 1) throws(Problem) -> Expression {
    skipBlanks()
    var left = try operand()
    var operators = 0
    while let sign = binaryOperator(), sign.kind.precedence >= precedence {
      operators += 1
      if operators > Self.operatorLimit { throw Problem(.tooDeep, at: index) }
      index = sign.end
      let right = try expression(sign.kind.precedence + 1)
      let range = left.range.lowerBound..<right.range.upperBound
      left = Expression(kind: .binary(sign.kind, left, right), range: range)
    }
    return left
  }

  /// The operator behind the blanks at the cursor, which stays where it is.
  private func binaryOperator() -> (kind: MappingTemplate.BinaryOperator, end: Int)? {
    guard let start = bytes[index..<end].firstIndex(where: { !NameBytes.isBlank($0) }) else { return nil }
    let rest = bytes[start..<end]
    for kind in MappingTemplate.BinaryOperator.allCases {
      if rest.starts(with: kind.rawValue.utf8) { return (kind, start + kind.rawValue.utf8.count) }
      guard let word = kind.word, rest.starts(with: word.utf8) else { continue }
      let after = rest.dropFirst(word.utf8.count)
      if after.first.map(TemplateBytes.isIdentifier) != true { return (kind, after.startIndex) }
    }
    return nil
  }

  private mutating func operand() throws(Problem) -> Expression {
    let start = index
    guard let byte = current else { throw unclosed }
    if depth == Self.depthLimit { throw Problem(.tooDeep, at: start) }
    depth += 1
    defer { depth -= 1 }
    let kind: Expression.Kind =
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(try string())
      case UInt8(ascii: "0")...UInt8(ascii: "9"): .number(number())
      case UInt8(ascii: "$"): .reference(try argumentReference())
      case UInt8(ascii: "["): try listOrRange()
      case UInt8(ascii: "{"): .map(try map())
      case UInt8(ascii: "!"): .unary(.not, try negated())
      case UInt8(ascii: "-"): .unary(.minus, try negated())
      case UInt8(ascii: "("): try grouped()
      default: try word()
      }
    return Expression(kind: kind, range: start..<index)
  }

  private mutating func negated() throws(Problem) -> Expression {
    index += 1
    skipBlanks()
    return try operand()
  }

  private mutating func grouped() throws(Problem) -> Expression.Kind {
    try open()
    let inner = try expression()
    try close(")")
    return inner.kind
  }

  private mutating func word() throws(Problem) -> Expression.Kind {
    let start = index
    guard let name = identifier() else { throw unexpected }
    switch bytes[name].text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "not":
      skipBlanks()
      return .unary(.not, try operand())
    default:
      index = start
      throw blame(else: .expected("value"))
    }
  }

  /// The open quote before the cursor, if there is one to blame, or `kind`.
  private func blame(else kind: Problem.Kind) -> Problem {
    if case .unclosed = unexpected.kind { return unexpected }
    return Problem(kind, at: index)
  }

  private mutating func number() -> String {
    let start = index
    skipDigits()
    let isDecimal = index + 1 < end && bytes[index] == UInt8(ascii: ".") && isDigit(bytes[index + 1])
    if isDecimal {
      index += 1
      skipDigits()
    }
    return bytes[start..<index].text
  }

  private mutating func skipDigits() {
    while let byte = current, isDigit(byte) { index += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
