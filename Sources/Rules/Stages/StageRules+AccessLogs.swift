import Diagnostics
import Document
import Spec

extension StageRules {
  private static let logging = "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"

  static let accessLogs: [Rule] = [
    Rule(
      "STAGE726", "An access log without a destination", why: "the CDK refuses a format alone at synthesis",
      source: logging,
      bad: [Example("a format", spec("live", options: "{↓accessLogFormat: clf}"))],
      good: [
        Example(
          "a log group",
          """
          resources:
            Log: {Type: AWS::Logs::LogGroup}
          apis:
            Shop:
              stages:
                live: {accessLogDestination: Log, accessLogFormat: clf}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, stage.value.accessLogDestination == nil else { return }
        if findings.spec.isWhole(stage.node) { findings.report(.noDestination, atKeyOf: format.node) }
      }),
    Rule(
      "STAGE728", "An access log without the request's ID",
      why: "CreateStage wants at least $context.requestId or $context.extendedRequestId in the format", source: logging,
      bad: [
        Example("a status alone", log("↓$context.status")),
        Example("a mapping", log("↓{status: $context.status}")),
        Example("an ID misspelt", log("$context.status ↓$context.requestID")),
        Example("an ID without its dollar", log("↓{id: context.requestId, status: $context.status}")),
      ],
      good: [
        Example("either ID", log("$context.status $context.extendedRequestId")),
        Example("in a mapping", log("{id: $context.requestId}")),
      ],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, case .format = format.value else { return }
        let texts = AccessLogText.all(in: format, of: findings.spec.document)
        if texts.contains(where: { $0.namesRequest }) || findings.isOpen(format.node) { return }
        // Of an empty format STAGE727 speaks.
        if texts.count == 1, texts[0].text.isBlank { return }
        for text in texts {
          for reference in text.first(where: \.isUnknown) where reference.isMeantAsRequestID {
            return findings.report(
              .misspeltRequestID(reference), at: reference.range, of: text.node, correcting: reference.pathRange)
          }
        }
        findings.report(.noRequestID, at: format.node)
      }),
    Rule(
      "STAGE729", "An access log of several lines", why: "an entry of the log is one line", source: logging,
      bad: [
        Example(
          "a literal block",
          """
          resources:
            Log: {Type: AWS::Logs::LogGroup}
          apis:
            Shop:
              stages:
                live:
                  accessLogDestination: Log
                  accessLogFormat: ↓|
                    $context.requestId
                    $context.status
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "a folded block",
          """
          resources:
            Log: {Type: AWS::Logs::LogGroup}
          apis:
            Shop:
              stages:
                live:
                  accessLogDestination: Log
                  accessLogFormat: >
                    $context.requestId
                    $context.status
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, case .format(.text(let text)) = format.value else { return }
        if text.utf8.dropLast().contains(UInt8(ascii: "\n")) { findings.report(.severalLines, at: format.node) }
      }),
  ]
}

extension AccessLogText {
  /// Whether one of the IDs that a line must have is in it.
  var namesRequest: Bool {
    references.contains { $0.root == "context" && ($0.name == "requestId" || $0.name == "extendedRequestId") }
  }
}

extension Findings {
  /// Whether a format, or an intrinsic in it, may hold a text that is not known.
  fileprivate func isOpen(_ node: NodeID) -> Bool {
    if Intrinsic(node, in: spec.document) != nil { return true }
    return spec.document.entries(node).contains { isOpen($0.value) }
      || spec.document.items(node).contains { isOpen($0) }
  }
}

extension Message {
  fileprivate static let noDestination = Message(
    "STAGE726", "an access log's format without a destination", help: "add 'accessLogDestination'")

  fileprivate static let noRequestID = Message(
    "STAGE728", "the access log's format names no request ID",
    help: "add '$context.requestId' or '$context.extendedRequestId'")

  fileprivate static func misspeltRequestID(_ reference: AccessLogReference) -> Message {
    Message(
      "STAGE728", "the access log's format names no request ID, as '$\(reference.path)' is no variable",
      help: "did you mean '$context.\(reference.nearest?.name ?? "requestId")'?",
      correction: reference.nearest?.map { "context.\($0)" }.correction)
  }

  fileprivate static let severalLines = Message(
    "STAGE729", "the access log's format has several lines", help: "write '>-' in place of '|' to fold them into one")
}
