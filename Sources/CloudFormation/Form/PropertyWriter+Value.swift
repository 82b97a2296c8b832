extension PropertyWriter {
  /// Writes any value.
  public mutating func write(_ value: Value) {
    switch value {
    case .string(let text): write(text)
    case .integer(let number): write(number: String(number))
    case .number(let spelling): write(number: spelling)
    case .bool(let flag): write(flag)
    case .null: append(.null)
    case .list(let items): writeList(items)
    case .object(let members): write(object: members)
    case .ref(let id): write(ref: id)
    case .getAtt(let id, let attribute): writeAttribute(id.text, attribute)
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument)
    }
  }

  /// Writes a truth value.
  public mutating func write(_ flag: Bool) { append(flag ? .true : .false) }

  private mutating func write(number: String) {
    number.withBytes { append(.number, $0) }
  }

  private mutating func writeList(_ items: [Value]) {
    beginList()
    for item in items { write(item) }
    endList()
  }

  mutating func write(object members: [Member]) {
    writeObject(members, name: \.name) { $1.write($0.value) }
  }

  /// What can be told from an object of the user's by its form alone needs no note. `Fn::GetAtt` with a dot is YAML's
  /// spelling; JSON takes a list of two.
  private mutating func writeFunction(_ name: String, _ argument: Value) {
    switch (name, argument) {
    case ("Ref", .string(let text)): write(ref: LogicalID(given: text))
    case ("Fn::GetAtt", .string(let text)) where text.utf8.contains(UInt8(ascii: ".")):
      let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      writeAttribute(String(parts[0]), String(parts[1]))
    default:
      note(.function)
      writeObject(CollectionOfOne(argument), name: { _ in name }) { $1.write($0) }
    }
  }
}

extension PropertyWriter {
  /// Writes an object with a member for each of some items, in their order.
  @inlinable
  public mutating func writeObject<Items: RandomAccessCollection>(
    _ items: Items, name: (Items.Element) -> String, value: (Items.Element, inout PropertyWriter) -> Void
  ) {
    if items.count > 1, !items.areSorted(by: name) { noteUnsorted() }
    let start = beginObject(of: items.count)
    for item in items {
      writeName(name(item))
      value(item, &self)
    }
    endObject(from: start)
  }

  @usableFromInline
  mutating func noteUnsorted() { note(.unsorted) }

  /// - Returns: where the object starts, if it may be a function's.
  @usableFromInline
  mutating func beginObject(of count: Int) -> Int? {
    defer { beginObject() }
    return count == 1 ? self.count : nil
  }

  /// Ends an object, which becomes a function's tag where it has a function's form.
  @usableFromInline
  mutating func endObject(from start: Int?) {
    endObject()
    guard let start, let function = DerivedFunction(read(from: start)) else { return }
    if !isNoted(start) { note(.plain, at: start) }
    cut(to: start)
    write(function)
  }

  private mutating func write(_ function: DerivedFunction) {
    switch function {
    case .ref(let text): text.withUnsafeBufferPointer { append(.ref, $0) }
    case .sub(let text): writeSub { writer in text.withUnsafeBufferPointer { writer.append($0) } }
    case .attribute(let name, let attribute):
      name.withUnsafeBufferPointer { append(.attribute, $0) }
      attribute.withUnsafeBufferPointer { append($0) }
      endText()
    }
  }
}

extension RandomAccessCollection {
  /// Whether the names stand in the order of their bytes.
  @usableFromInline
  func areSorted(by name: (Element) -> String) -> Bool {
    zip(self, dropFirst()).allSatisfy { !name($1).utf8.lexicographicallyPrecedes(name($0).utf8) }
  }
}
