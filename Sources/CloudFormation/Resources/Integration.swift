/// What answers a method, with its properties at hand.
public struct Integration: IntegrationProperties {
  public var cacheKeyParameters: Value?
  public var cacheNamespace: Value?
  public var connectionId: Value?
  public var connectionType: Value?
  public var contentHandling: Value?
  public var credentials: Value?
  public var integrationHttpMethod: Value?
  public var integrationResponses: [IntegrationResponse]?
  public var integrationTarget: Value?
  public var passthroughBehavior: Value?
  public var requestParameters: [Member]?
  public var requestTemplates: [Member]?
  public var responseTransferMode: Value?
  public var timeoutInMillis: Value?
  public var type: Value
  public var uri: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    type: Value,
    cacheKeyParameters: Value? = nil,
    cacheNamespace: Value? = nil,
    connectionId: Value? = nil,
    connectionType: Value? = nil,
    contentHandling: Value? = nil,
    credentials: Value? = nil,
    integrationHttpMethod: Value? = nil,
    integrationResponses: [IntegrationResponse]? = nil,
    integrationTarget: Value? = nil,
    passthroughBehavior: Value? = nil,
    requestParameters: [Member]? = nil,
    requestTemplates: [Member]? = nil,
    responseTransferMode: Value? = nil,
    timeoutInMillis: Value? = nil,
    uri: Value? = nil
  ) {
    self.type = type
    self.cacheKeyParameters = cacheKeyParameters
    self.cacheNamespace = cacheNamespace
    self.connectionId = connectionId
    self.connectionType = connectionType
    self.contentHandling = contentHandling
    self.credentials = credentials
    self.integrationHttpMethod = integrationHttpMethod
    self.integrationResponses = integrationResponses
    self.integrationTarget = integrationTarget
    self.passthroughBehavior = passthroughBehavior
    self.requestParameters = requestParameters
    self.requestTemplates = requestTemplates
    self.responseTransferMode = responseTransferMode
    self.timeoutInMillis = timeoutInMillis
    self.uri = uri
  }
}
