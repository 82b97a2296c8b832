extension PropertyWriter {
  /// Writes any value.
  public mutating func write(_ value: Value) {
    switch value {
    case .string(let text): write(text)
    case .integer(let number): write(number: String(number))
    case .number(let spelling): write(number: spelling)
    case .bool(true): append(.true)
    case .bool(false): append(.false)
    case .null: append(.null)
    case .list(let items): writeList(items)
    case .object(let members): write(object: members)
    case .ref(let id): write(ref: id)
    case .getAtt(let id, let attribute): writeAttribute(id.text, attribute)
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument)
    }
  }

  private mutating func write(number: String) {
    number.withBytes { append(.number, $0) }
  }

  private mutating func writeList(_ items: [Value]) {
    beginList()
    for item in items { write(item) }
    endList()
  }

  mutating func write(object members: [Member]) {
    if members.count == 1 {
      if members[0].name.withBytes(\.isDerivedFunction) { note(.plain) }
    } else if !members.areSortedByName {
      note(.unsorted)
    }
    beginObject()
    write(members: members)
    endObject()
  }

  /// What can be told from an object of the user's by its form alone needs no note. `Fn::GetAtt` with a dot is YAML's
  /// spelling; JSON takes a list of two.
  private mutating func writeFunction(_ name: String, _ argument: Value) {
    if case .string(let text) = argument {
      if name == "Ref" { return write(ref: LogicalID(given: text)) }
      if name == "Fn::GetAtt", let dot = text.utf8.firstIndex(of: 0x2e) {
        return writeAttribute(String(text[..<dot]), String(text[text.utf8.index(after: dot)...]))
      }
    }
    note(.function)
    beginObject()
    writeName(name)
    write(argument)
    endObject()
  }

  private mutating func writeAttribute(_ name: String, _ attribute: String) {
    beginObject()
    writeName("Fn::GetAtt" as StaticString)
    beginList()
    write(name)
    write(attribute)
    endList()
    endObject()
  }
}

extension [Member] {
  fileprivate var areSortedByName: Bool {
    indices.dropFirst().allSatisfy { !self[$0].precedes(self[$0 - 1]) }
  }
}

extension Member {
  fileprivate func precedes(_ other: Member) -> Bool {
    name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }
}
