import Diagnostics
import Spec

extension LimitRules {
  /// How many things an API may have.
  static let counts: [Rule] = [
    Rule(
      "LIM901", "More than 300 resources", severity: .warning,
      why: "the deployment fails unless the account's quota has been raised", source: quotas,
      bad: [
        Example("300 paths and the root", "apis:\n  ↓Shop:\n    paths:\n" + paths(300)),
        Example("one path of 301 segments", PathRules.spec("↓" + String(repeating: "/a", count: 301))),
      ],
      good: [Example("299 paths and the root", "apis:\n  Shop:\n    paths:\n" + paths(299))],
      check: .api { api, findings in
        let count = api.paths.nodes.count
        if count > 300, !api.isImported { findings.report(.resources(count), atKeyOf: api.node) }
      }),
    Rule(
      "LIM902", "More than 10 stages", why: "the deployment fails unless the account's quota has been raised",
      source: quotas,
      bad: [Example("11", "apis:\n  Shop:\n    ↓stages: \(names(11))\n    paths: {/orders: {GET: {}}}")],
      good: [Example("10", "apis:\n  Shop:\n    stages: \(names(10))\n    paths: {/orders: {GET: {}}}")],
      check: .api { api, findings in
        guard let stages = api.api.stages, stages.value.count > 10 else { return }
        findings.report(.stages(stages.value.count), atKeyOf: stages.node)
      }),
    Rule(
      "LIM903", "More than 10 authorizers", why: "the deployment fails unless the account's quota has been raised",
      source: quotas,
      bad: [Example("11", authorizers(11, "↓"))], good: [Example("10", authorizers(10, ""))],
      check: .api { api, findings in
        let made = api.api.authorizers.filter { $0.value.options.authorizerId == nil }
        guard made.count > 10 else { return }
        findings.report(.authorizers(made.count), atKeyOf: made[10].node)
      }),
  ]

  private static func paths(_ count: Int) -> String {
    (1...count).map { "      /orders-\($0): \($0 == 1 ? "{GET: {}}" : "{}")\n" }.joined()
  }

  private static func names(_ count: Int) -> String {
    "{" + (1...count).map { "stage\($0): {}" }.joined(separator: ", ") + "}"
  }

  private static func authorizers(_ count: Int, _ mark: String) -> String {
    let lines = (1...count).map { number in
      "      \(number == 11 ? mark : "")callers\(number): {type: token, handler: guard}\n"
    }
    return """
      functions:
        guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
      apis:
        Shop:
          authorizers:
      \(lines.joined())    paths:
            /orders: {GET: {authorizer: callers1}}
      """
  }
}

extension Message {
  fileprivate static func resources(_ count: Int) -> Message {
    Message(
      "LIM901", .warning, "this API has \(count) resources, and the quota is 300 unless it has been raised",
      help: "have the quota raised, or take several paths together as '{proxy+}'")
  }

  fileprivate static func stages(_ count: Int) -> Message {
    Message(
      "LIM902", "this API has \(count) stages, and the quota is 10 unless it has been raised",
      help: "delete some, or build with '--limits none' where the quota has been raised")
  }

  fileprivate static func authorizers(_ count: Int) -> Message {
    Message(
      "LIM903", "this API has \(count) authorizers, and the quota is 10 unless it has been raised",
      help: "share some, or build with '--limits none' where the quota has been raised")
  }
}
