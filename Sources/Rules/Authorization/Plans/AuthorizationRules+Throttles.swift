import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// How fast a plan's keys may call.
  static let planThrottles: [Rule] = [
    Rule(
      "AUTH362", "A throttle that lets nothing through", severity: .warning,
      why: "with a rate or a burst of 0 every request answers 429",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
      bad: [
        Example("a plan's", spec(plan: "{throttle: {rateLimit: ↓0, burstLimit: ↓0}}")),
        Example("a method's", spec(throttle: "{path: /orders, method: GET, rateLimit: ↓0.0}")),
      ],
      good: [Example("less than one a second", spec(plan: "{throttle: {rateLimit: 0.5, burstLimit: 1}}"))],
      check: .usagePlan { plan, findings in
        for limit in plan.value.limits where limit.value == 0 { findings.report(.blocked(limit.name), at: limit.node) }
      }),
    Rule(
      "AUTH369", "A throttle that no account reaches", severity: .info,
      why: "an account has 10000 requests a second and bursts of 5000 unless its quota was raised",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      bad: [
        Example("both", spec(plan: "{throttle: {rateLimit: ↓10001, burstLimit: ↓5001}}"))
      ],
      good: [Example("the account's", spec(plan: "{throttle: {rateLimit: 10000, burstLimit: 5000}}"))],
      check: .usagePlan { plan, findings in
        for limit in plan.value.limits where limit.value > (limit.name == "rateLimit" ? 10_000 : 5_000) {
          findings.report(.aboveAccount(limit.name), at: limit.node)
        }
      }),
    Rule(
      "AUTH363", "A method's throttle for what is no path",
      why: "API Gateway keys a method's throttle by its path from the first slash on, and refuses all else",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-usageplan-apistage.html",
      bad: [
        Example("no slash", spec(throttle: "{path: ↓orders, method: GET, rateLimit: 1}")),
        Example("one too many", spec(throttle: "{path: ↓/orders/, method: GET, rateLimit: 1}")),
        Example("the method in the path", spec(throttle: "{path: ↓GET /orders, method: GET, rateLimit: 1}")),
      ],
      good: [Example("a path", spec(throttle: "{path: \"/orders/{id}\", method: GET, rateLimit: 1}"))],
      check: .usagePlan { plan, findings in
        for throttle in plan.value.methodThrottles where !throttle.isPath {
          findings.report(.noPath(throttle.path.value), at: throttle.path.node)
        }
      }),
    Rule(
      "AUTH364", "A throttle of a method that is not there", severity: .warning,
      why: "CreateUsagePlan refuses a path and method that the stage does not have", source: usagePlans,
      bad: [
        Example("a path misspelt", spec(throttle: "{path: ↓/order, method: GET, rateLimit: 1}")),
        Example("another verb", spec(throttle: "{path: /orders, method: ↓PUT, rateLimit: 1}")),
      ],
      good: [
        Example("a verb of ANY", spec(throttle: "{path: \"/orders/{id}\", method: PUT, rateLimit: 1}")),
        Example("ANY itself", spec(throttle: "{path: \"/orders/{id}\", method: ANY, rateLimit: 1}")),
        Example(
          "an API that exists",
          spec(plan: "{apiStages: [{api: Known, stage: live, throttle: [{path: /carts, method: PUT, rateLimit: 1}]}]}")),
      ],
      check: .usagePlan { plan, findings in
        for stage in plan.value.apiStages?.value ?? [] {
          guard let throttles = stage.value.throttle?.value, let named = stage.value.reference.api,
            case .api(let index)? = findings.target(named.value, as: .api)
          else { continue }
          findings.check(throttles.map(\.value), of: findings.spec.apis[index])
        }
      }),
  ]

  /// A plan with a throttle of one method.
  private static func spec(throttle: String) -> String {
    spec(plan: "{apiStages: [{api: Shop, stage: live, throttle: [\(throttle)]}]}")
  }
}

extension UsagePlan {
  /// The limits that are known, of the plan and of single methods.
  fileprivate var limits: [(name: String, value: Double, node: NodeID)] {
    ([throttle?.value].compactMap { $0 } + methodThrottles.map(\.limits)).flatMap { throttle in
      [
        throttle.rateLimit.flatMap { limit in limit.known().map { ("rateLimit", $0.value, limit.node) } },
        throttle.burstLimit.flatMap { limit in limit.known().map { ("burstLimit", Double($0), limit.node) } },
      ].compactMap { $0 }
    }
  }

  fileprivate var methodThrottles: [MethodThrottle] {
    (apiStages?.value ?? []).flatMap { $0.value.throttle?.value.map(\.value) ?? [] }
  }
}

extension MethodThrottle {
  /// Whether the path is one as API Gateway writes it; also where none could be read.
  fileprivate var isPath: Bool {
    let text = path.value.utf8
    guard path.node != .none, text.count != 1 || text.first != UInt8(ascii: "/") else { return true }
    return text.first == UInt8(ascii: "/") && text.last != UInt8(ascii: "/") && !text.contains(UInt8(ascii: " "))
  }
}

extension Findings {
  fileprivate mutating func check(_ throttles: [MethodThrottle], of api: ResolvedAPI) {
    guard knowsMethods(of: api) else { return }
    let known = KnownMethods(api)
    for throttle in throttles where throttle.isPath && throttle.path.node != .none && throttle.method.node != .none {
      let (path, verb) = (throttle.path.value, throttle.method.value.rawValue)
      if known.has(path, verb) { continue }
      if known.has(path: path) {
        report(.noMethod(verb, path, known.verbs(of: path)), at: throttle.method.node)
      } else {
        report(.noResource(path, known.nearestPath(to: path, &guesses)), at: throttle.path.node)
      }
    }
  }

  /// Whether all methods of an API are in the spec.
  private func knowsMethods(of api: ResolvedAPI) -> Bool {
    guard !api.isImported, api.api.cloneFrom == nil, api.api.definition == nil, !spec.hasRawMethods else {
      return false
    }
    return spec.isWhole(api.node) && api.api.paths.allSatisfy { spec.isWhole($0.node) }
  }
}

extension Message {
  fileprivate static func blocked(_ name: String) -> Message {
    Message(
      "AUTH362", .warning, "'\(name)' of 0 refuses every request with 429",
      help: "write more, or delete it for no limit of its own")
  }

  fileprivate static func aboveAccount(_ name: String) -> Message {
    Message(
      "AUTH369", .info, "'\(name)' is above what an account has by default (\(name == "rateLimit" ? "10000" : "5000"))",
      help: "have the account's quota raised, or write less")
  }

  fileprivate static func noPath(_ path: String) -> Message {
    Message("AUTH363", "'\(path)' is no path", help: "write the path alone, as under 'paths': /items/{id}")
  }

  fileprivate static func noResource(_ path: String, _ near: Nearest?) -> Message {
    Message(
      "AUTH364", .warning, "the API has no path '\(path)'", near: near?.amongChosenNames,
      help: "write a path of the API")
  }

  fileprivate static func noMethod(_ verb: String, _ path: String, _ verbs: [String]) -> Message {
    let known = verbs.isEmpty ? "it has none" : "it has \(verbs.joined(separator: ", "))"
    return Message("AUTH364", .warning, "path '\(path)' has no method \(verb)", help: known)
  }
}
