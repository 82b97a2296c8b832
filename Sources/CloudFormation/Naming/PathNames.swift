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

  /// `LogicalID.Role.resource`.
  public mutating func resource() -> LogicalID {
    named { [isRoot] in if isRoot { $0.add(role: .root) } }
  }

  /// `LogicalID.Role.method`.
  public mutating func method(_ verb: String) -> LogicalID {
    named { $0.add(path: [], verb: verb) }
  }

  /// `LogicalID.Role.permission`.
  public mutating func permission(_ verb: String, stage: String?) -> LogicalID {
    named { builder in
      builder.add(path: [], verb: verb)
      if let stage { builder.add(role: .permission, stage) } else { builder.add(role: .anystage) }
    }
  }

  /// `LogicalID.Role.testPermission`.
  public mutating func testPermission(_ verb: String) -> LogicalID {
    named { $0.add(path: [], verb: verb, role: .test) }
  }

  @inline(__always)
  private mutating func named(_ write: (inout LogicalIDBuilder) -> Void) -> LogicalID {
    builder.cut(to: pathLength)
    write(&builder)
    return LogicalID(given: builder.finish())
  }
}
