/// A resource of a template: a CloudFormation type with its properties.
public protocol Resource: Sendable {
  /// CloudFormation's name of the type: `AWS::ApiGateway::Stage`.
  static var type: String { get }
  /// The properties that are set, in the alphabetical order of CloudFormation's documentation. What is nil is left
  /// out; a list or map that is empty is written.
  var properties: [Member] { get }
}

/// What CloudFormation calls a property type: a closed shape within a resource's properties.
public protocol PropertyType: Sendable {
  /// The fields that are set, in alphabetical order.
  var members: [Member] { get }
}

extension PropertyType {
  /// The shape as a value: an object of its members.
  public var object: Value { .object(members) }
}
