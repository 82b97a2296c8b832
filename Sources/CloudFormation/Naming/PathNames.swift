/// The names of what an API has at its paths. A path is spelled once, and each name goes on from there: a template has three
/// names or more a path, and to spell them from the start costs six times as much.
public struct PathNames: ~Copyable {
  private var builder: LogicalIDBuilder
  /// The path, from the root on: what was spelled stays as long as the way goes on from it.
  private var steps: [Step]
  private var callPathBytes = GrowingBytes(capacity: 256)

  private struct Step {
    let number: Int
    /// How long the names are here without what their roles add, and the path as ARNs have it.
    let length: Int
    let callPathLength: Int
  }

  /// The names at the root.
  ///
  /// - Parameter owner: an API's name: one or more ASCII letters and digits.
  public init(of owner: String) {
    builder = LogicalIDBuilder(owner: owner)
    steps = [Step(number: 0, length: builder.length, callPathLength: 0)]
  }

  /// Goes back to the last path on the way that has at most a number, and returns its number. That of the root is 0.
  public mutating func goBack(to number: Int) -> Int {
    while last.number > number { steps.removeLast() }
    callPathBytes.cut(to: last.callPathLength)
    return last.number
  }

  /// Goes on to a path with one segment more.
  ///
  /// - Parameter number: a number above those of all paths on the way.
  public mutating func goOn(to segment: String, number: Int) {
    builder.cut(to: last.length)
    builder.add(segment: segment)
    callPathBytes.append(UInt8(ascii: "/"))
    segment.withBytes { segment in
      if segment.isParameter { callPathBytes.append(UInt8(ascii: "*")) } else { callPathBytes.append(segment) }
    }
    steps.append(Step(number: number, length: builder.length, callPathLength: callPathBytes.count))
  }

  /// Where the way has come to.
  private var last: Step { steps[steps.count - 1] }

  /// The path as ARNs of methods have it.
  public var callPath: CallPath { CallPath(callPathBytes.all) }

  /// Goes on to `LogicalID.Role.resource`.
  public mutating func goToResource() {
    builder.cut(to: last.length)
    if steps.count == 1 { builder.add(role: .root) }
  }

  /// Goes on to `LogicalID.Role.method`.
  public mutating func goToMethod(_ verb: String) {
    builder.cut(to: last.length)
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
