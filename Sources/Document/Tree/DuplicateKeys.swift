import Diagnostics

/// The keys of the mappings that are being read, the innermost last, and which of them are the same text.
struct DuplicateKeys {
  /// A key's hash and its node.
  struct Key {
    let hash: UInt32
    let node: UInt32
  }

  /// Places are used again: only the first `count` keys are open.
  private var open: [Key] = []
  private(set) var count = 0
  private var table: [UInt32] = []

  mutating func add(hash: UInt32, node: Int) {
    let key = Key(hash: hash, node: UInt32(truncatingIfNeeded: node))
    if count < open.count { open[count] = key } else { open.append(key) }
    count += 1
  }

  /// Takes a mapping's keys off and returns those that are there already, with the first of their kind.
  /// - Parameter tree: the tree in which the keys are.
  mutating func close(
    from start: Int, in tree: FileTree, _ session: ReadingSession
  ) -> [(key: Int, first: Int)] {
    let keys = count - start
    let found = keys < 2 ? [] : keys <= 12 ? pairs(from: start, tree, session) : tabled(from: start, tree, session)
    count = start
    return found
  }

  private func pairs(
    from start: Int, _ tree: FileTree, _ session: ReadingSession
  ) -> [(key: Int, first: Int)] {
    open.withUnsafeBufferPointer { open in
      var found: [(key: Int, first: Int)] = []
      for later in start + 1..<count {
        for earlier in start..<later
        where open[earlier].hash == open[later].hash
          && session.isSameKey(
            session.text(of: open[earlier].node, in: tree), session.text(of: open[later].node, in: tree))
        {
          found.append((Int(open[later].node), Int(open[earlier].node)))
          break
        }
      }
      return found
    }
  }

  /// An open hash table of places in `open`, one more than the place; 0 is free.
  private mutating func tabled(
    from start: Int, _ tree: FileTree, _ session: ReadingSession
  ) -> [(key: Int, first: Int)] {
    var size = 32
    while size < 2 * (count - start) { size *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: size))
    var found: [(key: Int, first: Int)] = []
    for place in start..<count {
      let key = open[place]
      var slot = Int(key.hash) & (size - 1)
      while table[slot] != 0 {
        let earlier = open[Int(table[slot]) - 1]
        if earlier.hash == key.hash,
          session.isSameKey(session.text(of: earlier.node, in: tree), session.text(of: key.node, in: tree))
        {
          break
        }
        slot = (slot + 1) & (size - 1)
      }
      if table[slot] == 0 {
        table[slot] = UInt32(truncatingIfNeeded: place + 1)
      } else {
        found.append((Int(key.node), Int(open[Int(table[slot]) - 1].node)))
      }
    }
    return found
  }
}
