import SpecBuilding
import Testing

struct Section05StageTests {
  private func stage(_ text: String, api: String = "") -> JSON {
    let spec = Contract(api: "\(api)\nstages: {live: {\(text)}}")
    #expect(spec.errors == [], "\(text)")
    return spec.only("ApiGateway::Stage")
  }

  @Test(
    "§5 API: a stage's own settings",
    arguments: [
      ("variables: {a: b}", "Variables", ["a": "b"]), ("description: text", "Description", "text"),
      ("tracingEnabled: true", "TracingEnabled", true), ("cacheClusterEnabled: true", "CacheClusterEnabled", true),
      ("cacheClusterSize: 1.6", "CacheClusterSize", "1.6"), ("clientCertificateId: abc", "ClientCertificateId", "abc"),
      ("documentationVersion: \"1.0\"", "DocumentationVersion", "1.0"),
      ("tags: {a: b}", "Tags", [["Key": "a", "Value": "b"]]),
    ] as [(String, String, JSON)])
  func settings(_ text: String, _ name: String, _ value: JSON) {
    #expect(stage(text)[name] == value)
  }

  @Test(
    "§5 API: a stage's method-level settings",
    arguments: [
      ("loggingLevel: INFO", "LoggingLevel", "INFO"), ("dataTraceEnabled: true", "DataTraceEnabled", true),
      ("metricsEnabled: true", "MetricsEnabled", true), ("throttlingRateLimit: 1.5", "ThrottlingRateLimit", 1.5),
      ("throttlingBurstLimit: 5", "ThrottlingBurstLimit", 5), ("cachingEnabled: true", "CachingEnabled", true),
      ("cacheTtl: 5m", "CacheTtlInSeconds", 300), ("cacheDataEncrypted: true", "CacheDataEncrypted", true),
    ] as [(String, String, JSON)])
  func methodSettings(_ text: String, _ name: String, _ value: JSON) {
    let settings = stage(text)["MethodSettings", "0"]
    #expect(settings?[name] == value)
    #expect(settings?["ResourcePath"] == "/*")
    #expect(settings?["HttpMethod"] == "*")
  }

  private let destination = "\"arn:aws:logs:eu-west-1:123456789012:log-group:a\""

  @Test("§5 API: `accessLogFormat` is `clf` by default with a destination")
  func clf() {
    let text = """
      $context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] \
      "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength \
      $context.requestId
      """
    let setting: JSON = ["DestinationArn": "arn:aws:logs:eu-west-1:123456789012:log-group:a", "Format": .string(text)]
    #expect(stage("accessLogDestination: \(destination)")["AccessLogSetting"] == setting)
    #expect(stage("accessLogDestination: \(destination), accessLogFormat: clf")["AccessLogSetting"] == setting)
    #expect(stage("")["AccessLogSetting"] == nil)
  }

  @Test("§5 API: `accessLogFormat` may be `jsonWithStandardFields`, a format, or a mapping, written as compact JSON")
  func formats() {
    func format(_ text: String) -> JSON? {
      stage("accessLogDestination: \(destination), accessLogFormat: \(text)")["AccessLogSetting", "Format"]
    }
    #expect(format("\"$context.requestId\"") == "$context.requestId")
    #expect(
      format("{id: $context.requestId, list: [1, true]}") == #"{"id":"$context.requestId","list":[1,true]}"#)
    let standard = JSON(text: format("jsonWithStandardFields")?.string ?? "")
    #expect(
      standard.names == [
        "caller", "httpMethod", "ip", "protocol", "requestId", "requestTime", "resourcePath", "responseLength",
        "status",
        "user",
      ])
  }

  @Test("§5 API: a stage's `canary`")
  func canary() {
    let canary = stage(
      "variables: {a: b}, canary: {percentTraffic: 12.5, useStageCache: true, stageVariableOverrides: {a: c}, deploymentId: abc}"
    )["CanarySetting"]
    #expect(
      canary
        == ["PercentTraffic": 12.5, "UseStageCache": true, "StageVariableOverrides": ["a": "c"], "DeploymentId": "abc"])
  }

  @Test("§5 API: `methodOptions` take the same method-level settings; `//GET` is the root's, `/*/*` everything")
  func methodOptions() {
    let spec = Contract(
      api: """
        stages:
          live:
            methodOptions:
              "/items/{id}/GET": {loggingLevel: ERROR}
              //GET: {metricsEnabled: true}
              /*/*: {throttlingRateLimit: 5}
        paths: {/: {GET: {}}, "/items/{id}": {GET: {}}}
        """)
    #expect(spec.errors == [])
    #expect(
      spec.only("ApiGateway::Stage")["MethodSettings"]
        == [
          ["ResourcePath": "/~1items~1{id}", "HttpMethod": "GET", "LoggingLevel": "ERROR", "DataTraceEnabled": false],
          ["ResourcePath": "/", "HttpMethod": "GET", "MetricsEnabled": true, "DataTraceEnabled": false],
          ["ResourcePath": "/*", "HttpMethod": "*", "ThrottlingRateLimit": 5, "DataTraceEnabled": false],
        ])
  }
}
