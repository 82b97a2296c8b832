/// The collection in which each node of a document is written. Made for messages, when the first one asks.
public struct ParentIndex: Sendable {
  private let parents: [NodeID]

  public init(of document: Document) {
    let nodes = document.nodes
    var open: [UInt32] = []
    parents = nodes.indices.map { index in
      while let last = open.last, nodes[Int(last)].content <= UInt32(index) { open.removeLast() }
      // An included file's root lies in no collection.
      let parent = nodes[index].role == .root ? NodeID.none : open.last.map { NodeID($0) } ?? .none
      if nodes[index].kind == .sequence || nodes[index].kind == .mapping { open.append(UInt32(index)) }
      return parent
    }
  }

  /// Nil for a root.
  public subscript(_ node: NodeID) -> NodeID? {
    let parent = parents[Int(node.index)]
    return parent == .none ? nil : parent
  }
}
