/// What answers a method.
public struct Integration: PropertyType {
  /// The request parameters that make the cache's key, a list.
  public var cacheKeyParameters: Value?
  /// A name that methods share to share cached answers.
  public var cacheNamespace: Value?
  /// The VPC link's ID.
  public var connectionId: Value?
  /// `INTERNET` or `VPC_LINK`.
  public var connectionType: Value?
  /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
  public var contentHandling: Value?
  /// The ARN of the role that API Gateway takes on, or `arn:aws:iam::*:user/*` for the caller's own.
  public var credentials: Value?
  /// The verb that the backend is called with.
  public var integrationHttpMethod: Value?
  /// How the backend's answers become the method's.
  public var integrationResponses: [IntegrationResponse]?
  /// The load balancer or listener behind a VPC link of version 2.
  public var integrationTarget: Value?
  /// `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`.
  public var passthroughBehavior: Value?
  /// `integration.request.…` → the expression that fills it.
  public var requestParameters: [Member]?
  /// Content type → the mapping template.
  public var requestTemplates: [Member]?
  /// `BUFFERED` or `STREAM`.
  public var responseTransferMode: Value?
  /// How long the backend may take, in milliseconds, from 50.
  public var timeoutInMillis: Value?
  /// `AWS`, `AWS_PROXY`, `HTTP`, `HTTP_PROXY` or `MOCK`.
  public var type: Value
  /// The backend's address.
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

  public func write(to writer: inout PropertyWriter) {
    writer.add(.cacheKeyParameters, cacheKeyParameters)
    writer.add(.cacheNamespace, cacheNamespace)
    writer.add(.connectionId, connectionId)
    writer.add(.connectionType, connectionType)
    writer.add(.contentHandling, contentHandling)
    writer.add(.credentials, credentials)
    writer.add(.integrationHttpMethod, integrationHttpMethod)
    writer.add(.integrationResponses, integrationResponses)
    writer.add(.integrationTarget, integrationTarget)
    writer.add(.passthroughBehavior, passthroughBehavior)
    writer.add(.requestParameters, requestParameters)
    writer.add(.requestTemplates, requestTemplates)
    writer.add(.responseTransferMode, responseTransferMode)
    writer.add(.timeoutInMillis, timeoutInMillis)
    writer.add(.type, type)
    writer.add(.uri, uri)
  }
}
