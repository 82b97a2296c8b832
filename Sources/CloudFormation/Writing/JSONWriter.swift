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
    output.append(UInt8(ascii: "\""))
    output.append(name)
    output.append(UInt8(ascii: "\""))
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
    output.append(UInt8(ascii: "\""))
    output.append(escaping: text, for: .json)
    output.append(UInt8(ascii: "\""))
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
    output.append(UInt8(ascii: "\""))
    output.append(verbatim: text)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func separate() {
    output.append(UInt8(ascii: ":"))
    if indented { output.append(UInt8(ascii: " ")) }
  }

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
    output.append(UInt8(ascii: "\n"))
    output.append(spaces: 2 &* depth)
  }
}
