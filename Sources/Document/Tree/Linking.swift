import Diagnostics

extension ReadingSession {
  /// Puts the trees of all files into one arena, the spec's first.
  func linked(_ root: FileTree) -> (nodes: [Node], merging: [NodeID]) {
    guard !trees.isEmpty else { return (root.nodes, root.merging.map { NodeID(UInt32($0)) }) }
    var linker = Linker()
    linker.add(root)
    for tree in trees { linker.add(tree) }
    linker.resolve([root] + trees)
    return (linker.nodes, linker.merging)
  }
}

/// Renumbers trees that stand one after another.
private struct Linker {
  var nodes: [Node] = []
  var merging: [NodeID] = []
  private var bases: [Int] = []

  mutating func add(_ tree: FileTree) {
    let base = UInt32(nodes.count)
    bases.append(nodes.count)
    nodes.reserveCapacity(nodes.count + tree.nodes.count)
    for var node in tree.nodes {
      switch node.kind {
      case .scalar: break
      case .alias, .sequence, .mapping: node.content += base
      }
      nodes.append(node)
    }
    merging += tree.merging.map { NodeID(base + UInt32($0)) }
  }

  /// Points inclusions at the roots of their trees and aliases of inclusions there, too: an alias is one step.
  mutating func resolve(_ trees: [FileTree]) {
    for (tree, base) in zip(trees, bases) {
      for inclusion in tree.inclusions {
        nodes[base + inclusion.node].content = UInt32(bases[inclusion.tree + 1])
      }
    }
    for index in nodes.indices where nodes[index].kind == .alias {
      var target = nodes[index].content
      while nodes[Int(target)].kind == .alias { target = nodes[Int(target)].content }
      nodes[index].content = target
    }
  }
}
