import Diagnostics
import Document
import Spec
import VTL

extension AuthorizationRules {
  /// What callers should know of an authorizer.
  static let answers: [Rule] = [
    Rule(
      "AUTH325", "User pools without scopes", severity: .info,
      why: "without scopes API Gateway takes the ID token, and answers 401 to access tokens",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html",
      bad: [
        Example("a method", spec(pools, "↓GET: {authorizer: callers}")),
        Example(
          "a default", spec(pools, "↓defaultMethodOptions: {authorizer: callers}\n        GET: {}\n        PUT: {}")),
      ],
      good: [
        Example("scopes", spec(pools, "GET: {authorizer: callers, authorizationScopes: [orders/read]}")),
        Example("a function", spec("{type: token, handler: guard}", "GET: {authorizer: callers}")),
      ],
      check: .api { api, findings in
        guard api.api.authorizers.contains(where: { $0.value.authorizationType == .cognito }) else { return }
        for operation in api.operations {
          let options = operation.options
          guard let name = options.authorizer, options.authorizationScopes?.value.isEmpty ?? true,
            options.authorizationType.map({ $0.value == .cognito }) ?? true,
            findings.spec.authorizer(name.value, of: api)?.value.authorizationType == .cognito,
            findings.knowsOptions(of: operation, in: api)
          else { continue }
          findings.report(.idToken, atKeyOf: findings.mapping(of: name.node, in: operation))
        }
      }),
    Rule(
      "AUTH326", "A kept answer for several methods", severity: .info,
      why: "the policy that the function returns is kept for the caller, and holds for all methods until then: one that"
        + " allows the called method alone makes the next answer 403",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html",
      bad: [
        Example(
          "the default time",
          spec(
            "{type: token, handler: guard}", "GET: {authorizer: callers}\n        PUT: {authorizer: callers}", mark: "↓"
          )),
        Example(
          "five minutes",
          spec(
            "{type: token, handler: guard, resultsCacheTtl: ↓5m}",
            "GET: {authorizer: callers}\n        PUT: {authorizer: callers}")),
      ],
      good: [
        Example("one method", spec("{type: token, handler: guard}", "GET: {authorizer: callers}\n        PUT: {}")),
        Example(
          "nothing kept",
          spec(
            "{type: token, handler: guard, resultsCacheTtl: 0s}",
            "GET: {authorizer: callers}\n        PUT: {authorizer: callers}")),
      ],
      check: .api { api, findings in
        let cached = api.api.authorizers.filter(\.value.keepsAnswers)
        guard !cached.isEmpty else { return }
        let counts = api.methodsByAuthorizer
        for item in cached {
          guard let count = counts[item.name], count > 1 else { continue }
          if let lifetime = item.value.options.resultsCacheTtl {
            findings.report(.keptForAll(count), at: lifetime.node)
          } else {
            findings.report(.keptForAll(count), atKeyOf: item.node)
          }
        }
      }),
    Rule(
      "AUTH332", "Identity sources that must all be there", severity: .info,
      why: "a call that lacks one of them gets 401, and the function is not asked",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html",
      bad: [
        Example(
          "a header and a query parameter",
          spec(
            "{type: request, handler: guard, identitySources: ↓[{header: X-Token}, method.request.querystring.tenant]}",
            "GET: {authorizer: callers}"))
      ],
      good: [
        Example(
          "one",
          spec("{type: request, handler: guard, identitySources: [{header: X-Token}]}", "GET: {authorizer: callers}")),
        Example(
          "nothing kept",
          spec(
            "{type: request, handler: guard, resultsCacheTtl: 0s, identitySources: [{header: X-Token}, {header: X-Tenant}]}",
            "GET: {authorizer: callers}")),
      ],
      check: .authorizer { item, _, findings in
        guard case .request(let request) = item.value.source, let list = request.identitySources,
          item.value.keepsAnswers, list.value.count > 1
        else { return }
        findings.report(.allNeeded, at: list.node)
      }),
  ]

  private static let pools = "{type: cognito, userPools: [!ImportValue pool]}"

  /// A spec with one authorizer.
  private static func spec(_ authorizer: String, _ methods: String, mark: String = "") -> String {
    """
    functions:
      guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
    apis:
      Shop:
        authorizers:
          \(mark)callers: \(authorizer)
        paths:
          /orders:
            \(methods)
    """
  }
}

extension Authorizer {
  /// Whether a function's answers are surely kept, and for this API.
  fileprivate var keepsAnswers: Bool { authorizationType == .custom && options.authorizerId == nil && isCached }
}

extension ResolvedAPI {
  /// How many methods ask each authorizer. Neighbours mostly ask the same.
  fileprivate var methodsByAuthorizer: [String: Int] {
    var counts: [String: Int] = [:]
    var (last, count) = ("", 0)
    for operation in operations {
      let options = operation.options
      guard let name = options.authorizer?.value, options.authorizationType.map({ $0.value == .custom }) ?? true else {
        continue
      }
      if name != last {
        counts[last, default: 0] += count
        (last, count) = (name, 0)
      }
      count += 1
    }
    counts[last, default: 0] += count
    return counts
  }
}

extension Message {
  fileprivate static let idToken = Message(
    "AUTH325", .info, "without 'authorizationScopes' callers must send the ID token",
    help: "add 'authorizationScopes' to take access tokens")

  fileprivate static func keptForAll(_ count: Int) -> Message {
    Message(
      "AUTH326", .info, "the policy that is kept applies to all \(count) methods with this authorizer",
      help: "return a policy for the whole API, or write 'resultsCacheTtl: 0s'")
  }

  fileprivate static let allNeeded = Message(
    "AUTH332", .info,
    "a call that lacks one of these identity sources is refused with 401 before the function is asked",
    help: "list only what every call has")
}
