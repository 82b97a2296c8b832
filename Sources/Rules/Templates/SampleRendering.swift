import VTL

/// What a template may give, with holes for what only a call can tell.
struct SampleRendering {
  /// Which of the conditions hold that only a call can tell.
  private enum Choice {
    case all, none
    /// The one alone that stands at an offset.
    case only(Int)
  }

  private enum Known {
    case flag(Bool)
    case number(Int)
    case text(String)
  }

  /// A loop in its first or its second and last turn.
  private struct Turn {
    let index: Int
    var isLast: Bool { index == 1 }
  }

  private let template: MappingTemplate
  private let choice: Choice
  private var bytes: [UInt8] = []
  /// Where each byte comes from in the template.
  private var offsets: [Int] = []
  private var variables: [String: Known] = [:]
  private var turns: [Turn] = []
  /// Where the conditions stand that only a call can tell.
  private var unknown: [Int] = []
  /// Set when the template does what is not followed here, or prints too much.
  private var isLost = false
  private var steps = 0
  /// A directive has just ended: the rest of its line is not printed.
  private var endsDirective = false

  /// What is wrong with the JSON that a template gives, in one place whatever its conditions; nil where it may be right.
  static func fault(of template: MappingTemplate, isLenient: Bool) -> SampleJSON.Fault? {
    var first: SampleJSON.Fault?
    var choices: [Choice] = [.none, .all]
    var index = 0
    while index < choices.count {
      var rendering = SampleRendering(template, choices[index])
      rendering.render(template.nodes)
      if rendering.isLost { return nil }
      guard let fault = rendering.fault(isLenient: isLenient) else { return nil }
      if let first, first.offset != fault.offset { return nil }
      first = fault
      if rendering.unknown.isEmpty { return first }
      if index == 0 { choices += rendering.unknown.prefix(16).map { .only($0) } }
      index += 1
    }
    return first
  }

  private init(_ template: MappingTemplate, _ choice: Choice) { (self.template, self.choice) = (template, choice) }

  private func fault(isLenient: Bool) -> SampleJSON.Fault? {
    let fault = bytes.withUnsafeBufferPointer { SampleJSON.fault(in: $0, isLenient: isLenient) }
    guard let fault else { return nil }
    let end = template.bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    let offset = fault.offset < offsets.count ? offsets[fault.offset] : end
    return SampleJSON.Fault(words: fault.words, offset: offset)
  }
}

extension SampleRendering {
  private mutating func render(_ nodes: [MappingTemplate.Node]) {
    for node in nodes where !isLost {
      steps += 1
      if steps > 20_000 || bytes.count > 4 * template.bytes.count + 1_000 { isLost = true }
      render(node)
    }
  }

  private mutating func render(_ node: MappingTemplate.Node) {
    switch node.kind {
    case .text: renderText(node.range)
    case .comment: endsDirective = true
    case .unparsed: append(node.range.lowerBound + 3..<max(node.range.upperBound - 3, node.range.lowerBound + 3))
    case .reference(let reference): render(reference)
    case .set(let target, let value):
      if let target, target.steps.isEmpty { variables[target.name] = value.flatMap { known($0) } }
      endsDirective = true
    case .conditional(let branches):
      endsDirective = true
      if let branch = chosen(branches) { render(branch.body) }
      endsDirective = true
    case .foreach(_, _, let body):
      for index in 0...1 {
        endsDirective = true
        turns.append(Turn(index: index))
        render(body)
        turns.removeLast()
      }
      endsDirective = true
    case .macro, .define, .directive: isLost = true
    }
  }

