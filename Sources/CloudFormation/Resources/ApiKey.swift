/// An API key. Its `Ref` is the key's ID.
public struct ApiKey: Resource {
  public static let type = "AWS::ApiGateway::ApiKey"

  /// The customer's ID in AWS Marketplace.
  public var customerId: Value?
  /// What the key is for.
  public var description: Value?
  /// Whether callers may use the key.
  public var enabled: Value?
  /// Whether the ID differs from the key's value.
  public var generateDistinctId: Value?
  /// The key's name.
  public var name: Value?
  /// The stages that the key is for.
  public var stageKeys: [StageKey]?
  /// Tags of the key.
  public var tags: [Tag]?
  /// The key itself.
  public var value: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    customerId: Value? = nil,
    description: Value? = nil,
    enabled: Value? = nil,
    generateDistinctId: Value? = nil,
    name: Value? = nil,
    stageKeys: [StageKey]? = nil,
    tags: [Tag]? = nil,
    value: Value? = nil
  ) {
    self.customerId = customerId
    self.description = description
    self.enabled = enabled
    self.generateDistinctId = generateDistinctId
    self.name = name
    self.stageKeys = stageKeys
    self.tags = tags
    self.value = value
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.customerId, customerId)
    writer.add(.description, description)
    writer.add(.enabled, enabled)
    writer.add(.generateDistinctId, generateDistinctId)
    writer.add(.name, name)
    writer.add(.stageKeys, stageKeys)
    writer.add(.tags, tags)
    writer.add(.value, value)
  }
}

/// A stage that an API key is for.
public struct StageKey: PropertyType {
  /// The API.
  public var restApiId: Reference<RestApi>?
  /// The stage's name.
  public var stageName: Reference<Stage>?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    restApiId: Reference<RestApi>? = nil,
    stageName: Reference<Stage>? = nil
  ) {
    self.restApiId = restApiId
    self.stageName = stageName
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.restApiId, restApiId)
    writer.add(.stageName, stageName)
  }
}
