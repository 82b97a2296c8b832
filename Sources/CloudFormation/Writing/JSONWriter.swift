/// Writes JSON, indented by two blanks or without any.
struct JSONWriter: ~Copyable, TemplateWriter {
  var output: OutputBuffer
  private let indented: Bool
  private var depth = 0
  /// Whether the collection that was opened last has no entry yet.
  private var isFirst = true

  init(_ output: consuming OutputBuffer, indented: Bool) {
    self.output = output
    self.indented = indented
  }

  mutating func begin() {
    open(UInt8(ascii: "{"))
  }

  mutating func end() {
    close(UInt8(ascii: "}"))
    if indented { output.append(UInt8(ascii: "\n")) }
    output.flush()
  }

  mutating func beginObject() {
    open(UInt8(ascii: "{"))
  }

  mutating func endObject() {
    close(UInt8(ascii: "}"))
  }

  mutating func writeName(_ name: StaticString) {
    startItem()
    output.append(UInt8(ascii: "\""))
    output.append(name)
    output.append(UInt8(ascii: "\""))
    separate()
  }

  mutating func write(_ reader: FormReader) {
    guard let start = reader.bytes.baseAddress else { return }
    var place = start + reader.index
    while place < start + reader.end {
      if place.pointee == Form.Tag.name.rawValue { place = writeName(from: place) } else { place = write(from: place) }
    }
  }
}

/// Tokens, each of which is gone over as it is written.
extension JSONWriter {
  @inline(__always)
  private mutating func writeName(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    guard indented else {
      startItem()
      let next = output.append(quoting: place + 1)
      output.append(UInt8(ascii: ":"))
      return next
    }
    defer { isFirst = false }
    return output.append(name: place + 1, after: !isFirst, indentation: 2 &* depth)
  }

  private mutating func write(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    switch Form.Tag(rawValue: place.pointee) {
    case .text: return output.append(quoting: place + 1)
    case .object: return writeObject(from: place + 1)
    case .list: return writeList(from: place + 1)
    case .number: return output.append(verbatim: place + 1)
    case .true: output.append("true")
    case .false: output.append("false")
    case .null: output.append("null")
    case .end, .name, nil: break
    }
    return place + 1
  }

  private mutating func writeObject(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = place
    open(UInt8(ascii: "{"))
    while place.pointee == Form.Tag.name.rawValue {
      place = writeName(from: place)
      place = write(from: place)
    }
    close(UInt8(ascii: "}"))
    return place + 1
  }

  private mutating func writeList(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = place
    open(UInt8(ascii: "["))
    while place.pointee != Form.Tag.end.rawValue {
      startItem()
      place = write(from: place)
    }
    close(UInt8(ascii: "]"))
    return place + 1
  }
}

extension JSONWriter {
  @inline(__always)
  private mutating func separate() {
    if indented { output.append(OutputBuffer.colonAndBlank) } else { output.append(UInt8(ascii: ":")) }
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8) {
    output.append(bracket)
    depth &+= 1
    isFirst = true
  }

  @inline(__always)
  private mutating func close(_ bracket: UInt8) {
    depth &-= 1
    if !isFirst && indented { output.appendLine(after: false, indentation: 2 &* depth) }
    output.append(bracket)
    isFirst = false
  }

  @inline(__always)
  private mutating func startItem() {
    if indented {
      output.appendLine(after: !isFirst, indentation: 2 &* depth)
    } else if !isFirst {
      output.append(UInt8(ascii: ","))
    }
    isFirst = false
  }
}
