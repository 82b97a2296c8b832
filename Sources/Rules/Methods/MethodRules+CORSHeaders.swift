import Diagnostics
import Document
import Spec
import VTL

extension MethodRules {
  /// The headers that pages may send.
  static let corsHeaders: [Rule] = [
    Rule(
      "METH489", "A header that calls need and pages may not send", severity: .warning,
      why: "the preflight of exactly those calls fails that need the header", source: corsPage,
      bad: [
        Example(
          "a token and a required header",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["https://shop.example.com"], ↓allowHeaders: [Content-Type]}
              requestValidators: {parameters: {validateRequestParameters: true}}
              paths:
                /orders:
                  GET:
                    authorizationType: AWS_IAM
                    requestParameters: {method.request.header.X-Tenant: true, method.request.header.Origin: true}
                    requestValidator: parameters
          """),
        Example(
          "one that is not in the default list",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              ↓cors: {allowOrigins: ["https://shop.example.com"]}
              authorizers:
                callers: {type: token, handler: guard, identitySource: {header: X-Token}}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """),
      ],
      good: [
        Example(
          "listed, in any case",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["https://shop.example.com"], allowHeaders: [authorization, X-API-Key]}
              paths:
                /orders:
                  GET: {authorizationType: AWS_IAM, apiKeyRequired: true}
          """),
        Example(
          "a header that browsers send themselves",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["https://shop.example.com"], allowHeaders: [Content-Type]}
              requestValidators: {parameters: {validateRequestParameters: true}}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.header.Origin: true}
                    requestValidator: parameters
          """),
        Example(
          "a method that pages do not call",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["*"], allowHeaders: [Content-Type], allowMethods: [GET]}
              paths:
                /orders:
                  GET: {}
                  DELETE: {authorizationType: AWS_IAM}
          """),
      ],
      check: .api { api, findings in
        if api.corsOptions.isEmpty { return }
        var needs = HeaderNeeds(api)
        for operation in api.operations where operation.verb != .options {
          guard let cors = api.preflight(at: operation.path), cors.value.allows(operation.verb) else { continue }
          for header in needs.headers(of: operation) { findings.check(header, cors, &needs) }
        }
      })
  ]
}

/// The headers that methods need, and that pages may send.
private struct HeaderNeeds {
  private let api: ResolvedAPI
  private var ofAuthorizers: [String: [String]] = [:]
  private var allowed: [NodeID: AllowedHeaders] = [:]

  init(_ api: ResolvedAPI) { self.api = api }

  mutating func headers(of operation: Operation) -> [String] {
    let options = operation.options
    var headers: [String] = []
    if let name = options.authorizer?.value, name != "none" {
      headers = authorizerHeaders(name)
    } else if options.authorizationType?.value == .iam {
      headers = ["Authorization"]
    }
    if options.apiKeyRequired.isOn, !api.readsKeysElsewhere { headers.append("X-Api-Key") }
    for parameter in options.requestParameters?.value ?? [] where parameter.value.known == true {
      guard let declared = DeclaredParameter(parameter.name), declared.location == "header" else { continue }
      headers.append(String(declared.name))
    }
    return headers
  }

  private mutating func authorizerHeaders(_ name: String) -> [String] {
    if let known = ofAuthorizers[name] { return known }
    let headers = api.authorizer(name)?.value.headers ?? []
    ofAuthorizers[name] = headers
    return headers
  }

  mutating func allows(_ header: String, _ cors: Located<CORSOptions>) -> Bool {
    let headers = allowed[cors.node] ?? AllowedHeaders(cors.value)
    if allowed[cors.node] == nil { allowed[cors.node] = headers }
    return headers.allows(header)
  }
}

/// The headers that pages may send.
private struct AllowedHeaders {
  /// In small letters; nil where not all are known.
  private let names: Set<String>?

  init(_ cors: CORSOptions) {
    let listed = cors.allowHeaders?.value.map { $0.known() }
    guard let listed else {
      names = Self.usual
      return
    }
    names = listed.contains(nil) ? nil : Set(listed.compactMap { $0?.lowercased() })
  }

  func allows(_ header: String) -> Bool {
    guard let names else { return true }
    let name = header.lowercased()
    if names.contains(name) || Self.free.contains(name) { return true }
    return names.contains("*") && name != "authorization" || Self.freePrefixes.contains { name.hasPrefix($0) }
  }

  /// What the spec language allows where nothing is listed.
  private static let usual: Set<String> = [
    "content-type", "x-amz-date", "authorization", "x-api-key", "x-amz-security-token", "x-amz-user-agent",
  ]

  /// Headers that browsers send themselves or allow always, or that API Gateway adds.
  /// https://fetch.spec.whatwg.org/#cors-safelisted-request-header, https://fetch.spec.whatwg.org/#forbidden-request-header
  private static let free: Set<String> = [
    "accept", "accept-charset", "accept-encoding", "accept-language", "connection", "content-language",
    "content-length",
    "cookie", "date", "dnt", "expect", "host", "keep-alive", "origin", "range", "referer", "te", "trailer",
    "transfer-encoding", "upgrade", "user-agent", "via", "x-amzn-trace-id",
  ]

  private static let freePrefixes = ["sec-", "proxy-", "access-control-request-", "x-forwarded-", "cloudfront-"]
}

extension CORSOptions {
  fileprivate func allows(_ verb: Verb) -> Bool {
    guard let methods = allowMethods?.value, verb != .any else { return true }
    return methods.contains { $0.value == verb || $0.value == .any }
  }
}

extension ResolvedAPI {
  /// Whether keys do not come in their header, or may not.
  fileprivate var readsKeysElsewhere: Bool {
    guard let source = api.apiKeySourceType else { return isImported }
    return source.known() != .header
  }
}

extension Authorizer {
  /// The headers that callers say who they are in; none where that is not known.
  fileprivate var headers: [String] {
    if options.authorizerId != nil { return [] }
    let given = identitySources.compactMap { if case .header(let name) = $0.value { name } else { nil } }
    switch source {
    case .request: return given
    case .token(let token): return token.identitySource == nil ? ["Authorization"] : given
    case .cognito(let cognito): return cognito.identitySource == nil ? ["Authorization"] : given
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ header: String, _ cors: Located<CORSOptions>, _ needs: inout HeaderNeeds) {
    guard !needs.allows(header, cors), knows(cors.value.allowHeaders), spec.isWhole(cors.node) else { return }
    report(.notAllowed(header), atKeyOf: cors.value.allowHeaders?.node ?? cors.node)
  }
}

extension Message {
  fileprivate static func notAllowed(_ header: String) -> Message {
    Message(
      "METH489", .warning, "calls need header '\(header)', and pages may not send it",
      help: "add '\(header)' to 'allowHeaders'")
  }
}
