import Document

/// How much the holders of keys may call, made here or existing (`usagePlanId`).
public struct UsagePlan: TableDecodable {
  public var node = NodeID.none
  public var name: Located<Deferrable<String>>?
  public var description: Located<Deferrable<String>>?
  public var throttle: Located<Throttle>?
  public var quota: Located<Quota>?
  public var apiStages: Located<[Located<PlanStage>]>?
  public var apiKeys: Located<[Located<Reference>]>?
  public var tags: Located<[Named<Deferrable<String>>]>?
  public var usagePlanId: Located<Deferrable<String>>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<UsagePlan>(
    "a usage plan", doc: "How much the holders of keys may call.",
    [
      Field("name", \.name, .orIntrinsic(.text), doc: "The name in AWS; CloudFormation makes one up by default."),
      Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
      Field("throttle", \.throttle, .record, doc: "Limits on each key's rate of requests."),
      Field("quota", \.quota, .record, doc: "A limit on each key's number of requests."),
      Field("apiStages", \.apiStages, .list(.record), doc: "The stages that the plan opens."),
      Field("apiKeys", \.apiKeys, .list(.reference(to: "an API key", .apiKey)), doc: "The keys that have the plan."),
      Field("tags", \.tags, .tags, doc: "Tags of the plan."),
      Field(
        "usagePlanId", \.usagePlanId, .orIntrinsic(.text),
        doc: "An existing plan's ID; only `apiKeys` may stand beside it."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the plan's logical ID."),
    ])
}

/// Limits on a rate of requests.
public struct Throttle: TableDecodable {
  public var node = NodeID.none
  public var rateLimit: Located<Deferrable<JSONNumber>>?
  public var burstLimit: Located<Deferrable<Int>>?

  public init() {}

  public static let table = Table<Throttle>(
    "a throttle", doc: "Limits on a rate of requests.",
    [
      Field("rateLimit", \.rateLimit, .orIntrinsic(.number(atLeast: 0)), doc: "Requests a second."),
      Field("burstLimit", \.burstLimit, .orIntrinsic(.integer()), doc: "Requests at once."),
    ])
}

/// A limit on a number of requests.
public struct Quota: TableDecodable {
  public var node = NodeID.none
  public var limit: Located<Deferrable<Int>>?
  public var offset: Located<Deferrable<Int>>?
  public var period: Located<Deferrable<QuotaPeriod>>?

  public init() {}

  public static let table = Table<Quota>(
    "a quota", doc: "A limit on a number of requests.",
    [
      Field("limit", \.limit, .orIntrinsic(.integer(1...(.max), rule: "AUTH361")), doc: "Requests in a period."),
      Field(
        "offset", \.offset, .orIntrinsic(.integer(0...27, rule: "AUTH359")), doc: "Requests taken off the first period."
      ),
      Field("period", \.period, .orIntrinsic(.choice("AUTH358")), doc: "`DAY`, `WEEK` or `MONTH`."),
    ])
}

public enum QuotaPeriod: String, Choice {
  case day = "DAY"
  case week = "WEEK"
  case month = "MONTH"
}

/// A stage that a plan opens.
public struct PlanStage: TableDecodable {
  public var node = NodeID.none
  public var reference = StageReference()
  public var throttle: Located<[Located<MethodThrottle>]>?

  public init() {}

  public static let table = Table<PlanStage>(
    "a plan's stage", doc: "A stage that a plan opens.",
    [Field("throttle", \.throttle, .list(.record), doc: "Limits on single methods.")],
    sharing: StageReference.table.fields.map { $0.lifted(through: \.reference) })
}

/// Limits on one method.
public struct MethodThrottle: TableDecodable {
  public var node = NodeID.none
  public var path = Located("")
  public var method = Located(Verb.any)
  public var limits = Throttle()

  public init() {}

  public static let table = Table<MethodThrottle>(
    "a method's throttle", doc: "Limits on one method.",
    [
      Field("path", \.path, .text("a path"), .required, doc: "The method's path."),
      Field("method", \.method, .choice("METH401"), .required, doc: "The method's verb."),
    ], sharing: Throttle.table.fields.map { $0.lifted(through: \.limits) })
}
