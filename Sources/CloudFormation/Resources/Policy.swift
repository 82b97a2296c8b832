/// An inline policy, attached to roles.
public struct Policy: Resource {
  public static let type = "AWS::IAM::Policy"

  /// What is allowed.
  public var policyDocument: Value
  /// The policy's name.
  public var policyName: Value
  /// The names of the roles, a list.
  public var roles: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    policyDocument: Value,
    policyName: Value,
    roles: Value? = nil
  ) {
    self.policyDocument = policyDocument
    self.policyName = policyName
    self.roles = roles
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.policyDocument, policyDocument)
    writer.add(.policyName, policyName)
    writer.add(.roles, roles)
  }
}
