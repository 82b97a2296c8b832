import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// Where keys come from, and which plans they have.
  static let planKeys: [Rule] = [
    Rule(
      "AUTH357", "Keys from an authorizer that is none",
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
      "AUTH367", "A key with two plans for one stage",
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
  mutating func mapping(of option: NodeID, in operation: Operation) -> NodeID {
    isWritten(option, in: operation) ? operation.node : parent(of: option) ?? operation.node
  }

  fileprivate mutating func checkKeysOfPlans() {
    var earlier = PlansOfKeys()
    for plan in spec.declarations.usagePlans {
      earlier.begin(plan.name, stages(of: plan.value))
      var own: Set<String> = []
      for key in plan.value.apiKeys?.value ?? [] {
        let name = name(ofKey: key)
        guard own.insert(name).inserted else {
          report(.listedAgain(name), at: key.node)
          continue
        }
        if let (plan, stage) = earlier.add(name) { report(.reachedTwice(name, stage, through: plan), at: key.node) }
      }
    }
  }

  private mutating func stages(of plan: UsagePlan) -> Set<NamedStage> {
    Set(
      (plan.apiStages?.value ?? []).compactMap { entry in
        if case .stage(let stage) = look(up: entry.value.wholeReference) { stage } else { nil }
      })
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

/// Which plans have a key, and to which stages they lead.
private struct PlansOfKeys {
  /// The plans in which API Gateway takes a key; of more LIM914 speaks.
  private static let mostPlans = 10

  private var plans: [(name: String, stages: Set<NamedStage>)] = []
  private var plansByKey: [String: [Int]] = [:]
  /// The least stage that the last plan shares with an earlier one, by the place of that.
  private var shared: [Int: String?] = [:]

  mutating func begin(_ plan: String, _ stages: Set<NamedStage>) {
    plans.append((plan, stages))
    shared = [:]
  }

  /// Adds a key to the last plan.
  /// - Returns: the first plan that has it and leads to the same stage, and that stage.
  mutating func add(_ key: String) -> (plan: String, stage: String)? {
    let earlier = plansByKey[key] ?? []
    if earlier.count < Self.mostPlans { plansByKey[key, default: []].append(plans.count - 1) }
    for place in earlier {
      if let stage = stage(sharedWith: place) { return (plans[place].name, stage) }
    }
    return nil
  }

  private mutating func stage(sharedWith place: Int) -> String? {
    if let known = shared[place] { return known }
    let (one, other) = (plans[place].stages, plans[plans.count - 1].stages)
    let (few, many) = one.count < other.count ? (one, other) : (other, one)
    let stage = few.lazy.filter { many.contains($0) }.map(\.stage).min()
    shared[place] = .some(stage)
    return stage
  }
}

extension Document {
  /// A value as it is written.
  fileprivate func source(of node: NodeID) -> String {
    let span = span(target(node))
    return String(decoding: sources.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}

extension Message {
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
