import Diagnostics
import Spec

extension AuthorizationRules {
  /// The stages that plans and keys name.
  static let planStages: [Rule] = [
    Rule(
      "AUTH365", "An entry of 'apiStages' without a stage",
      why: "a plan opens single stages: \"Invalid API Stage {api: X, stage: null} specified for usageplan\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html",
      bad: [
        Example("an API with two stages", spec(plan: "{apiStages: [↓{api: Shop}]}")),
        Example("a raw API, whose stages nobody counts", spec(plan: "{apiStages: [↓{api: Raw}]}")),
        Example("a key's stage", spec(plan: "{apiKeys: [shop]}", key: "{stages: [↓{api: Shop}]}")),
      ],
      good: [
        Example("an API with one stage", spec(plan: "{apiStages: [{api: Small}, {api: Shop, stage: live}]}")),
        Example("a stage that deployment knows", spec(plan: "{apiStages: [{api: Raw, stage: !ImportValue stage}]}")),
      ],
      check: .spec { findings in
        for entry in findings.stageReferences {
          if case .ambiguous = findings.look(up: entry.value) { findings.report(.noStageNamed, atKeyOf: entry.node) }
        }
      }),
    Rule(
      "AUTH366", "A stage that the API does not have",
      why: "CreateUsagePlan answers \"Invalid API Stage {api: X, stage: Y} specified for usageplan Z\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html",
      bad: [
        Example("a typo", spec(plan: "{apiStages: [{api: Shop, stage: ↓lvie}]}")),
        Example("the default stage", spec(plan: "{apiStages: [{api: Small, stage: ↓live}]}")),
        Example(
          "an API that is not deployed, and a key's stage",
          spec(
            plan: "{apiStages: [{api: Idle, stage: ↓prod}], apiKeys: [shop]}",
            key: "{stages: [{api: Shop, stage: ↓prod}]}")),
      ],
      good: [
        Example(
          "declared, default and existing ones",
          spec(
            plan: "{apiStages: [{api: Shop, stage: live}, {api: Small, stage: prod}, {api: Known, stage: prod}, "
              + "{api: !Ref Shop, stage: next}]}"))
      ],
      check: .spec { findings in
        for entry in findings.stageReferences {
          guard case .noStage(let index, let stage) = findings.look(up: entry.value) else { continue }
          let (api, name) = (findings.spec.apis[index], stage.value)
          let near = findings.nearest(name, in: api.stages.prefix(1000).lazy.map(\.name))
          findings.report(.noStage(name, of: api, near: near), at: stage.node)
        }
      }),
    Rule(
      "AUTH368", "A stage that one plan lists twice", severity: .warning,
      why: "a plan has a stage once, and CreateUsagePlan refuses the second",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html",
      bad: [
        Example(
          "by name, and as the only one",
          spec(
            plan: "{apiStages: [{api: Shop, stage: live}, {api: Small}, ↓{api: Shop, stage: live}, "
              + "↓{api: !Ref Small, stage: prod}]}"))
      ],
      good: [
        Example(
          "two stages, in two plans",
          spec(plan: "{apiStages: [{api: Shop, stage: live}, {api: Shop, stage: next}]}"))
      ],
      check: .usagePlan { plan, findings in
        var first: [NamedStage: PlanStage] = [:]
        for entry in plan.value.apiStages?.value ?? [] {
          guard case .stage(let stage) = findings.look(up: entry.value.wholeReference) else { continue }
          guard let earlier = first[stage] else {
            first[stage] = entry.value
            continue
          }
          let related = [findings.related("the first", atKeyOf: earlier.node)]
          findings.report(.listedTwice(stage.stage), atKeyOf: entry.node, related: related)
        }
      }),
  ]

  /// A spec with APIs of all sorts, and a usage plan.
  static func spec(plan: String, key: String = "{}") -> String {
    """
    apis:
      Shop: {stages: {live: {}, next: {}}, paths: {/orders: {GET: {}}, "/orders/{id}": {ANY: {}}}}
      Small: {paths: {/: {GET: {}}}}
      Idle: {deploy: false, paths: {/: {GET: {}}}}
      Known: {restApiId: a1b2c3d4e5}
    apiKeys:
      shop: \(key)
    usagePlans:
      gold: \(plan)
    resources:
      Raw: {Type: AWS::ApiGateway::RestApi, Properties: {Name: raw}}
    """
  }
}

extension Findings {
  /// Every `{api, stage}` of plans and keys, where it stands.
  fileprivate var stageReferences: [Located<StageReference>] {
    let plans = spec.declarations.usagePlans.flatMap { $0.value.apiStages?.value ?? [] }
    let keys = spec.declarations.apiKeys.flatMap { $0.value.stages?.value ?? [] }
    return plans.map { $0.map(\.wholeReference) } + keys
  }
}

extension Message {
  fileprivate static let noStageNamed = Message(
    "AUTH365", "this entry names no stage", help: "add 'stage': it may be left out only where the API has just one")

  fileprivate static func noStage(_ name: String, of api: ResolvedAPI, near: Nearest?) -> Message {
    let stages = api.stages.prefix(20).map(\.name)
    let known = stages.isEmpty ? "it is not deployed" : "stages: \(stages.joined(separator: ", "))"
    return Message(
      "AUTH366", "the API '\(api.name)' has no stage '\(name)'", near: near?.amongChosenNames, help: known)
  }

  fileprivate static func listedTwice(_ stage: String) -> Message {
    Message("AUTH368", .warning, "the plan lists stage '\(stage)' of this API twice", help: "keep one entry")
  }
}
