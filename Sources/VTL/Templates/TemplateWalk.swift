extension MappingTemplate {
  /// One thing in a template's tree.
  public enum Element: Sendable {
    case node(Node)
    case expression(Expression)
    case reference(Reference)
  }

  /// Calls `visit` on everything in the tree, outer things before inner ones and in the order of the text; what stands
  /// inside double quotes and inside the steps of references is part of it.
  public func forEach(_ visit: (Element) -> Void) { Self.walk(nodes, visit) }

  /// Every reference: printed, assigned, read, and inside the steps of others.
  public var references: [Reference] {
    var found: [Reference] = []
    forEach { if case .reference(let reference) = $0 { found.append(reference) } }
    return found
  }

  private static func walk(_ nodes: [Node], _ visit: (Element) -> Void) {
    for node in nodes {
      visit(.node(node))
      walk(node.kind, visit)
    }
  }

  private static func walk(_ kind: Node.Kind, _ visit: (Element) -> Void) {
    switch kind {
    case .text, .comment, .unparsed: break
    case .reference(let reference): walk(reference, visit)
    case .set(let target, let value): walk(target, value, visit)
    case .conditional(let branches):
      for branch in branches {
        walk(nil, branch.condition, visit)
        walk(branch.body, visit)
      }
    case .foreach(let variable, let list, let body):
      walk(variable, list, visit)
      walk(body, visit)
    case .macro(_, let parameters, let body):
      for parameter in parameters { walk(parameter, visit) }
      walk(body, visit)
    case .define(let target, let body):
      walk(target, nil, visit)
      walk(body, visit)
    case .directive(_, let arguments):
      for argument in arguments { walk(argument, visit) }
    }
  }

  private static func walk(_ reference: Reference?, _ value: Expression?, _ visit: (Element) -> Void) {
    if let reference { walk(reference, visit) }
    if let value { walk(value, visit) }
  }

  private static func walk(_ reference: Reference, _ visit: (Element) -> Void) {
    visit(.reference(reference))
    for step in reference.steps {
      switch step.kind {
      case .property: break
      case .method(_, let arguments): for argument in arguments { walk(argument, visit) }
      case .index(let value): walk(value, visit)
      }
    }
  }

  private static func walk(_ expression: Expression, _ visit: (Element) -> Void) {
    visit(.expression(expression))
    switch expression.kind {
    case .number, .boolean, .null: break
    case .reference(let reference): walk(reference, visit)
    case .string(let literal): walk(literal.nodes ?? [], visit)
    case .list(let values): for value in values { walk(value, visit) }
    case .range(let first, let last):
      walk(first, visit)
      walk(last, visit)
    case .map(let entries):
      for entry in entries {
        walk(entry.key, visit)
        walk(entry.value, visit)
      }
    case .unary(_, let operand): walk(operand, visit)
    case .binary(_, let left, let right):
      walk(left, visit)
      walk(right, visit)
    }
  }
}
