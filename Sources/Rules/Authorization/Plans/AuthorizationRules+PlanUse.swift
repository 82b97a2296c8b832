import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// How methods, keys and plans come together.
  static let planUse: [Rule] = [
    Rule(
      "AUTH350", "a method that needs a key, and no plan for its stage", severity: .warning,
      why: "a key only opens stages of its usage plans: every call answers 403 {\"message\":\"Forbidden\"}",
      source: plansAndKeys,
      bad: [
        Example("no plan at all", spec(method: "{apiKeyRequired: ↓true}")),
        Example(
          "a plan for another stage",
          spec(method: "{apiKeyRequired: ↓true}", more: "usagePlans: {gold: {apiStages: [{api: Shop, stage: next}]}}")),
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
        let coverage = PlanCoverage(findings)
        if coverage.isOpen { return }
        for (index, api) in findings.spec.apis.enumerated() where !api.stages.isEmpty && !api.isImported {
          let open = api.stages.map(\.name).filter { !coverage.has(NamedStage(api: index, stage: $0)) }
          guard !open.isEmpty, let required = api.firstRequiredKey else { continue }
          findings.report(.uncovered(open), at: required)
        }
      }),
    Rule(
      "AUTH351", "a plan without keys", severity: .info, why: "nobody can call a method that needs a key of this plan",
      source: plansAndKeys,
      bad: [
        Example("no key", spec(more: "usagePlans: {↓gold: {apiStages: [{api: Shop, stage: live}]}}")),
        Example("an empty list", spec(more: "usagePlans: {gold: {apiKeys: ↓[]}}")),
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
        let raw = findings.spec.declarations.resources
        if raw.contains(where: { $0.value.type == "AWS::ApiGateway::UsagePlanKey" }) { return }
        if let keys = plan.value.apiKeys {
          if findings.isEmptyList(keys.node), keys.value.isEmpty { findings.report(.noKeys, at: keys.node) }
        } else {
          findings.report(.noKeys, atKeyOf: plan.node)
        }
      }),
    Rule(
      "AUTH357", "keys from an authorizer that is none",
      why: "with 'apiKeySourceType: AUTHORIZER' the key is what a Lambda authorizer returns as usageIdentifierKey: "
        + "without one every call answers 403",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html",
      bad: [
        Example("an open method", guarded(method: "↓GET: {apiKeyRequired: true}")),
        Example("signed requests", guarded(method: "↓GET: {apiKeyRequired: true, authorizationType: AWS_IAM}")),
        Example("user pools", guarded(method: "↓GET: {apiKeyRequired: true, authorizer: people}")),
        Example(
          "a default", guarded(method: "↓defaultMethodOptions: {apiKeyRequired: true}\n      GET: {}\n      PUT: {}")),
      ],
      good: [
        Example("a function", guarded(method: "GET: {apiKeyRequired: true, authorizer: callers}")),
        Example("no key", guarded(method: "GET: {authorizer: people}")),
      ],
      check: .api { api, findings in
        guard api.api.apiKeySourceType?.known() == .authorizer else { return }
        for operation in api.operations {
          guard let required = operation.options.apiKeyRequired, required.known() == true,
            findings.cannotReturnKeys(operation, api)
          else { continue }
          findings.report(.noKeySource, atKeyOf: findings.mapping(of: required.node, in: operation))
        }
      }),
    Rule(
      "AUTH367", "a key with two plans for one stage",
      why:
        "AWS could not tell which plan counts: CreateUsagePlanKey answers 409, also where a plan has the key already",
      source: plansAndKeys,
      bad: [
        Example(
          "two plans",
          spec(
            more: """
              apiKeys: {shop: {}}
              usagePlans:
                gold: {apiStages: [{api: Shop, stage: live}], apiKeys: [shop]}
                silver: {apiStages: [{api: Shop, stage: next}, {api: Shop, stage: live}], apiKeys: [↓shop]}
                iron: {apiStages: [{api: Shop, stage: live}], apiKeys: [↓!Ref shop]}
              """)),
        Example(
          "one plan, the key listed again",
          spec(
            more: """
              apiKeys: {shop: {}}
              usagePlans: {gold: {apiKeys: [shop, ↓shop, ↓!Ref shop, !ImportValue desk, ↓!ImportValue desk]}}
              """)),
      ],
      good: [
        Example(
          "a stage for each plan, a plan for each key",
          spec(
            more: """
              apiKeys: {shop: {}, app: {}}
              usagePlans:
                gold: {apiStages: [{api: Shop, stage: live}], apiKeys: [shop]}
                silver: {apiStages: [{api: Shop, stage: next}], apiKeys: [shop]}
                iron: {apiStages: [{api: Shop, stage: live}], apiKeys: [app]}
              """))
      ],
      check: .spec { $0.checkKeysOfPlans() }),
  ]

  private static let plansAndKeys =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html"

  /// A spec with one API of two stages.
  private static func spec(method: String = "{}", more: String = "") -> String {
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

  /// A spec whose API takes keys from authorizers.
  private static func guarded(method: String) -> String {
    """
    functions:
      guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
    apis:
      Shop:
        apiKeySourceType: AUTHORIZER
        authorizers:
          callers: {type: token, handler: guard}
          people: {type: cognito, userPools: [!ImportValue pool]}
        paths:
          /orders:
            \(method.split(separator: "\n").map { $0.trimmedStart }.joined(separator: "\n        "))
    usagePlans:
      gold: {apiStages: [{api: Shop}]}
    """
  }
}

