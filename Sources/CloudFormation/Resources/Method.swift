/// A method of a path of an API.
public struct Method: Resource {
  public static let type = "AWS::ApiGateway::Method"

  /// Whether a caller must send an API key.
  public var apiKeyRequired: Value?
  /// The OAuth scopes of which an access token must have one, a list.
  public var authorizationScopes: Value?
  /// `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`.
  public var authorizationType: Value?
  /// The authorizer of types `CUSTOM` and `COGNITO_USER_POOLS`.
  public var authorizerId: Reference<Authorizer>?
  /// The verb, or `ANY`.
  public var httpMethod: Value
  /// What answers the method.
  public var integration: Integration?
  /// The responses that the method declares.
  public var methodResponses: [MethodResponse]?
  /// The operation's name in generated clients.
  public var operationName: Value?
  /// Content type → the model's name.
  public var requestModels: [Member]?
  /// `method.request.…` → whether it is required.
  public var requestParameters: [Member]?
  /// The validator of requests.
  public var requestValidatorId: Reference<RequestValidator>?
  /// The ID of the path's resource, or the API's `RootResourceId`.
  public var resourceId: Reference<PathResource>
  /// The API.
  public var restApiId: Reference<RestApi>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    httpMethod: Value,
    resourceId: Reference<PathResource>,
    restApiId: Reference<RestApi>,
    apiKeyRequired: Value? = nil,
    authorizationScopes: Value? = nil,
    authorizationType: Value? = nil,
    authorizerId: Reference<Authorizer>? = nil,
    integration: Integration? = nil,
    methodResponses: [MethodResponse]? = nil,
    operationName: Value? = nil,
    requestModels: [Member]? = nil,
    requestParameters: [Member]? = nil,
    requestValidatorId: Reference<RequestValidator>? = nil
  ) {
    self.httpMethod = httpMethod
    self.resourceId = resourceId
    self.restApiId = restApiId
    self.apiKeyRequired = apiKeyRequired
    self.authorizationScopes = authorizationScopes
    self.authorizationType = authorizationType
    self.authorizerId = authorizerId
    self.integration = integration
    self.methodResponses = methodResponses
    self.operationName = operationName
    self.requestModels = requestModels
    self.requestParameters = requestParameters
    self.requestValidatorId = requestValidatorId
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.apiKeyRequired, apiKeyRequired)
    writer.add(.authorizationScopes, authorizationScopes)
    writer.add(.authorizationType, authorizationType)
    writer.add(.authorizerId, authorizerId)
    writer.add(.httpMethod, httpMethod)
    writer.add(.integration, integration)
    writer.add(.methodResponses, methodResponses)
    writer.add(.operationName, operationName)
    writer.add(.requestModels, requestModels)
    writer.add(.requestParameters, requestParameters)
    writer.add(.requestValidatorId, requestValidatorId)
    writer.add(.resourceId, resourceId)
    writer.add(.restApiId, restApiId)
  }
}
