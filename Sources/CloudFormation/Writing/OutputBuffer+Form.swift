/// Texts of forms between double quotes. Each is searched for its end and for what must be escaped while it is copied,
/// sixteen bytes at a time: a third of what a search for each and a copy take.
extension OutputBuffer {
  /// Appends a text with its quotes; returns what follows it.
  mutating func append(quoting text: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    append(UInt8(ascii: "\""))
    var place = appendRun(of: text)
    while place.pointee != Form.endOfText { place = appendRun(of: appendSpecial(place)) }
    append(UInt8(ascii: "\""))
    return place + 1
  }

  /// Appends a text of a form as it is, which has neither quotes nor escapes; returns what follows it.
  mutating func append(verbatim text: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = text
    while place.pointee != Form.endOfText {
      append(place.pointee)
      place += 1
    }
    return place + 1
  }

  /// Appends what needs no second look; returns what does: the text's end, or a character that may have to be escaped.
  @inline(__always)
  private mutating func appendRun(of text: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var source = UnsafeRawPointer(text)
    while true {
      var target = room(for: 128)
      for _ in 0..<8 {
        let bytes = source.loadUnaligned(as: SIMD16<UInt8>.self)
        target.storeBytes(of: bytes, as: SIMD16<UInt8>.self)
        let length = bytes.lengthBeforeSpecial
        source += length
        target += length
        if length < 16 {
          fill(to: target)
          return source.assumingMemoryBound(to: UInt8.self)
        }
      }
      fill(to: target)
    }
  }

  @inline(never)
  private mutating func appendSpecial(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    // However long the text is: its end is no letter, and the search for a bracket stops there.
    let bytes = UnsafeBufferPointer(start: place, count: .max)
    if let bracket = bytes.bracket(ofOrderAt: 0) {
      for index in 0..<bracket { append(bytes[index]) }
      appendEscape(UInt32(bytes[bracket]), for: .double)
      return place + bracket + 1
    }
    let length = bytes.lengthToEscape(at: 0, for: .double)
    guard length > 0 else {
      append(place.pointee)
      return place + 1
    }
    appendEscape(bytes.codePoint(at: 0, length: length), for: .double)
    return place + length
  }
}

extension SIMD16<UInt8> {
  /// How many bytes there are before the first that may have to be escaped between double quotes, by itself or by its
  /// neighbours (a number sign), or is not ASCII; 16 where none is.
  ///
  /// Each operator has vectors on both sides: one with a number is a loop in the standard library, 30 times as long.
  @inline(__always)
  fileprivate var lengthBeforeSpecial: Int {
    let isControlOrBeyond = (self &- SIMD16(repeating: 0x20)) .>= SIMD16(repeating: 0x5f)
    let isQuoteOrSign = (self | SIMD16(repeating: 0x01)) .== SIMD16(repeating: 0x23)
    let marks = isControlOrBeyond .| isQuoteOrSign .| (self .== SIMD16(repeating: 0x5c))
    let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    let low = UInt64(littleEndian: halves[0])
    if low != 0 { return low.trailingZeroBitCount &>> 3 }
    return 8 &+ UInt64(littleEndian: halves[1]).trailingZeroBitCount &>> 3
  }
}
