import Diagnostics
import Document
import Spec

extension SecurityRules {
  static let origins: [Rule] = [
    Rule(
      "SEC013", "any site's pages for callers with a token", severity: .warning,
      why: "a page of any site may call in the name of a user whose token it got hold of",
      source: "https://fetch.spec.whatwg.org/#http-cors-protocol",
      bad: [
        Example("an API", spec("cors: {allowOrigins: [↓\"*\"]}")),
        Example("a default for all paths", spec("defaultCorsPreflightOptions: {allowOrigins: ↓\"*\"}")),
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
        guard !api.api.authorizers.isEmpty else { return }
        var seen: Set<NodeID> = []
        for operation in api.operations where operation.hasAuthorizer {
          for options in api.crossOriginOptions(of: operation) where seen.insert(options.node).inserted {
            let origins = options.value.allowOrigins.value
            // A star with credentials, or beside other origins, is refused: METH481 and METH482 say so.
            if origins.count != 1 || options.value.allowCredentials?.value == true { continue }
            if let origin = origins.first, origin.known() == "*" { findings.report(.anySite, at: origin.node) }
          }
        }
      })
  ]

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
  fileprivate func crossOriginOptions(of operation: Operation) -> [Located<CORSOptions>] {
    let node = paths.nodes[operation.path]
    let own = node.item.flatMap { api.paths[$0].value.corsPreflight } ?? node.defaults.corsPreflight
    return [api.cors, own].compactMap { $0 }
  }
}

extension Message {
  fileprivate static let anySite = Message(
    "SEC013", .warning, "pages of any site may call methods that an authorizer guards",
    help: "list the origins of your own sites")
}
