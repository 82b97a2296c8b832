/// A method of a path of an API, with its properties at hand.
public struct Method: MethodProperties {
  public var apiKeyRequired: Value?
  public var authorizationScopes: Value?
  public var authorizationType: Value?
  public var authorizerId: Reference<Authorizer>?
  public var httpMethod: Value
  public var integration: Integration?
  public var methodResponses: [MethodResponse]?
  public var operationName: Value?
  public var requestModels: [Member]?
  public var requestParameters: [Member]?
  public var requestValidatorId: Reference<RequestValidator>?
  public var resourceId: Value
  public var restApiId: Reference<RestApi>

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    httpMethod: Value,
    resourceId: Value,
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
}
