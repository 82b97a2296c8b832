/// A link to a network load balancer. Its `Ref` is the link's ID.
public struct VpcLink: Resource {
  public static let type = "AWS::ApiGateway::VpcLink"

  /// What the link is for.
  public var description: Value?
  /// The link's name.
  public var name: Value
  /// Tags of the link.
  public var tags: [Tag]?
  /// The load balancer's ARN, a list of one.
  public var targetArns: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    name: Value,
    targetArns: Value,
    description: Value? = nil,
    tags: [Tag]? = nil
  ) {
    self.name = name
    self.targetArns = targetArns
    self.description = description
    self.tags = tags
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.description, description)
    writer.add(.name, name)
    writer.add(.tags, tags)
    writer.add(.targetArns, targetArns)
  }
}
