import Diagnostics
import Document
import Spec

/// What rules look at and write to.
public struct Findings: Sendable {
  public let spec: ResolvedSpec
  public private(set) var report: Report
  /// What the methods of each API have.
  let traits: [ObjectIdentifier: MethodTraits]
  /// Whether the spec names a function by an ARN.
  let importsFunctions: Bool
  /// Whether the spec says of a function how long or how often it may run.
  let limitsFunctions: Bool
  /// Where the text of the scalar stands in which something was found last.
  private var places: (node: NodeID, places: ScalarPlaces)?
  /// The ARNs of the spec, once they are asked for.
  var arns: [WrittenARN]?
  /// The name that was found to be a media type last: nearly all are the same.
  var lastMediaType = ""
  /// The mock's template that was looked at last, and the statuses that it may yield.
  var lastMock: (template: TemplateText, statuses: [MockStatus]?)?
  /// What wrong names may have been meant as.
  var guesses = NameGuesses()
  private var parents: ParentIndex?
  /// The names of all things that stand in the spec, read or not, once they are asked for.
  var written: Set<String>?
  /// The names that schemas of the model that was asked for last have.
  var schemaNames: (schemas: ModelSchemas, model: Int, names: Set<String>)?
  /// The first API that has an authorizer of a name, once it is asked for.
  var ownersOfAuthorizers: [String: Int]?
  /// The associations of web ACLs with stages, by the names of the APIs, once they are asked for.
  var firewalls: [String: NodeID]?
  /// Which domain names lead to which APIs, once it is asked for.
  var knownDomains: DomainIndex?
  /// The APIs whose callers a usage plan limits, once it is asked for.
  var throttledAPIs: Set<String>?
  /// The names of the entries of long lists, by the lists' nodes, once one is asked for.
  var entryNames: [NodeID: Set<String>] = [:]
  /// The keys of mappings, once one is asked for.
  var writtenKeys: [NodeID: Set<String>] = [:]

  /// - Parameter traits: what the methods of each API have, where it is known already.
  init(spec: ResolvedSpec, report: Report, traits: [ObjectIdentifier: MethodTraits]? = nil) {
    (self.spec, self.report) = (spec, report)
    self.traits =
      traits
      ?? Dictionary(
        spec.apis.map { (ObjectIdentifier($0), MethodTraits($0)) }, uniquingKeysWith: { first, _ in first })
    let functions = spec.declarations.functions
    importsFunctions = functions.contains { $0.value.arn != nil }
    limitsFunctions = functions.contains { $0.value.timeout != nil || $0.value.reservedConcurrentExecutions != nil }
  }

  /// Reports a wrong value, at the value.
  public mutating func report(_ message: Message, at node: NodeID, related: [Related] = []) {
    report.add(message, at: place(node), related: related, edits: edits(for: message, at: node))
  }

  /// Reports a surplus key or one in conflict, at the key; what is missing from a mapping, at the key that owns it.
  public mutating func report(_ message: Message, atKeyOf node: NodeID, related: [Related] = []) {
    let owner = node == .none ? node : spec.document.owner(node)
    report.add(message, at: place(owner), related: related, edits: edits(for: message, at: owner))
  }

  /// Reports a part of a scalar: UTF-8 offsets into its text. In a file that `!File` names, there.
  ///
  /// - Parameter word: the part that the message corrects, where it is not all that is wrong.
  public mutating func report(
    _ message: Message, at part: Range<Int>, of node: NodeID, related: [Related] = [],
    correcting word: Range<Int>? = nil
  ) {
    let span = span(of: part, in: node)
    let edits = edits(for: message, at: word ?? part, of: node)
    report.add(message, at: span, related: related, edits: edits)
  }

  /// Where a part of a scalar is written.
  mutating func span(of part: Range<Int>, in node: NodeID) -> Span {
    if let places, places.node == node { return places.places.span(of: part) }
    let found = ScalarPlaces(of: node, in: spec.document)
    places = (node, found)
    return found.span(of: part)
  }

  /// Another place for a message.
  public func related(_ text: String, atKeyOf node: NodeID) -> Related {
    Related(text, at: place(spec.document.owner(node)))
  }

  public func related(_ text: String, at node: NodeID) -> Related {
    Related(text, at: place(node))
  }

  /// The collection in which a node is written; nil for a root.
  mutating func parent(of node: NodeID) -> NodeID? {
    let index = parents ?? ParentIndex(of: spec.document)
    parents = index
    return index[node]
  }

  /// A scalar's text.
  public func string(_ node: NodeID) -> String { spec.document.string(node) }

  private func edits(for message: Message, at node: NodeID) -> [Edit] {
    message.correction == nil ? [] : spec.document.edits(for: message, at: node)
  }

  private mutating func edits(for message: Message, at part: Range<Int>, of node: NodeID) -> [Edit] {
    guard message.correction != nil else { return [] }
    return spec.document.edits(for: message, at: part, of: node, writtenAt: span(of: part, in: node))
  }

  /// A default stands nowhere: what is wrong with it is wrong with the spec.
  private func place(_ node: NodeID) -> Span {
    spec.document.span(node == .none ? spec.document.root : node)
  }
}
