/// The limits of one method within a usage plan's stage.
public struct MethodThrottle: Sendable {
  /// The path as it is written in API Gateway: `/items/{id}`, `/` for the root.
  public var path: String
  /// The verb in capitals.
  public var verb: String
  /// The limits.
  public var throttle: Throttle

  /// Limits for the method of a verb at a path.
  public init(path: String, verb: String, throttle: Throttle) {
    self.path = path
    self.verb = verb
    self.throttle = throttle
  }

  /// The method's key: `<path>/<VERB>`.
  var key: String { path + "/" + verb }
}
