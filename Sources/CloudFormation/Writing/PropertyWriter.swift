/// What takes a resource's properties one by one: a format of templates, or the form that is hashed. So no tree of
/// them is ever in memory.
///
/// An object is begun, its members are each a name and a value, and it is ended; a list is begun, each of its items is
/// announced before its value, and it is ended.
public protocol PropertyWriter: ~Copyable {
  /// Begins an object where a value is due.
  mutating func beginObject()
  mutating func endObject()
  /// Begins a list where a value is due.
  mutating func beginList()
  mutating func endList()
  /// Announces a list's next item; its value follows.
  mutating func startItem()
  /// Names an object's next member; its value follows. The name is one of CloudFormation's: ASCII letters and digits.
  mutating func writeName(_ name: StaticString)
  /// Names an object's next member by any text; its value follows.
  mutating func writeName(_ name: String)
  /// Writes any value.
  mutating func write(_ value: Value)
  /// Writes text.
  mutating func write(_ text: String)
  /// Writes `Ref` to a resource of the template.
  mutating func write(ref id: LogicalID)
}

extension PropertyWriter where Self: ~Copyable {
  @inline(__always)
  mutating func add(_ name: StaticString, _ value: Value?) {
    guard let value else { return }
    writeName(name)
    write(value)
  }

  mutating func add(_ name: StaticString, _ text: String) {
    writeName(name)
    write(text)
  }

  @inline(__always)
  mutating func add(_ name: StaticString, _ map: [Member]?) {
    guard let map else { return }
    writeName(name)
    write(.object(map))
  }

  @inline(__always)
  mutating func add(_ name: StaticString, _ shape: (some PropertyType)?) {
    guard let shape else { return }
    writeName(name)
    write(shape)
  }

  @inline(__always)
  mutating func add(_ name: StaticString, _ shapes: [some PropertyType]?) {
    guard let shapes else { return }
    writeName(name)
    beginList()
    for shape in shapes {
      startItem()
      write(shape)
    }
    endList()
  }

  @inline(__always)
  mutating func add<Target: Resource>(_ name: StaticString, _ reference: Reference<Target>?) {
    guard let reference else { return }
    writeName(name)
    switch reference {
    case .resource(let id): write(ref: id)
    case .existing(let value): write(value)
    }
  }

  /// Writes a shape as an object of its fields.
  @inline(__always)
  mutating func write(_ shape: some PropertyType) {
    beginObject()
    shape.write(to: &self)
    endObject()
  }

  /// Writes a resource's properties as an object.
  mutating func add(_ name: StaticString, _ resource: any Resource) {
    writeName(name)
    beginObject()
    resource.write(to: &self)
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
