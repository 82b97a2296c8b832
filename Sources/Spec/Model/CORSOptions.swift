import Document

/// Which browsers' pages may call (https://fetch.spec.whatwg.org/#http-cors-protocol).
public struct CORSOptions: TableDecodable {
  public var node = NodeID.none
  public var allowOrigins = Located<[Located<Deferrable<String>>]>([])
  public var allowMethods: Located<[Located<Verb>]>?
  public var allowHeaders: Located<[Located<Deferrable<String>>]>?
  public var allowCredentials: Located<Bool>?
  public var maxAge: Located<Duration>?
  public var disableCache = Located(false)
  public var exposeHeaders: Located<[Located<Deferrable<String>>]>?
  public var statusCode: Located<String>?

  public init() {}

  public static let table = Table<CORSOptions>(
    "CORS options", doc: "Which browsers' pages may call.",
    [
      Field(
        "allowOrigins", \.allowOrigins, .listOrOne(.orIntrinsic(.text("an origin"))), .required,
        doc: "The origins of the pages: `https://shop.example.com`, or `*`."),
      Field(
        "allowMethods", \.allowMethods, .list(.choice("METH401")), doc: "The methods they may use; all by default."),
      Field(
        "allowHeaders", \.allowHeaders, .list(.orIntrinsic(.text("a header's name"))),
        doc: "The headers they may send; by default those that AWS's own clients send."),
      Field("allowCredentials", \.allowCredentials, .flag, doc: "Whether they may send cookies and credentials."),
      Field(
        "maxAge", \.maxAge, .duration(wholeSeconds: true, likely: 0...86_400_000),
        doc: "How long a browser keeps the answer; excludes `disableCache`."),
      Field("disableCache", \.disableCache, .flag, doc: "Whether browsers are told to keep no answer."),
      Field(
        "exposeHeaders", \.exposeHeaders, .list(.orIntrinsic(.text("a header's name"))),
        doc: "The headers of an answer that pages may read."),
      Field("statusCode", \.statusCode, .statusCode("METH493"), doc: "The preflight's status code; 204 by default."),
    ])
}
