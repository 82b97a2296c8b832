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

  mutating func beginList() {
    open(UInt8(ascii: "["))
  }

  mutating func endList() {
    close(UInt8(ascii: "]"))
  }

  mutating func startItem() {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    isFirst = false
    startLine()
  }

  mutating func writeName(_ name: StaticString) {
    startItem()
    output.append(name.bytes, between: UInt8(ascii: "\""))
    separate()
  }

  mutating func writeName(_ name: String) {
    startItem()
    write(name)
    separate()
  }

  mutating func writeName(_ id: LogicalID) {
    startItem()
    write(verbatim: id.text)
    separate()
  }

  mutating func write(_ text: String) {
    text.withBytes { output.append(quoting: $0, for: .json) }
  }

  mutating func write(ref id: LogicalID) {
    beginObject()
    writeName("Ref" as StaticString)
    write(verbatim: id.text)
    endObject()
  }
}

extension JSONWriter {
  private mutating func write(verbatim text: String) {
    text.withBytes { output.append($0, between: UInt8(ascii: "\"")) }
  }

  @inline(__always)
  private mutating func separate() {
    if indented { output.append(JSONWriter.colonAndBlank) } else { output.append(UInt8(ascii: ":")) }
  }

  private static var colonAndBlank: UInt16 { UInt16(UInt8(ascii: " ")) << 8 | UInt16(UInt8(ascii: ":")) }

  private mutating func open(_ bracket: UInt8) {
    output.append(bracket)
    depth &+= 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth &-= 1
    if !isFirst { startLine() }
    output.append(bracket)
    isFirst = false
  }

  private mutating func startLine() {
    guard indented else { return }
    output.appendLine(indentation: 2 &* depth)
  }
}
