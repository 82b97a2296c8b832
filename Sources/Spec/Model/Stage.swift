import Document

/// A stage of an API.
public struct Stage: TableDecodable {
  public var node = NodeID.none
  public var variables: Located<[Named<Deferrable<String>>]>?
  public var description: Located<Deferrable<String>>?
  public var settings = MethodSettings()
  public var tracingEnabled: Located<Deferrable<Bool>>?
  public var cacheClusterEnabled: Located<Deferrable<Bool>>?
  public var cacheClusterSize: Located<Deferrable<CacheClusterSize>>?
  public var accessLogDestination: Located<Reference>?
  public var accessLogFormat: Located<AccessLogFormat>?
  public var clientCertificateId: Located<Deferrable<String>>?
  public var documentationVersion: Located<Deferrable<String>>?
  public var canary: Located<Canary>?
  public var tags: Located<[Named<Deferrable<String>>]>?
  public var methodOptions: [Named<MethodSettings>] = []
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<Stage>(
    "a stage", doc: "A stage: an API as it is called.",
    [
      Field("variables", \.variables, .map("a variable's name", .orIntrinsic(.text)), doc: "Stage variables."),
      Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
      Field("tracingEnabled", \.tracingEnabled, .orIntrinsic(.flag), doc: "X-Ray tracing."),
      Field("cacheClusterEnabled", \.cacheClusterEnabled, .orIntrinsic(.flag), doc: "Whether the stage has a cache."),
      Field(
        "cacheClusterSize", \.cacheClusterSize, .orIntrinsic(.choice("STAGE710")),
        doc: "The cache's size in GB; turns it on."),
      Field(
        "accessLogDestination", \.accessLogDestination,
        .reference(to: "a log group or Firehose stream", .logDestination),
        doc: "Where access logs go."),
      Field(
        "accessLogFormat", \.accessLogFormat, .accessLogFormat,
        doc: "`clf`, `jsonWithStandardFields`, a format, or a mapping."),
      Field(
        "clientCertificateId", \.clientCertificateId, .orIntrinsic(.text), doc: "The certificate shown to backends."),
      Field(
        "documentationVersion", \.documentationVersion, .orIntrinsic(.text),
        doc: "The version of the API's documentation."),
      Field("canary", \.canary, .record, doc: "A part of the traffic for a new deployment."),
      Field("tags", \.tags, .tags, doc: "Tags of the stage."),
      Field(
        section: "methodOptions", \.methodOptions, .map("a method: /items/{id}/GET", .record),
        doc: "Settings of single methods: `/items/{id}/GET`."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the stage's logical ID."),
    ], sharing: MethodSettings.table.fields.map { $0.lifted(through: \.settings) })
}

/// Settings of all methods of a stage, or of one.
public struct MethodSettings: TableDecodable {
  public var node = NodeID.none
  public var loggingLevel: Located<Deferrable<LoggingLevel>>?
  public var dataTraceEnabled: Located<Deferrable<Bool>>?
  public var metricsEnabled: Located<Deferrable<Bool>>?
  public var throttlingRateLimit: Located<Deferrable<JSONNumber>>?
  public var throttlingBurstLimit: Located<Deferrable<Int>>?
  public var cachingEnabled: Located<Deferrable<Bool>>?
  public var cacheTtl: Located<Deferrable<Duration>>?
  public var cacheDataEncrypted: Located<Deferrable<Bool>>?

  public init() {}

  public static let table = Table<MethodSettings>(
    "method settings", doc: "How a stage runs its methods.",
    [
      Field(
        "loggingLevel", \.loggingLevel, .orIntrinsic(.choice("STAGE721")),
        doc: "Execution logs: `OFF`, `ERROR` or `INFO`."),
      Field(
        "dataTraceEnabled", \.dataTraceEnabled, .orIntrinsic(.flag),
        doc: "Whether whole requests and answers are logged."),
      Field("metricsEnabled", \.metricsEnabled, .orIntrinsic(.flag), doc: "Detailed CloudWatch metrics."),
      Field(
        "throttlingRateLimit", \.throttlingRateLimit, .orIntrinsic(.number(atLeast: 0, rule: "STAGE725")),
        doc: "Requests a second."),
      Field(
        "throttlingBurstLimit", \.throttlingBurstLimit, .orIntrinsic(.integer(0...(.max), rule: "STAGE725")),
        doc: "Requests at once."),
      Field(
        "cachingEnabled", \.cachingEnabled, .orIntrinsic(.flag), doc: "Whether answers are cached; turns the cache on."),
      Field(
        "cacheTtl", \.cacheTtl, .orIntrinsic(.duration(wholeSeconds: true, 0...3_600_000, rule: "STAGE713")),
        doc: "How long answers are kept, up to 1h."),
      Field(
        "cacheDataEncrypted", \.cacheDataEncrypted, .orIntrinsic(.flag), doc: "Whether cached answers are encrypted."),
    ])

  /// Whether nothing is set.
  public var isEmpty: Bool {
    loggingLevel == nil && dataTraceEnabled == nil && metricsEnabled == nil && throttlingRateLimit == nil
      && throttlingBurstLimit == nil && cachingEnabled == nil && cacheTtl == nil && cacheDataEncrypted == nil
  }
}

public enum LoggingLevel: String, Choice {
  case off = "OFF"
  case error = "ERROR"
  case info = "INFO"
}

/// GB. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
public enum CacheClusterSize: String, Choice {
  case half = "0.5"
  case gb1 = "1.6"
  case gb6 = "6.1"
  case gb13 = "13.5"
  case gb28 = "28.4"
  case gb58 = "58.2"
  case gb118 = "118"
  case gb237 = "237"
}

/// A part of the traffic for a new deployment.
public struct Canary: TableDecodable {
  public var node = NodeID.none
  public var percentTraffic: Located<Deferrable<JSONNumber>>?
  public var useStageCache: Located<Deferrable<Bool>>?
  public var stageVariableOverrides: Located<[Named<Deferrable<String>>]>?
  public var deploymentId: Located<Deferrable<String>>?

  public init() {}

  public static let table = Table<Canary>(
    "a stage's 'canary'", doc: "A part of the traffic for a new deployment.",
    [
      Field("percentTraffic", \.percentTraffic, .orIntrinsic(.number()), doc: "The part in percent, 0 to 100."),
      Field("useStageCache", \.useStageCache, .orIntrinsic(.flag), doc: "Whether the canary shares the stage's cache."),
      Field(
        "stageVariableOverrides", \.stageVariableOverrides, .map("a variable's name", .orIntrinsic(.text)),
        doc: "Stage variables of the canary."),
      Field("deploymentId", \.deploymentId, .orIntrinsic(.text), doc: "The canary's deployment."),
    ])
}

/// What a line of the access log holds.
public enum AccessLogFormat: Sendable {
  /// Apache's common log format.
  case clf
  case jsonWithStandardFields
  case format(TemplateText)
}

extension Kind where Value == AccessLogFormat {
  public static let accessLogFormat = Kind<TemplateText>.template.map { text in
    switch text {
    case .text("clf"): AccessLogFormat.clf
    case .text("jsonWithStandardFields"): AccessLogFormat.jsonWithStandardFields
    default: AccessLogFormat.format(text)
    }
  }
}
