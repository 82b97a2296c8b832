import Diagnostics
import Document
import Spec

extension StageRules {
  private static let logging = "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"

  static let accessLogs: [Rule] = [
    Rule(
      "STAGE726", "an access log without a destination", why: "the CDK refuses a format alone at synthesis",
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
      "STAGE728", "an access log without the request's ID",
      why: "CreateStage wants at least $context.requestId or $context.extendedRequestId in the format", source: logging,
      bad: [
        Example("a status alone", log("↓$context.status")),
        Example("a mapping", log("↓{status: $context.status}")),
      ],
      good: [
        Example("either ID", log("$context.status $context.extendedRequestId")),
        Example("in a mapping", log("{id: $context.requestId}")),
      ],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, case .format(let text) = format.value else { return }
        let names: Bool =
          switch text {
          case .intrinsic: true
          case .text(let text): text.namesRequest
          case .json(let node): findings.namesRequest(node)
          }
        if !names { findings.report(.noRequestID, at: format.node) }
      }),
    Rule(
      "STAGE729", "an access log of several lines", why: "an entry of the log is one line", source: logging,
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

  private static func log(_ format: String) -> String {
    """
    resources:
      Log: {Type: AWS::Logs::LogGroup}
    apis:
      Shop:
        stages:
          live:
            accessLogDestination: Log
            accessLogFormat: \(format)
        paths:
          /orders:
            GET: {}
    """
  }
}

extension String {
  /// Whether a text has `context.requestId` or `context.extendedRequestId`.
  fileprivate var namesRequest: Bool {
    var rest = utf8[...]
    while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
      let (before, after) = (utf8[..<dot], utf8[utf8.index(after: dot)...])
      if before.reversed().starts(with: "context".utf8.reversed()),
        after.starts(with: "requestId".utf8) || after.starts(with: "extendedRequestId".utf8)
      {
        return true
      }
      rest = after
    }
    return false
  }
}

extension Findings {
  /// The same for the texts inside a mapping; an intrinsic may hold anything.
  fileprivate func namesRequest(_ node: NodeID) -> Bool {
    if Intrinsic(node, in: spec.document) != nil { return true }
    switch spec.document.kind(node) {
    case .mapping: return spec.document.entries(node).contains { namesRequest($0.value) }
    case .sequence: return spec.document.items(node).contains { namesRequest($0) }
    case .scalar, .alias: return string(node).namesRequest
    }
  }
}

extension Message {
  fileprivate static let noDestination = Message(
    "STAGE726", "an access log's format without a destination", help: "add 'accessLogDestination'")

  fileprivate static let noRequestID = Message(
    "STAGE728", "the access log's format names no request ID",
    help: "add '$context.requestId' or '$context.extendedRequestId'")

  fileprivate static let severalLines = Message(
    "STAGE729", "the access log's format has several lines", help: "write '>-' in place of '|' to fold them into one")
}
