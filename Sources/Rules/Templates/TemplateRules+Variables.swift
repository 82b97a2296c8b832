import Diagnostics
import VTL

extension TemplateRules {
  private static let logging =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html"

  /// What `$context` has.
  static let variables: [Rule] = [
    Rule(
      "VTL005", "A variable that '$context' does not have",
      why: "an unknown variable gives an empty text, and nothing tells", source: reference,
      bad: [
        Example(
          "a typo, and a word too few", request("{\"a\": \"↓$context.requestID\", \"b\": \"↓${context.sourceIp}\"}")),
        Example("AppSync's", request("#set($ip = ↓$context.arguments.ip)\n{\"a\": \"$ip\", \"b\": \"↓$ctx.stage\"}")),
        Example(
          "in a gateway response and in a mapping",
          """
          apis:
            Shop:
              gatewayResponses:
                DEFAULT_4XX: {templates: {application/json: '{"message": ↓$context.eror.messageString}'}}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200, body: {"id": "no ↓$context.requestid"}}
          """),
      ],
      good: [
        Example(
          "published ones, properties of an authorizer, and text that is none",
          request(
            """
            #foreach($name in $context.authorizer.keySet())#end
            {"a": "$context.requestId", "b": "$context.identity.sourceIp", "c": "$context.authorizer.level",
             "d": "$context.path.length()", "e": "context.any", "f": "\\$context.any"}
            """))
      ],
      check: .template { template, findings in
        let names = template.parts.assigned
        let use: ContextVariable.Uses = template.side == .gateway ? .gatewayResponse : .mappingTemplate
        for reference in template.references {
          let name = reference.path.joined(separator: ".")
          guard !name.isEmpty else { continue }
          if reference.root == .context {
            if ContextVariable.named(name) != nil || ContextVariable.isGroup(name) { continue }
            let near = ContextVariable.nearest(to: name, in: use)
            findings.report(
              .noVariable(name, near: near), at: reference.pathRange, in: template, correcting: reference.namesRange)
          } else if reference.name == "ctx" || reference.isMisspelt("context", names), !names.contains(reference.name) {
            guard ContextVariable.named(name) != nil || ContextVariable.isGroup(name) else { continue }
            findings.report(
              .notContext(reference.name), at: reference.pathRange, in: template, correcting: reference.nameRange)
          }
        }
      }),

    Rule(
      "VTL006", "A variable that has no value in templates", severity: .warning,
      why: "what is only known once the answer is sent goes into access logs; in a template it is an empty text",
      source: logging,
      bad: [
        Example("a latency", request("{\"ms\": \"↓$context.responseLatency\"}")),
        Example("an error's words", response("{\"message\": ↓$context.error.messageString}")),
      ],
      good: [
        Example("the request's time", request("{\"ms\": $context.requestTimeEpoch}")),
        Example(
          "an error's words in a gateway response",
          """
          apis:
            Shop:
              gatewayResponses:
                DEFAULT_5XX: {templates: {application/json: '{"message": $context.error.messageString}'}}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      check: .template { template, findings in
        let use: ContextVariable.Uses = template.side == .gateway ? .gatewayResponse : .mappingTemplate
        for reference in template.references where reference.root == .context {
          let name = reference.path.joined(separator: ".")
          let uses = ContextVariable.uses(of: name)
          guard !uses.isEmpty, !uses.contains(use) else { continue }
          let message: Message = uses == [.accessLog] ? .onlyInLogs(name) : .onlyElsewhere(name, template.side)
          findings.report(message, at: reference.pathRange, in: template)
        }
      }),
  ]
}

extension MappingTemplate.Reference {
  /// The names behind the variable and its dot.
  fileprivate var namesRange: Range<Int> {
    let start = nameRange.upperBound + 1
    return start..<max(start, steps.prefix(path.count).last?.range.upperBound ?? start)
  }

  /// From the dollar to the end of the names.
  var pathRange: Range<Int> {
    let last = steps.prefix(path.count).last?.range.upperBound ?? nameRange.upperBound
    return range.lowerBound..<(isBraced && path.count == steps.count ? range.upperBound : last)
  }
}

extension Message {
  fileprivate static func noVariable(_ name: String, near: Nearest?) -> Message {
    Message(
      "VTL005", "there is no variable '$context.\(name)'",
      help: near?.map { "$context.\($0)" }.question ?? "take one that API Gateway publishes",
      correction: near?.correction)
  }

  fileprivate static func notContext(_ name: String) -> Message {
    Message(
      "VTL005", "'$\(name)' does not exist in API Gateway", help: "write '$context'", correction: .text("context"))
  }

  fileprivate static func onlyInLogs(_ name: String) -> Message {
    Message("VTL006", .warning, "'$context.\(name)' has a value only in access logs", help: "delete it")
  }

  fileprivate static func onlyElsewhere(_ name: String, _ side: BodyTemplate.Side) -> Message {
    let words = side == .gateway ? "gateway responses" : "mapping templates"
    return Message("VTL006", .warning, "'$context.\(name)' has no value in \(words)", help: "delete it")
  }
}
