import Diagnostics
import Spec

extension LimitRules {
  /// Keys and usage plans.
  static let plans: [Rule] = [
    Rule(
      "LIM913", "More than 20 throttles of methods in a plan's stage", why: "\"LimitExceededException\"",
      source: quotas,
      bad: [Example("21", throttles(20, "            - ↓{path: /orders-21, method: GET, rateLimit: 5}"))],
      good: [Example("20", throttles(20, ""))],
      check: .usagePlan { plan, findings in
        for stage in plan.value.apiStages?.value ?? [] {
          guard let throttles = stage.value.throttle?.value, throttles.count > 20 else { continue }
          findings.report(.throttles(throttles.count), at: throttles[20].node)
        }
      }),
    Rule(
      "LIM914", "A key in more than 10 plans", why: "\"LimitExceededException\"", source: quotas,
      bad: [Example("11", plansOfKey("\n  Plan11: {apiStages: [{api: Till, stage: s6}], apiKeys: [↓Partner]}"))],
      good: [Example("10", plansOfKey(""))],
      check: .spec { findings in
        var counts: [Reference: Int] = [:]
        for plan in findings.spec.declarations.usagePlans {
          var seen: Set<Reference> = []
          for key in plan.value.apiKeys?.value ?? [] where seen.insert(key.value).inserted {
            counts[key.value, default: 0] += 1
            if counts[key.value] == 11 { findings.report(.plans, at: key.node) }
          }
        }
      }),
  ]

  private static func throttles(_ count: Int, _ last: String) -> String {
    """
    apis:
      Shop:
        paths:
    \(lines(count + 1) { "    /orders-\($0): {GET: {apiKeyRequired: true, authorizationType: AWS_IAM}}" })
    apiKeys:
      Partner: {}
    usagePlans:
      Basic:
        apiKeys: [Partner]
        apiStages:
          - api: Shop
            stage: prod
            throttle:
    \(lines(count) { "          - {path: /orders-\($0), method: GET, rateLimit: 5}" })
    \(last)
    """
  }

  private static func plansOfKey(_ last: String) -> String {
    """
    apis:
      Shop: {stages: {s1: {}, s2: {}, s3: {}, s4: {}, s5: {}}, paths: {/orders: {GET: {}}}}
      Till: {stages: {s1: {}, s2: {}, s3: {}, s4: {}, s5: {}, s6: {}}, paths: {/orders: {GET: {}}}}
    apiKeys:
      Partner: {}
    usagePlans:
    \(lines(5) { "Plan\($0): {apiStages: [{api: Shop, stage: s\($0)}], apiKeys: [Partner]}" })
    \(lines(5) { "Plan\($0 + 5): {apiStages: [{api: Till, stage: s\($0)}], apiKeys: [Partner]}" })\(last)
    """
  }
}

extension Message {
  fileprivate static func throttles(_ count: Int) -> Message {
    Message(
      "LIM913", "this stage has \(count) throttles of methods, and 20 are allowed",
      help: "throttle fewer methods here, or all of them by the plan's own 'throttle'")
  }

  fileprivate static let plans = Message(
    "LIM914", "this key is in more than 10 plans already", help: "make another key, or one plan of several stages")
}
