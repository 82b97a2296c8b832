import VTL

/// What a template may give, with holes for what only a call can tell.
struct SampleRendering {
  /// Which of the conditions hold that only a call can tell.
  private enum Choice {
    case all, none
    /// The one alone that stands at an offset.
    case only(Int)
  }

  enum Known {
    case flag(Bool)
    case number(Int)
    case text(String)
  }

  /// A loop in its first or its second and last turn.
  struct Turn {
    let index: Int
    var isLast: Bool { index == 1 }
  }

  private let template: MappingTemplate
  private let choice: Choice
  private var bytes: [UInt8] = []
  /// Where each byte comes from in the template.
  private var offsets: [Int] = []
  private(set) var variables: [String: Known] = [:]
  private(set) var turns: [Turn] = []
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
