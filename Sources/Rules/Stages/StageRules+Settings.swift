import Diagnostics
import Document
import Spec

extension StageRules {
  /// Logs and throttles.
  static let settings: [Rule] = [
    Rule(
      "STAGE721", "Unknown logging level", why: "execution logs have the levels OFF, ERROR and INFO",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html",
      bad: [Example("DEBUG", spec("live", options: "{loggingLevel: ↓DEBUG}"))],
      good: [Example("INFO", spec("live", options: "{loggingLevel: INFO}"))], check: .elsewhere),
    Rule(
      "STAGE723", "Traces without logs", severity: .warning,
      why: "requests and answers are traced into the execution log: nothing is written while it is off",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html",
      bad: [Example("no level", spec("live", options: "{↓dataTraceEnabled: true}"))],
      good: [Example("a level", spec("live", options: "{dataTraceEnabled: false, loggingLevel: INFO}"))],
      check: .stage { stage, _, findings in
        for (path, settings) in stage.value.allSettings {
          guard let trace = settings.dataTraceEnabled, trace.known() == true else { continue }
          let level = settings.loggingLevel ?? (path == nil ? nil : stage.value.settings.loggingLevel)
          guard level.map({ $0.known() == .off }) ?? true else { continue }
          if findings.spec.isWhole(stage.node) { findings.report(.unwrittenTrace, atKeyOf: trace.node) }
        }
      }),
    Rule(
      "STAGE724", "A throttle of zero", severity: .warning, why: "every call is answered with 429",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
      bad: [
        Example("no burst", spec("live", options: "{throttlingBurstLimit: ↓0}")),
        Example("no rate", spec("live", options: "{throttlingRateLimit: ↓0.0}")),
      ],
      good: [Example("a slow rate", spec("live", options: "{throttlingRateLimit: 0.5, throttlingBurstLimit: 1}"))],
      check: .stage { stage, _, findings in
        for (_, settings) in stage.value.allSettings {
          if let rate = settings.throttlingRateLimit, rate.known()?.value == 0 { findings.report(.zero, at: rate.node) }
          if let burst = settings.throttlingBurstLimit, burst.known() == 0 { findings.report(.zero, at: burst.node) }
        }
      }),
    Rule(
      "STAGE725", "A throttle below zero", why: "CloudFormation refuses negative limits",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html",
      bad: [Example("a negative rate", spec("live", options: "{throttlingRateLimit: ↓-1}"))],
      good: [Example("a rate", spec("live", options: "{throttlingRateLimit: 1}"))], check: .elsewhere),
  ]
}

extension Message {
  fileprivate static let unwrittenTrace = Message(
    "STAGE723", .warning, "traces are not written while execution logs are off",
    help: "set 'loggingLevel' to ERROR or INFO, or delete 'dataTraceEnabled'")

  fileprivate static let zero = Message(
    "STAGE724", .warning, "a limit of 0 turns every call away", help: "delete it to have no limit of the stage's own")
}
