extension TemplateParser {
  /// The rest of a directive with a body, up to and with its `#end`.
  mutating func block(_ name: DirectiveName, from start: Int) -> Node.Kind {
    if depth == Self.depthLimit {
      problems.append(Problem(.tooDeep, at: start))
      index = end
      return .directive(name: name.rawValue, arguments: [])
    }
    depth += 1
    defer { depth -= 1 }
    switch name {
    case .if: return conditional(from: start)
    case .foreach: return foreach(from: start)
    case .macro: return macro(from: start)
    default: return define(from: start)
    }
  }

  private mutating func conditional(from start: Int) -> Node.Kind {
    var branches: [MappingTemplate.Branch] = []
    var condition = condition()
    var head = start..<index
    var isLast = false
    while true {
      var nodes: [Node] = []
      var stop = body(into: &nodes)
      while isLast, let misplacedStop = stop, misplacedStop.name != .end {
        nodes.append(misplaced(misplacedStop))
        stop = body(into: &nodes)
      }
      branches.append(MappingTemplate.Branch(range: head, condition: condition, body: nodes))
      guard let stop else {
        problems.append(Problem(.unclosedDirective("if"), at: start))
        return .conditional(branches)
      }
      if stop.name == .end { return .conditional(branches) }
      isLast = stop.name == .else
      condition = isLast ? nil : self.condition()
      head = stop.start..<index
    }
  }

  /// `($variable in list)` and the body.
  private mutating func foreach(from start: Int) -> Node.Kind {
    var variable: Reference?
    var list: Expression?
    reading { parser throws(Problem) in
      try parser.openArguments()
      variable = try parser.argumentReference()
      parser.skipBlanks()
      let start = parser.index
      guard let word = parser.identifier(), parser.bytes[word].elementsEqual("in".utf8) else {
        throw start == parser.end ? parser.unclosed : Problem(.expected("in"), at: start)
      }
      list = try parser.expression()
      try parser.close(")")
    }
    return .foreach(variable: variable, list: list, body: body(of: .foreach, from: start))
  }

  /// `(name $first $second)` and the body.
  private mutating func macro(from start: Int) -> Node.Kind {
    var name = ""
    var parameters: [Reference] = []
    reading { parser throws(Problem) in
      try parser.openArguments()
      guard let word = parser.identifier() else {
        throw parser.current == nil ? parser.unclosed : Problem(.expected("name"), at: parser.index)
      }
      name = parser.bytes[word].text
      parser.skipBlanks()
      while let byte = parser.current, byte != UInt8(ascii: ")") {
        parameters.append(try parser.argumentReference())
        parser.skipBlanks()
        if parser.current == UInt8(ascii: ",") { parser.index += 1 }
        parser.skipBlanks()
      }
      try parser.close(")")
    }
    return .macro(name: name, parameters: parameters, body: body(of: .macro, from: start))
  }

  /// `($target)` and the body.
  private mutating func define(from start: Int) -> Node.Kind {
    var target: Reference?
    reading { parser throws(Problem) in
      try parser.openArguments()
      target = try parser.argumentReference()
      try parser.close(")")
    }
    return .define(target: target, body: body(of: .define, from: start))
  }

  private mutating func body(of name: DirectiveName, from start: Int) -> [Node] {
    var nodes: [Node] = []
    while let stop = body(into: &nodes) {
      if stop.name == .end { return nodes }
      nodes.append(misplaced(stop))
    }
    problems.append(Problem(.unclosedDirective(name.rawValue), at: start))
    return nodes
  }
}
