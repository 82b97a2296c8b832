/// Writes JSON, indented by two blanks or without any.
struct JSONWriter: ~Copyable, TemplateWriter {
  var output: OutputBuffer
  let indented: Bool
  private var depth = 0
  /// Whether the collection that was opened last has no entry yet.
  private var isFirst = true
  let known = KnownText.table

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
    output.finish()
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

  mutating func beginList() {
    var target = room()
    open(UInt8(ascii: "["), &target)
    output.fill(to: target)
  }

  mutating func endList() {
    var target = room()
    close(UInt8(ascii: "]"), &target)
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
}

extension JSONWriter {
  /// The place for an entry; its texts see to their room.
  @inline(__always)
  mutating func room() -> UnsafeMutableRawPointer { output.room(for: OutputBuffer.entryLength) }

  @inline(__always)
  mutating func open(_ bracket: UInt8, _ target: inout UnsafeMutableRawPointer) {
    target.storeBytes(of: bracket, as: UInt8.self)
    target += 1
    depth &+= 1
    isFirst = true
  }

  @inline(__always)
  mutating func close(_ bracket: UInt8, _ target: inout UnsafeMutableRawPointer) {
    depth &-= 1
    if !isFirst && indented { startLine(after: false, &target) }
    target.storeBytes(of: bracket, as: UInt8.self)
    target += 1
    isFirst = false
  }

  /// Begins a member or an item. A value alone is neither.
  @inline(__always)
  mutating func startEntry(_ target: inout UnsafeMutableRawPointer) {
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
