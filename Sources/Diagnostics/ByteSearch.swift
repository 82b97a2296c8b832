extension UnsafeBufferPointer<UInt8> {
  /// The first place, from `start` on, where two bytes stand at a distance from each other; nil where there is none.
  ///
  /// Looks at blocks without branches, which becomes vector code: one instruction a byte, where a loop that compares
  /// byte by byte takes ten.
  public func firstPair(_ first: UInt8, _ second: UInt8, distance: Int, from start: Int = 0) -> Int? {
    guard let bytes = baseAddress else { return nil }
    let last = count - distance
    var at = start
    while at < last {
      if at &+ Self.block <= last, !Self.hasPair(bytes + at, first, second, distance) {
        at &+= Self.block
        continue
      }
      let end = Swift.min(at &+ Self.block, last)
      while at < end {
        if bytes[at] == first, bytes[at &+ distance] == second { return at }
        at &+= 1
      }
    }
    return nil
  }

  private static var block: Int { 64 }

  @inline(__always)
  private static func hasPair(_ bytes: UnsafePointer<UInt8>, _ first: UInt8, _ second: UInt8, _ distance: Int) -> Bool {
    var found: UInt8 = 0
    for at in 0..<block {
      found |= (bytes[at] == first ? 1 : 0) & (bytes[at &+ distance] == second ? 1 : 0)
    }
    return found != 0
  }
}

extension String {
  /// Whether a byte of ASCII occurs. A loop over the bytes in memory, which a view of characters is not.
  public func hasByte(_ wanted: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in bytes.contains { $0 == wanted } } ?? utf8.contains(wanted)
  }
}
