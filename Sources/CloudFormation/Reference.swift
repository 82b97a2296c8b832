/// A place where a resource of one type is named: one of the template, or one that exists already.
public enum Reference<Target: Resource>: Hashable, Sendable {
  /// A resource of the template.
  case resource(LogicalID)
  /// The ID of a resource that exists: text or an intrinsic function.
  case existing(Value)

  /// What names the resource: `Ref`, or the ID as it stands.
  public var value: Value {
    switch self {
    case .resource(let id): .ref(id)
    case .existing(let value): value
    }
  }

  /// `Fn::GetAtt` of a resource of the template. One that exists outside it has no attributes there: asking for one
  /// breaks the promise and ends the program.
  public func attribute(_ name: String) -> Value {
    guard case .resource(let id) = self else {
      preconditionFailure("only a resource of the template is asked for an attribute")
    }
    return .getAtt(id, name)
  }
}
