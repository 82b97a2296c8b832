/// The names of what an API has at one path. The path is spelled once, and each name goes on from there: a template has
/// three names or more a path, and to spell them from the start costs six times as much.
public struct PathNames: ~Copyable {
  private var builder: LogicalIDBuilder
  /// The bytes of the owner's name alone, and with the path.
  private let ownerLength: Int
  private var pathLength: Int
  private var isRoot = true

  /// The names at the root.
  ///
  /// - Parameter owner: an API's name: one or more ASCII letters and digits.
  public init(of owner: String) {
    builder = LogicalIDBuilder(owner: owner)
    ownerLength = builder.length
    pathLength = ownerLength
  }

  /// Goes to another path, as a list of segments.
  public mutating func go(to path: [String]) {
    builder.cut(to: ownerLength)
    builder.add(path: path)
    pathLength = builder.length
    isRoot = path.isEmpty
  }

  /// Goes on to `LogicalID.Role.resource`.
  public mutating func goToResource() {
    builder.cut(to: pathLength)
    if isRoot { builder.add(role: .root) }
  }

  /// Goes on to `LogicalID.Role.method`.
  public mutating func goToMethod(_ verb: String) {
    builder.cut(to: pathLength)
    builder.add(path: [], verb: verb)
  }

  /// Goes on to `LogicalID.Role.permission`.
  public mutating func goToPermission(_ verb: String, stage: String?) {
    goToMethod(verb)
    if let stage { builder.add(role: .permission, stage) } else { builder.add(role: .anystage) }
  }

  /// Goes on to `LogicalID.Role.testPermission`.
  public mutating func goToTestPermission(_ verb: String) {
    goToMethod(verb)
    builder.add(role: .test)
  }

  /// The name that was gone to last.
  public var id: LogicalID { LogicalID(given: builder.finish()) }
}

extension PathNames: ResourceName {
  public func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    builder.withBytes(body)
  }
}
