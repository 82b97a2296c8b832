import Diagnostics

/// A collection that is being read.
struct Frame {
  let node: Int
  let isMapping: Bool
  let isFlow: Bool
  /// Where its keys begin among the open ones.
  let keys: Int
  /// Its place among the anchors, or -1.
  let anchor: Int
  /// Nodes in it so far; a mapping's keys and values both count.
  var children = 0
  /// Where the last child ends.
  var end: UInt32
  /// What aliases in it stand for.
  var aliased = Extent()
  /// Collections inside each other below it.
  var height = 0
  /// The first `<<`, or -1.
  var mergeKey = -1

  /// What holds the root.
  static let outermost = Frame(node: -1, isMapping: false, isFlow: false, keys: 0, anchor: -1, end: 0)

  var wantsKey: Bool { isMapping && children & 1 == 0 }

  var role: Node.Role {
    if node < 0 { return .root }
    return isMapping ? (children & 1 == 0 ? .key : .value) : .item
  }
}

/// How much something is: aliases make much of little.
struct Extent {
  var values = 0
  /// Of the text as it is written, or of that which `!File` puts in its place.
  var bytes = 0

  static func += (extent: inout Extent, other: Extent) {
    extent.values += other.values
    extent.bytes += other.bytes
  }
}

/// A name after `&` and what it stands for.
struct Anchor {
  enum State { case open, closed, refused }

  let node: Int
  var state: State
  /// What an alias of it stands for, aliases in it followed.
  var extent: Extent
  var height = 0
}

/// The nodes of one file, numbered from 0, and what is left to do when all files are together.
struct FileTree {
  var nodes: [Node] = []
  /// Mappings whose entries are not simply those that are written: with merge or duplicate keys.
  var merging: [Int] = []
  /// Nodes that stand for the root of another file's tree.
  var inclusions: [(node: Int, tree: Int)] = []
  /// How much it is with aliases and inclusions followed, and how many collections lie inside each other.
  var extent = Extent()
  var height = 0
}
