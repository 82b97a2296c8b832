import Document

/// A method as it is written.
public struct Method: TableDecodable {
  public var options = MethodOptions()
  public var integration: Located<Integration>?
  public var node = NodeID.none
  @usableFromInline var rare = Rare<RareMethodKeys>()

  public init() {}

  public static let table = Table<Method>(
    "a method", doc: "A method: who may call it, what it takes, where it goes.",
    [
      Field("integration", \.integration, .integration, doc: "Where the request goes."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the method's logical ID."),
    ], sharing: MethodOptions.table.fields.map { $0.lifted(through: \.options) })
}

extension Kind where Value == Shared<Method> {
  /// A function's name, short for a Lambda proxy integration; or a mapping.
  public static let method = Kind(.either(shortMethod.shape, longMethod.shape)) { node, reader in
    let isLong = reader.isMapping(node) && Intrinsic(node, in: reader.document) == nil
    guard let method = isLong ? longMethod.read(node, &reader) : shortMethod.read(node, &reader) else { return nil }
    return Shared(method)
  }

  private static let longMethod = Kind<Method>.record

  private static let shortMethod = Kind<Method>(Kind<Reference>.function.shape) { node, reader in
    guard let integration = Kind<Integration>.ofFunction.read(node, &reader) else { return nil }
    var method = Method()
    method.node = node
    method.integration = Located(integration, at: node)
    return method
  }
}

/// Everything that a method takes but its integration; inherited key by key.
///
/// What most methods have stands here, in an order without gaps; the rest elsewhere.
public struct MethodOptions: TableDecodable {
  public var authorizer: Located<String>?
  public var node = NodeID.none
  public var requestParameters: Located<[Named<Deferrable<Bool>>]>?
  public var methodResponses: Located<[Located<MethodResponse>]>?
  @usableFromInline var rare = Rare<RareMethodOptions>()

  public init() {}

  public static let table = Table<MethodOptions>(
    "method options", doc: "What a method takes beside its integration.",
    [
      Field("operationName", \.operationName, .orIntrinsic(.text), doc: "A name for generated clients."),
      Field(
        "authorizationType", \.authorizationType, .choice("AUTH320"),
        doc: "Follows from the authorizer where there is one."),
      Field(
        "authorizer", \.authorizer, .name("an authorizer's name", .authorizer),
        doc: "An authorizer of the API, or `none`."),
      Field(
        "authorizationScopes", \.authorizationScopes, .list(.orIntrinsic(.text)),
        doc: "Scopes of which an access token needs one."),
      Field("apiKeyRequired", \.apiKeyRequired, .orIntrinsic(.flag), doc: "Whether a call needs an API key."),
      Field(
        "requestParameters", \.requestParameters, .map("a request parameter", .orIntrinsic(.flag("METH407"))),
        doc: "`method.request.querystring.page` and its like: whether the parameter is required."),
      Field(
        "requestModels", \.requestModels, .map("a content type", .name("a model's name", .model)),
        doc: "The model of each content type."),
      Field(
        "requestValidator", \.requestValidator, .name("a validator's name", .requestValidator),
        doc: "A request validator of the API."),
      Field(
        "requestValidatorOptions", \.requestValidatorOptions, .record, doc: "A request validator of this method's own."),
      Field("methodResponses", \.methodResponses, .list(.record), doc: "The answers that the method may give."),
    ])

  /// These options, with those of a farther level where this one is silent.
  ///
  /// An authorizer that is lifted here takes the inherited scopes and type with it.
  public func inheriting(_ outer: MethodOptions) -> MethodOptions {
    var merged = self
    if !liftsAuthorizer { merged.authorizer = authorizer ?? outer.authorizer }
    merged.requestParameters = requestParameters ?? outer.requestParameters
    merged.methodResponses = methodResponses ?? outer.methodResponses
    if rare.isEmpty, authorizer == nil {
      merged.rare = outer.rare
    } else {
      merged.rare = rare.completed(by: outer.rare) { own, outer in
        own.inherit(outer, lifting: liftsAuthorizer, asking: authorizer != nil)
      }
    }
    return merged
  }

  /// Whether these options say that nobody is asked who they are.
  public var liftsAuthorizer: Bool {
    authorizer?.value == "none" || authorizer == nil && authorizationType?.value == AuthorizationType.none
  }
}

/// https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html
public enum AuthorizationType: String, Choice {
  case none = "NONE"
  case iam = "AWS_IAM"
  case custom = "CUSTOM"
  case cognito = "COGNITO_USER_POOLS"
}

/// An answer that a method may give.
public struct MethodResponse: TableDecodable {
  public var statusCode = Located("")
  public var node = NodeID.none
  public var responseParameters: Located<[Named<Deferrable<Bool>>]>?
  public var responseModels: Located<[Named<String>]>?

  public init() {}

  public static let table = Table<MethodResponse>(
    "a method response", doc: "An answer that a method may give.",
    [
      Field("statusCode", \.statusCode, .statusCode("METH424"), .required, doc: "The status code."),
      Field(
        "responseParameters", \.responseParameters, .map("a response header", .orIntrinsic(.flag("METH427"))),
        doc: "`method.response.header.X-Total` and its like, each with `true` or `false`."),
      Field(
        "responseModels", \.responseModels, .map("a content type", .name("a model's name", .model)),
        doc: "The model of each content type."),
    ])
}
