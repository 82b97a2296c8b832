import Diagnostics
import Document

/// What decoding carries along: the document that is read, what was found, and the references met in intrinsics.
public struct Reader {
  public let document: Document
  public var report: Report
  /// Names that intrinsics refer to, to be looked up when all names are known.
  public var references: [IntrinsicReference] = []
  /// Whether any `logicalId` was read.
  public var hasGivenLogicalIDs = false
  private var texts = RepeatedTexts()
  private var lastStatus = (number: 0, text: "")
  /// Mappings of which something could not be read: rules about what is absent from them stay silent.
  public var broken: Set<NodeID> = []

  private var parents: ParentIndex?

  public init(document: Document, report: Report) {
    self.document = document
    self.report = report
  }

  /// Reads a part of a record; what the document has refused already is passed over in silence.
  mutating func read<Value>(_ node: NodeID, with read: (NodeID, inout Reader) -> Value?) -> Value? {
    guard document[node].isRefused else { return read(node, &self) }
    markBroken(around: node)
    return nil
  }

  /// A scalar's text; "" for a collection.
  mutating func string(_ node: NodeID) -> String {
    let scalar = document[node]
    guard scalar.kind == .scalar, RepeatedTexts.lengths.contains(document.length(of: scalar)) else {
      return document.string(node)
    }
    let mark = document.bytes(node, KeyMark.init)
    if let known = texts.text(of: mark) { return known }
    let text = document.string(node)
    texts.add(text, of: mark)
    return text
  }

  /// A scalar's text where it is three digits from 100 to 599. Most of a spec's are the same as the one before.
  mutating func statusCode(_ node: NodeID) -> String? {
    let number = document.bytes(node) { text -> Int in
      guard text.count == 3, text[0] &- 49 < 5, text[1] &- 48 < 10, text[2] &- 48 < 10 else { return 0 }
      return Int(text[0]) * 100 + Int(text[1]) * 10 + Int(text[2]) - 5328
    }
    if number == 0 { return nil }
    if lastStatus.number != number { lastStatus = (number, document.string(node)) }
    return lastStatus.text
  }

  /// Reports a wrong value, at the value.
  mutating func fail(_ message: Message, at node: NodeID, related: [Related] = []) {
    report.add(
      message, at: document.span(node), related: related, edits: document.edits(for: message, at: node))
  }

  /// The collection in which a node is written; nil for a root.
  mutating func parent(of node: NodeID) -> NodeID? {
    let index = parents ?? ParentIndex(of: document)
    parents = index
    return index[node]
  }

  /// What a person calls the value at a node: its key, or the key of the list that holds it.
  mutating func name(of node: NodeID) -> String {
    switch document.nodes[Int(node.index)].role {
    case .value: document.string(document.owner(node))
    case .item: if let list = parent(of: node) { name(of: list) } else { "the list" }
    case .key: document.string(node)
    case .root: "the spec"
    }
  }

  /// What stands at a node, in words.
  func words(for node: NodeID) -> String {
    if Intrinsic(node, in: document) != nil { return "an intrinsic" }
    return switch document.kind(node) {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar, .alias: isNull(node) ? "nothing" : "'\(document.string(node))'"
    }
  }

  /// A scalar that is no intrinsic: `!Ref true` is not the word `true`.
  func isLiteral(_ node: NodeID) -> Bool {
    let node = document[node]
    return node.kind == .scalar && node.tag == 0
  }

  /// The same without quotes.
  func isPlainLiteral(_ node: NodeID) -> Bool {
    let node = document[node]
    return node.kind == .scalar && node.tag == 0 && node.style == .plain
  }

  /// Nothing, `~` or `null`, without quotes or a tag (YAML 1.2 core schema).
  func isNull(_ node: NodeID) -> Bool {
    guard document.isPlain(node), document[node].tag == 0 else { return false }
    return document.bytes(node) { text in
      switch text.count {
      case 0: true
      case 1: text[0] == UInt8(ascii: "~")
      case 4 where text[0] | 0x20 == UInt8(ascii: "n"):
        ["null", "Null", "NULL"].contains { $0.utf8.elementsEqual(text) }
      default: false
      }
    }
  }
}
