/// The properties of what answers a method. As those of a method, they may be given one by one.
public protocol IntegrationProperties: PropertyType {
  /// The request parameters that make the cache's key, a list.
  var cacheKeyParameters: Value? { get }
  /// A name that methods share to share cached answers.
  var cacheNamespace: Value? { get }
  /// The VPC link's ID.
  var connectionId: Value? { get }
  /// `INTERNET` or `VPC_LINK`.
  var connectionType: Value? { get }
  /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
  var contentHandling: Value? { get }
  /// The ARN of the role that API Gateway takes on, or `arn:aws:iam::*:user/*` for the caller's own.
  var credentials: Value? { get }
  /// The verb that the backend is called with.
  var integrationHttpMethod: Value? { get }
  /// How the backend's answers become the method's.
  var integrationResponses: [IntegrationResponse]? { get }
  /// The load balancer or listener behind a VPC link of version 2.
  var integrationTarget: Value? { get }
  /// `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`.
  var passthroughBehavior: Value? { get }
  /// `integration.request.…` → the expression that fills it.
  var requestParameters: [Member]? { get }
  /// Content type → the mapping template.
  var requestTemplates: [Member]? { get }
  /// `BUFFERED` or `STREAM`.
  var responseTransferMode: Value? { get }
  /// How long the backend may take, in milliseconds, from 50.
  var timeoutInMillis: Value? { get }
  /// `AWS`, `AWS_PROXY`, `HTTP`, `HTTP_PROXY` or `MOCK`.
  var type: Value { get }
  /// The backend's address.
  var uri: Value? { get }
}

extension IntegrationProperties {
  @inlinable
  public func write(to writer: inout PropertyWriter) {
    writer.add("CacheKeyParameters", cacheKeyParameters)
    writer.add("CacheNamespace", cacheNamespace)
    writer.add("ConnectionId", connectionId)
    writer.add("ConnectionType", connectionType)
    writer.add("ContentHandling", contentHandling)
    writer.add("Credentials", credentials)
    writer.add("IntegrationHttpMethod", integrationHttpMethod)
    writer.add("IntegrationResponses", integrationResponses)
    writer.add("IntegrationTarget", integrationTarget)
    writer.add("PassthroughBehavior", passthroughBehavior)
    writer.add("RequestParameters", requestParameters)
    writer.add("RequestTemplates", requestTemplates)
    writer.add("ResponseTransferMode", responseTransferMode)
    writer.add("TimeoutInMillis", timeoutInMillis)
    writer.add("Type", type)
    writer.add("Uri", uri)
  }
}
