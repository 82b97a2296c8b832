/// A stage: a deployment under a name. Its `Ref` is the stage's name.
public struct Stage: Resource {
  public static let type = "AWS::ApiGateway::Stage"

  /// Where and how calls are logged.
  public var accessLogSetting: AccessLogSetting?
  /// Whether the stage has a cache.
  public var cacheClusterEnabled: Value?
  /// The cache's size in GB, as text: `0.5` to `237`.
  public var cacheClusterSize: Value?
  /// The part of the traffic that tries another deployment.
  public var canarySetting: CanarySetting?
  /// The certificate that API Gateway shows to backends.
  public var clientCertificateId: Value?
  /// The deployment.
  public var deploymentId: Reference<Deployment>?
  /// What the stage is for.
  public var description: Value?
  /// The version of the documentation.
  public var documentationVersion: Value?
  /// Settings of methods.
  public var methodSettings: [MethodSetting]?
  /// The API.
  public var restApiId: Reference<RestApi>
  /// The name, the first segment of the stage's address.
  public var stageName: Value?
  /// Tags of the stage.
  public var tags: [Tag]?
  /// Whether AWS X-Ray traces calls.
  public var tracingEnabled: Value?
  /// Stage variables.
  public var variables: [Member]?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    restApiId: Reference<RestApi>,
    accessLogSetting: AccessLogSetting? = nil,
    cacheClusterEnabled: Value? = nil,
    cacheClusterSize: Value? = nil,
    canarySetting: CanarySetting? = nil,
    clientCertificateId: Value? = nil,
    deploymentId: Reference<Deployment>? = nil,
    description: Value? = nil,
    documentationVersion: Value? = nil,
    methodSettings: [MethodSetting]? = nil,
    stageName: Value? = nil,
    tags: [Tag]? = nil,
    tracingEnabled: Value? = nil,
    variables: [Member]? = nil
  ) {
    self.restApiId = restApiId
    self.accessLogSetting = accessLogSetting
    self.cacheClusterEnabled = cacheClusterEnabled
    self.cacheClusterSize = cacheClusterSize
    self.canarySetting = canarySetting
    self.clientCertificateId = clientCertificateId
    self.deploymentId = deploymentId
    self.description = description
    self.documentationVersion = documentationVersion
    self.methodSettings = methodSettings
    self.stageName = stageName
    self.tags = tags
    self.tracingEnabled = tracingEnabled
    self.variables = variables
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.accessLogSetting, accessLogSetting)
    writer.add(.cacheClusterEnabled, cacheClusterEnabled)
    writer.add(.cacheClusterSize, cacheClusterSize)
    writer.add(.canarySetting, canarySetting)
    writer.add(.clientCertificateId, clientCertificateId)
    writer.add(.deploymentId, deploymentId)
    writer.add(.description, description)
    writer.add(.documentationVersion, documentationVersion)
    writer.add(.methodSettings, methodSettings)
    writer.add(.restApiId, restApiId)
    writer.add(.stageName, stageName)
    writer.add(.tags, tags)
    writer.add(.tracingEnabled, tracingEnabled)
    writer.add(.variables, variables)
  }
}
