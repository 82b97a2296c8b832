import Diagnostics
import Document
import Spec

extension SecurityRules {
  static let origins: [Rule] = [
    Rule(
      "SEC013", "Any site's pages for callers with a token", severity: .warning,
      why: "a page of any site may call in the name of a user whose token it got hold of",
      source: "https://fetch.spec.whatwg.org/#http-cors-protocol",
      bad: [
        Example("an API", spec("cors: {allowOrigins: [↓\"*\"]}")),
        Example(
          "a default for all paths", spec("defaultCorsPreflightOptions: {allowOrigins: ↓\"*\"}\n    \(readableErrors)")),
      ],
      good: [
        Example("the site of one's own", spec("cors: {allowOrigins: [https://shop.example.com]}")),
        Example(
          "an open path",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              paths:
                /orders:
                  GET: {authorizer: callers}
                /offers:
                  corsPreflight: {allowOrigins: ["*"]}
                  GET: {authorizer: none}
          """),
      ],
      check: .api { api, findings in
        if api.api.authorizers.isEmpty || api.corsOptions.isEmpty { return }
        var seen: Set<NodeID> = []
        for operation in api.operations where operation.hasAuthorizer {
          if let cors = api.api.cors, seen.insert(cors.node).inserted { findings.reportAnySite(in: cors.value) }
          guard let preflight = api.preflight(of: operation), seen.insert(preflight.node).inserted else { continue }
          findings.reportAnySite(in: preflight.value)
        }
      })
  ]

  private static let readableErrors = """
    gatewayResponses: {DEFAULT_4XX: &error {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}, DEFAULT_5XX: *error}
    """

  private static func spec(_ cors: String) -> String {
    """
    functions:
      guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
    apis:
      Shop:
        \(cors)
        authorizers:
          callers: {type: token, handler: guard}
        paths:
          /orders:
            GET: {authorizer: callers}
    """
  }
}

extension Operation {
  /// Whether callers bring a token that an authorizer looks at.
  fileprivate var hasAuthorizer: Bool { options.authorizer.map { $0.value != "none" } ?? false }
}

extension ResolvedAPI {
  /// What tells browsers who may call a method.
  fileprivate func preflight(of operation: Operation) -> Located<CORSOptions>? {
    if let item = paths.nodes[operation.path].item, let own = api.paths[item].value.corsPreflight { return own }
    return paths.nodes[operation.path].defaults.corsPreflight
  }
}

extension Findings {
  /// Of a star with credentials, or beside other origins, METH481 and METH482 speak.
  fileprivate mutating func reportAnySite(in options: CORSOptions) {
    let origins = options.allowOrigins.value
    guard let origin = origins.first, origins.count == 1, origin.known() == "*" else { return }
    if options.allowCredentials?.value != true { report(.anySite, at: origin.node) }
  }
}

extension Message {
  fileprivate static let anySite = Message(
    "SEC013", .warning, "pages of any site may call methods that an authorizer guards",
    help: "list the origins of your own sites")
}
