import Document

/// A `mock` integration's own keys.
public struct MockBackend: TableDecodable {
  public var node = NodeID.none
  @usableFromInline var rare = Rare<RareKeys>()

  @usableFromInline struct RareKeys: RareOptions {
    @usableFromInline var response: Located<MockResponse>?

    @usableFromInline init() {}
  }

  public var response: Located<MockResponse>? {
    @inlinable get { rare.given?.value.response }
    set { rare.set(\.response, newValue) }
  }

  public init() {}

  public static let table = Table<MockBackend>(
    "a mock integration", doc: "API Gateway answers itself.",
    [
      Field(
        "response", \.response, .record,
        doc: "The whole answer in one entry; excludes `requestTemplates` and `integrationResponses`.")
    ])
}

/// The whole answer of a mock.
public struct MockResponse: TableDecodable {
  public var node = NodeID.none
  public var statusCode = Located("")
  public var headers: Located<[Named<Deferrable<String>>]>?
  public var body: Located<TemplateText>?

  public init() {}

  public static let table = Table<MockResponse>(
    "a mock's 'response'", doc: "The answer of a mock integration.",
    [
      Field("statusCode", \.statusCode, .statusCode("INT232"), .required, doc: "The status code."),
      Field("headers", \.headers, .map("a header's name", .orIntrinsic(.text)), doc: "Headers with fixed values."),
      Field("body", \.body, .template, doc: "The body: a mapping template."),
    ])
}

/// A `lambda` integration's own keys.
public struct LambdaBackend: TableDecodable {
  public var handler: Located<Reference>?
  public var node = NodeID.none
  @usableFromInline var rare = Rare<RareKeys>()

  @usableFromInline struct RareKeys: RareOptions {
    @usableFromInline var proxy: Located<Bool>?
    @usableFromInline var allowTestInvoke: Located<Bool>?
    @usableFromInline var scopePermissionToMethod: Located<Bool>?

    @usableFromInline init() {}
  }

  public var proxy: Located<Bool> {
    @inlinable get { rare.given?.value.proxy ?? Located(true) }
    set { rare.set(\.proxy, newValue) }
  }
  public var allowTestInvoke: Located<Bool> {
    @inlinable get { rare.given?.value.allowTestInvoke ?? Located(true) }
    set { rare.set(\.allowTestInvoke, newValue) }
  }
  public var scopePermissionToMethod: Located<Bool> {
    @inlinable get { rare.given?.value.scopePermissionToMethod ?? Located(true) }
    set { rare.set(\.scopePermissionToMethod, newValue) }
  }

  public init() {}

  public static let table = Table<LambdaBackend>(
    "a lambda integration", doc: "A Lambda function answers.",
    [
      Field("handler", \.handler, .reference(to: "a function", .function), .required, doc: "The function."),
      Field("proxy", \.proxy, .flag, doc: "Whether the function gets the whole request and gives the whole answer."),
      Field("allowTestInvoke", \.allowTestInvoke, .flag, doc: "Whether the console's test may call the function."),
      Field(
        "scopePermissionToMethod", \.scopePermissionToMethod, .flag,
        doc: "Whether each method gets a permission of its own, or the API one for all."),
    ])
}

/// An `http` integration's own keys.
public struct HTTPBackend: TableDecodable {
  public var node = NodeID.none
  public var url: Located<Deferrable<String>>?
  public var proxy = Located(true)
  public var httpMethod: Located<Deferrable<Verb>>?

  public init() {}

  public static let table = Table<HTTPBackend>(
    "an http integration", doc: "A web server answers.",
    [
      Field("url", \.url, .orIntrinsic(.text), doc: "The address; may be left out with a VPC link of this spec."),
      Field("proxy", \.proxy, .flag, doc: "Whether request and answer go through unchanged."),
      Field(
        "httpMethod", \.httpMethod, .orIntrinsic(.choice("INT209")),
        doc: "The method of the request to the server: `GET` by default."),
    ])
}

/// An `aws` integration's own keys.
public struct AWSBackend: TableDecodable {
  public var node = NodeID.none
  public var service: Located<String>?
  public var action: Located<Deferrable<String>>?
  public var path: Located<Deferrable<String>>?
  public var actionParameters: Located<[Named<Deferrable<String>>]>?
  public var subdomain: Located<String>?
  public var region: Located<Deferrable<String>>?
  public var proxy = Located(false)
  public var integrationHttpMethod: Located<Deferrable<Verb>>?

  public init() {}

  public static let table = Table<AWSBackend>(
    "an aws integration", doc: "Another AWS service answers.",
    [
      Field(
        "service", \.service, .text, .required, doc: "The service's name in its endpoint: `sqs`, `dynamodb`, `s3`."),
      Field("action", \.action, .orIntrinsic(.text), doc: "The action to call; excludes `path`."),
      Field("path", \.path, .orIntrinsic(.text), doc: "The path to call; excludes `action`."),
      Field(
        "actionParameters", \.actionParameters, .map("a parameter's name", .orIntrinsic(.text)),
        doc: "Query parameters of the action."),
      Field("subdomain", \.subdomain, .text, doc: "A host part before the service's, such as a bucket."),
      Field("region", \.region, .orIntrinsic(.text), doc: "The service's region; by default the stack's."),
      Field("proxy", \.proxy, .flag, doc: "Whether request and answer go through unchanged; only for Lambda."),
      Field(
        "integrationHttpMethod", \.integrationHttpMethod, .orIntrinsic(.choice("INT209")),
        doc: "The method of the request to the service: `POST` by default."),
    ])
}