  private mutating func renderText(_ range: Range<Int>) {
    var range = range
    if endsDirective {
      endsDirective = false
      let line = template.bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? range.upperBound
      if line < range.upperBound, template.bytes[line] == 0x0A { range = line + 1..<range.upperBound }
    }
    for index in range {
      let byte = template.bytes[index]
      let next = index + 1 < range.upperBound ? template.bytes[index + 1] : 0
      // An escape of Velocity's, which is not printed.
      if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "$") || next == UInt8(ascii: "#") { continue }
      append(index..<index + 1)
    }
  }

  private mutating func append(_ range: Range<Int>) {
    bytes += template.bytes[range]
    offsets += range
  }

  private mutating func render(_ reference: MappingTemplate.Reference) {
    endsDirective = false
    let printed: [UInt8] =
      switch reference.steps.isEmpty ? variables[reference.name] : nil {
      case .flag(let flag): Array((flag ? "true" : "false").utf8)
      case .number(let number): Array(String(number).utf8)
      case .text(let text): Array(text.utf8)
      case nil: [SampleJSON.hole]
      }
    bytes += printed
    offsets += repeatElement(reference.range.lowerBound, count: printed.count)
  }

  private mutating func chosen(_ branches: [MappingTemplate.Branch]) -> MappingTemplate.Branch? {
    for branch in branches {
      guard let condition = branch.condition else { return branch }
      if let holds = truth(of: condition) {
        if holds { return branch }
        continue
      }
      let place = condition.range.lowerBound
      if !unknown.contains(place) { unknown.append(place) }
      switch choice {
      case .all: return branch
      case .none: continue
      case .only(let chosen): if chosen == place { return branch }
      }
    }
    return nil
  }
}

/// What can be known of values before a call.
extension SampleRendering {
  private func truth(of expression: MappingTemplate.Expression) -> Bool? {
    switch expression.kind {
    case .unary(.not, let operand): return truth(of: operand).map { !$0 }
    case .binary(.and, let left, let right):
      let values = (truth(of: left), truth(of: right))
      if values.0 == false || values.1 == false { return false }
      return values.0 == nil || values.1 == nil ? nil : true
    case .binary(.or, let left, let right):
      let values = (truth(of: left), truth(of: right))
      if values.0 == true || values.1 == true { return true }
      return values.0 == nil || values.1 == nil ? nil : false
    case .binary(let sign, let left, let right): return compare(sign, left, right)
    default:
      if case .flag(let flag) = known(expression) { return flag }
      return nil
    }
  }

  private func compare(
    _ sign: MappingTemplate.BinaryOperator, _ left: MappingTemplate.Expression, _ right: MappingTemplate.Expression
  ) -> Bool? {
    if let (first, second) = numbers(left, right) {
      switch sign {
      case .equal: return first == second
      case .notEqual: return first != second
      case .less: return first < second
      case .lessOrEqual: return first <= second
      case .greater: return first > second
      case .greaterOrEqual: return first >= second
      default: return nil
      }
    }
    if case (.text(let first), .text(let second)) = (known(left), known(right)) {
      return sign == .equal ? first == second : sign == .notEqual ? first != second : nil
    }
    // A counter against a size that only a call can tell: whether this is the last turn.
    guard let turn = turns.last, isCounter(left) else { return nil }
    switch sign {
    case .less, .notEqual: return !turn.isLast
    case .equal, .greaterOrEqual: return turn.isLast
    default: return nil
    }
  }

  private func numbers(_ left: MappingTemplate.Expression, _ right: MappingTemplate.Expression) -> (Int, Int)? {
    guard case (.number(let first), .number(let second)) = (known(left), known(right)) else { return nil }
    return (first, second)
  }

  private func isCounter(_ expression: MappingTemplate.Expression) -> Bool {
    guard case .reference(let reference) = expression.kind else { return false }
    return ["foreach.index", "foreach.count", "velocityCount"].contains(reference.dotted)
  }

  private func known(_ expression: MappingTemplate.Expression) -> Known? {
    switch expression.kind {
    case .boolean(let flag): return .flag(flag)
    case .number(let text): return Int(text).map { .number($0) }
    case .string: return expression.literal.map { .text($0) }
    case .unary(.not, _): return truth(of: expression).map { .flag($0) }
    case .reference(let reference):
      if let turn = turns.last, let value = value(reference.dotted, in: turn) { return value }
      return reference.steps.isEmpty ? variables[reference.name] : nil
    default: return nil
    }
  }

  private func value(_ name: String, in turn: Turn) -> Known? {
    switch name {
    case "foreach.hasNext", "velocityHasNext": .flag(!turn.isLast)
    case "foreach.last": .flag(turn.isLast)
    case "foreach.first": .flag(turn.index == 0)
    case "foreach.index": .number(turn.index)
    case "foreach.count", "velocityCount": .number(turn.index + 1)
    default: nil
    }
  }
}

extension MappingTemplate.Reference {
  /// The variable's name and all names behind it.
  fileprivate var dotted: String { ([name] + path).joined(separator: ".") }
}
