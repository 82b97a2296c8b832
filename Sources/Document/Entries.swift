/// A key and its value in a mapping.
public struct Entry: Hashable, Sendable {
  public let key: NodeID
  public let value: NodeID

  public init(key: NodeID, value: NodeID) {
    self.key = key
    self.value = value
  }
}

extension Document {
  /// A mapping's entries in the order written, merge keys resolved (own entries first); none for anything else.
  public func entries(_ id: NodeID) -> Entries { Entries(document: self, mapping: target(id)) }

  /// A sequence's items; none for anything else.
  public func items(_ id: NodeID) -> [NodeID] {
    let sequence = target(id)
    let node = nodes[Int(sequence.index)]
    guard node.kind == .sequence else { return [] }
    var items: [NodeID] = []
    items.reserveCapacity(Int(node.first))
    var at = NodeID(sequence.index + 1)
    while at.index < node.second {
      items.append(at)
      at = next(after: at)
    }
    return items
  }

  /// The value of a mapping's key; slow, for messages and rare look-ups.
  public func value(_ key: String, in mapping: NodeID) -> NodeID? {
    entries(mapping).first { string($0.key) == key }?.value
  }

  /// The node just after one and all that it holds.
  func next(after id: NodeID) -> NodeID { nodes[Int(id.index)].next(after: id) }

  /// The entries of one mapping, in order.
  public struct Entries: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private let merged: [Entry]
    private let isMerged: Bool
    private var at: UInt32
    private let end: UInt32

    init(document: Document, mapping: NodeID) {
      nodes = document.nodes
      let node = nodes[Int(mapping.index)]
      isMerged = node.kind == .mapping && node.hasMerge
      merged = isMerged ? document.merged[mapping] ?? [] : []
      at = isMerged ? 0 : mapping.index + 1
      end = isMerged ? UInt32(merged.count) : node.kind == .mapping ? node.second : 0
    }

    public mutating func next() -> Entry? {
      guard at < end else { return nil }
      if isMerged {
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
  fileprivate func next(after id: NodeID) -> NodeID {
    kind == .sequence || kind == .mapping ? NodeID(second) : NodeID(id.index + 1)
  }
}
