/// Members of the kinds that resources have. What is nil is left out.
extension PropertyWriter {
  public mutating func add(_ name: PropertyName, _ value: Value?) {
    guard let value else { return }
    writeName(name)
    write(value)
  }

  public mutating func add(_ name: PropertyName, _ text: String) {
    writeName(name)
    write(text)
  }

  public mutating func add(_ name: PropertyName, _ value: WrittenValue) {
    writeName(name)
    write(value)
  }

  public mutating func add(_ name: PropertyName, word: StaticString) {
    writeName(name)
    write(word)
  }

  mutating func add(_ name: PropertyName, _ word: KnownWord) {
    writeName(name)
    write(word)
  }

  public mutating func add(_ name: PropertyName, _ map: [Member]?) {
    guard let map else { return }
    writeName(name)
    write(object: map)
  }

  @inlinable
  public mutating func add(_ name: PropertyName, _ shape: (some PropertyType)?) {
    guard let shape else { return }
    writeName(name)
    write(shape)
  }

  @inlinable
  public mutating func add(_ name: PropertyName, _ shapes: [some PropertyType]?) {
    guard let shapes else { return }
    writeName(name)
    beginList()
    for shape in shapes { write(shape) }
    endList()
  }

  @inlinable
  public mutating func add<Target: Resource>(_ name: PropertyName, _ reference: Reference<Target>?) {
    switch reference {
    case .resource(let id)?:
      writeName(name)
      write(ref: id)
    case .existing(let value)?:
      writeName(name)
      write(value)
    case nil: return
    }
  }

  /// Writes a shape as an object of its fields.
  @inlinable
  public mutating func write(_ shape: some PropertyType) {
    beginObject()
    shape.write(to: &self)
    endObject()
  }

  /// Writes the members of an object that is begun.
  mutating func write(members: [Member]) {
    for member in members {
      writeName(member.name)
      write(member.value)
    }
  }
}
