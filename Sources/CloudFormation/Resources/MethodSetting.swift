/// Settings of the methods that a path and a verb name; `/*` and `*` name them all.
public struct MethodSetting: PropertyType {
  /// Whether cached answers are encrypted.
  public var cacheDataEncrypted: Value?
  /// How long answers are kept, in seconds: 0 to 3,600.
  public var cacheTtlInSeconds: Value?
  /// Whether answers are kept.
  public var cachingEnabled: Value?
  /// Whether whole requests and responses are logged.
  public var dataTraceEnabled: Value?
  /// The verb, or `*`.
  public var httpMethod: Value?
  /// `OFF`, `ERROR` or `INFO`.
  public var loggingLevel: Value?
  /// Whether CloudWatch gets metrics of each method.
  public var metricsEnabled: Value?
  /// The path, in which each `/` after the first is `~1`, or `/*`.
  public var resourcePath: Value?
  /// Calls at once.
  public var throttlingBurstLimit: Value?
  /// Calls a second.
  public var throttlingRateLimit: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    cacheDataEncrypted: Value? = nil,
    cacheTtlInSeconds: Value? = nil,
    cachingEnabled: Value? = nil,
    dataTraceEnabled: Value? = nil,
    httpMethod: Value? = nil,
    loggingLevel: Value? = nil,
    metricsEnabled: Value? = nil,
    resourcePath: Value? = nil,
    throttlingBurstLimit: Value? = nil,
    throttlingRateLimit: Value? = nil
  ) {
    self.cacheDataEncrypted = cacheDataEncrypted
    self.cacheTtlInSeconds = cacheTtlInSeconds
    self.cachingEnabled = cachingEnabled
    self.dataTraceEnabled = dataTraceEnabled
    self.httpMethod = httpMethod
    self.loggingLevel = loggingLevel
    self.metricsEnabled = metricsEnabled
    self.resourcePath = resourcePath
    self.throttlingBurstLimit = throttlingBurstLimit
    self.throttlingRateLimit = throttlingRateLimit
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.cacheDataEncrypted, cacheDataEncrypted)
    writer.add(.cacheTtlInSeconds, cacheTtlInSeconds)
    writer.add(.cachingEnabled, cachingEnabled)
    writer.add(.dataTraceEnabled, dataTraceEnabled)
    writer.add(.httpMethod, httpMethod)
    writer.add(.loggingLevel, loggingLevel)
    writer.add(.metricsEnabled, metricsEnabled)
    writer.add(.resourcePath, resourcePath)
    writer.add(.throttlingBurstLimit, throttlingBurstLimit)
    writer.add(.throttlingRateLimit, throttlingRateLimit)
  }
}
