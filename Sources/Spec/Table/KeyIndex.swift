/// The keys of a table by their bytes, a few words each: one is found without a search, and without comparing byte by byte.
struct KeyIndex: Sendable {
  private let marks: [KeyMark]
  private let names: [[UInt8]]
  /// An open hash table of places in `marks`, one more than the place; 0 is free. At most half of it is taken.
  private let slots: [UInt8]

  /// - Parameter names: at most 100.
  init(_ names: [String]) {
    precondition(names.count <= 100, "a place fits a byte")
    self.names = names.map { Array($0.utf8) }
    marks = self.names.map { $0.withUnsafeBufferPointer { KeyMark($0) } }
    var slots = [UInt8](repeating: 0, count: Self.size(for: names.count))
    for (place, mark) in marks.enumerated() {
      var slot = mark.hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt8(place + 1)
    }
    self.slots = slots
  }

  /// The place of a key; nil for one that is not there.
  func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    index(of: KeyMark(text)) { $0.elementsEqual(text) }
  }

  /// The place of a key by its mark.
  ///
  /// - Parameter isSame: whether the key is the given one; asked only where the mark is not all of it.
  @inline(__always)
  func index(of mark: KeyMark, _ isSame: ([UInt8]) -> Bool) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var slot = mark.hash & (slots.count - 1)
      while slots[slot] != 0 {
        let place = Int(slots[slot]) - 1
        if marks[place] == mark, mark.isWhole || isSame(names[place]) { return place }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  private static func size(for count: Int) -> Int {
    var size = 4
    while size < 2 * count { size *= 2 }
    return size
  }
}

/// A text's length and bytes in three words: all of it where it has no more than 24.
struct KeyMark: Equatable, Sendable {
  private let count: Int
  private let head: UInt64
  private let middle: UInt64
  private let tail: UInt64

  @inline(__always) init(_ text: UnsafeBufferPointer<UInt8>) {
    count = text.count
    guard count >= 8, let start = UnsafeRawPointer(text.baseAddress) else {
      (head, middle, tail) = (Self.short(text), 0, 0)
      return
    }
    head = start.loadUnaligned(as: UInt64.self)
    middle = count > 16 ? start.loadUnaligned(fromByteOffset: 8, as: UInt64.self) : 0
    tail = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
  }

  /// Up to seven bytes as one word; loads that overlap need no loop.
  @inline(__always) private static func short(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard text.count > 0, let start = UnsafeRawPointer(text.baseAddress) else { return 0 }
    if text.count >= 4 {
      let end = start.loadUnaligned(fromByteOffset: text.count - 4, as: UInt32.self)
      return UInt64(start.loadUnaligned(as: UInt32.self)) << 32 | UInt64(end)
    }
    return UInt64(text[0]) << 16 | UInt64(text[text.count / 2]) << 8 | UInt64(text[text.count - 1])
  }

  init(_ text: String) {
    self = Array(text.utf8).withUnsafeBufferPointer { KeyMark($0) }
  }

  /// A number that differs for most marks.
  @inline(__always) var hash: Int {
    let mixed = (head ^ tail &* 31 ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  /// Whether two texts of this mark are the same.
  var isWhole: Bool { count <= 24 }
}
