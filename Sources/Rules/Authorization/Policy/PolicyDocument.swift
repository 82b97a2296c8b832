import Document
import Spec

/// An IAM policy document in free JSON, as far as it is known before deployment.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
struct PolicyDocument {
  /// `Version`, whatever it is.
  let version: NodeID?
  /// `Statement`, a list or one alone.
  let statement: NodeID?
  /// All statements that can be seen, those of both branches of an `Fn::If` among them.
  let statements: [PolicyStatement]
  /// Whether there are no others.
  let isComplete: Bool
  /// Whether the document's own elements are known, so that what is absent is absent indeed.
  let isWhole: Bool
  /// What IAM refuses, in the order of the text.
  let faults: [PolicyFault]

  /// Nil for what only the deployment knows.
  init?(_ policy: NodeID, in spec: ResolvedSpec) {
    var reader = PolicyReader(spec)
    guard let mapping = reader.mapping(policy) else {
      guard !reader.faults.isEmpty else { return nil }
      (version, statement, statements, isComplete, isWhole, faults) = (nil, nil, [], false, false, reader.faults)
      return
    }
    let elements = reader.elements(mapping, of: "a policy", names: ["Version", "Id", "Statement"])
    version = elements["Version"]
    reader.checkVersion(version)
    statement = elements["Statement"]
    let found = reader.statements(elements["Statement"])
    statements = found.statements
    isComplete = found.isComplete && elements.isWhole
    isWhole = elements.isWhole
    if statement == nil, elements.isWhole {
      reader.report(PolicyFault("it needs 'Statement'", help: "add 'Statement', a list of statements", .key(policy)))
    }
    faults = reader.faults
  }
}

/// One statement of a policy.
struct PolicyStatement {
  enum Effect: String { case allow = "Allow", deny = "Deny" }

  /// The mapping; its owner is the key `Statement`, or the item itself.
  let node: NodeID
  /// Nil where it is not known, or wrong.
  let effect: Effect?
  /// Whether the statement has all that is read of it, so that what is absent is absent indeed.
  let isWhole: Bool
  let hasPrincipal: Bool
  let actions: [PolicyText]
  let resources: [PolicyText]
  let conditions: [PolicyCondition]
}

/// The entries of a mapping whose keys are a closed list.
struct PolicyElements {
  fileprivate(set) var values: [String: NodeID] = [:]
  /// Whether every key was known.
  fileprivate(set) var isWhole = true

  subscript(_ name: String) -> NodeID? { values[name] }
}

extension PolicyReader {
  /// The entries of a mapping; reports unknown keys.
  mutating func elements(_ mapping: NodeID, of record: String, names: [String]) -> PolicyElements {
    var elements = PolicyElements()
    elements.isWhole = spec.isWhole(mapping)
    for entry in document.entries(mapping) {
      let name = document.string(entry.key)
      if names.contains(name) {
        elements.values[name] = entry.value
      } else {
        elements.isWhole = false
        report(.unknownElement(name, of: record, names, at: entry.value))
      }
    }
    return elements
  }
}
