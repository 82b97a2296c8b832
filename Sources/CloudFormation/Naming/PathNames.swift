/// The names of what an API has at its paths. Each path is spelled once, after its parent, and each name goes on from there:
/// a template has three names or more a path, and to spell them from the start costs six times as much.
public struct PathNames: ~Copyable {
  private var builder: LogicalIDBuilder
  /// The owner's name with each path, one after another, and the index after each.
  private var spellings = GrowingBytes(capacity: 1_000)
  private var ends: [UInt32] = []
  /// The paths as ARNs have them, of the same kind.
  private var callPaths = GrowingBytes(capacity: 1_000)
  private var callPathEnds: [UInt32] = []
  private var path = 0
  private var pathLength: Int

  /// The names at the root, which is the path 0.
  ///
  /// - Parameter owner: an API's name: one or more ASCII letters and digits.
  public init(of owner: String) {
    builder = LogicalIDBuilder(owner: owner)
    pathLength = builder.length
    spellings.append(builder.spelling)
    ends.append(UInt32(spellings.count))
    callPathEnds.append(0)
  }

  /// Spells a path, which is the next one from then on, and goes to it.
  ///
  /// - Parameter parent: a path that was spelled before.
  public mutating func add(_ segment: String, to parent: Int) {
    go(to: parent)
    builder.add(segment: segment)
    (path, pathLength) = (ends.count, builder.length)
    spellings.append(builder.spelling)
    ends.append(UInt32(spellings.count))
    addCallPath(segment, to: parent)
  }

  private mutating func addCallPath(_ segment: String, to parent: Int) {
    let range = PathNames.range(parent, callPathEnds)
    callPaths.append(copying: range)
    callPaths.append(UInt8(ascii: "/"))
    segment.withBytes { segment in
      if segment.isParameter { callPaths.append(UInt8(ascii: "*")) } else { callPaths.append(segment) }
    }
    callPathEnds.append(UInt32(callPaths.count))
  }

  private static func range(_ path: Int, _ ends: [UInt32]) -> Range<Int> {
    Int(path == 0 ? 0 : ends[path - 1])..<Int(ends[path])
  }

  /// Goes to a path that was spelled before.
  public mutating func go(to path: Int) {
    let range = PathNames.range(path, ends)
    builder.cut(to: 0)
    builder.append(spelling: UnsafeBufferPointer(rebasing: spellings.all[range]))
    (self.path, pathLength) = (path, range.count)
  }

  /// The path as ARNs of methods have it.
  public var callPath: CallPath {
    CallPath(UnsafeBufferPointer(rebasing: callPaths.all[PathNames.range(path, callPathEnds)]))
  }

  /// Goes on to `LogicalID.Role.resource`.
  public mutating func goToResource() {
    builder.cut(to: pathLength)
    if path == 0 { builder.add(role: .root) }
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
