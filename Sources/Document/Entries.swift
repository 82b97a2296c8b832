/// A key and its value in a mapping.
@frozen public struct Entry: Hashable, Sendable {
  public let key: NodeID
  public let value: NodeID

  @inlinable public init(key: NodeID, value: NodeID) {
    self.key = key
    self.value = value
  }
}

extension Document {
  /// A mapping's entries in the order written, merge keys resolved (own entries first); none for anything else.
  @inlinable public func entries(_ id: NodeID) -> Entries {
    let mapping = target(id)
    let node = nodes[Int(mapping.index)]
    guard node.kind == .mapping else { return Entries(nodes: [], from: 0, to: 0) }
    guard node.hasMerge else { return Entries(nodes: nodes, from: mapping.index + 1, to: node.content) }
    return Entries(merged: merged[mapping] ?? [])
  }

  /// A sequence's items; none for anything else.
  @inlinable public func items(_ id: NodeID) -> [NodeID] {
    let sequence = target(id)
    let node = nodes[Int(sequence.index)]
    guard node.kind == .sequence else { return [] }
    var items: [NodeID] = []
    var at = NodeID(sequence.index + 1)
    while at.index < node.content {
      items.append(at)
      at = next(after: at)
    }
    return items
  }

  /// A sequence's items one by one, without a list of them; none for anything else.
  @inlinable public func eachItem(_ id: NodeID) -> Items {
    let sequence = target(id)
    let node = nodes[Int(sequence.index)]
    guard node.kind == .sequence else { return Items(nodes: [], from: 0, to: 0) }
    return Items(nodes: nodes, from: sequence.index + 1, to: node.content)
  }

  /// How many items or entries a collection has as it is written; 0 for anything else.
  @inlinable public func count(_ id: NodeID) -> Int {
    let collection = target(id)
    let node = nodes[Int(collection.index)]
    guard node.kind == .sequence || node.kind == .mapping else { return 0 }
    if node.isSingle { return 1 }
    var at = collection.index + 1
    var count = 0
    while at < node.content {
      if node.kind == .mapping { at += 1 }
      at = next(after: NodeID(at)).index
      count += 1
    }
    return count
  }

  /// The items of one sequence, in order.
  @frozen public struct Items: Sequence, IteratorProtocol {
    @usableFromInline let nodes: [Node]
    @usableFromInline var at: UInt32
    @usableFromInline let end: UInt32

    @inlinable init(nodes: [Node], from start: UInt32, to end: UInt32) {
      (self.nodes, at, self.end) = (nodes, start, end)
    }

    @inlinable public mutating func next() -> NodeID? {
      guard at < end else { return nil }
      let item = NodeID(at)
      at = nodes[Int(at)].next(after: item).index
      return item
    }
  }

  /// The value of a mapping's key; slow, for messages and rare look-ups.
  public func value(_ key: String, in mapping: NodeID) -> NodeID? {
    entries(mapping).first { bytes($0.key) { $0.elementsEqual(key.utf8) } }?.value
  }

  /// The node just after one and all that it holds.
  @inlinable public func next(after id: NodeID) -> NodeID { nodes[Int(id.index)].next(after: id) }

  /// The entries of one mapping, in order.
  @frozen public struct Entries: Sequence, IteratorProtocol {
    @usableFromInline let nodes: [Node]
    @usableFromInline let merged: [Entry]
    @usableFromInline var at: UInt32
    @usableFromInline let end: UInt32

    /// Entries as they stand in the arena.
    @inlinable init(nodes: [Node], from start: UInt32, to end: UInt32) {
      (self.nodes, merged, at, self.end) = (nodes, [], start, end)
    }

    /// Entries that merge keys brought together.
    @inlinable init(merged: [Entry]) {
      (nodes, self.merged, at, end) = ([], merged, 0, UInt32(merged.count))
    }

    @inlinable public mutating func next() -> Entry? {
      guard at < end else { return nil }
      if nodes.isEmpty {
        at += 1
        return merged[Int(at - 1)]
      }
      let (key, value) = (NodeID(at), NodeID(at + 1))
      at = nodes[Int(value.index)].next(after: value).index
      return Entry(key: key, value: value)
    }
  }
}

extension Node {
  /// The place just after this node, which stands at `id`, and all that it holds.
  @inlinable func next(after id: NodeID) -> NodeID {
    kind == .sequence || kind == .mapping ? NodeID(content) : NodeID(id.index + 1)
  }
}
