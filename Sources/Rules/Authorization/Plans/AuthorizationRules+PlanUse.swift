import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// How methods, keys and plans come together.
  static let planUse: [Rule] = [
    Rule(
      "AUTH350", "A method that needs a key, and no plan for its stage", severity: .warning,
      why: "a key only opens stages of its usage plans: every call answers 403 {\"message\":\"Forbidden\"}",
      source: plansAndKeys,
      bad: [
        Example("no plan at all", spec(method: "{apiKeyRequired: ↓true, authorizationType: AWS_IAM}")),
        Example(
          "a plan for another stage",
          spec(
            method: "{apiKeyRequired: ↓true, authorizationType: AWS_IAM}",
            more: "usagePlans: {gold: {apiStages: [{api: Shop, stage: next}]}}")),
      ],
      good: [
        Example(
          "a plan for both stages",
          spec(
            method: "{apiKeyRequired: true}",
            more: "usagePlans: {gold: {apiStages: [{api: Shop, stage: live}, {api: !Ref Shop, stage: next}]}}")),
        Example(
          "a plan of another stack",
          spec(method: "{apiKeyRequired: true}", more: "usagePlans: {gold: {usagePlanId: !ImportValue gold}}")),
        Example("what deployment decides", spec(method: "{apiKeyRequired: !ImportValue keys}")),
      ],
      check: .spec { findings in
        let coverage = PlanCoverage(&findings)
        if coverage.isOpen { return }
        for (index, api) in findings.spec.apis.enumerated() where !api.stages.isEmpty && !api.isImported {
          let open = api.stages.map(\.name).filter { !coverage.has(NamedStage(api: index, stage: $0)) }
          guard !open.isEmpty, let required = api.firstRequiredKey else { continue }
          findings.report(.uncovered(open), at: required)
        }
      }),
    Rule(
      "AUTH351", "A plan without keys", severity: .info, why: "nobody can call a method that needs a key of this plan",
      source: plansAndKeys,
      bad: [
        Example("no key", spec(more: "usagePlans: {↓gold: {apiStages: [{api: Shop, stage: live}]}}"))
      ],
      good: [
        Example("a key", spec(more: "apiKeys: {shop: {}}\nusagePlans: {gold: {apiKeys: [shop]}}")),
        Example(
          "a key added as a raw resource",
          """
          usagePlans:
            gold: {}
          resources:
            Added:
              Type: AWS::ApiGateway::UsagePlanKey
              Properties: {KeyId: a1b2c3d4e5, KeyType: API_KEY, UsagePlanId: !Ref gold}
          """),
      ],
      check: .usagePlan { plan, findings in
        guard plan.value.usagePlanId == nil, findings.spec.isWhole(plan.node) else { return }
        if findings.spec.resourceTypes.contains("AWS::ApiGateway::UsagePlanKey") { return }
        if plan.value.apiKeys == nil { findings.report(.noKeys, atKeyOf: plan.node) }
      }),
  ]

  static let plansAndKeys =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html"

  /// A spec with one API of two stages.
  static func spec(method: String = "{}", more: String = "") -> String {
    """
    apis:
      Shop:
        stages: {live: {}, next: {}}
        paths:
          /orders:
            GET: \(method)
    \(more)
    """
  }
}

extension ResolvedAPI {
  /// Where the first method that needs a key says so.
  fileprivate var firstRequiredKey: NodeID? {
    let method = operations.first { $0.options.apiKeyRequired?.known() == true }
    return method?.options.apiKeyRequired?.node
  }
}

extension Message {
  fileprivate static func uncovered(_ stages: [String]) -> Message {
    let names = stages.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return Message(
      "AUTH350", .warning, "no usage plan covers stage\(stages.count == 1 ? "" : "s") \(names): every call answers 403",
      help: "list the API and the stage under 'apiStages' of a usage plan")
  }

  fileprivate static let noKeys = Message(
    "AUTH351", .info, "this plan has no keys here", help: "list keys under 'apiKeys', existing ones with 'apiKeyId'")
}
