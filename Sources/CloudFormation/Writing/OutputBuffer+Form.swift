/// Texts of forms between double quotes. Each is searched for its end and for what must be escaped while it is copied,
/// sixteen bytes at a time: a third of what a search for each and a copy take.
extension OutputBuffer {
  /// Appends a text with its quotes; returns what follows it.
  mutating func append(quoting text: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var (source, target) = (UnsafeRawPointer(text), room(for: 256))
    target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    target += 1
    OutputBuffer.copyRun(&source, &target)
    guard source.load(as: UInt8.self) == Form.endOfText else { return finish(quoting: source, target) }
    target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    fill(to: target + 1)
    return source.assumingMemoryBound(to: UInt8.self) + 1
  }

  /// Appends a line's beginning, a name with its quotes, a colon and a blank; returns what follows the name. It looks once
  /// whether there is room: most lines of a template are such, and a look for each part takes half as long again.
  mutating func append(
    name text: UnsafePointer<UInt8>, after comma: Bool, indentation: Int
  ) -> UnsafePointer<UInt8> {
    guard indentation <= 32 else { return append(farName: text, after: comma, indentation: indentation) }
    var (source, target) = (UnsafeRawPointer(text), room(for: 256))
    OutputBuffer.startLine(&target, after: comma, indentation: indentation)
    target.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
    target += 1
    OutputBuffer.copyRun(&source, &target)
    guard source.load(as: UInt8.self) == Form.endOfText else {
      let next = finish(quoting: source, target)
      append(OutputBuffer.colonAndBlank)
      return next
    }
    target.storeBytes(of: OutputBuffer.quoteColonAndBlank, as: UInt32.self)
    fill(to: target + 3)
    return source.assumingMemoryBound(to: UInt8.self) + 1
  }

  @inline(never)
  private mutating func append(
    farName text: UnsafePointer<UInt8>, after comma: Bool, indentation: Int
  ) -> UnsafePointer<UInt8> {
    appendLine(after: comma, indentation: indentation)
    let next = append(quoting: text)
    append(OutputBuffer.colonAndBlank)
    return next
  }

  /// Appends what is left of a text after its first run, and the quote.
  @inline(never)
  private mutating func finish(
    quoting rest: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
  ) -> UnsafePointer<UInt8> {
    fill(to: target)
    var place = appendRun(of: rest.assumingMemoryBound(to: UInt8.self))
    while place.pointee != Form.endOfText { place = appendRun(of: appendSpecial(place)) }
    append(UInt8(ascii: "\""))
    return place + 1
  }

  /// `: `, the less significant byte first.
  static var colonAndBlank: UInt16 { UInt16(UInt8(ascii: " ")) << 8 | UInt16(UInt8(ascii: ":")) }

  private static var quoteColonAndBlank: UInt32 {
    (UInt32(colonAndBlank) << 8 | UInt32(UInt8(ascii: "\""))).littleEndian
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
