/// An answer that API Gateway gives by itself.
public struct GatewayResponse: Resource {
  public static let type = "AWS::ApiGateway::GatewayResponse"

  /// `gatewayresponse.header.…` → the expression that fills it.
  public var responseParameters: [Member]?
  /// Content type → the template.
  public var responseTemplates: [Member]?
  /// The kind of answer, such as `ACCESS_DENIED`.
  public var responseType: Value
  /// The API.
  public var restApiId: Reference<RestApi>
  /// The HTTP status, as text.
  public var statusCode: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    responseType: Value,
    restApiId: Reference<RestApi>,
    responseParameters: [Member]? = nil,
    responseTemplates: [Member]? = nil,
    statusCode: Value? = nil
  ) {
    self.responseType = responseType
    self.restApiId = restApiId
    self.responseParameters = responseParameters
    self.responseTemplates = responseTemplates
    self.statusCode = statusCode
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.responseParameters, responseParameters)
    writer.add(.responseTemplates, responseTemplates)
    writer.add(.responseType, responseType)
    writer.add(.restApiId, restApiId)
    writer.add(.statusCode, statusCode)
  }
}
