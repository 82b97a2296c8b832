import Diagnostics
import Document

/// What stands at some offset of a spec: the way to it from the root, and what the language says of it.
struct Place {
  enum Role {
    /// A key; the slot is that of the mapping.
    case key
    /// A value or an item; the slot is its own.
    case value
  }

  let node: NodeID
  let role: Role
  let slot: Slot
  /// The keys on the way, without the place's own where it is a key; items of lists are left out.
  let path: [String]
  /// The mapping that the place, or its list, is a part of.
  let mapping: NodeID?
}

extension Document {
  /// The scalar or alias that is written at an offset; at the seam of two, the one that begins there.
  func node(at offset: UInt32) -> NodeID? {
    var found: NodeID?
    for index in nodes.indices {
      let node = nodes[index]
      guard node.kind == .scalar || node.kind == .alias, node.start <= offset, offset <= node.end else { continue }
      if offset < node.end { return NodeID(UInt32(index)) }
      if node.start < node.end || found == nil { found = NodeID(UInt32(index)) }
    }
    return found
  }

  /// What stands at an offset; nil for blanks, comments and punctuation.
  func place(at offset: UInt32) -> Place? { node(at: offset).map { place(of: $0) } }

  /// What the language says of a node. What is only an anchor's content, under `x-` keys for example, is judged where an alias
  /// uses it.
  func place(of node: NodeID) -> Place {
    let chain = chain(to: node)
    let place = place(along: chain)
    guard place.slot.shapes.isEmpty else { return place }
    for (index, step) in chain.enumerated().dropFirst().reversed() {
      guard let alias = alias(of: step) else { continue }
      let used = self.place(along: self.chain(to: alias) + chain[(index + 1)...])
      if !used.slot.shapes.isEmpty { return used }
    }
    return place
  }

  /// An alias that stands for a node.
  private func alias(of node: NodeID) -> NodeID? {
    nodes.firstIndex { $0.kind == .alias && $0.content == node.index }.map { NodeID(UInt32($0)) }
  }

  /// The nodes from the root to one, through the places where files are included.
  private func chain(to node: NodeID) -> [NodeID] {
    var chain = [node]
    var top = node
    // An included file can have no more includers above each other than there are files.
    for _ in 0...nodes.count {
      if let parent = parent(of: top) {
        chain.append(parent)
        top = parent
      } else if top != root, let inclusion = alias(of: top) {
        chain[chain.count - 1] = inclusion
        top = inclusion
      } else {
        break
      }
    }
    return chain.reversed()
  }

  private func place(along chain: [NodeID]) -> Place {
    var (slot, path) = (Slot.spec, [String]())
    var mapping: NodeID?
    for (index, step) in chain.enumerated().dropFirst() {
      let outer = chain[index - 1]
      switch nodes[Int(step.index)].role {
      case .root: break
      case .key: return Place(node: step, role: .key, slot: slot, path: path, mapping: target(outer))
      case .item: slot = slot.item
      case .value:
        let key = string(NodeID(step.index - 1))
        mapping = target(outer)
        slot = slot.value(of: key, in: outer, self)
        path.append(key)
      }
    }
    return Place(node: chain[chain.count - 1], role: .value, slot: slot, path: path, mapping: mapping)
  }
}

extension Document {
  /// A mapping's entries as they are written, merge keys unresolved; none for anything else.
  func writtenEntries(_ id: NodeID) -> [Entry] {
    let mapping = target(id)
    guard nodes[Int(mapping.index)].kind == .mapping else { return [] }
    var entries: [Entry] = []
    var key = NodeID(mapping.index + 1)
    while key.index < next(after: mapping).index {
      let value = NodeID(key.index + 1)
      entries.append(Entry(key: key, value: value))
      key = next(after: value)
    }
    return entries
  }
}
