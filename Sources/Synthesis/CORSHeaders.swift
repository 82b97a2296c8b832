import CloudFormation
import Spec

/// What an answer tells a browser about who may read it (https://fetch.spec.whatwg.org/#http-responses).
struct CORSHeaders {
  /// Name → value in API Gateway's own quotes, in the order written.
  let headers: [Member]
  /// A template that answers with the caller's origin if it is one of several; nil where there is only one.
  let pickingTemplate: Value?

  init(_ options: CORSOptions, _ values: ValueConverter) {
    let origins = options.allowOrigins.value.map { values.value($0.value) }
    var headers = [
      Member(
        "Access-Control-Allow-Headers",
        Self.list(options.allowHeaders?.value.map { values.value($0.value) } ?? Self.usualHeaders)),
      Member("Access-Control-Allow-Origin", Self.quoted(origins.first ?? "*")),
    ]
    if origins != ["*"] { headers.append(Member("Vary", "'Origin'")) }
    headers.append(Member("Access-Control-Allow-Methods", Self.list(Self.methods(options))))
    if options.allowCredentials?.value == true { headers.append(Member("Access-Control-Allow-Credentials", "'true'")) }
    if let age = Self.maxAge(options) { headers.append(Member("Access-Control-Max-Age", .string("'\(age)'"))) }
    if let exposed = options.exposeHeaders {
      headers.append(Member("Access-Control-Expose-Headers", Self.list(exposed.value.map { values.value($0.value) })))
    }
    self.headers = headers
    pickingTemplate = Self.pickingTemplate(of: origins.dropFirst())
  }

  /// The headers as an integration's response maps them.
  var mapped: [Member] { headers.map { Member("method.response.header.\($0.name)", $0.value) } }

  /// The headers as a method's response declares them.
  var declared: [Member] { headers.map { Member("method.response.header.\($0.name)", true) } }

  /// - Parameter furtherOrigins: those beyond the first.
  private static func pickingTemplate(of furtherOrigins: ArraySlice<Value>) -> Value? {
    guard !furtherOrigins.isEmpty else { return nil }
    let tests = furtherOrigins.enumerated().flatMap { index, origin -> [Value] in
      [index == 0 ? "" : " || ", "$origin == \"", origin, "\""]
    }
    return .joined(
      [
        """
        #set($origin = $input.params().header.get("Origin"))
        #if(!$origin || $origin == "")
        #set($origin = $input.params().header.get("origin"))
        #end
        #if(
        """
      ] + tests + [
        """
        )
        #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
        #end

        """
      ])
  }

  /// What the AWS SDKs and API Gateway's own console send.
  private static let usualHeaders: [Value] = [
    "Content-Type", "X-Amz-Date", "Authorization", "X-Api-Key", "X-Amz-Security-Token", "X-Amz-User-Agent",
  ]

  /// `ANY`, or nothing, stands for all.
  private static func methods(_ options: CORSOptions) -> [Value] {
    let verbs = options.allowMethods?.value.map(\.value) ?? [.any]
    return verbs == [.any]
      ? ["OPTIONS", "GET", "PUT", "POST", "DELETE", "PATCH", "HEAD"] : verbs.map { .string($0.rawValue) }
  }

  private static func maxAge(_ options: CORSOptions) -> Int? {
    options.disableCache.value ? -1 : options.maxAge?.value.seconds
  }

  private static func quoted(_ value: Value) -> Value { .joined(["'", value, "'"]) }

  private static func list(_ items: [Value]) -> Value {
    quoted(.joined(items.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [",", $0.element] }))
  }
}
