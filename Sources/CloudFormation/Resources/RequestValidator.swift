/// What of a request is validated. Its `Ref` is the validator's ID.
public struct RequestValidator: Resource {
  public static let type = "AWS::ApiGateway::RequestValidator"

  /// The validator's name.
  public var name: Value?
  /// The API.
  public var restApiId: Reference<RestApi>
  /// Whether the body must match its model.
  public var validateRequestBody: Value?
  /// Whether required parameters must be there.
  public var validateRequestParameters: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    restApiId: Reference<RestApi>,
    name: Value? = nil,
    validateRequestBody: Value? = nil,
    validateRequestParameters: Value? = nil
  ) {
    self.restApiId = restApiId
    self.name = name
    self.validateRequestBody = validateRequestBody
    self.validateRequestParameters = validateRequestParameters
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.name, name)
    writer.add(.restApiId, restApiId)
    writer.add(.validateRequestBody, validateRequestBody)
    writer.add(.validateRequestParameters, validateRequestParameters)
  }
}
