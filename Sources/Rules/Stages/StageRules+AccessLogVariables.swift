import Diagnostics
import Document
import Spec
import VTL

extension StageRules {
  private static let variableNames =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html"

  /// What an access log's format says.
  static let accessLogVariables: [Rule] = [
    Rule(
      "STAGE727", "An access log with an empty format",
      why: "CreateStage answers \"Access Log value must not be empty\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_AccessLogSettings.html",
      bad: [Example("nothing", log("↓\"\""))],
      good: [Example("the default, the common log format", logToGroup("{accessLogDestination: Log}"))],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, case .format(.text(let text)) = format.value else { return }
        if text.isBlank { findings.report(.emptyFormat, at: format.node) }
      }),
    Rule(
      "STAGE730", "An unknown variable in an access log", severity: .warning,
      why: "API Gateway takes the format and writes '-' where it knows no such variable", source: variableNames,
      bad: [
        Example("a typo", log("$context.requestId ↓$context.staus")),
        Example("a part of the name left out, in a mapping", log("{id: $context.requestId, ip: ↓$context.sourceIp}")),
        Example("the first word misspelt", log("$context.requestId ↓$contxt.status")),
        Example(
          "the first word in capitals, in a branch",
          "conditions: {Short: !Equals [!Ref AWS::Region, eu-west-1]}\n"
            + log("!If [Short, ↓$Context.requestId, $context.requestId]")),
        Example("within a substitution", log("!Sub [\"$context.requestId ↓$context.state ${Name}\", {Name: shop}]")),
      ],
      good: [
        Example(
          "published ones, and properties that an authorizer sets",
          log("$context.requestId $context.identity.sourceIp $context.authorizer.tenant $context.xrayTraceId.")),
        Example("within a substitution", log("!Sub \"$context.requestId ${AWS::Region} ${!context.status}\"")),
      ],
      check: .stage { stage, _, findings in
        let texts = AccessLogText.all(in: stage.value.accessLogFormat, of: findings.spec.document)
        let namesRequest = texts.contains { $0.namesRequest }
        for text in texts {
          for reference in text.first(where: \.isUnknown) {
            // Where it was to be the ID that every line must have, STAGE728 speaks.
            if !namesRequest, reference.isMeantAsRequestID { continue }
            findings.report(
              .unknownVariable(reference), at: reference.range, of: text.node, correcting: reference.pathRange)
          }
        }
      }),
    Rule(
      "STAGE731", "A mapping template for an access log",
      why: "no template language runs over access logs: only $context's variables are filled in",
      source: variableNames,
      bad: [
        Example("the request's body", log("$context.requestId ↓$input.body")),
        Example("a stage variable", log("$context.requestId ↓$stageVariables.tenant")),
        Example("a directive", log("↓'$context.requestId #if($context.status) late #end'")),
      ],
      good: [Example("variables alone", log("'$context.requestId #1 $5 $context.status'"))],
      check: .stage { stage, _, findings in
        for text in AccessLogText.all(in: stage.value.accessLogFormat, of: findings.spec.document) {
          for reference in text.first(where: \.isOfTemplates) {
            findings.report(.templateVariable(reference.root), at: reference.range, of: text.node)
          }
          if let word = text.directive { findings.report(.directive(word), at: text.node) }
        }
      }),
    Rule(
      "STAGE734", "An access log that starts as JSON and is none", severity: .warning,
      why: "API Gateway writes every line as it is told, and queries over the log find no fields",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
      bad: [Example("a comma too many", log(#"↓'{"id": "$context.requestId",}'"#))],
      good: [
        Example("numbers without quotes", log(#"'{"id": "$context.requestId", "status": $context.status}'"#)),
        Example("the mapping form cannot be wrong", log("{id: $context.requestId, status: $context.status}")),
      ],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, case .format(.text) = format.value else { return }
        for text in AccessLogText.all(in: format, of: findings.spec.document) where text.looksLikeJSON {
          if let fault = JSONFault(in: text.filledIn) { findings.report(.noJSON(fault), at: format.node) }
        }
      }),
  ]

  /// A spec whose one stage logs to a group.
  static func logToGroup(_ options: String) -> String {
    """
    resources:
      Log: {Type: AWS::Logs::LogGroup}
    apis:
      Shop:
        stages:
          live: \(options)
        paths:
          /orders:
            GET: {}
    """
  }

  /// A spec with an access log of a format.
  static func log(_ format: String) -> String {
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

extension AccessLogReference {
  /// Roots that mapping templates know and access logs do not.
  var isOfTemplates: Bool { ["input", "util", "stageVariables"].contains(root) }

  /// Whether it can only be meant as a variable, and none has that name.
  var isUnknown: Bool {
    if root == "context" { return ContextVariable.named(name)?.uses.contains(.accessLog) != true }
    return !name.isEmpty && !isOfTemplates
  }

  /// Whether it is misspelt, and one of the IDs that a line must have is nearest.
  var isMeantAsRequestID: Bool {
    isUnknown && ["requestId", "extendedRequestId"].contains(nearest?.name)
  }

  var nearest: Nearest? {
    // `$Context.status`: the first word alone is wrong.
    if ContextVariable.named(name) != nil { return Nearest(name, isCertain: true) }
    return ContextVariable.nearest(to: name, in: .accessLog)
  }
}

extension AccessLogText {
  fileprivate var looksLikeJSON: Bool {
    text.utf8.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
  }

  /// The text with a number in place of each variable.
  fileprivate var filledIn: String {
    var (filled, at): ([UInt8], Int) = ([], 0)
    let bytes = Array(text.utf8)
    for reference in references {
      filled += bytes[at..<reference.range.lowerBound]
      filled.append(UInt8(ascii: "0"))
      let isBraced = bytes[reference.range.lowerBound...].dropFirst().first == UInt8(ascii: "{")
      at = reference.range.upperBound
      if isBraced, bytes[at...].first == UInt8(ascii: "}") { at += 1 }
    }
    return String(decoding: filled + bytes[at...], as: UTF8.self)
  }

  /// The first directive of the template language, `#if(`.
  fileprivate var directive: String? {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return nil }
    return text.split(separator: "#").dropFirst(text.hasPrefix("#") ? 0 : 1).lazy.compactMap { part in
      ["if", "set", "foreach", "macro", "define"].first { part.hasPrefix($0 + "(") }
    }.first
  }
}

extension Message {
  fileprivate static let emptyFormat = Message(
    "STAGE727", "the access log's format is empty", help: "delete it to have the common log format, or write one")

  fileprivate static func unknownVariable(_ reference: AccessLogReference) -> Message {
    let near = reference.nearest?.map { "context.\($0)" }
    return Message(
      "STAGE730", .warning, "'$\(reference.path)' is no variable of access logs and is written as '-'",
      help: near?.map { "$\($0)" }.question ?? "name one of the variables of $context", correction: near?.correction)
  }

  fileprivate static func templateVariable(_ root: String) -> Message {
    Message("STAGE731", "access logs know no '$\(root)'", help: "use the variables of $context")
  }

  fileprivate static func directive(_ word: String) -> Message {
    Message(
      "STAGE731", "access logs know no directives such as '#\(word)'", help: "write text and variables of $context")
  }

  fileprivate static func noJSON(_ fault: JSONFault) -> Message {
    Message(
      "STAGE734", .warning, "the access log's lines are no valid JSON: \(fault.words)",
      help: "write the format as a mapping, which becomes JSON")
  }
}
