/// Eight bytes of text that are looked at together: a mark in the highest bit of a byte says that it is one of those
/// asked for. A byte beside a marked one may be marked too, so only whether there are marks tells.
struct ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let marks: UInt64 = 0x8080_8080_8080_8080

  private let bits: UInt64

  @inline(__always)
  init(_ bits: UInt64) {
    self.bits = bits
  }

  /// Whether a byte may have to be escaped between such quotes; between double quotes each one beyond ASCII may.
  @inline(__always)
  func mayNeedEscape(for quotation: Quotation) -> Bool {
    switch quotation {
    case .double:
      (less(than: 0x20) | equal(to: 0x22) | equal(to: 0x5c) | equal(to: 0x7f) | bits) & ByteWord.marks != 0
    case .single: equal(to: 0x27) & ByteWord.marks != 0
    }
  }

  /// Whether a byte is a number sign.
  @inline(__always)
  var mayHoldNumberSign: Bool { equal(to: 0x23) & ByteWord.marks != 0 }

  /// Whether all bytes are ASCII's visible characters.
  @inline(__always)
  var isVisible: Bool {
    (less(than: 0x21) | equal(to: 0x7f) | bits) & ByteWord.marks == 0
  }

  @inline(__always)
  private func less(than bound: UInt64) -> UInt64 {
    (bits &- ByteWord.ones &* bound) & ~bits
  }

  @inline(__always)
  private func equal(to byte: UInt64) -> UInt64 {
    let difference = bits ^ (ByteWord.ones &* byte)
    return (difference &- ByteWord.ones) & ~difference
  }
}
