import Document

extension Kind where Value == Integration {
  /// A function's name, or a mapping with a `type`.
  public static let integration = Kind(
    .either(Kind<Reference>.function.shape, full.shape)
  ) { node, reader in
    let isFull = reader.document.kind(node) == .mapping && Intrinsic(node, in: reader.document) == nil
    return isFull ? full.read(node, &reader) : ofFunction.read(node, &reader)
  }

  /// A function's name alone: a Lambda proxy integration.
  static let ofFunction = Kind(Kind<Reference>.function.shape) { node, reader in
    guard let handler = Kind<Reference>.function.read(node, &reader) else { return nil }
    var (options, backend) = (IntegrationOptions(), LambdaBackend())
    (options.node, backend.node) = (node, node)
    backend.handler = Located(handler, at: node)
    return Integration(options: options, backend: .lambda(backend))
  }
}

/// Where a method sends the request, and how the answer comes back.
///
/// A class, because many hands pass it on and its options are large.
public final class Integration: Sendable {
  public let options: IntegrationOptions
  public let backend: Backend

  public init(options: IntegrationOptions, backend: Backend) {
    (self.options, self.backend) = (options, backend)
  }

  public var node: NodeID { options.node }
}

extension Integration {
  /// Whether request and answer go through unchanged.
  public var isProxy: Bool {
    switch backend {
    case .lambda(let lambda): lambda.proxy.value
    case .http(let http): http.proxy.value
    case .aws(let aws): aws.proxy.value
    case .mock, .stepFunctions, .sageMaker: false
    }
  }

  public var isMock: Bool {
    if case .mock = backend { true } else { false }
  }

  /// Whether request template and responses come with the type, where the spec has none.
  public var bringsItsOwnMapping: Bool {
    switch backend {
    case .stepFunctions, .sageMaker: true
    case .mock, .lambda, .http, .aws: false
    }
  }
}

/// What answers: the keys that an integration has by its `type`. The smaller ones stand in the integration itself.
public enum Backend: Sendable {
  case mock(MockBackend)
  case lambda(LambdaBackend)
  indirect case http(HTTPBackend)
  indirect case aws(AWSBackend)
  indirect case stepFunctions(StepFunctionsBackend)
  indirect case sageMaker(SageMakerBackend)
}

extension Kind where Value == Integration {
  public static let full = Kind<Integration>.tagged(
    "type", IntegrationOptions.self,
    [
      Variant("mock", Backend.mock), Variant("lambda", Backend.lambda), Variant("http", Backend.http),
      Variant("aws", Backend.aws), Variant("stepFunctions", Backend.stepFunctions),
      Variant("sageMaker", Backend.sageMaker),
    ], rule: "INT201", Integration.init(options:backend:))
}

/// The options that integrations of all types have.
///
/// What most integrations with templates have stands here, in an order without gaps; the rest elsewhere.
public struct IntegrationOptions: TableDecodable {
  public var integrationResponses: Located<[Located<IntegrationResponse>]>?
  public var node = NodeID.none
  public var requestTemplates: Located<Templates>?
  public var passthroughBehavior: Located<Deferrable<PassthroughBehavior>>?
  @usableFromInline var rare = Rare<RareIntegrationOptions>()

  public init() {}

  public static let table = Table<IntegrationOptions>(
    "an integration", doc: "What integrations of all types take.",
    [
      Field(
        "cacheKeyParameters", \.cacheKeyParameters, .list(.orIntrinsic(.text)),
        doc: "Request parameters that tell cached answers apart."),
      Field(
        "cacheNamespace", \.cacheNamespace, .orIntrinsic(.text),
        doc: "The cache that the method shares; by default its resource's."),
      Field(
        "connectionType", \.connectionType, .choice(), doc: "`VPC_LINK` where `vpcLink` is given, else `INTERNET`."),
      Field(
        "contentHandling", \.contentHandling, .orIntrinsic(.choice("INT236")),
        doc: "How the request's body is converted."),
      Field(
        "credentialsPassthrough", \.credentialsPassthrough, .flag,
        doc: "Whether the backend is called as the caller; excludes `credentialsRole`."),
      Field(
        "credentialsRole", \.credentialsRole, .reference(to: "a role", .role),
        doc: "The role as which the backend is called."),
      Field(
        "integrationResponses", \.integrationResponses, .list(.record),
        doc: "How answers of the backend become answers of the method."),
      Field(
        "passthroughBehavior", \.passthroughBehavior, .orIntrinsic(.choice("INT234")),
        doc: "What happens to bodies that no template takes."),
      Field(
        "requestParameters", \.requestParameters, .map("an integration request parameter", .orIntrinsic(.text)),
        doc: "`integration.request.header.X` and its like → a mapping expression."),
      Field(
        "requestTemplates", \.requestTemplates, .templates,
        doc: "Content type → mapping template of the request's body."),
      Field(
        "timeout", \.timeout, .orIntrinsic(.duration(wholeSeconds: false, likely: 50...300_000)),
        doc: "How long to wait for the backend: 50 ms to 29 s, longer where API Gateway allows it."),
      Field(
        "vpcLink", \.vpcLink, .reference(to: "a VPC link", .vpcLink),
        doc: "The link through which the backend is reached."),
      Field(
        "responseTransferMode", \.responseTransferMode, .orIntrinsic(.choice()),
        doc: "`BUFFERED`, or `STREAM` for proxy integrations."),
    ])
}

public enum ConnectionType: String, Choice {
  case internet = "INTERNET"
  case vpcLink = "VPC_LINK"
}

public enum ContentHandling: String, Choice {
  case toBinary = "CONVERT_TO_BINARY"
  case toText = "CONVERT_TO_TEXT"
}

public enum PassthroughBehavior: String, Choice {
  case whenNoMatch = "WHEN_NO_MATCH"
  case whenNoTemplates = "WHEN_NO_TEMPLATES"
  case never = "NEVER"
}

public enum ResponseTransferMode: String, Choice {
  case buffered = "BUFFERED"
  case stream = "STREAM"
}

/// How an answer of the backend becomes an answer of the method.
public struct IntegrationResponse: TableDecodable {
  public var statusCode = Located("")
  public var node = NodeID.none
  public var selectionPattern: Located<Deferrable<String>>?
  public var responseParameters: Located<[Named<Deferrable<String>>]>?
  public var responseTemplates: Located<Templates>?
  public var contentHandling: Located<Deferrable<ContentHandling>>?

  public init() {}

  public static let table = Table<IntegrationResponse>(
    "an integration response", doc: "How an answer of the backend becomes an answer of the method.",
    [
      Field("statusCode", \.statusCode, .statusCode("INT232"), .required, doc: "The method response's status code."),
      Field(
        "selectionPattern", \.selectionPattern, .orIntrinsic(.text),
        doc: "A regular expression over the backend's status, or a function's error message."),
      Field(
        "responseParameters", \.responseParameters, .map("a method response header", .orIntrinsic(.text)),
        doc: "`method.response.header.X` and its like → a mapping expression."),
      Field(
        "responseTemplates", \.responseTemplates, .templates,
        doc: "Content type → mapping template of the answer's body."),
      Field(
        "contentHandling", \.contentHandling, .orIntrinsic(.choice("INT236")),
        doc: "How the answer's body is converted."),
    ])
}
