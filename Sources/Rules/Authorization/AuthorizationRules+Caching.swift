import Diagnostics
import Spec
import VTL

extension AuthorizationRules {
  /// How long answers are kept, and what tells them apart.
  static let caching: [Rule] = [
    Rule(
      "AUTH308", "Cached answers that nothing tells apart",
      why: "a REQUEST authorizer caches for 300 seconds by default, and its cache key is made of the identity sources",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "the default TTL",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                ↓callers: {type: request, handler: guard}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "no cache",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, resultsCacheTtl: 0s}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        guard case .request(let request) = item.value.source, item.value.options.authorizerId == nil,
          item.value.isCached, findings.spec.isWhole(item.node)
        else { return }
        if let sources = request.identitySources {
          if findings.isEmptyList(sources.node) { findings.report(.cachedForAll, at: sources.node) }
        } else {
          findings.report(.cachedForAll, atKeyOf: item.node)
        }
      }),
    lifetime(
      "AUTH311", "Answers of a function kept too long", for: "{type: token, handler: guard, resultsCacheTtl: "
    ) {
      if case .cognito = $0 { false } else { true }
    },
    lifetime(
      "AUTH312", "Answers of user pools kept too long",
      for: "{type: cognito, userPools: [!ImportValue pool], resultsCacheTtl: "
    ) {
      if case .cognito = $0 { true } else { false }
    },
    Rule(
      "AUTH328", "A cache key that never comes twice", severity: .warning,
      why: "the variable differs for every request, so the authorizer is called every time all the same",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html",
      bad: [
        Example(
          "the request's ID",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [{context: ↓requestId}]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "the same without a cache",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers:
                  type: request
                  handler: guard
                  identitySources: [context.requestId]
                  resultsCacheTtl: 0s
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        guard item.value.isCached else { return }
        for source in item.value.identitySources {
          guard case .context(let name) = source.value else { continue }
          if ["requestId", "extendedRequestId", "requestTime", "requestTimeEpoch"].contains(name) {
            findings.report(.uniqueSource(name), at: source.node)
          }
        }
      }),
  ]

  /// One range, and a rule for each of the two sorts of authorizers that have it.
  private static func lifetime(
    _ id: RuleID, _ title: String, for options: String, applies: @escaping @Sendable (AuthorizerSource) -> Bool
  ) -> Rule {
    @Sendable func spec(_ value: String) -> String {
      """
      functions:
        guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
      apis:
        Shop:
          authorizers:
            callers: \(options)\(value)}
          paths:
            /orders:
              GET: {authorizer: callers}
      """
    }
    return Rule(
      id, title, why: "CreateAuthorizer takes at most 3600 seconds",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [Example("two hours", spec("↓2h"))], good: [Example("an hour", spec("1h"))],
      check: .authorizer { item, _, findings in
        guard let lifetime = item.value.options.resultsCacheTtl, let known = lifetime.known() else { return }
        guard known.milliseconds > 3_600_000, applies(item.value.source) else { return }
        findings.report(.keptTooLong(id), at: lifetime.node)
      })
  }
}

extension Authorizer {
  /// Whether answers are surely kept; the default is 300 seconds.
  var isCached: Bool {
    switch options.resultsCacheTtl?.value {
    case nil: true
    case .known(let lifetime)?: lifetime.milliseconds > 0
    case .deferred?: false
    }
  }
}

extension Message {
  fileprivate static let cachedForAll = Message(
    "AUTH308", "this authorizer's answers are cached, and no identity source tells callers apart",
    help: "give 'identitySources', or write 'resultsCacheTtl: 0s' (the default is 300 s)")

  fileprivate static func keptTooLong(_ id: RuleID) -> Message {
    Message(id, "'resultsCacheTtl' is more than the hour that API Gateway keeps answers", help: "write at most 1h")
  }

  fileprivate static func uniqueSource(_ name: String) -> Message {
    Message(
      "AUTH328", .warning, "'context.\(name)' differs for every request, so no answer is found in the cache again",
      help: "take another identity source, or write 'resultsCacheTtl: 0s'")
  }
}
