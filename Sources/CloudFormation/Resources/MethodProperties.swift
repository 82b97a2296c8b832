/// The properties of a method of a path of an API.
///
/// Whoever has them elsewhere gives them one by one as they are written: a template has thousands of methods, and to
/// gather each in a value first takes as long as all the rest of the way from a spec's method to its resource.
public protocol MethodProperties: Resource {
  associatedtype Answer: IntegrationProperties

  /// Whether a caller must send an API key.
  var apiKeyRequired: Value? { get }
  /// The OAuth scopes of which an access token must have one, a list.
  var authorizationScopes: Value? { get }
  /// `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`.
  var authorizationType: Value? { get }
  /// The authorizer of types `CUSTOM` and `COGNITO_USER_POOLS`.
  var authorizerId: Reference<Authorizer>? { get }
  /// The verb, or `ANY`.
  var httpMethod: Value { get }
  /// What answers the method.
  var integration: Answer? { get }
  /// The responses that the method declares.
  var methodResponses: [MethodResponse]? { get }
  /// The operation's name in generated clients.
  var operationName: Value? { get }
  /// Content type → the model's name.
  var requestModels: [Member]? { get }
  /// `method.request.…` → whether it is required.
  var requestParameters: [Member]? { get }
  /// The validator of requests.
  var requestValidatorId: Reference<RequestValidator>? { get }
  /// The ID of the path's resource, or the API's `RootResourceId`.
  var resourceId: Value { get }
  /// The API.
  var restApiId: Reference<RestApi> { get }
}

extension MethodProperties {
  public static var type: String { "AWS::ApiGateway::Method" }

  @inlinable
  public func write(to writer: inout PropertyWriter) {
    writer.add("ApiKeyRequired", apiKeyRequired)
    writer.add("AuthorizationScopes", authorizationScopes)
    writer.add("AuthorizationType", authorizationType)
    writer.add("AuthorizerId", authorizerId)
    writer.add("HttpMethod", httpMethod)
    writer.add("Integration", integration)
    writer.add("MethodResponses", methodResponses)
    writer.add("OperationName", operationName)
    writer.add("RequestModels", requestModels)
    writer.add("RequestParameters", requestParameters)
    writer.add("RequestValidatorId", requestValidatorId)
    writer.add("ResourceId", resourceId)
    writer.add("RestApiId", restApiId)
  }
}
