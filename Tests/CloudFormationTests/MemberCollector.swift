@testable import CloudFormation

/// Makes a tree of what is written to it.
struct MemberCollector: ~Copyable, PropertyWriter {
  /// The collections that are begun, the innermost last, each with the names and values that it has so far.
  private var names: [[String]] = [[]]
  private var values: [[Value]] = [[]]

  /// What was written without a collection of its own around it.
  var members: [Member] { zip(names[0], values[0]).map { Member($0, $1) } }

  mutating func beginObject() {
    names.append([])
    values.append([])
  }

  mutating func endObject() {
    let value = Value.object(zip(names.removeLast(), values.removeLast()).map { Member($0, $1) })
    write(value)
  }

  mutating func beginList() {
    beginObject()
  }

  mutating func endList() {
    names.removeLast()
    write(.list(values.removeLast()))
  }

  mutating func startItem() {}

  mutating func writeName(_ name: StaticString) {
    writeName("\(name)")
  }

  mutating func writeName(_ name: String) {
    names[names.count - 1].append(name)
  }

  mutating func write(_ value: Value) {
    values[values.count - 1].append(value)
  }

  mutating func write(_ text: String) {
    write(.string(text))
  }

  mutating func write(ref id: LogicalID) {
    write(.ref(id))
  }
}

extension Resource {
  /// The properties that are written.
  var properties: [Member] {
    var collector = MemberCollector()
    write(to: &collector)
    return collector.members
  }
}

extension PropertyType {
  /// The shape as a value.
  var object: Value {
    var collector = MemberCollector()
    write(to: &collector)
    return .object(collector.members)
  }
}
