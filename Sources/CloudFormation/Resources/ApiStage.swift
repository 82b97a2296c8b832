/// A stage that a usage plan is for.
public struct ApiStage: PropertyType {
  /// The API.
  public var apiId: Reference<RestApi>?
  /// The stage's name.
  public var stage: Reference<Stage>?
  /// Limits of single methods.
  public var throttle: [MethodThrottle]?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    apiId: Reference<RestApi>? = nil,
    stage: Reference<Stage>? = nil,
    throttle: [MethodThrottle]? = nil
  ) {
    self.apiId = apiId
    self.stage = stage
    self.throttle = throttle
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.apiId, apiId)
    writer.add(.stage, stage)
    guard let throttle else { return }
    writer.writeName(.throttle)
    writer.beginObject()
    for method in throttle {
      writer.writeName(method.key)
      writer.write(method.throttle)
    }
    writer.endObject()
  }
}

/// How fast calls may come.
public struct Throttle: PropertyType {
  /// Calls at once.
  public var burstLimit: Value?
  /// Calls a second.
  public var rateLimit: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    burstLimit: Value? = nil,
    rateLimit: Value? = nil
  ) {
    self.burstLimit = burstLimit
    self.rateLimit = rateLimit
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.burstLimit, burstLimit)
    writer.add(.rateLimit, rateLimit)
  }
}

/// How many calls a period has.
public struct Quota: PropertyType {
  /// Calls a period.
  public var limit: Value?
  /// Calls that the first period has already used.
  public var offset: Value?
  /// `DAY`, `WEEK` or `MONTH`.
  public var period: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    limit: Value? = nil,
    offset: Value? = nil,
    period: Value? = nil
  ) {
    self.limit = limit
    self.offset = offset
    self.period = period
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.limit, limit)
    writer.add(.offset, offset)
    writer.add(.period, period)
  }
}
