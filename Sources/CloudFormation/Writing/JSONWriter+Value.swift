extension JSONWriter {
  mutating func write(_ value: Value) {
    switch value {
    case .string(let text): write(text)
    case .integer(let number): output.append(verbatim: String(number))
    case .number(let spelling): output.append(verbatim: spelling)
    case .bool(true): output.append("true")
    case .bool(false): output.append("false")
    case .null: output.append("null")
    case .list(let items): writeList(items)
    case .object(let members): writeObject(members)
    case .ref(let id): write(ref: id)
    case .getAtt(let id, let attribute): writeAttribute(id.text, attribute)
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument)
    }
  }

  private mutating func writeList(_ items: [Value]) {
    beginList()
    for item in items {
      startItem()
      write(item)
    }
    endList()
  }

  private mutating func writeObject(_ members: [Member]) {
    beginObject()
    write(members: members)
    endObject()
  }

  private mutating func writeSub(_ pieces: [Piece]) {
    guard pieces.contains(where: \.isPlaceholder) else { return writeText(pieces) }
    beginObject()
    writeName("Fn::Sub" as StaticString)
    writeText(pieces)
    endObject()
  }

  private mutating func writeText(_ pieces: [Piece]) {
    output.append(UInt8(ascii: "\""))
    output.append(pieces, for: .json)
    output.append(UInt8(ascii: "\""))
  }

  /// `Fn::GetAtt` with a dot is YAML's spelling; JSON takes a list of two.
  private mutating func writeFunction(_ name: String, _ argument: Value) {
    if name == "Fn::GetAtt", case .string(let path) = argument, let dot = path.utf8.firstIndex(of: 0x2e) {
      return writeAttribute(String(path[..<dot]), String(path[path.utf8.index(after: dot)...]))
    }
    beginObject()
    writeName(name)
    write(argument)
    endObject()
  }

  private mutating func writeAttribute(_ name: String, _ attribute: String) {
    beginObject()
    writeName("Fn::GetAtt" as StaticString)
    beginList()
    startItem()
    write(name)
    startItem()
    write(attribute)
    endList()
    endObject()
  }
}