extension Substring {
  fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}

extension ResolvedAPI {
  /// Where the first method that needs a key says so.
  fileprivate var firstRequiredKey: NodeID? {
    let method = operations.first { $0.options.apiKeyRequired?.known() == true }
    return method?.options.apiKeyRequired?.node
  }
}

extension Findings {
  /// Whether no function authorizes the calls of a method, as far as is known.
  fileprivate func cannotReturnKeys(_ operation: Operation, _ api: ResolvedAPI) -> Bool {
    let options = operation.options
    if let type = options.authorizationType?.value, type == .none || type == .iam { return true }
    if let name = options.authorizer, name.value != "none" {
      return spec.authorizer(name.value, of: api)?.value.authorizationType == .cognito
    }
    return options.authorizationType == nil && knowsOptions(of: operation, in: api)
  }

  /// The mapping that lacks something: the method's own, or the default from which it inherits.
  func mapping(of option: NodeID, in operation: Operation) -> NodeID {
    isWritten(option, in: operation) ? operation.node : spec.document.parent(of: option) ?? operation.node
  }

  fileprivate mutating func checkKeysOfPlans() {
    var first: [KeyOnStage: String] = [:]
    for plan in spec.declarations.usagePlans {
      let stages = (plan.value.apiStages?.value ?? []).compactMap { entry -> NamedStage? in
        if case .stage(let stage) = look(up: entry.value.wholeReference) { stage } else { nil }
      }
      var own: Set<String> = []
      for key in plan.value.apiKeys?.value ?? [] {
        let name = name(ofKey: key)
        guard own.insert(name).inserted else {
          report(.listedAgain(name), at: key.node)
          continue
        }
        let pairs = stages.map { KeyOnStage(key: name, stage: $0) }
        if let taken = pairs.first(where: { first[$0].map { $0 != plan.name } ?? false }) {
          report(.reachedTwice(name, taken.stage.stage, through: first[taken] ?? ""), at: key.node)
        }
        for pair in pairs where first[pair] == nil { first[pair] = plan.name }
      }
    }
  }

  /// What tells an API key from others; for an intrinsic its text.
  private func name(ofKey key: Located<Reference>) -> String {
    switch target(key.value, as: .apiKey) {
    case .apiKey(let index)?: spec.declarations.apiKeys[index].name
    case .resource(let name, _)?: name
    case .arn(let arn)?: arn
    default: key.value.name ?? spec.document.source(of: key.node)
    }
  }
}

extension Document {
  /// A value as it is written.
  fileprivate func source(of node: NodeID) -> String {
    let span = span(target(node))
    return String(decoding: sources.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}

private struct KeyOnStage: Hashable {
  let key: String
  let stage: NamedStage
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

  fileprivate static let noKeySource = Message(
    "AUTH357", "with 'apiKeySourceType: AUTHORIZER' a method that needs a key needs a Lambda authorizer",
    help:
      "give it an authorizer of type 'token' or 'request' that returns usageIdentifierKey, or delete 'apiKeySourceType'"
  )

  fileprivate static func listedAgain(_ key: String) -> Message {
    Message("AUTH367", "the plan lists the key '\(key)' twice", help: "keep one entry")
  }

  fileprivate static func reachedTwice(_ key: String, _ stage: String, through plan: String) -> Message {
    Message(
      "AUTH367", "the key '\(key)' already reaches stage '\(stage)' through the plan '\(plan)'",
      help: "take the key or the stage out of one of the plans")
  }
}
