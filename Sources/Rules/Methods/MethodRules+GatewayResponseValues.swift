import Diagnostics
import Spec
import VTL

extension MethodRules {
  /// Headers and bodies of gateway responses.
  static let gatewayResponseValues: [Rule] = [
    Rule(
      "METH463", "No name of a gateway response's header",
      why:
        "a header is written by its name, of letters, digits, '.', '_', '$' and '-': \"Invalid mapping expression specified\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.responseParameters.html",
      bad: [
        Example(
          "in full, as an answer's, and with a blank",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {responseHeaders: {↓gatewayresponse.header.Retry-After: "'30'"}}
                DEFAULT_4XX: {responseHeaders: {↓method.response.header.X-Shop: "'closed'"}}
                DEFAULT_5XX: {responseHeaders: {↓X Shop: "'closed'"}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "the name",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {responseHeaders: {Retry-After: "'30'", X-Shop.State: "'closed'"}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses {
          for header in response.value.responseHeaders?.value ?? [] where !header.name.isBareHeader {
            findings.report(.headerName(header.name), atKeyOf: header.node)
          }
        }
      }),
    Rule(
      "METH464", "A gateway response's header without a value that is understood",
      why: "a static text stands in single quotes inside the value: \"Invalid mapping expression specified\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.responseParameters.html",
      bad: [
        Example(
          "a bare text",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {responseHeaders: {Retry-After: ↓30}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "a text in quotes, and values of the call",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED:
                  responseHeaders:
                    Retry-After: "'30'"
                    X-Origin: method.request.header.Origin
                    X-Request: context.requestId
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses {
          for header in response.value.responseHeaders?.value ?? [] {
            guard let text = header.value.known, !text.isBlank else { continue }
            do throws(ExpressionProblem) {
              _ = try MappingExpression(parsing: text, on: .gatewayResponse)
            } catch {
              findings.report(.notUnderstood(text, error), at: header.node)
            }
          }
        }
      }),
    Rule(
      "METH468", "An empty value in a gateway response",
      why: "PutGatewayResponse answers \"Invalid null or empty value in responseParameters\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html",
      bad: [
        Example(
          "an empty header and an empty body",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED:
                  responseHeaders: {X-Shop: ↓""}
                  templates: {application/json: ↓""}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "a text with nothing in it",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED:
                  responseHeaders: {X-Shop: "''"}
                  templates: {application/json: "{}"}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses {
          for header in response.value.responseHeaders?.value ?? [] where header.value.known?.isBlank == true {
            findings.report(.emptyValue(header.name), at: header.node)
          }
          for template in response.value.templates?.value ?? [] {
            if case .text(let text) = template.value, text.isBlank {
              findings.report(.emptyValue(template.name), at: template.node)
            }
          }
        }
      }),
  ]
}

extension String {
  /// Whether this is a header's name that API Gateway takes, with nothing before it.
  fileprivate var isBareHeader: Bool {
    let prefixes = ["gatewayresponse.", "method.response.", "method.request.", "integration.response."]
    return !isEmpty && utf8.allSatisfy(isParameterByte) && !prefixes.contains { hasPrefix($0) }
  }
}

extension Message {
  fileprivate static func headerName(_ key: String) -> Message {
    let last = key.split(separator: ".").last.map(String.init)
    let meant = last.flatMap { $0 != key && $0.isBareHeader ? $0 : nil }
    return Message(
      "METH463", "'\(key)' is no header's name",
      help: meant.map { "write '\($0)'" } ?? "use letters, digits, '.', '_', '$' and '-'",
      correction: meant.flatMap { key == "gatewayresponse.header.\($0)" ? .text($0) : nil })
  }

  fileprivate static func notUnderstood(_ text: String, _ problem: ExpressionProblem) -> Message {
    Message(
      "METH464", "'\(text)' is neither a text in single quotes nor a mapping expression",
      help: problem.suggestion.map { "write \"\($0)\"" }
        ?? "write \"'text'\", method.request.header.NAME, context.NAME or stageVariables.NAME",
      correction: problem.correction)
  }

  fileprivate static func emptyValue(_ key: String) -> Message {
    Message("METH468", "'\(key)' has an empty value", help: "write \"''\" for an empty header, or delete the line")
  }
}
