import Diagnostics
import Document

/// Who may call: a Lambda function that says so, or user pools.
public struct Authorizer: Sendable {
  public var options: AuthorizerOptions
  public var source: AuthorizerSource

  public init(options: AuthorizerOptions, source: AuthorizerSource) {
    (self.options, self.source) = (options, source)
  }

  public var node: NodeID { options.node }

  /// What methods with this authorizer have as their type.
  public var authorizationType: AuthorizationType {
    if case .cognito = source { .cognito } else { .custom }
  }

  /// The function that decides; nil for user pools.
  public var handler: Located<Reference>? {
    switch source {
    case .request(let request): request.handler
    case .token(let token): token.handler
    case .cognito: nil
    }
  }
}

/// The keys that an authorizer has by its `type`.
public indirect enum AuthorizerSource: Sendable {
  case request(RequestAuthorizer)
  case token(TokenAuthorizer)
  case cognito(CognitoAuthorizer)
}

extension Kind where Value == Authorizer {
  public static let authorizer = Kind<Authorizer>.tagged(
    "type", AuthorizerOptions.self,
    [
      Variant("request", AuthorizerSource.request), Variant("token", AuthorizerSource.token),
      Variant("cognito", AuthorizerSource.cognito),
    ], rule: "AUTH301", Authorizer.init)
}

/// The options that authorizers of all types have.
public struct AuthorizerOptions: TableDecodable {
  public var node = NodeID.none
  public var authorizerName: Located<Deferrable<String>>?
  public var resultsCacheTtl: Located<Deferrable<Duration>>?
  public var authorizerId: Located<Deferrable<String>>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<AuthorizerOptions>(
    "an authorizer", doc: "What authorizers of all types take.",
    [
      Field(
        "authorizerName", \.authorizerName, .orIntrinsic(.text),
        doc: "The name in AWS; by default the name in the spec."),
      Field(
        "resultsCacheTtl", \.resultsCacheTtl,
        .orIntrinsic(.duration(wholeSeconds: true, likely: 0...3_600_000)),
        doc: "How long an answer is kept, up to 1h; `0s` keeps none."),
      Field(
        "authorizerId", \.authorizerId, .orIntrinsic(.text), doc: "An existing authorizer's ID, instead of all else."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the authorizer's logical ID."),
    ])
}

/// A `request` authorizer's own keys.
public struct RequestAuthorizer: TableDecodable {
  public var node = NodeID.none
  public var handler: Located<Reference>?
  public var identitySources: Located<[Located<IdentitySourceEntry>]>?
  public var assumeRole: Located<Reference>?

  public init() {}

  public static let table = Table<RequestAuthorizer>(
    "a request authorizer", doc: "A Lambda function that sees the whole request.",
    [
      Field("handler", \.handler, .reference(to: "a function", .function), doc: "The function that decides."),
      Field(
        "identitySources", \.identitySources, .list(.identitySource),
        doc: "What of the request must be there, and tells cached answers apart."),
      Field(
        "assumeRole", \.assumeRole, .reference(to: "a role", .role),
        doc: "The role as which API Gateway calls the function."),
    ], refusing: Message.httpAPIOption)
}

/// A `token` authorizer's own keys.
public struct TokenAuthorizer: TableDecodable {
  public var node = NodeID.none
  public var handler: Located<Reference>?
  public var identitySource: Located<IdentitySourceEntry>?
  public var validationRegex: Located<Deferrable<String>>?
  public var assumeRole: Located<Reference>?

  public init() {}

  public static let table = Table<TokenAuthorizer>(
    "a token authorizer", doc: "A Lambda function that sees one header.",
    [
      Field("handler", \.handler, .reference(to: "a function", .function), doc: "The function that decides."),
      Field(
        "identitySource", \.identitySource, .identitySource,
        doc: "The header with the token: `method.request.header.Authorization`."),
      Field("validationRegex", \.validationRegex, .orIntrinsic(.text), doc: "What a token must look like."),
      Field(
        "assumeRole", \.assumeRole, .reference(to: "a role", .role),
        doc: "The role as which API Gateway calls the function."),
    ], refusing: Message.httpAPIOption)
}

/// A `cognito` authorizer's own keys.
public struct CognitoAuthorizer: TableDecodable {
  public var node = NodeID.none
  public var userPools: Located<[Located<Reference>]>?
  public var identitySource: Located<IdentitySourceEntry>?

  public init() {}

  public static let table = Table<CognitoAuthorizer>(
    "a cognito authorizer", doc: "Tokens of Cognito user pools.",
    [
      Field("userPools", \.userPools, .list(.reference(to: "a user pool", .userPool)), doc: "The user pools."),
      Field(
        "identitySource", \.identitySource, .identitySource,
        doc: "The header with the token: `method.request.header.Authorization`."),
    ], refusing: Message.httpAPIOption)
}

extension Message {
  /// Options that authorizers of HTTP APIs have, and REST APIs have not.
  /// https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
  fileprivate static let httpAPIOption: @Sendable (String, Nearest?) -> Message? = { key, _ in
    let options = [
      "enableSimpleResponses", "authorizerPayloadFormatVersion", "payloadFormatVersion", "jwtConfiguration",
    ]
    return options.contains(key)
      ? Message("AUTH330", "'\(key)' exists for authorizers of HTTP APIs alone", help: "delete it") : nil
  }
}
