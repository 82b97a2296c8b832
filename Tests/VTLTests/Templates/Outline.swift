@testable import VTL

/// A template's tree in one line, so that tables of tests can hold it.
struct Outline {
  let template: MappingTemplate

  var description: String { outline(template.nodes) }

  private func outline(_ nodes: [MappingTemplate.Node]) -> String { nodes.map(outline).joined(separator: " ") }

  private func outline(_ node: MappingTemplate.Node) -> String {
    switch node.kind {
    case .text: "‹" + template.text(of: node.range).replacing("\n", with: "⏎") + "›"
    case .comment: "comment"
    case .unparsed: "unparsed"
    case .reference(let reference): outline(reference)
    case .set(let target, let value): "(set \(outline(target)) \(outline(value)))"
    case .conditional(let branches):
      "(if" + branches.map { " \(outline($0.condition)) {\(outline($0.body))}" }.joined() + ")"
    case .foreach(let variable, let list, let body):
      "(foreach \(outline(variable)) \(outline(list)) {\(outline(body))})"
    case .macro(let name, let parameters, let body):
      "(macro \(name)" + parameters.map { " " + outline($0) }.joined() + " {\(outline(body))})"
    case .define(let target, let body): "(define \(outline(target)) {\(outline(body))})"
    case .directive(let name, let arguments): "(#\(name)" + arguments.map { " " + outline($0) }.joined() + ")"
    }
  }

  private func outline(_ reference: MappingTemplate.Reference?) -> String {
    guard let reference else { return "?" }
    let name = reference.isBraced ? "{\(reference.name)}" : reference.name
    return "$" + (reference.isQuiet ? "!" : "") + name + reference.steps.map(outline).joined()
  }

  private func outline(_ step: MappingTemplate.Step) -> String {
    switch step.kind {
    case .property(let name): "." + name
    case .method(let name, let arguments): ".\(name)(" + arguments.map(outline).joined(separator: ", ") + ")"
    case .index(let value): "[" + outline(value) + "]"
    }
  }

  private func outline(_ expression: MappingTemplate.Expression?) -> String {
    guard let expression else { return "?" }
    switch expression.kind {
    case .reference(let reference): return outline(reference)
    case .string(let literal): return literal.nodes.map { "\"\(outline($0))\"" } ?? "'\(literal.text)'"
    case .number(let digits): return digits
    case .boolean(let value): return value ? "true" : "false"
    case .null: return "null"
    case .list(let values): return "[" + values.map(outline).joined(separator: ", ") + "]"
    case .range(let first, let last): return "[\(outline(first))..\(outline(last))]"
    case .map(let entries):
      return "{" + entries.map { outline($0.key) + ": " + outline($0.value) }.joined(separator: ", ") + "}"
    case .unary(let sign, let operand): return "(\(sign.rawValue) \(outline(operand)))"
    case .binary(let sign, let left, let right): return "(\(sign.rawValue) \(outline(left)) \(outline(right)))"
    }
  }
}
