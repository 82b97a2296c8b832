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

  public var properties: [Member] {
    var list = MemberList(capacity: 8)
    list.add("CustomerId", customerId)
    list.add("Description", description)
    list.add("Enabled", enabled)
    list.add("GenerateDistinctId", generateDistinctId)
    list.add("Name", name)
    list.add("StageKeys", stageKeys)
    list.add("Tags", tags)
    list.add("Value", value)
    return list.members
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

  public var members: [Member] {
    var list = MemberList(capacity: 2)
    list.add("RestApiId", restApiId)
    list.add("StageName", stageName)
    return list.members
  }
}
