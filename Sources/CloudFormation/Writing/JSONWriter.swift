/// Writes JSON, indented by two blanks or without any.
struct JSONWriter: ~Copyable, TemplateWriter {
  var output: OutputBuffer
  private let indented: Bool
  private var depth = 0
  /// Whether the collection that was opened last has no entry yet.
  private var isFirst = true
  private let known = KnownText.table

  init(_ output: consuming OutputBuffer, indented: Bool) {
    self.output = output
    self.indented = indented
  }

  mutating func begin() {
    beginObject()
  }

  mutating func end() {
    endObject()
    if indented { output.append(UInt8(ascii: "\n")) }
    output.flush()
  }

  mutating func beginObject() {
    var target = room()
    open(UInt8(ascii: "{"), &target)
    output.fill(to: target)
  }

  mutating func endObject() {
    var target = room()
    close(UInt8(ascii: "}"), &target)
    output.fill(to: target)
  }

  mutating func writeName(_ name: StaticString) {
    var target = room()
    startEntry(&target)
    output.fill(to: target)
    output.append(UInt8(ascii: "\""))
    output.append(name)
    output.append(UInt8(ascii: "\""))
    if indented { output.append(OutputBuffer.colonAndBlank) } else { output.append(UInt8(ascii: ":")) }
  }

  mutating func writeName(_ reader: FormReader) {
    guard let start = UnsafeRawPointer(reader.bytes.baseAddress) else { return }
    var target = room()
    startEntry(&target)
    _ = writeName(from: start + reader.index + 1, &target)
    output.fill(to: target)
  }

  mutating func write(_ reader: FormReader) {
    guard let start = UnsafeRawPointer(reader.bytes.baseAddress) else { return }
    var place = start + reader.index
    while place < start + reader.end { place = writeEntry(from: place) }
  }
}

/// Tokens, each of which is gone over as it is written. Where an entry starts, there is room for all of it but long texts.
extension JSONWriter {
  /// Writes a member, an item, or the end of a collection.
  private mutating func writeEntry(from place: UnsafeRawPointer) -> UnsafeRawPointer {
    var target = room()
    let byte = place.load(as: UInt8.self)
    var next = place
    switch byte {
    case Form.Tag.endOfObject.rawValue:
      close(UInt8(ascii: "}"), &target)
      next += 1
    case Form.Tag.endOfList.rawValue:
      close(UInt8(ascii: "]"), &target)
      next += 1
    case KnownText.firstName..<KnownText.firstWord:
      startEntry(&target)
      writeKnownName(byte, &target)
      next = writeValue(from: place + 1, &target)
    case Form.Tag.name.rawValue:
      startEntry(&target)
      next = writeName(from: place + 1, &target)
      next = writeValue(from: next, &target)
    default:
      startEntry(&target)
      next = writeValue(from: place, &target)
    }
    output.fill(to: target)
    return next
  }

  @inline(__always)
  private mutating func writeKnownName(_ code: UInt8, _ target: inout UnsafeMutableRawPointer) {
    // Without indentation there is no blank after the colon.
    target += known.copy(code, to: target) &- (indented ? 0 : 1)
  }

  @inline(__always)
  private mutating func writeName(
    from text: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    let next = output.append(quoting: text, &target)
    target.storeBytes(of: OutputBuffer.colonAndBlank, as: UInt16.self)
    target += indented ? 2 : 1
    return next
  }

  @inline(__always)
  private mutating func writeValue(
    from place: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    let byte = place.load(as: UInt8.self)
    switch byte {
    case Form.Tag.text.rawValue: return output.append(quoting: place + 1, &target)
    case Form.Tag.object.rawValue: open(UInt8(ascii: "{"), &target)
    case Form.Tag.list.rawValue: open(UInt8(ascii: "["), &target)
    case Form.Tag.ref.rawValue: return writeFunction(JSONWriter.ref, from: place + 1, &target)
    case Form.Tag.sub.rawValue: return writeFunction(JSONWriter.sub, from: place + 1, &target)
    case Form.Tag.attribute.rawValue: return writeAttribute(from: place + 1, &target)
    case KnownText.firstWord...: target += known.copy(byte, to: target)
    default: return writeRare(from: place, &target)
    }
    return place + 1
  }

  /// The names of functions with their quotes, a colon and a blank.
  private static let ref: StaticString = "\"Ref\": "
  private static let sub: StaticString = "\"Fn::Sub\": "
  private static let attribute: StaticString = "\"Fn::GetAtt\": "

  /// Writes an object with the name of a function and a text.
  @inline(__always)
  private mutating func writeFunction(
    _ name: StaticString, from text: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    open(UInt8(ascii: "{"), &target)
    startEntry(&target)
    writeFunctionName(name, &target)
    let next = output.append(quoting: text, &target)
    close(UInt8(ascii: "}"), &target)
    return next
  }

  private mutating func writeAttribute(
    from texts: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    open(UInt8(ascii: "{"), &target)
    startEntry(&target)
    writeFunctionName(JSONWriter.attribute, &target)
    open(UInt8(ascii: "["), &target)
    var next = texts
    for _ in 0..<2 {
      startEntry(&target)
      next = output.append(quoting: next, &target)
    }
    close(UInt8(ascii: "]"), &target)
    close(UInt8(ascii: "}"), &target)
    return next
  }

  @inline(__always)
  private mutating func writeFunctionName(_ name: StaticString, _ target: inout UnsafeMutableRawPointer) {
    target.copyMemory(from: name.utf8Start, byteCount: name.utf8CodeUnitCount)
    target += name.utf8CodeUnitCount &- (indented ? 0 : 1)
  }

  @inline(never)
  private mutating func writeRare(
    from place: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    output.fill(to: target)
    defer { target = room() }
    switch Form.Tag(rawValue: place.load(as: UInt8.self)) {
    case .number: return output.append(verbatim: place + 1)
    case .true: output.append("true")
    case .false: output.append("false")
    default: output.append("null")
    }
    return place + 1
  }
}

extension JSONWriter {
  /// The place for an entry; its texts see to their room.
  @inline(__always)
  private mutating func room() -> UnsafeMutableRawPointer { output.room(for: OutputBuffer.entryLength) }

  @inline(__always)
  private mutating func open(_ bracket: UInt8, _ target: inout UnsafeMutableRawPointer) {
    target.storeBytes(of: bracket, as: UInt8.self)
    target += 1
    depth &+= 1
    isFirst = true
  }

  @inline(__always)
  private mutating func close(_ bracket: UInt8, _ target: inout UnsafeMutableRawPointer) {
    depth &-= 1
    if !isFirst && indented { startLine(after: false, &target) }
    target.storeBytes(of: bracket, as: UInt8.self)
    target += 1
    isFirst = false
  }

  /// Begins a member or an item. A value alone is neither.
  @inline(__always)
  private mutating func startEntry(_ target: inout UnsafeMutableRawPointer) {
    guard depth > 0 else { return }
    if indented {
      startLine(after: !isFirst, &target)
    } else if !isFirst {
      target.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      target += 1
    }
    isFirst = false
  }

  @inline(__always)
  private mutating func startLine(after comma: Bool, _ target: inout UnsafeMutableRawPointer) {
    if depth <= 16 {
      OutputBuffer.startLine(&target, after: comma, indentation: 2 &* depth)
    } else {
      startFarLine(after: comma, &target)
    }
  }

  @inline(never)
  private mutating func startFarLine(after comma: Bool, _ target: inout UnsafeMutableRawPointer) {
    output.fill(to: target)
    output.appendFarLine(after: comma, indentation: 2 * depth)
    target = room()
  }
}
