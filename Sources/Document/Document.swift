import Diagnostics

/// A spec as YAML: checked text, nodes with their places, anchors and merge keys and files resolved. Knows no key of ours.
public struct Document: Sendable {
  public let sources: SourceMap
  public let nodes: [Node]
  @usableFromInline let rest: Rest

  /// What few nodes need. A document is passed from hand to hand: one object costs less there than three.
  @usableFromInline final class Rest: Sendable {
    @usableFromInline let texts: [Span]
    @usableFromInline let tags: [String]
    @usableFromInline let merged: [NodeID: [Entry]]

    init(_ texts: [Span], _ tags: [String], _ merged: [NodeID: [Entry]]) {
      (self.texts, self.tags, self.merged) = (texts, tags, merged)
    }
  }

  public init(sources: SourceMap, nodes: [Node], texts: [Span], tags: [String], merged: [NodeID: [Entry]]) {
    self.sources = sources
    self.nodes = nodes
    rest = Rest(texts, tags, merged)
  }

  /// Where the texts of the scalars stand that are `Node.isApart`.
  @inlinable public var texts: [Span] { rest.texts }
  /// CloudFormation's short forms that occur, `!Ref`. Tags that only state a kind (`!!str`) show in the style, those that
  /// name files (`!File`, `!Include`) in what stands in their place.
  @inlinable public var tags: [String] { rest.tags }
  /// The effective entries of the mappings that have merge keys, own entries first.
  @inlinable public var merged: [NodeID: [Entry]] { rest.merged }

  @inlinable public var root: NodeID { NodeID(0) }

  /// The node itself, or what an alias (or `!Include`) stands for.
  @inlinable @inline(__always) public func target(_ id: NodeID) -> NodeID {
    let node = nodes[Int(id.index)]
    return node.kind == .alias ? NodeID(node.content) : id
  }

  /// The node that an ID stands for, aliases followed.
  @inlinable @inline(__always) public subscript(_ id: NodeID) -> Node {
    let node = nodes[Int(id.index)]
    return node.kind == .alias ? nodes[Int(node.content)] : node
  }

  @inlinable @inline(__always) public func kind(_ id: NodeID) -> Node.Kind { self[id].kind }

  /// A scalar's text; "" for a collection.
  public func string(_ id: NodeID) -> String {
    bytes(id) { String(decoding: $0, as: UTF8.self) }
  }

  /// A scalar's text as UTF-8, without copying.
  @inlinable public func bytes<Result>(_ id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = self[id]
    guard node.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let text = text(of: node)
    return sources.bytes.withUnsafeBufferPointer { buffer in
      body(UnsafeBufferPointer(rebasing: buffer[Int(text.start)..<Int(text.end)]))
    }
  }

  /// Where a scalar's text stands.
  @inlinable @inline(__always) public func text(of scalar: Node) -> Span {
    scalar.text(in: texts)
  }

  /// How long a scalar's text is, in bytes.
  @inlinable @inline(__always) public func length(of scalar: Node) -> UInt32 {
    guard scalar.isApart else { return scalar.content }
    let text = texts[Int(scalar.content)]
    return text.end - text.start
  }

  /// A scalar without quotes, whose type a reader may guess.
  @inlinable @inline(__always) public func isPlain(_ id: NodeID) -> Bool {
    let node = self[id]
    return node.kind == .scalar && node.style == .plain
  }

  /// The tag as resolved, `!Ref`; nil without one.
  @inlinable public func tag(_ id: NodeID) -> String? {
    let node = self[id]
    return node.tag == 0 ? nil : tags[Int(node.tag) - 1]
  }

  /// Where the node is written: for an alias, the place of the alias.
  @inlinable public func span(_ id: NodeID) -> Span {
    let node = nodes[Int(id.index)]
    return Span(start: node.start, end: node.end)
  }

  /// Whether a diagnostic was given for this value already, so that another would only repeat it.
  @inlinable public func isRefused(_ id: NodeID) -> Bool { nodes[Int(id.index)].isRefused || self[id].isRefused }

  /// The key before a mapping's value; for anything else the node itself.
  @inlinable public func owner(_ id: NodeID) -> NodeID {
    nodes[Int(id.index)].role == .value ? NodeID(id.index - 1) : id
  }
}

extension Document {
  /// The collection in which a node is written; nil for a root. Looks backwards: whoever asks for many nodes makes a
  /// `ParentIndex`.
  public func parent(of id: NodeID) -> NodeID? {
    var index = id.index
    while index > 0 {
      index -= 1
      let node = nodes[Int(index)]
      if node.kind == .sequence || node.kind == .mapping, node.content > id.index { return NodeID(index) }
    }
    return nil
  }
}
