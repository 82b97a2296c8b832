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

  public struct Entries: Sequence, IteratorProtocol {
    private let document: Document
    private let merged: [Entry]?
    private var at: UInt32
    private let end: UInt32

    init(document: Document, mapping: NodeID) {
      self.document = document
      let node = document.nodes[Int(mapping.index)]
      guard node.kind == .mapping else {
        (merged, at, end) = (nil, 0, 0)
        return
      }
      merged = node.hasMerge ? document.merged[mapping] ?? [] : nil
      at = merged == nil ? mapping.index + 1 : 0
      end = merged.map { UInt32($0.count) } ?? node.second
    }

    public mutating func next() -> Entry? {
      guard at < end else { return nil }
      if let merged {
        at += 1
        return merged[Int(at - 1)]
      }
      let value = NodeID(at + 1)
      defer { at = document.next(after: value).index }
      return Entry(key: NodeID(at), value: value)
    }
  }
}
