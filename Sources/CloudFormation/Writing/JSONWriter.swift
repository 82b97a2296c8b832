/// Writes JSON, indented by two blanks or without any.
struct JSONWriter: ~Copyable, TemplateSyntax {
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

  mutating func open(_ name: String) {
    writeName(name)
    open(UInt8(ascii: "{"))
  }

  mutating func close() {
    close(UInt8(ascii: "}"))
  }

  mutating func write(_ name: String, _ value: Value) {
    writeName(name)
    write(value)
  }

  mutating func write(_ value: Value) {
    switch value {
    case .string(let text): writeText(text)
    case .integer(let number): output.append(verbatim: String(number))
    case .number(let spelling): output.append(verbatim: spelling)
    case .bool(true): output.append("true")
    case .bool(false): output.append("false")
    case .null: output.append("null")
    case .list(let items): writeList(items)
    case .object(let members): writeObject(members)
    case .ref(let id): writeCall("Ref") { $0.writeText(id.text) }
    case .getAtt(let id, let attribute): writeCall("Fn::GetAtt") { $0.writePair(id.text, attribute) }
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument)
    }
  }

  private mutating func writeList(_ items: [Value]) {
    open(UInt8(ascii: "["))
    for item in items {
      next()
      write(item)
    }
    close(UInt8(ascii: "]"))
  }

  private mutating func writeObject(_ members: [Member]) {
    open(UInt8(ascii: "{"))
    for member in members { write(member.name, member.value) }
    close(UInt8(ascii: "}"))
  }

  private mutating func writeSub(_ pieces: [Piece]) {
    guard pieces.contains(where: \.isPlaceholder) else {
      writeSubText(pieces)
      return
    }
    writeCall("Fn::Sub") { $0.writeSubText(pieces) }
  }

  /// `Fn::GetAtt` with a dot is YAML's spelling; JSON takes a list of two.
  private mutating func writeFunction(_ name: String, _ argument: Value) {
    writeCall(name) { writer in
      guard name == "Fn::GetAtt", case .string(let path) = argument, let dot = path.utf8.firstIndex(of: 0x2e) else {
        writer.write(argument)
        return
      }
      writer.writePair(String(path[..<dot]), String(path[path.utf8.index(after: dot)...]))
    }
  }

  private mutating func writeCall(_ name: String, _ argument: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    writeName(name)
    argument(&self)
    close(UInt8(ascii: "}"))
  }

  private mutating func writePair(_ first: String, _ second: String) {
    open(UInt8(ascii: "["))
    next()
    writeText(first)
    next()
    writeText(second)
    close(UInt8(ascii: "]"))
  }
}

extension JSONWriter {
  private mutating func writeName(_ name: String) {
    next()
    writeText(name)
    output.append(UInt8(ascii: ":"))
    if indented { output.append(UInt8(ascii: " ")) }
  }

  private mutating func open(_ bracket: UInt8) {
    output.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func next() {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    isFirst = false
    startLine()
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { startLine() }
    output.append(bracket)
    isFirst = false
  }

  private mutating func startLine() {
    guard indented else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(spaces: 2 * depth)
  }
}
