/// Collects the members of a resource or a property type; what is nil is left out.
struct MemberList {
  private(set) var members: [Member] = []

  init(capacity: Int) {
    members.reserveCapacity(capacity)
  }

  mutating func add(_ name: String, _ value: Value?) {
    guard let value else { return }
    members.append(Member(name, value))
  }

  mutating func add(_ name: String, _ map: [Member]?) {
    add(name, map.map { Value.object($0) })
  }

  mutating func add(_ name: String, _ shape: (some PropertyType)?) {
    add(name, shape?.object)
  }

  mutating func add(_ name: String, _ shapes: [some PropertyType]?) {
    add(name, shapes.map { Value.list($0.map(\.object)) })
  }

  mutating func add<Target: Resource>(_ name: String, _ reference: Reference<Target>?) {
    add(name, reference?.value)
  }
}
