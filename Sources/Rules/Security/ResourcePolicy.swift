import Document
import Spec

/// A statement of an API's resource policy, as far as it is known before deployment.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
struct ResourceStatement {
  let node: NodeID
  let isAllow: Bool
  /// The `*` that stands for everyone; nil where the statement is about someone.
  let everyone: NodeID?
  let hasNotPrincipal: Bool
  let condition: NodeID?
  /// The actions; nil where an intrinsic hides one.
  let actions: [String]?
  let resources: [String]?

  private init(_ node: NodeID, isAllow: Bool, in document: Document) {
    (self.node, self.isAllow) = (node, isAllow)
    everyone = document.value("Principal", in: node).flatMap { Self.everyone($0, document) }
    hasNotPrincipal = document.value("NotPrincipal", in: node) != nil
    condition = document.value("Condition", in: node)
    actions = Self.texts("Action", of: node, document)
    resources = Self.texts("Resource", of: node, document)
  }

  /// The statements of a policy; nil where an intrinsic hides one, or its effect.
  static func all(of policy: FreeJSON, in document: Document) -> [ResourceStatement]? {
    guard Intrinsic(policy.node, in: document) == nil, let list = document.value("Statement", in: policy.node) else {
      return nil
    }
    let nodes = document.kind(document.target(list)) == .sequence ? document.items(list) : [list]
    var statements: [ResourceStatement] = []
    for node in nodes {
      guard Intrinsic(node, in: document) == nil, let effect = document.value("Effect", in: node),
        let text = document.literal(effect)
      else { return nil }
      statements.append(ResourceStatement(node, isAllow: text == "Allow", in: document))
    }
    return statements
  }

  /// `*`, or `{AWS: "*"}`.
  private static func everyone(_ principal: NodeID, _ document: Document) -> NodeID? {
    if Intrinsic(principal, in: document) != nil { return nil }
    if document.literal(principal) == "*" { return principal }
    guard let aws = document.value("AWS", in: principal) else { return nil }
    return (document.items(aws) + [aws]).first { document.literal($0) == "*" }
  }

  private static func texts(_ key: String, of node: NodeID, _ document: Document) -> [String]? {
    guard let value = document.value(key, in: node) else { return nil }
    let nodes = document.kind(document.target(value)) == .sequence ? document.items(value) : [value]
    let texts = nodes.compactMap { document.literal($0) }
    return texts.count == nodes.count ? texts : nil
  }
}

extension ResourceStatement {
  /// Whether the statement is about calling all of an API, or of a stage.
  var isAboutAll: Bool {
    actions?.contains { ["*", "execute-api:*", "execute-api:invoke"].contains($0.lowercased()) } == true
      && resources?.contains { Self.coversAll($0) } == true
  }

  /// `*`, `execute-api:/*`, `execute-api:/live/*`, `arn:…:api-id/*`.
  private static func coversAll(_ resource: String) -> Bool {
    let parts = resource.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.isEmpty { return resource == "*" }
    return parts.last == "*" && parts.dropFirst().allSatisfy { $0 == "*" }
  }

  /// The names of the condition's keys, in small letters; nil where an intrinsic hides them.
  func conditionKeys(in document: Document) -> [String]? {
    guard let condition else { return [] }
    if Intrinsic(condition, in: document) != nil { return nil }
    var keys: [String] = []
    for operation in document.entries(condition) {
      if Intrinsic(operation.value, in: document) != nil { return nil }
      keys += document.entries(operation.value).map { document.string($0.key).lowercased() }
    }
    return keys
  }
}
