extension FormReader {
  /// The bytes with the members of every object that a note calls unsorted in the order of their names.
  var sortedBytes: [UInt8] {
    var (reader, sorted) = (self, [UInt8]())
    sorted.reserveCapacity(end - index)
    while !reader.isAtEnd { reader.appendSorted(to: &sorted) }
    return sorted
  }
}

extension FormReader {
  /// Takes the next token, or the object that it begins where that is unsorted.
  fileprivate mutating func appendSorted(to sorted: inout [UInt8]) {
    guard tag == .object, note == .unsorted else { return append(tokenTo: &sorted) }
    append(tokenTo: &sorted)
    var members: [(name: UnsafeBufferPointer<UInt8>, bytes: [UInt8])] = []
    while tag == .name {
      let name = nextText
      var bytes: [UInt8] = []
      append(tokenTo: &bytes)
      appendSortedValue(to: &bytes)
      members.append((name, bytes))
    }
    members.sort { $0.name.lexicographicallyPrecedes($1.name) }
    for member in members { sorted += member.bytes }
    append(tokenTo: &sorted)
  }

  private mutating func appendSortedValue(to sorted: inout [UInt8]) {
    guard tag == .object || tag == .list, note != .unsorted else { return appendSorted(to: &sorted) }
    append(tokenTo: &sorted)
    while tag != .endOfObject && tag != .endOfList {
      if tag == .name { append(tokenTo: &sorted) }
      appendSortedValue(to: &sorted)
    }
    append(tokenTo: &sorted)
  }

  private mutating func append(tokenTo sorted: inout [UInt8]) {
    let start = index
    skipToken()
    sorted += bytes[start..<index]
  }

  private var nextText: UnsafeBufferPointer<UInt8> {
    var copy = self
    return copy.text()
  }
}
