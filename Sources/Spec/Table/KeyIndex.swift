/// The keys of a table: each as a few words, so that looking one up compares no bytes one by one.
struct KeyIndex: Sendable {
  private let marks: [KeyMark]
  private let names: [[UInt8]]

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    marks = self.names.map { $0.withUnsafeBufferPointer { KeyMark($0) } }
  }

  /// The place of a key, searched from a guess on and around; nil for one that is not there.
  func index(of text: UnsafeBufferPointer<UInt8>, from guess: Int) -> Int? {
    let mark = KeyMark(text)
    var index = guess
    for _ in 0..<marks.count {
      if index >= marks.count { index = 0 }
      if marks[index] == mark, mark.isWhole || names[index].elementsEqual(text) { return index }
      index += 1
    }
    return nil
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
      head = text.reduce(0) { $0 << 8 | UInt64($1) }
      (middle, tail) = (0, 0)
      return
    }
    head = start.loadUnaligned(as: UInt64.self)
    middle = count > 16 ? start.loadUnaligned(fromByteOffset: 8, as: UInt64.self) : 0
    tail = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
  }

  init(_ text: String) {
    self = Array(text.utf8).withUnsafeBufferPointer { KeyMark($0) }
  }

  /// Whether two texts of this mark are the same.
  var isWhole: Bool { count <= 24 }
}
