/// A stage's place under a domain name, at a path of any depth.
public struct ApiMapping: Resource {
  public static let type = "AWS::ApiGatewayV2::ApiMapping"

  /// The API.
  public var apiId: Reference<RestApi>
  /// The path, without a leading slash.
  public var apiMappingKey: Value?
  /// The domain name.
  public var domainName: Reference<DomainName>
  /// The stage.
  public var stage: Reference<Stage>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    apiId: Reference<RestApi>,
    domainName: Reference<DomainName>,
    stage: Reference<Stage>,
    apiMappingKey: Value? = nil
  ) {
    self.apiId = apiId
    self.domainName = domainName
    self.stage = stage
    self.apiMappingKey = apiMappingKey
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.apiId, apiId)
    writer.add(.apiMappingKey, apiMappingKey)
    writer.add(.domainName, domainName)
    writer.add(.stage, stage)
  }
}
