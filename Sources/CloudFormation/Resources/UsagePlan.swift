/// A usage plan. Its `Ref` is the plan's ID.
public struct UsagePlan: Resource {
  public static let type = "AWS::ApiGateway::UsagePlan"

  /// The stages that the plan is for.
  public var apiStages: [ApiStage]?
  /// What the plan is for.
  public var description: Value?
  /// How many calls a period has.
  public var quota: Quota?
  /// Tags of the plan.
  public var tags: [Tag]?
  /// How fast calls may come.
  public var throttle: Throttle?
  /// The plan's name.
  public var usagePlanName: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    apiStages: [ApiStage]? = nil,
    description: Value? = nil,
    quota: Quota? = nil,
    tags: [Tag]? = nil,
    throttle: Throttle? = nil,
    usagePlanName: Value? = nil
  ) {
    self.apiStages = apiStages
    self.description = description
    self.quota = quota
    self.tags = tags
    self.throttle = throttle
    self.usagePlanName = usagePlanName
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.apiStages, apiStages)
    writer.add(.description, description)
    writer.add(.quota, quota)
    writer.add(.tags, tags)
    writer.add(.throttle, throttle)
    writer.add(.usagePlanName, usagePlanName)
  }
}
