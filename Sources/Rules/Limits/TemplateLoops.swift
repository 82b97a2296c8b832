import VTL

/// A mapping template with `#foreach`, and what its loops over literal ranges come to.
struct TemplateLoops {
  private let template: MappingTemplate

  /// Nil for a template without a loop over a range.
  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "#")), text.contains("foreach"), text.contains("..") else { return nil }
    template = MappingTemplate(parsing: text)
  }

  /// The heads of loops over more than a thousand numbers.
  var longRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    template.forEach { element in
      if case .node(let node) = element, case .foreach(_, let list?, _) = node.kind, let count = list.rounds,
        count > 1000
      {
        ranges.append(node.range.lowerBound..<list.range.upperBound)
      }
    }
    return ranges
  }

  /// The least number of bytes that the template makes.
  var leastOutput: Int { hasWayOut ? 0 : Self.least(template.nodes) }

  private var hasWayOut: Bool {
    var found = false
    template.forEach { element in
      if case .node(let node) = element, case .directive(let name, _) = node.kind, name == "break" || name == "stop" {
        found = true
      }
    }
    return found
  }

  private static func least(_ nodes: [MappingTemplate.Node]) -> Int {
    nodes.reduce(0) { sum, node in
      let (result, isTooLarge) = sum.addingReportingOverflow(least(node))
      return isTooLarge ? .max : result
    }
  }

  private static func least(_ node: MappingTemplate.Node) -> Int {
    switch node.kind {
    case .text: return node.range.count
    case .conditional(let branches):
      guard branches.last?.condition == nil else { return 0 }
      return branches.map { least($0.body) }.min() ?? 0
    case .foreach(_, let list?, let body):
      guard let rounds = list.rounds else { return 0 }
      let (result, isTooLarge) = least(body).multipliedReportingOverflow(by: rounds)
      return isTooLarge ? .max : result
    default: return 0
    }
  }
}

extension MappingTemplate.Expression {
  /// How many numbers a literal range has; nil for anything else.
  fileprivate var rounds: Int? {
    guard case .range(let from, let to) = kind, let first = from.integer, let last = to.integer else { return nil }
    let (distance, isTooLarge) = last.subtractingReportingOverflow(first)
    return isTooLarge || distance.magnitude >= UInt(Int.max) ? .max : Int(distance.magnitude) + 1
  }

  private var integer: Int? {
    switch kind {
    case .number(let digits): Int(digits)
    case .unary(.minus, let value): value.integer.map { 0 &- $0 }
    default: nil
    }
  }
}
