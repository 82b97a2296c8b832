extension OutputBuffer {
  /// Appends a text with its quotes.
  @inline(__always)
  mutating func append(quoting bytes: UnsafeBufferPointer<UInt8>, for quotation: Quotation) {
    guard bytes.firstToEscape(from: 0, for: quotation) < bytes.count || bytes.holdsRunnerOrder else {
      append(quotation.mark)
      append(bytes)
      return append(quotation.mark)
    }
    append(quotation.mark)
    append(escaping: bytes, for: quotation)
    append(quotation.mark)
  }

  /// Appends a text as it stands between quotes: runs of bytes that need no escape are copied whole.
  private mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>, for quotation: Quotation) {
    var start = 0
    while quotation != .single {
      let order = bytes.firstRunnerOrder(from: start)
      guard order < bytes.count else { break }
      append(escapingRun: UnsafeBufferPointer(rebasing: bytes[start..<order]), for: quotation)
      appendEscape(UInt32(bytes[order]), for: quotation)
      start = order + 1
    }
    append(escapingRun: UnsafeBufferPointer(rebasing: bytes[start...]), for: quotation)
  }

  private mutating func append(escapingRun bytes: UnsafeBufferPointer<UInt8>, for quotation: Quotation) {
    var index = bytes.firstToEscape(from: 0, for: quotation)
    guard index < bytes.count else { return append(bytes) }
    var start = 0
    while index < bytes.count {
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      let length = bytes.lengthToEscape(at: index, for: quotation)
      appendEscape(bytes.codePoint(at: index, length: length), for: quotation)
      start = index &+ length
      index = bytes.firstToEscape(from: start, for: quotation)
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  mutating func appendEscape(_ codePoint: UInt32, for quotation: Quotation) {
    guard quotation != .single else { return append("''") }
    append(UInt8(ascii: "\\"))
    switch codePoint {
    case 0x22, 0x5c: append(UInt8(truncatingIfNeeded: codePoint))
    case 0x0a: append(UInt8(ascii: "n"))
    case 0x0d: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x08: append(UInt8(ascii: "b"))
    case 0x0c: append(UInt8(ascii: "f"))
    default:
      append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        append(hexadecimalDigit(UInt8(truncatingIfNeeded: codePoint >> shift & 15)))
      }
    }
  }
}
