extension TemplateParser {
  /// The directive at the cursor, or nothing when the `#` there is plain text.
  mutating func directive() -> Construct {
    let start = index
    index += 1
    let isBraced = current == UInt8(ascii: "{")
    if isBraced { index += 1 }
    guard let range = directiveWord() else { return .none }
    if isBraced {
      guard current == UInt8(ascii: "}") else { return .none }
      index += 1
    }
    let word = bytes[range].text
    guard let name = DirectiveName(rawValue: word) else { return unknown(word, at: start) }
    switch name {
    case .end, .else, .elseif: return .stop(name)
    case .if, .foreach, .macro, .define: return .node(block(name, from: start))
    case .set: return .node(setDirective())
    case .break, .stop, .include, .parse, .evaluate: return .node(plain(name.rawValue))
    }
  }

  private mutating func directiveWord() -> Range<Int>? {
    let start = index
    guard identifier() != nil else { return nil }
    // A hyphen belongs to the names of variables and macros, not of directives: `#end-`.
    let word = bytes[start..<index].prefix { $0 != UInt8(ascii: "-") }
    if DirectiveName(rawValue: word.text) != nil { index = word.endIndex }
    return start..<index
  }

  /// The call of a macro, a misspelt directive, or text.
  private mutating func unknown(_ word: String, at start: Int) -> Construct {
    if macros.contains(word) { return .node(plain(word)) }
    let isCalled = current == UInt8(ascii: "(")
    let near = DirectiveName.nearest(to: word, isCalled: isCalled)
    if near != nil || isCalled {
      problems.append(Problem(.unknownDirective(word), at: start, suggestion: near?.rawValue))
    }
    return .none
  }

  /// A directive or macro call without a body; its arguments may be missing.
  private mutating func plain(_ name: String) -> Node.Kind {
    var values: [Expression] = []
    if current == UInt8(ascii: "(") {
      reading { parser throws(Problem) in values = try parser.arguments(mayLackCommas: true) }
    }
    return .directive(name: name, arguments: values)
  }

  /// Runs `read` on the arguments at the cursor; a problem is noted and the cursor put behind them.
  mutating func reading(_ read: (inout TemplateParser) throws(Problem) -> Void) {
    let start = index
    let open = openings.count
    do throws(Problem) {
      try read(&self)
    } catch {
      let opening = openings.count > open ? openings[open] : nil
      openings.removeSubrange(open...)
      if let opening {
        recover(from: error, opening: opening)
      } else {
        problems.append(error)
        index = start
      }
    }
  }

  /// `($target = value)`.
  private mutating func setDirective() -> Node.Kind {
    var target: Reference?
    var value: Expression?
    reading { parser throws(Problem) in
      try parser.openArguments()
      target = try parser.argumentReference()
      parser.skipBlanks()
      guard parser.current == UInt8(ascii: "="), !parser.starts("==") else {
        throw parser.current == nil ? parser.unclosed : Problem(.expected("="), at: parser.index)
      }
      parser.index += 1
      value = try parser.expression()
      try parser.close(")")
    }
    return .set(target: target, value: value)
  }

  /// An `#end`, `#else` or `#elseif` that belongs to nothing.
  mutating func misplaced(_ stop: Stop) -> Node {
    problems.append(Problem(.unopenedDirective(stop.name.rawValue), at: stop.start))
    var values: [Expression] = []
    if stop.name == .elseif, let condition = condition() { values = [condition] }
    return Node(kind: .directive(name: stop.name.rawValue, arguments: values), range: stop.start..<index)
  }

  /// `(value)`.
  mutating func condition() -> Expression? {
    var value: Expression?
    reading { parser throws(Problem) in
      try parser.openArguments()
      value = try parser.expression()
      try parser.close(")")
    }
    return value
  }
}
