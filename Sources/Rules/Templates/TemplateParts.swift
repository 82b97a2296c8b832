import VTL

/// What rules ask for in a template's tree, gathered in one walk.
struct TemplateParts: Sendable {
  typealias Reference = MappingTemplate.Reference

  /// All references, also those inside others.
  private(set) var references: [Reference] = []
  /// Those that are printed, and not read by a directive or a method.
  private(set) var printed: [Reference] = []
  /// The names of the variables that the template makes itself.
  private(set) var assigned: Set<String> = []
  /// The `#set`s.
  private(set) var sets: [MappingTemplate.Node] = []
  /// The `#foreach`s.
  private(set) var loops: [MappingTemplate.Node] = []
  /// Directives without a body, and calls of macros.
  private(set) var directives: [MappingTemplate.Node] = []
  /// `##` and what follows it.
  private(set) var lineComments: [Range<Int>] = []

  init() {}

  init(_ template: MappingTemplate) {
    template.forEach { element in
      switch element {
      case .reference(let reference): references.append(reference)
      case .node(let node): add(node, template)
      case .expression: break
      }
    }
  }

  private mutating func add(_ node: MappingTemplate.Node, _ template: MappingTemplate) {
    switch node.kind {
    case .text, .unparsed, .conditional: break
    case .comment:
      if template.bytes[node.range].starts(with: "##".utf8) { lineComments.append(node.range) }
    case .reference(let reference): printed.append(reference)
    case .set(let target, _):
      sets.append(node)
      if let target { assigned.insert(target.name) }
    case .foreach(let variable, _, _):
      loops.append(node)
      if let variable { assigned.insert(variable.name) }
    case .macro(_, let parameters, _): assigned.formUnion(parameters.map(\.name))
    case .define(let target, _): if let target { assigned.insert(target.name) }
    case .directive: directives.append(node)
    }
  }

  /// Whether a reference is printed.
  func isPrinted(_ reference: Reference) -> Bool { printed.contains { $0.range == reference.range } }
}
