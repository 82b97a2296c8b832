/// An IAM role. Its `Ref` is the role's name; attributes: `Arn`.
public struct Role: Resource {
  public static let type = "AWS::IAM::Role"

  /// Who may take on the role.
  public var assumeRolePolicyDocument: Value
  /// What the role is for.
  public var description: Value?
  /// The ARNs of managed policies, a list.
  public var managedPolicyArns: Value?
  /// The role's path.
  public var path: Value?
  /// Policies that are part of the role.
  public var policies: [InlinePolicy]?
  /// The role's name.
  public var roleName: Value?
  /// Tags of the role.
  public var tags: [Tag]?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    assumeRolePolicyDocument: Value,
    description: Value? = nil,
    managedPolicyArns: Value? = nil,
    path: Value? = nil,
    policies: [InlinePolicy]? = nil,
    roleName: Value? = nil,
    tags: [Tag]? = nil
  ) {
    self.assumeRolePolicyDocument = assumeRolePolicyDocument
    self.description = description
    self.managedPolicyArns = managedPolicyArns
    self.path = path
    self.policies = policies
    self.roleName = roleName
    self.tags = tags
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.assumeRolePolicyDocument, assumeRolePolicyDocument)
    writer.add(.description, description)
    writer.add(.managedPolicyArns, managedPolicyArns)
    writer.add(.path, path)
    writer.add(.policies, policies)
    writer.add(.roleName, roleName)
    writer.add(.tags, tags)
  }
}

/// A policy that is part of a role.
public struct InlinePolicy: PropertyType {
  /// What is allowed.
  public var policyDocument: Value
  /// The policy's name.
  public var policyName: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    policyDocument: Value,
    policyName: Value
  ) {
    self.policyDocument = policyDocument
    self.policyName = policyName
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.policyDocument, policyDocument)
    writer.add(.policyName, policyName)
  }
}
