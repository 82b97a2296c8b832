extension MappingTemplate {
  /// What API Gateway gives every template beside its own variables.
  ///
  /// AWS: api-gateway-mapping-template-reference (Developer Guide).
  public enum Root: String, Sendable {
    case input, context, util, stageVariables
  }

  /// The methods of `$input`; `body` alone is no method.
  public static let inputMembers = ["body", "json", "params", "path"]

  /// The functions of `$util`.
  public static let utilFunctions = [
    "escapeJavaScript", "parseJson", "urlEncode", "urlDecode", "base64Encode", "base64Decode",
  ]
}

extension MappingTemplate.Reference {
  /// Which of API Gateway's variables it leads into.
  public var root: MappingTemplate.Root? { MappingTemplate.Root(rawValue: name) }

  /// The names on the way from the variable, however they are spelt: `.a`, `['b']`, `.get("c")`; up to the first step that
  /// is none.
  public var path: [String] {
    var names: [String] = []
    for step in steps {
      guard let name = step.name else { break }
      names.append(name)
    }
    return names
  }
}

extension MappingTemplate.Step {
  /// The name of the property that the step leads to, in any spelling.
  public var name: String? {
    switch kind {
    case .property(let name): name
    case .index(let value): value.literal
    case .method("get", let arguments): arguments.count == 1 ? arguments[0].literal : nil
    case .method: nil
    }
  }
}

extension MappingTemplate.Expression {
  /// The text of a string in which nothing is evaluated.
  public var literal: String? {
    guard case .string(let string) = kind else { return nil }
    for node in string.nodes ?? [] {
      guard case .text = node.kind else { return nil }
    }
    return string.text
  }
}
