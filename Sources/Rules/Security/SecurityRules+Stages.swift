import Diagnostics
import Document
import Spec

extension SecurityRules {
  private static let method = "https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html"
  private static let logging = "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"

  /// What stages write down, and what they let through.
  static let stages: [Rule] = [
    Rule(
      "SEC005", "Whole requests in the log", severity: .warning,
      why: "bodies and headers go to CloudWatch with the secrets and personal data in them", source: method,
      bad: [
        Example(
          "a stage and a method",
          spec(
            """
            live: {loggingLevel: INFO, ↓dataTraceEnabled: true}
            next: {methodOptions: {/orders/GET: {loggingLevel: ERROR, ↓dataTraceEnabled: true}}}
            """))
      ],
      good: [Example("logs without bodies", spec("live: {loggingLevel: INFO, dataTraceEnabled: false}"))],
      check: .stage { stage, _, findings in
        for (path, settings) in stage.value.allSettings {
          guard let trace = settings.dataTraceEnabled, trace.known() == true else { continue }
          // Without a log nothing is written, which STAGE723 says.
          guard let level = settings.loggingLevel ?? (path == nil ? nil : stage.value.settings.loggingLevel),
            level.known() != .off
          else { continue }
          findings.report(.wholeRequests, atKeyOf: trace.node)
        }
      }),
    Rule(
      "SEC006", "A stage without an access log", severity: .info,
      why: "nothing says afterwards who called what, and how it ended", source: logging,
      bad: [Example("no log", spec("↓live: {tracingEnabled: true}"))],
      good: [
        Example(
          "a log group",
          spec("live: {accessLogDestination: Log}") + "\nresources: {Log: {Type: AWS::Logs::LogGroup}}")
      ],
      check: .stage { stage, api, findings in
        guard stage.value.accessLogDestination == nil, findings.spec.isWhole(stage.node) else { return }
        findings.report(.noAccessLog(stage.name), atKeyOf: stage.node == .none ? api.node : stage.node)
      }),
    Rule(
      "SEC018", "API keys in the access log", severity: .warning,
      why: "who reads the log can call in the clients' names",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html",
      bad: [Example("the key", StageRules.log("$context.requestId ↓$context.identity.apiKey"))],
      good: [Example("its ID", StageRules.log("$context.requestId $context.identity.apiKeyId"))],
      check: .stage { stage, _, findings in
        for text in AccessLogText.all(in: stage.value.accessLogFormat, of: findings.spec.document) {
          for reference in text.first(where: { $0.path == "context.identity.apiKey" }) {
            findings.report(.loggedKey, at: reference.range, of: text.node)
          }
        }
      }),
    Rule(
      "SEC019", "A stage without a throttle", severity: .info,
      why: "one client can use up what the account's limit allows to all APIs of the region",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
      bad: [Example("no limit", spec("↓live: {metricsEnabled: true}"))],
      good: [
        Example("a rate", spec("live: {throttlingRateLimit: 100, throttlingBurstLimit: 200}")),
        Example(
          "a plan's",
          spec("live: {}")
            + "\nusagePlans: {Basic: {throttle: {rateLimit: 10, burstLimit: 20}, apiStages: [{api: Shop}]}}"),
      ],
      check: .stage { stage, api, findings in
        let isThrottled = stage.value.allSettings.contains {
          $0.settings.throttlingRateLimit != nil || $0.settings.throttlingBurstLimit != nil
        }
        guard !isThrottled, findings.spec.isWhole(stage.node), !findings.hasThrottledPlan(for: api) else { return }
        findings.report(.noThrottle(stage.name), atKeyOf: stage.node == .none ? api.node : stage.node)
      }),
    Rule(
      "SEC020", "An access log by the request ID alone", severity: .info,
      why: "callers can set the request's ID by a header; the extended one is API Gateway's own",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html",
      bad: [Example("one ID", StageRules.log("↓$context.requestId $context.status"))],
      good: [Example("both", StageRules.log("$context.requestId $context.extendedRequestId"))],
      check: .stage { stage, _, findings in
        let texts = AccessLogText.all(in: stage.value.accessLogFormat, of: findings.spec.document)
        let references = texts.flatMap(\.references)
        guard let format = stage.value.accessLogFormat, references.contains(where: { $0.path == "context.requestId" }),
          !references.contains(where: { $0.path == "context.extendedRequestId" })
        else { return }
        findings.report(.requestIDAlone, at: format.node)
      }),
    Rule(
      "SEC022", "A stage without traces", severity: .info,
      why: "X-Ray sees nothing of its calls",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
      bad: [Example("off", spec("↓live: {metricsEnabled: true}"))],
      good: [Example("on", spec("live: {tracingEnabled: true}"))],
      check: .stage { stage, api, findings in
        guard stage.value.tracingEnabled.isOff, findings.spec.isWhole(stage.node) else { return }
        findings.report(.noTraces(stage.name), atKeyOf: stage.node == .none ? api.node : stage.node)
      }),
  ]

  /// A spec with stages, a line each.
  private static func spec(_ stages: String) -> String {
    """
    apis:
      Shop:
        stages:
          \(stages.split(separator: "\n").joined(separator: "\n      "))
        paths:
          /orders:
            GET: {}
    """
  }
}

extension Findings {
  /// Whether a usage plan limits the rate of an API's callers.
  fileprivate mutating func hasThrottledPlan(for api: ResolvedAPI) -> Bool {
    let names = throttledAPIs ?? spec.throttledAPIs
    throttledAPIs = names
    return names.contains(api.name)
  }
}

extension ResolvedSpec {
  /// The names of the APIs whose callers a usage plan limits.
  fileprivate var throttledAPIs: Set<String> {
    var names: Set<String> = []
    for plan in declarations.usagePlans {
      let stages = plan.value.apiStages?.value ?? []
      guard plan.value.throttle != nil || stages.contains(where: { $0.value.throttle != nil }) else { continue }
      for stage in stages {
        guard let reference = stage.value.reference.api, case .api(let index)? = target(of: reference.value, as: .api)
        else { continue }
        names.insert(apis[index].name)
      }
    }
    return names
  }
}

extension Message {
  fileprivate static let wholeRequests = Message(
    "SEC005", .warning, "whole requests and answers are logged, with the secrets in them",
    help: "delete 'dataTraceEnabled' before production")

  fileprivate static func noAccessLog(_ stage: String) -> Message {
    Message("SEC006", .info, "stage '\(stage)' has no access log", help: "add 'accessLogDestination'")
  }

  fileprivate static let loggedKey = Message(
    "SEC018", .warning, "API keys are written into the access log", help: "use '$context.identity.apiKeyId'")

  fileprivate static func noThrottle(_ stage: String) -> Message {
    Message(
      "SEC019", .info, "the account's limit alone protects the backends of stage '\(stage)'",
      help: "set 'throttlingRateLimit' and 'throttlingBurstLimit'")
  }

  fileprivate static let requestIDAlone = Message(
    "SEC020", .info, "callers can set the only ID in the access log", help: "add '$context.extendedRequestId'")

  fileprivate static func noTraces(_ stage: String) -> Message {
    Message("SEC022", .info, "X-Ray tracing is off on stage '\(stage)'", help: "set 'tracingEnabled: true'")
  }
}
