import Diagnostics
import Spec

extension AuthorizationRules {
  /// How many requests a plan gives in a period.
  static let planQuotas: [Rule] = [
    Rule(
      "AUTH358", "An unknown period of a quota", why: "CreateUsagePlan counts by DAY, WEEK and MONTH",
      source: usagePlans,
      bad: [Example("hours", spec(plan: "{quota: {limit: 100, period: ↓HOUR}}"))],
      good: [Example("days", spec(plan: "{quota: {limit: 100, period: DAY}}"))], check: .elsewhere),
    Rule(
      "AUTH359", "An offset outside its period",
      why:
        "CreateUsagePlan answers \"Usage Plan quota offset must be zero in the DAY period\", and its like for the others",
      source: usagePlans,
      bad: [
        Example("a day", spec(plan: "{quota: {limit: 100, period: DAY, offset: ↓1}}")),
        Example("a week", spec(plan: "{quota: {limit: 100, period: WEEK, offset: ↓7}}")),
        Example("a month", spec(plan: "{quota: {limit: 100, period: MONTH, offset: ↓28}}")),
      ],
      good: [
        Example("a day", spec(plan: "{quota: {limit: 100, period: DAY, offset: 0}}")),
        Example("a week", spec(plan: "{quota: {limit: 100, period: WEEK, offset: 6}}")),
        Example("a month", spec(plan: "{quota: {limit: 100, period: MONTH, offset: 27}}")),
        Example(
          "what deployment decides", spec(plan: "{quota: {limit: 100, period: !ImportValue period, offset: 27}}")),
      ],
      check: .usagePlan { plan, findings in
        guard let quota = plan.value.quota?.value, let offset = quota.offset, let known = offset.known(),
          let period = quota.period?.known(), known > period.lastOffset
        else { return }
        findings.report(.offset(in: period), at: offset.node)
      }),
    Rule(
      "AUTH360", "A quota without its limit or its period", why: "CreateUsagePlan refuses a quota that has not both",
      source: usagePlans,
      bad: [
        Example("no period", spec(plan: "{↓quota: {limit: 100}}")),
        Example("no limit", spec(plan: "{↓quota: {period: DAY}}")),
        Example("neither", spec(plan: "{↓quota: {}}")),
      ],
      good: [
        Example("both", spec(plan: "{quota: {limit: 100, period: DAY}}")),
        Example("no quota", spec(plan: "{throttle: {rateLimit: 10, burstLimit: 20}}")),
      ],
      check: .usagePlan { plan, findings in
        guard let quota = plan.value.quota, findings.spec.isWhole(quota.node) else { return }
        let missing = [quota.value.limit == nil ? "limit" : nil, quota.value.period == nil ? "period" : nil]
        let words = missing.compactMap { $0.map { "'\($0)'" } }.joined(separator: " and ")
        if !words.isEmpty { findings.report(.partOfQuota(words), atKeyOf: quota.node) }
      }),
    Rule(
      "AUTH361", "A quota of no requests", why: "CreateUsagePlan refuses a limit below 1", source: usagePlans,
      bad: [Example("zero", spec(plan: "{quota: {limit: ↓0, period: DAY}}"))],
      good: [Example("one", spec(plan: "{quota: {limit: 1, period: DAY}}"))], check: .elsewhere),
  ]

  static let usagePlans = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html"
}

extension QuotaPeriod {
  /// The last day of the period on which a quota may start anew.
  fileprivate var lastOffset: Int {
    switch self {
    case .day: 0
    case .week: 6
    case .month: 27
    }
  }
}

extension Message {
  fileprivate static func offset(in period: QuotaPeriod) -> Message {
    let range = period == .day ? "0" : "0 to \(period.lastOffset)"
    return Message(
      "AUTH359", "a quota by \(period.rawValue) has an offset of \(range)", help: "write \(range), or another 'period'")
  }

  fileprivate static func partOfQuota(_ words: String) -> Message {
    Message("AUTH360", "a quota needs 'limit' and 'period': this one has no \(words)", help: "add \(words)")
  }
}
