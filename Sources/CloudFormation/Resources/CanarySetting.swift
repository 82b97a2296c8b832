/// The part of a stage's traffic that tries another deployment.
public struct CanarySetting: PropertyType {
  /// The deployment that is tried.
  public var deploymentId: Reference<Deployment>?
  /// The share of calls, 0 to 100.
  public var percentTraffic: Value?
  /// Stage variables that differ for these calls.
  public var stageVariableOverrides: [Member]?
  /// Whether these calls use the stage's cache.
  public var useStageCache: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    deploymentId: Reference<Deployment>? = nil,
    percentTraffic: Value? = nil,
    stageVariableOverrides: [Member]? = nil,
    useStageCache: Value? = nil
  ) {
    self.deploymentId = deploymentId
    self.percentTraffic = percentTraffic
    self.stageVariableOverrides = stageVariableOverrides
    self.useStageCache = useStageCache
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.deploymentId, deploymentId)
    writer.add(.percentTraffic, percentTraffic)
    writer.add(.stageVariableOverrides, stageVariableOverrides)
    writer.add(.useStageCache, useStageCache)
  }
}
