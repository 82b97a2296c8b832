import Document

/// A `stepFunctions` integration's own keys: an express state machine runs and answers.
public struct StepFunctionsBackend: TableDecodable {
  public var node = NodeID.none
  public var stateMachine: Located<Reference>?
  public var requestContext: Located<RequestContext>?
  public var querystring = Located(true)
  public var path = Located(true)
  public var headers = Located(false)
  public var authorizer = Located(false)
  public var useDefaultMethodResponses = Located(true)

  public init() {}

  public static let table = Table<StepFunctionsBackend>(
    "a stepFunctions integration", doc: "An express state machine runs and answers.",
    [
      Field(
        "stateMachine", \.stateMachine, .reference(to: "a state machine", .stateMachine), .required,
        doc: "The state machine."),
      Field(
        "requestContext", \.requestContext, .record, doc: "Which facts of the request's context the machine is given."),
      Field("querystring", \.querystring, .flag, doc: "Whether the machine is given the query parameters."),
      Field("path", \.path, .flag, doc: "Whether the machine is given the path's parameters."),
      Field("headers", \.headers, .flag, doc: "Whether the machine is given the headers."),
      Field("authorizer", \.authorizer, .flag, doc: "Whether the machine is given what the authorizer says."),
      Field(
        "useDefaultMethodResponses", \.useDefaultMethodResponses, .flag,
        doc: "Whether the method declares 200, 400 and 500 by itself."),
    ])
}

/// Facts of a request's context by the names that the machine finds them under, each left out unless `true`.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
public struct RequestContext: TableDecodable {
  public var node = NodeID.none
  public var accountId = Located(false)
  public var apiId = Located(false)
  public var apiKey = Located(false)
  public var authorizerPrincipalId = Located(false)
  public var caller = Located(false)
  public var cognitoAuthenticationProvider = Located(false)
  public var cognitoAuthenticationType = Located(false)
  public var cognitoIdentityId = Located(false)
  public var cognitoIdentityPoolId = Located(false)
  public var httpMethod = Located(false)
  public var requestId = Located(false)
  public var resourceId = Located(false)
  public var resourcePath = Located(false)
  public var sourceIp = Located(false)
  public var stage = Located(false)
  public var user = Located(false)
  public var userAgent = Located(false)
  public var userArn = Located(false)

  public init() {}

  public static let table = Table<RequestContext>(
    "a 'requestContext'", doc: "Facts of a request's context.",
    [
      Field("accountId", \.accountId, .flag, doc: "The account of the API."),
      Field("apiId", \.apiId, .flag, doc: "The API's ID."),
      Field("apiKey", \.apiKey, .flag, doc: "The caller's API key."),
      Field("authorizerPrincipalId", \.authorizerPrincipalId, .flag, doc: "The principal that the authorizer names."),
      Field("caller", \.caller, .flag, doc: "The principal that signed the request."),
      Field(
        "cognitoAuthenticationProvider", \.cognitoAuthenticationProvider, .flag,
        doc: "The providers that Cognito asked."),
      Field("cognitoAuthenticationType", \.cognitoAuthenticationType, .flag, doc: "Whether Cognito knows the caller."),
      Field("cognitoIdentityId", \.cognitoIdentityId, .flag, doc: "The caller's identity in Cognito."),
      Field("cognitoIdentityPoolId", \.cognitoIdentityPoolId, .flag, doc: "The pool of that identity."),
      Field("httpMethod", \.httpMethod, .flag, doc: "The verb."),
      Field("requestId", \.requestId, .flag, doc: "The request's ID."),
      Field("resourceId", \.resourceId, .flag, doc: "The resource's ID."),
      Field("resourcePath", \.resourcePath, .flag, doc: "The resource's path."),
      Field("sourceIp", \.sourceIp, .flag, doc: "The caller's address."),
      Field("stage", \.stage, .flag, doc: "The stage's name."),
      Field("user", \.user, .flag, doc: "The principal that will be authorized."),
      Field("userAgent", \.userAgent, .flag, doc: "The caller's program."),
      Field("userArn", \.userArn, .flag, doc: "The ARN of the principal."),
    ])

  /// The facts that are wanted, by name, in the table's order.
  public var wanted: [String] {
    let flags: [(String, Bool)] = [
      ("accountId", accountId.value), ("apiId", apiId.value), ("apiKey", apiKey.value),
      ("authorizerPrincipalId", authorizerPrincipalId.value), ("caller", caller.value),
      ("cognitoAuthenticationProvider", cognitoAuthenticationProvider.value),
      ("cognitoAuthenticationType", cognitoAuthenticationType.value), ("cognitoIdentityId", cognitoIdentityId.value),
      ("cognitoIdentityPoolId", cognitoIdentityPoolId.value), ("httpMethod", httpMethod.value),
      ("requestId", requestId.value), ("resourceId", resourceId.value), ("resourcePath", resourcePath.value),
      ("sourceIp", sourceIp.value), ("stage", stage.value), ("user", user.value), ("userAgent", userAgent.value),
      ("userArn", userArn.value),
    ]
    return flags.filter(\.1).map(\.0)
  }
}

/// A `sageMaker` integration's own keys: a model's endpoint answers.
public struct SageMakerBackend: TableDecodable {
  public var node = NodeID.none
  public var endpoint: Located<Reference>?

  public init() {}

  public static let table = Table<SageMakerBackend>(
    "a sageMaker integration", doc: "A model's endpoint answers.",
    [
      Field(
        "endpoint", \.endpoint, .reference(to: "a SageMaker endpoint", .endpoint), .required,
        doc: "The endpoint: its name, or a resource of this spec.")
    ])
}
