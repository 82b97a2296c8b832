extension TemplateParser {
  /// The string at the cursor. A quote inside is written twice; a backslash escapes nothing.
  mutating func string() throws(Problem) -> Expression.StringLiteral {
    let start = index
    let quote = bytes[index]
    index += 1
    while let byte = current {
      index += 1
      guard byte == quote else { continue }
      if current == quote {
        index += 1
        continue
      }
      lastString = start..<index
      let content = start + 1..<index - 1
      let nodes = quote == UInt8(ascii: "\"") ? interpolated(content) : nil
      return Expression.StringLiteral(text: bytes[content].text, nodes: nodes)
    }
    throw Problem(.unclosed(bytes[start..<start + 1].text), at: start)
  }

  /// Reads a part of the template as a template of its own, with the same offsets.
  private mutating func interpolated(_ content: Range<Int>) -> [Node] {
    let outer = (index, end, isInString, openings, lastString)
    defer { (index, end, isInString, openings, lastString) = outer }
    (index, end, isInString, openings) = (content.lowerBound, content.upperBound, true, [])
    return template()
  }

  /// `[1, 2]` or `[1..2]`.
  mutating func listOrRange() throws(Problem) -> Expression.Kind {
    try open()
    var values: [Expression] = []
    while current != UInt8(ascii: "]") {
      let value = try expression()
      values.append(value)
      skipBlanks()
      if values.count == 1, starts("..") {
        index += 2
        let last = try expression()
        try close("]")
        return .range(from: value, to: last)
      }
      guard try comma(before: "]") else { break }
    }
    try close("]")
    return .list(values)
  }

  /// `{"key": value}`.
  mutating func map() throws(Problem) -> [Expression.Entry] {
    try open()
    var entries: [Expression.Entry] = []
    while current != UInt8(ascii: "}") {
      let key = try key()
      skipBlanks()
      guard current == UInt8(ascii: ":") else {
        throw current == nil ? unclosed : unexpected
      }
      index += 1
      entries.append(Expression.Entry(key: key, value: try expression()))
      guard try comma(before: "}") else { break }
    }
    try close("}")
    return entries
  }

  /// A map's key, which may be a bare word.
  private mutating func key() throws(Problem) -> Expression {
    skipBlanks()
    guard let word = identifier() else { return try expression() }
    let literal = Expression.StringLiteral(text: bytes[word].text, nodes: nil)
    return Expression(kind: .string(literal), range: word)
  }

  /// Steps over a comma, behind which another value has to follow; false when there is none.
  private mutating func comma(before bracket: Character) throws(Problem) -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: ",") else { return false }
    index += 1
    skipBlanks()
    if current == bracket.asciiValue { throw Problem(.expected("value"), at: index) }
    return true
  }
}
