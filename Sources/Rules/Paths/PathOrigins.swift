import Document
import Spec

/// Which listed path first made each resource, in the order listed: what is wrong with a resource is told there, once.
struct PathOrigins {
  /// A resource and the path that made it.
  struct Origin {
    let node: Int
    let path: Int
  }

  /// In the order made, the root left out.
  let origins: [Origin]
  private let api: ResolvedAPI

  init(_ api: ResolvedAPI) {
    self.api = api
    var origins: [Origin] = []
    var isMade = [Bool](repeating: false, count: api.paths.nodes.count)
    isMade[0] = true
    for (path, place) in api.paths.places.enumerated() {
      let start = origins.count
      var node = place
      while !isMade[node] {
        isMade[node] = true
        origins.append(Origin(node: node, path: path))
        node = api.paths.nodes[node].parent
      }
      origins[start...].reverse()
    }
    self.origins = origins
  }

  /// The node of the path that made a resource.
  func place(_ origin: Origin) -> NodeID { api.api.paths[origin.path].node }
}

extension PathTree.PathNode {
  /// The variable's name where the segment is one, a greedy one's without its `+`.
  var variable: Substring? {
    guard segment.utf8.first == UInt8(ascii: "{"), segment.utf8.last == UInt8(ascii: "}"), segment.utf8.count > 2 else {
      return nil
    }
    return segment.dropFirst().dropLast(isGreedy ? 2 : 1)
  }

  var isGreedy: Bool { segment.hasSuffix("+}") }
}
