/// A stage's place under a domain name, at a path of one segment at most.
public struct BasePathMapping: Resource {
  public static let type = "AWS::ApiGateway::BasePathMapping"

  /// The segment; none means the root.
  public var basePath: Value?
  /// The domain name.
  public var domainName: Reference<DomainName>
  /// The API.
  public var restApiId: Reference<RestApi>?
  /// The stage; none lets callers name it.
  public var stage: Reference<Stage>?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    domainName: Reference<DomainName>,
    basePath: Value? = nil,
    restApiId: Reference<RestApi>? = nil,
    stage: Reference<Stage>? = nil
  ) {
    self.domainName = domainName
    self.basePath = basePath
    self.restApiId = restApiId
    self.stage = stage
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.basePath, basePath)
    writer.add(.domainName, domainName)
    writer.add(.restApiId, restApiId)
    writer.add(.stage, stage)
  }
}
