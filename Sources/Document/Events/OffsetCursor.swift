/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// Marks come almost in order, so a cursor that moves from one to the next reads the text once.
struct OffsetCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isIdentity: Bool
  private let markLength: Int
  private var index = 0
  private var offset: Int

  init(_ text: CheckedText) {
    bytes = text.bytes
    isIdentity = text.isASCII
    markLength = text.markLength
    offset = text.markLength
  }

  /// The byte offset in the file of the code point with this number.
  @inline(__always) mutating func offset(of index: Int) -> Int {
    isIdentity ? markLength + index : moved(to: index)
  }

  private mutating func moved(to target: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= target, offset + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      index += 8 - Self.continuations(in: word)
      offset += 8
    }
    // A word may have ended in the middle of a character, which counts where it began.
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while index < target, offset < bytes.count { forward() }
    while index > target, offset > markLength { backward() }
    return offset
  }

  private mutating func forward() {
    repeat { offset += 1 } while offset < bytes.count && bytes[offset] & 0xC0 == 0x80
    index += 1
  }

  private mutating func backward() {
    repeat { offset -= 1 } while offset > markLength && bytes[offset] & 0xC0 == 0x80
    index -= 1
  }

  /// How many bytes of a word are `10xxxxxx`.
  private static func continuations(in word: UInt64) -> Int {
    (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
  }
}
