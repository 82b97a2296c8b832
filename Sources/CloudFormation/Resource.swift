/// A resource of a template: a CloudFormation type with its properties.
public protocol Resource: Sendable {
  /// CloudFormation's name of the type: `AWS::ApiGateway::Stage`.
  static var type: String { get }
  /// Writes the properties that are set, in the alphabetical order of CloudFormation's documentation. What is nil is
  /// left out; a list or map that is empty is written.
  func write(to writer: inout PropertyWriter)
}

/// What CloudFormation calls a property type: a closed shape within a resource's properties.
public protocol PropertyType: Sendable {
  /// Writes the fields that are set, in alphabetical order.
  func write(to writer: inout PropertyWriter)
}
