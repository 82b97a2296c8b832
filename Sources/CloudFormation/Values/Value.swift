/// A value of a template: JSON with CloudFormation's intrinsic functions as cases.
public enum Value: Hashable, Sendable {
  case string(String)
  case integer(Int)
  /// A number by its exact JSON spelling: never through a floating-point type.
  case number(String)
  case bool(Bool)
  case null
  case list([Value])
  case object([Member])
  /// `Ref` to a resource of the template.
  case ref(LogicalID)
  /// `Fn::GetAtt`.
  indirect case getAtt(LogicalID, String)
  /// `Fn::Sub`, as pieces: literal text is never taken for a placeholder.
  case sub([Piece])
  /// Any other intrinsic by its full name (`Fn::Select`, `Ref` as the user wrote it).
  indirect case function(String, Value)
}

/// An entry of an object; order is kept.
public struct Member: Hashable, Sendable {
  public let name: String
  public let value: Value

  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// A part of an `Fn::Sub` text.
public enum Piece: Hashable, Sendable {
  /// Text that stays as it is: `${` in it is written `${!`.
  case text(String)
  /// `${Name}`: the `Ref` of a resource.
  case ref(LogicalID)
  /// `${Name.Attribute}`.
  indirect case getAtt(LogicalID, String)
  /// `${AWS::Region}` and its like, by the full name.
  case pseudo(String)
  /// Text and placeholders as CloudFormation spells them, with nothing in it that JSON or YAML would escape.
  case spelled(String)
}
