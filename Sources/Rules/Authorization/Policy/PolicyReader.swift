import Diagnostics
import Document
import Spec

/// Reads a policy's free JSON and notes what IAM refuses.
struct PolicyReader {
  let spec: ResolvedSpec
  private(set) var faults: [PolicyFault] = []

  init(_ spec: ResolvedSpec) { self.spec = spec }

  var document: Document { spec.document }

  mutating func report(_ fault: PolicyFault) { faults.append(fault) }

  /// Whether an intrinsic gives the value, or it was refused already.
  func isOpaque(_ node: NodeID) -> Bool { document.isRefused(node) || Intrinsic(node, in: document) != nil }

  /// What a value can be: itself, or a branch of an `Fn::If`; nothing for `AWS::NoValue`.
  func branches(_ node: NodeID) -> [NodeID] {
    guard !document.isRefused(node), let intrinsic = Intrinsic(node, in: document) else { return [node] }
    if intrinsic.name == "Ref", document.string(intrinsic.argument) == "AWS::NoValue" { return [] }
    let arguments = document.items(intrinsic.argument)
    guard intrinsic.name == "Fn::If", arguments.count == 3 else { return [node] }
    return arguments.dropFirst().flatMap(branches)
  }

  /// The items of a list, or one alone.
  func members(_ node: NodeID) -> [NodeID] {
    branches(node).flatMap { choice in
      guard document.kind(choice) == .sequence, !isOpaque(choice) else { return [choice] }
      return document.items(choice).flatMap(branches)
    }
  }

  /// The policy itself: a mapping. A text that is JSON is taken unread.
  mutating func mapping(_ policy: NodeID) -> NodeID? {
    if isOpaque(policy) { return nil }
    if document.kind(policy) == .mapping { return policy }
    let text = document.string(policy)
    if document.kind(policy) == .scalar, text.utf8.contains(UInt8(ascii: "{")), JSONFault(in: text) == nil {
      return nil
    }
    let help = "write a mapping with 'Version' and 'Statement'"
    report(PolicyFault("it must be a mapping", help: help, .value(policy)))
    return nil
  }

  /// The statements below `Statement`.
  mutating func statements(_ node: NodeID?) -> (statements: [PolicyStatement], isComplete: Bool) {
    guard let node else { return ([], false) }
    let members = members(node)
    var statements: [PolicyStatement] = []
    for member in members where !isOpaque(member) {
      if document.kind(member) == .mapping {
        statements.append(statement(member))
      } else {
        report(PolicyFault("a statement must be a mapping", .value(member)))
      }
    }
    if document.kind(node) == .sequence, document.items(node).isEmpty, !isOpaque(node) {
      report(PolicyFault("it needs at least one statement", .value(node)))
    }
    return (statements, statements.count == members.count)
  }
}

extension PolicyFault {
  static func unknownElement(_ name: String, of record: String, _ names: [String], at value: NodeID) -> PolicyFault {
    PolicyFault(
      "\(record) has no element '\(name)'", near: nearest(name, in: names),
      help: "allowed: \(names.joined(separator: ", "))", .key(value))
  }
}
