import Diagnostics
import Document
import Spec

extension PolicyReader {
  private static let elementNames = [
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
  ]

  mutating func statement(_ node: NodeID) -> PolicyStatement {
    let elements = elements(node, of: "a statement", names: Self.elementNames)
    let effect = effect(elements["Effect"])
    checkPrincipal(elements["Principal"] ?? elements["NotPrincipal"])
    checkPairs(elements, of: node)
    return PolicyStatement(
      node: node, effect: effect, isWhole: elements.isWhole,
      hasPrincipal: elements["Principal"] != nil || elements["NotPrincipal"] != nil,
      actions: texts(elements["Action"]), resources: texts(elements["Resource"] ?? elements["NotResource"]),
      conditions: conditions(elements["Condition"]))
  }

  private mutating func effect(_ node: NodeID?) -> PolicyStatement.Effect? {
    guard let node else { return nil }
    let choices = branches(node)
    let effects = choices.map { choice -> PolicyStatement.Effect? in
      if isOpaque(choice) { return nil }
      let text = document.string(choice)
      if let effect = PolicyStatement.Effect(rawValue: text) { return effect }
      let got = document.kind(choice) == .scalar ? ", got '\(text)'" : ""
      let near = nearest(text, in: ["Allow", "Deny"])
      report(
        PolicyFault("'Effect' must be Allow or Deny\(got)", near: near, help: "write 'Allow' or 'Deny'", .value(choice))
      )
      return nil
    }
    return effects.count == 1 ? effects[0] : nil
  }

  /// What a statement needs, and what excludes each other; of a missing principal AUTH382 speaks.
  private mutating func checkPairs(_ elements: PolicyElements, of node: NodeID) {
    var missing = elements["Effect"] == nil ? ["'Effect'"] : []
    for name in ["Principal", "Action", "Resource"] {
      switch (elements[name], elements["Not" + name]) {
      case (let plain?, let negated?):
        let later = plain.index < negated.index ? negated : plain
        let words = "a statement has either '\(name)' or 'Not\(name)'"
        report(PolicyFault(words, help: "delete one of them", .key(later)))
      case (nil, nil) where name != "Principal": missing.append("'\(name)'")
      default: continue
      }
    }
    let words = missing.joined(separator: " and ")
    guard elements.isWhole, !words.isEmpty else { return }
    report(PolicyFault("a statement needs \(words)", help: "add \(words)", .key(node)))
  }

  /// `"*"`, or a mapping of kinds of principals.
  private mutating func checkPrincipal(_ node: NodeID?) {
    guard let node else { return }
    for choice in branches(node) where !isOpaque(choice) {
      if document.kind(choice) == .mapping {
        let kinds = elements(choice, of: "a principal", names: ["AWS", "Service", "Federated", "CanonicalUser"])
        checkAccounts(kinds["AWS"])
      } else if document.string(choice) != "*" {
        let help = "write '{AWS: …}' with account IDs or ARNs, or \"*\" for everyone"
        report(PolicyFault("a principal must be \"*\" or a mapping", help: help, .value(choice)))
      }
    }
  }

  /// The texts of a list, or the one; what is unknown is left out.
  private mutating func texts(_ node: NodeID?) -> [PolicyText] {
    guard let node else { return [] }
    var texts: [PolicyText] = []
    for member in members(node) {
      if let text = PolicyText(member, in: spec) {
        texts.append(text)
      } else if !isOpaque(member) {
        report(PolicyFault("this must be text", .value(member)))
      }
    }
    return texts
  }

  private mutating func conditions(_ node: NodeID?) -> [PolicyCondition] {
    guard let node else { return [] }
    var conditions: [PolicyCondition] = []
    for choice in branches(node) where !isOpaque(choice) {
      guard expectMapping(choice, "'Condition'") else { continue }
      for entry in document.entries(choice) {
        let name = document.string(entry.key)
        let found = PolicyOperator(name)
        if found == nil {
          report(.unknownOperator(name, at: entry.value))
          continue
        }
        for tests in branches(entry.value) where !isOpaque(tests) && expectMapping(tests, "'\(name)'") {
          conditions += document.entries(tests).map {
            PolicyCondition(found, key: document.string($0.key), value: $0.value)
          }
        }
      }
    }
    for condition in conditions where !condition.key.utf8.contains(UInt8(ascii: ":")) {
      report(.keyWithoutPrefix(condition))
    }
    return conditions
  }

  private mutating func expectMapping(_ node: NodeID, _ words: String) -> Bool {
    if document.kind(node) == .mapping { return true }
    report(PolicyFault("\(words) must be a mapping", .value(node)))
    return false
  }
}

extension PolicyFault {
  fileprivate static func unknownOperator(_ name: String, at value: NodeID) -> PolicyFault {
    PolicyFault(
      "there is no operator '\(name)'", near: nearest(name, in: PolicyOperator.names),
      help: "write for example StringEquals", .key(value))
  }

  fileprivate static func keyWithoutPrefix(_ condition: PolicyCondition) -> PolicyFault {
    let known = [
      "SourceIp", "VpcSourceIp", "SourceVpc", "SourceVpce", "PrincipalArn", "PrincipalOrgID", "SourceAccount",
    ]
    return PolicyFault(
      "'\(condition.key)' is no condition key",
      near: nearest(condition.key, in: known)?.amongChosenNames.map { "aws:\($0)" },
      help: "write the key with its prefix, as in 'aws:SourceIp'", .key(condition.value))
  }
}
