import Document

/// A value and the place where it was written.
public struct Located<Value> {
  public var value: Value
  /// The node of the value; `.none` for a default. The key of a field is the node's `owner`.
  public var node: NodeID

  public init(_ value: Value, at node: NodeID = .none) {
    self.value = value
    self.node = node
  }

  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: node)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}

/// An entry of a mapping whose keys are names of the user's: `apis.<name>`, `requestParameters.<parameter>`.
public struct Named<Value> {
  public var name: String
  public var value: Value
  /// The node of the value; its `owner` is the name.
  public var node: NodeID

  public init(_ name: String, _ value: Value, at node: NodeID) {
    self.name = name
    self.value = value
    self.node = node
  }
}

extension Named: Sendable where Value: Sendable {}

/// A large value that many hands pass on: one object, never copied.
public final class Shared<Value: Sendable>: Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }
}

/// A value that goes into the template unread: either known now, or an intrinsic that CloudFormation evaluates.
public enum Deferrable<Value> {
  case known(Value)
  /// The node of the intrinsic, in either spelling.
  case deferred(NodeID)

  /// The value where it is known now.
  public var known: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}

extension Deferrable: Sendable where Value: Sendable {}
extension Deferrable: Equatable where Value: Equatable {}

extension Located {
  /// The value where it is known before deployment.
  public func known<Inner>() -> Inner? where Value == Deferrable<Inner> { value.known }
}
