/// The steps that all readers of brackets share.
extension TemplateParser {
  var current: UInt8? { index < end ? bytes[index] : nil }

  mutating func skipBlanks() {
    while let byte = current, NameBytes.isBlank(byte) { index += 1 }
  }

  /// The identifier at the cursor, or nothing when none starts there.
  mutating func identifier() -> Range<Int>? {
    guard let first = current, TemplateBytes.isIdentifierStart(first) else { return nil }
    let start = index
    while let byte = current, TemplateBytes.isIdentifier(byte) { index += 1 }
    return start..<index
  }

  /// Steps over the bracket at the cursor, which the caller has seen there.
  mutating func open() throws(Problem) {
    if openings.count == Self.depthLimit { throw Problem(.tooDeep, at: index) }
    openings.append(index)
    index += 1
    skipBlanks()
  }

  /// Steps over the opening parenthesis of a directive; blanks may stand before it.
  mutating func openArguments() throws(Problem) {
    let start = index
    skipBlanks()
    guard current == UInt8(ascii: "(") else {
      index = start
      throw Problem(.expected("("), at: start)
    }
    try open()
  }

  /// Steps over the bracket that closes the innermost open one.
  mutating func close(_ bracket: Character) throws(Problem) {
    skipBlanks()
    guard let byte = current else { throw unclosed }
    guard byte == bracket.asciiValue else { throw unexpected }
    index += 1
    openings.removeLast()
  }

  /// The problem of a template that ends inside a bracket.
  var unclosed: Problem {
    guard let opening = openings.last else { return Problem(.expected("value"), at: end) }
    return Problem(.unclosed(bytes[opening..<opening + 1].text), at: opening)
  }

  /// The problem of a byte that cannot stand at the cursor; a string across lines just before it is blamed first.
  var unexpected: Problem {
    if let string = lastString, string.upperBound <= index, bytes[string].contains(UInt8(ascii: "\n")),
      bytes[string.upperBound..<index].allSatisfy(NameBytes.isBlank)
    {
      return Problem(.unclosed(bytes[string.lowerBound..<string.lowerBound + 1].text), at: string.lowerBound)
    }
    return Problem(.unexpected(NameBytes.scalar(in: bytes[...], at: index)), at: index)
  }

  /// Notes `problem` and steps behind the bracket that closes the one at `opening`. When none does, that is the problem,
  /// and reading goes on with the next line.
  mutating func recover(from problem: Problem, opening: Int) {
    if let close = closing(of: opening) {
      problems.append(problem)
      index = close + 1
      return
    }
    if case .unexpected = problem.kind {
      problems.append(Problem(.unclosed(bytes[opening..<opening + 1].text), at: opening))
    } else {
      problems.append(problem)
    }
    index = window(from: opening).firstIndex(of: UInt8(ascii: "\n")) ?? window(from: opening).endIndex
  }

  /// Notes `problem` in the braces around a reference and steps behind the one that closes them on this line, if any.
  mutating func recoverInBraces(from problem: Problem) {
    problems.append(problem)
    if let brace = closingBrace { index = brace + 1 }
  }

  /// The brace that closes a reference, on the line of the cursor.
  var closingBrace: Int? {
    window(from: index).prefix { $0 != UInt8(ascii: "\n") }.firstIndex(of: UInt8(ascii: "}"))
  }

  /// The bytes in which the other end of a bracket is looked for; longer ones would make broken templates slow.
  private func window(from start: Int) -> ArraySlice<UInt8> { bytes[start..<min(end, start + 2_000)] }

  private func closing(of opening: Int) -> Int? {
    let bracket = bytes[opening]
    let closing = bracket == UInt8(ascii: "(") ? UInt8(ascii: ")") : bracket + 2
    let window = window(from: opening)
    var open = 0
    var index = opening
    while index < window.endIndex {
      let byte = window[index]
      index += 1
      if byte == bracket { open += 1 }
      if byte == closing { open -= 1 }
      if open == 0 { return index - 1 }
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
      let line = window[index...].prefix { $0 != UInt8(ascii: "\n") }
      if let close = line.firstIndex(of: byte) { index = close + 1 }
    }
    return nil
  }
}
