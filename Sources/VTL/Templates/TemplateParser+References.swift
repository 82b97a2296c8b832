extension TemplateParser {
  typealias Reference = MappingTemplate.Reference
  typealias Step = MappingTemplate.Step

  /// The reference at the cursor, in text; nothing when the dollar there is plain text.
  mutating func printedReference() -> Reference? {
    let start = index
    let open = openings.count
    guard let head = referenceHead() else { return nil }
    var steps: [Step] = []
    do throws(Problem) {
      try readSteps(into: &steps)
      if head.isBraced { try closeBrace(openedAt: head.name.lowerBound - 1) }
    } catch {
      if openings.count > open {
        let opening = openings[open]
        openings.removeSubrange(open...)
        recover(from: error, opening: opening)
      } else {
        recoverInBraces(from: error)
      }
    }
    return reference(from: start, head, steps)
  }

  /// The reference at the cursor, inside a directive or a method's parentheses.
  mutating func argumentReference() throws(Problem) -> Reference {
    let start = index
    guard let head = referenceHead() else {
      index = start
      throw Problem(.expected("reference"), at: start)
    }
    var steps: [Step] = []
    try readSteps(into: &steps)
    if head.isBraced { try closeBrace(openedAt: head.name.lowerBound - 1) }
    return reference(from: start, head, steps)
  }

  /// The dollar, what may stand between it and the name, and the name.
  private struct Head {
    let name: Range<Int>
    let isQuiet: Bool
    let isBraced: Bool
  }

  private mutating func referenceHead() -> Head? {
    guard current == UInt8(ascii: "$") else { return nil }
    index += 1
    let isQuiet = current == UInt8(ascii: "!")
    if isQuiet { index += 1 }
    let isBraced = current == UInt8(ascii: "{")
    if isBraced { index += 1 }
    return identifier().map { Head(name: $0, isQuiet: isQuiet, isBraced: isBraced) }
  }

  private func reference(from start: Int, _ head: Head, _ steps: [Step]) -> Reference {
    Reference(
      range: start..<index, name: bytes[head.name].text, nameRange: head.name, isQuiet: head.isQuiet,
      isBraced: head.isBraced, steps: steps)
  }

  private mutating func closeBrace(openedAt brace: Int) throws(Problem) {
    if current == UInt8(ascii: "}") {
      index += 1
    } else if closingBrace != nil {
      throw unexpected
    } else {
      throw Problem(.unclosed("{"), at: brace)
    }
  }

  private mutating func readSteps(into steps: inout [Step]) throws(Problem) {
    while let byte = current {
      let start = index
      if byte == UInt8(ascii: "[") {
        try open()
        let value = try expression()
        try close("]")
        steps.append(Step(kind: .index(value), range: start..<index))
      } else if byte == UInt8(ascii: ".") {
        index += 1
        guard let name = identifier() else {
          index = start
          return
        }
        let text = bytes[name].text
        let kind: Step.Kind =
          current == UInt8(ascii: "(") ? .method(text, arguments: try arguments()) : .property(text)
        steps.append(Step(kind: kind, range: start..<index))
      } else {
        return
      }
    }
  }

  /// The values between the parenthesis at the cursor and the one that closes it, parted by commas; macros take blanks
  /// as well.
  mutating func arguments(mayLackCommas: Bool = false) throws(Problem) -> [MappingTemplate.Expression] {
    try open()
    var values: [MappingTemplate.Expression] = []
    while current != UInt8(ascii: ")") {
      values.append(try expression())
      skipBlanks()
      if current == UInt8(ascii: ",") {
        index += 1
        skipBlanks()
        if current == UInt8(ascii: ")") { throw Problem(.expected("value"), at: index) }
      } else if !mayLackCommas {
        break
      }
    }
    try close(")")
    return values
  }
}
