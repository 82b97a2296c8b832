import Diagnostics
import Document
import Spec

extension StageRules {
  private static let logSettings = "https://docs.aws.amazon.com/apigateway/latest/api/API_AccessLogSettings.html"

  /// Where logs go.
  static let logDestinations: [Rule] = [
    Rule(
      "STAGE732", "An access log that goes to something else",
      why:
        "access logs go to a log group or a Firehose stream: CreateStage answers \"Invalid ARN specified in the request\"",
      source: logSettings,
      bad: [
        Example("a bucket", logToGroup("{accessLogDestination: ↓\"arn:aws:s3:::logs\"}")),
        Example(
          "a stream of Kinesis, in the stack's region",
          logToGroup(
            "{accessLogDestination: ↓!Sub \"arn:aws:kinesis:${AWS::Region}:${AWS::AccountId}:stream/logs\"}")),
        Example("a log group's name", logToGroup("{accessLogDestination: ↓!Ref Log}")),
        Example("another resource", logToGroup("{accessLogDestination: ↓!GetAtt Shop.RootResourceId}")),
      ],
      good: [
        Example("a log group", logToGroup("{accessLogDestination: !GetAtt Log.Arn}")),
        Example("by its name", logToGroup("{accessLogDestination: Log}")),
        Example(
          "in the stack's region",
          logToGroup(
            "{accessLogDestination: !Sub \"arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Log}\"}")),
      ],
      check: .stage { stage, _, findings in
        guard let destination = stage.value.accessLogDestination,
          case .other(let words) = findings.spec.logDestination(destination.value)
        else { return }
        findings.report(.wrongDestination(words), at: destination.node)
      }),
    Rule(
      "STAGE733", "The name of a Firehose stream for access logs",
      why:
        "API Gateway may only write to streams whose names start with 'amazon-apigateway-', and the CDK refuses others",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-logging-to-kinesis.html",
      bad: [
        Example(
          "an ARN",
          logToGroup("{accessLogDestination: ↓\"arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs\"}")),
        Example(
          "a resource",
          """
          resources:
            Stream: {Type: AWS::KinesisFirehose::DeliveryStream, Properties: {DeliveryStreamName: shop-logs}}
          apis:
            Shop:
              stages:
                live: {accessLogDestination: ↓Stream}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      good: [
        Example(
          "the start that it needs",
          logToGroup(
            "{accessLogDestination: !Sub \"arn:aws:firehose:${AWS::Region}:111122223333:deliverystream/amazon-apigateway-a\"}"
          ))
      ],
      check: .stage { stage, _, findings in
        let needed = "amazon-apigateway-"
        guard let destination = stage.value.accessLogDestination,
          case .firehose(let start, let isWhole) = findings.spec.logDestination(destination.value),
          !start.hasPrefix(needed), isWhole || !needed.hasPrefix(start)
        else { return }
        findings.report(.streamName, at: destination.node)
      }),
    Rule(
      "STAGE722", "Logs without the account's role", severity: .info,
      why:
        "\"CloudWatch Logs role ARN must be set in account settings to enable logging\"; the role is set once for an "
        + "account and region, often by another stack",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
      bad: [
        Example("execution logs", spec("live", options: "{↓loggingLevel: INFO}")),
        Example("an access log", logToGroup("{↓accessLogDestination: Log}")),
      ],
      good: [
        Example(
          "the role is made here",
          """
          apis:
            Shop:
              cloudWatchRole: true
              stages:
                live: {loggingLevel: INFO}
              paths:
                /orders:
                  GET: {}
          """),
        Example("no logs", spec("live", options: "{loggingLevel: OFF}")),
      ],
      check: .stage { stage, _, findings in
        guard let log = findings.logOfAccount(stage.value), !findings.spec.makesAccountRole else { return }
        findings.report(.noAccountRole, atKeyOf: log)
      }),
  ]
}

extension Findings {
  /// The setting by which a stage writes to CloudWatch; nil where it does not.
  fileprivate func logOfAccount(_ stage: Stage) -> NodeID? {
    for (_, settings) in stage.allSettings {
      if let level = settings.loggingLevel, let known = level.known(), known != .off { return level.node }
    }
    guard let destination = stage.accessLogDestination,
      spec.logDestination(destination.value) == .logGroup
    else { return nil }
    return destination.node
  }
}

extension ResolvedSpec {
  /// Whether API Gateway's role for logs is set in this stack.
  fileprivate var makesAccountRole: Bool {
    declarations.apis.contains { $0.value.cloudWatchRole.value }
      || resourceTypes.contains("AWS::ApiGateway::Account")
  }
}

extension Message {
  fileprivate static func wrongDestination(_ words: String) -> Message {
    Message(
      "STAGE732", "access logs go to a log group or a Firehose stream, and this is \(words)",
      help: "write the resource's name, or its ARN")
  }

  fileprivate static let streamName = Message(
    "STAGE733", "the name of a Firehose stream for access logs must start with 'amazon-apigateway-'",
    help: "rename the stream")

  fileprivate static let noAccountRole = Message(
    "STAGE722", .info, "logs need the account's role for CloudWatch, which this spec does not set",
    help: "set 'cloudWatchRole: true' on one API, unless another stack of this account and region does")
}
