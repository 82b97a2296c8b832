/// Texts of forms between double quotes. Each is searched for its end and for what must be escaped while it is copied,
/// sixteen bytes at a time: a third of what a search for each and a copy take.
extension OutputBuffer {
  /// The most bytes that an entry of JSON has beside its texts, with a run of each of these.
  static var entryLength: Int { 1_024 }

  /// Writes a text with its quotes at a place where there is room for an entry; returns what follows it.
  @inline(__always)
  mutating func append(
    quoting text: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    target += 1
    return append(unquoted: text, &target)
  }

  /// The same with a beginning that nothing of has to be escaped.
  @inline(__always)
  mutating func append(
    quoting beginning: StaticString, _ text: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    (target + 1).copyMemory(from: beginning.utf8Start, byteCount: beginning.utf8CodeUnitCount)
    target += 1 + beginning.utf8CodeUnitCount
    return append(unquoted: text, &target)
  }

  /// Writes a text and the quote after it.
  @inline(__always)
  private mutating func append(
    unquoted text: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    var source = text
    OutputBuffer.copyRun(&source, &target)
    guard source.load(as: UInt8.self) == Form.endOfText else { return finish(quoting: source, &target) }
    target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    target += 1
    return source + 1
  }

  /// Writes what is left of a text after its first run, and the quote.
  @inline(never)
  private mutating func finish(
    quoting rest: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    fill(to: target)
    var place = appendRun(of: rest.assumingMemoryBound(to: UInt8.self))
    while place.pointee != Form.endOfText { place = appendRun(of: appendSpecial(place)) }
    append(UInt8(ascii: "\""))
    target = room(for: OutputBuffer.entryLength)
    return UnsafeRawPointer(place + 1)
  }

  /// `: `, the less significant byte first.
  static var colonAndBlank: UInt16 { UInt16(UInt8(ascii: " ")) << 8 | UInt16(UInt8(ascii: ":")) }

  /// Appends a text of a form as it is, which has neither quotes nor escapes; returns what follows it.
  mutating func append(verbatim text: UnsafeRawPointer) -> UnsafeRawPointer {
    var place = text
    while place.load(as: UInt8.self) != Form.endOfText {
      append(place.load(as: UInt8.self))
      place += 1
    }
    return place + 1
  }

  /// Appends what needs no second look; returns what does: the text's end, or a character that may have to be escaped.
  @inline(__always)
  private mutating func appendRun(of text: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var source = UnsafeRawPointer(text)
    var isWhole = false
    while !isWhole {
      var target = room(for: 128)
      isWhole = OutputBuffer.copyRun(&source, &target)
      fill(to: target)
    }
    return source.assumingMemoryBound(to: UInt8.self)
  }

  /// Copies what needs no second look, 128 bytes at most; returns whether there was less of it.
  @inline(__always)
  @discardableResult
  private static func copyRun(_ source: inout UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer) -> Bool {
    for _ in 0..<8 {
      let bytes = source.loadUnaligned(as: SIMD16<UInt8>.self)
      target.storeBytes(of: bytes, as: SIMD16<UInt8>.self)
      let length = bytes.lengthBeforeSpecial
      source += length
      target += length
      if length < 16 { return true }
    }
    return false
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
