import Document
import Spec

extension ResolvedAPI {
  /// The node of the path that first made a resource: what is wrong with it is told there, once.
  func origin(of node: Int) -> NodeID { api.paths[paths.nodes[node].origin].node }
}

extension PathTree.PathNode {
  /// The variable's name where the segment is one, a greedy one's without its `+`.
  var variable: Substring? {
    guard isVariable else { return nil }
    let bytes = segment.utf8.dropFirst().dropLast(isGreedy ? 2 : 1)
    return segment[bytes.startIndex..<bytes.endIndex]
  }
}
