/// An authorizer of an API. Its `Ref` is the authorizer's ID.
public struct Authorizer: Resource {
  public static let type = "AWS::ApiGateway::Authorizer"

  /// A name that OpenAPI imports and exports carry.
  public var authType: Value?
  /// The ARN of the role that API Gateway takes on to call the function.
  public var authorizerCredentials: Value?
  /// How long a decision is kept, in seconds: 0 to 3,600.
  public var authorizerResultTtlInSeconds: Value?
  /// The function's invocation address.
  public var authorizerUri: Value?
  /// Mapping expressions, joined by commas.
  public var identitySource: Value?
  /// The pattern that a token must match.
  public var identityValidationExpression: Value?
  /// The authorizer's name.
  public var name: Value
  /// The ARNs of Cognito user pools, a list.
  public var providerARNs: Value?
  /// The API.
  public var restApiId: Reference<RestApi>
  /// `TOKEN`, `REQUEST` or `COGNITO_USER_POOLS`.
  public var type: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    name: Value,
    restApiId: Reference<RestApi>,
    type: Value,
    authType: Value? = nil,
    authorizerCredentials: Value? = nil,
    authorizerResultTtlInSeconds: Value? = nil,
    authorizerUri: Value? = nil,
    identitySource: Value? = nil,
    identityValidationExpression: Value? = nil,
    providerARNs: Value? = nil
  ) {
    self.name = name
    self.restApiId = restApiId
    self.type = type
    self.authType = authType
    self.authorizerCredentials = authorizerCredentials
    self.authorizerResultTtlInSeconds = authorizerResultTtlInSeconds
    self.authorizerUri = authorizerUri
    self.identitySource = identitySource
    self.identityValidationExpression = identityValidationExpression
    self.providerARNs = providerARNs
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.authType, authType)
    writer.add(.authorizerCredentials, authorizerCredentials)
    writer.add(.authorizerResultTtlInSeconds, authorizerResultTtlInSeconds)
    writer.add(.authorizerUri, authorizerUri)
    writer.add(.identitySource, identitySource)
    writer.add(.identityValidationExpression, identityValidationExpression)
    writer.add(.name, name)
    writer.add(.providerARNs, providerARNs)
    writer.add(.restApiId, restApiId)
    writer.add(.type, type)
  }
}
