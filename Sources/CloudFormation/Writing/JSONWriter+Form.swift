/// Tokens, each of which is gone over as it is written. Where an entry starts, there is room for all of it but long texts.
extension JSONWriter {
  mutating func writeName(_ reader: FormReader) -> Int {
    guard let start = UnsafeRawPointer(reader.bytes.baseAddress) else { return reader.index }
    var target = room()
    startEntry(&target)
    let next = writeName(from: start + reader.index + 1, &target)
    output.fill(to: target)
    return next - start
  }

  mutating func writeItem(_ reader: FormReader, at index: Int) {
    guard let start = UnsafeRawPointer(reader.bytes.baseAddress) else { return }
    var target = room()
    startEntry(&target)
    _ = output.append(quoting: start + index + 1, &target)
    output.fill(to: target)
  }

  mutating func write(_ reader: FormReader) {
    guard let start = UnsafeRawPointer(reader.bytes.baseAddress) else { return }
    var place = start + reader.index
    var target = room()
    while place < start + reader.end {
      output.makeRoom(for: OutputBuffer.entryLength, &target)
      place = writeEntry(from: place, &target)
    }
    output.fill(to: target)
  }

  /// Writes a member, an item, or the end of a collection.
  @inline(__always)
  private mutating func writeEntry(
    from place: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    let byte = place.load(as: UInt8.self)
    switch byte {
    case Form.Tag.endOfObject.rawValue:
      close(UInt8(ascii: "}"), &target)
      return place + 1
    case Form.Tag.endOfList.rawValue:
      close(UInt8(ascii: "]"), &target)
      return place + 1
    default:
      startEntry(&target)
      return writeValue(from: writeName(byte, from: place, &target), &target)
    }
  }

  /// Writes the name of a member; nothing for an item. Returns where the value begins.
  @inline(__always)
  private mutating func writeName(
    _ byte: UInt8, from place: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    switch byte {
    case KnownText.firstName..<KnownText.firstWord:
      writeKnownName(byte, &target)
      return place + 1
    case Form.Tag.name.rawValue: return writeName(from: place + 1, &target)
    default: return place
    }
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
    case Form.Tag.subOfFunctionUri.rawValue: return writeSub(of: .functionUri, from: place + 1, &target)
    case Form.Tag.subOfExecuteArn.rawValue: return writeSub(of: .executeArn, from: place + 1, &target)
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

  /// Writes an `Fn::Sub` of a text behind its beginning.
  @inline(__always)
  private mutating func writeSub(
    of beginning: KnownBeginning, from text: UnsafeRawPointer, _ target: inout UnsafeMutableRawPointer
  ) -> UnsafeRawPointer {
    open(UInt8(ascii: "{"), &target)
    startEntry(&target)
    writeFunctionName(JSONWriter.sub, &target)
    let next = output.append(quoting: beginning.text, text, &target)
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
