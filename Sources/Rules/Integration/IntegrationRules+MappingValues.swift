import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// The values of parameter mappings, of requests and answers alike.
  static let mappingValues: [Rule] = [
    Rule(
      "INT273", "A mapping value that is no text",
      why: "mapping values are text: a boolean or number is an \"Invalid mapping expression\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html",
      bad: [
        Example(
          "a flag and a number",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      requestParameters:
                        integration.request.header.X-Dry-Run: ↓true
                      integrationResponses:
                        - {statusCode: 200, responseParameters: {method.response.header.X-Version: ↓2}}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.X-Version: true}}]
          """)
      ],
      good: [
        Example(
          "fixed texts",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      requestParameters:
                        integration.request.header.X-Dry-Run: "'true'"
                      integrationResponses:
                        - {statusCode: 200, responseParameters: {method.response.header.X-Version: "'2'"}}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.X-Version: true}}]
          """)
      ],
      check: .integration(with: .mappings) { integration, _, _, findings in
        integration.forEachMapping { parameter, _ in
          guard case .known(let text) = parameter.value, findings.isBareScalar(parameter.node, text) else { return }
          findings.report(.bareScalar(text), at: parameter.node)
        }
      }),

    Rule(
      "INT281", "A context variable that does not exist",
      why: "API Gateway publishes the context's variables; another name is an \"Invalid mapping expression\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html",
      bad: [
        Example(
          "without its group, and one of access logs",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        integration.request.header.X-Ip: ↓context.sourceIp
                        integration.request.header.X-Latency: ↓context.responseLatency
          """)
      ],
      good: [
        Example(
          "in full",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters:
                        integration.request.header.X-Ip: context.identity.sourceIp
                        integration.request.header.X-Tenant: context.authorizer.tenant
          """)
      ],
      check: .integration(with: .mappings) { integration, _, _, findings in
        integration.forEachMapping { parameter, side in
          guard case .known(let text) = parameter.value, text.hasPrefix("context.") else { return }
          guard let problem = sourceProblem(text, side), problem.isAboutContext else { return }
          findings.report(.unknownVariable(problem), at: parameter.node)
        }
      }),
  ]

  /// What keeps a text from being a source; nil for one.
  static func sourceProblem(_ text: String, _ side: MappingExpression.Side) -> ExpressionProblem? {
    do throws(ExpressionProblem) {
      _ = try MappingExpression(parsing: text, on: side)
      return nil
    } catch {
      return error
    }
  }
}

extension Integration {
  /// Calls with each parameter mapping of the request and of the answers.
  fileprivate func forEachMapping(_ body: (Named<Deferrable<String>>, MappingExpression.Side) -> Void) {
    for parameter in options.requestParameters?.value ?? [] { body(parameter, .request) }
    for response in options.integrationResponses?.value ?? [] {
      for parameter in response.value.responseParameters?.value ?? [] { body(parameter, .response) }
    }
  }
}

extension ExpressionProblem {
  /// Whether only the name of a context variable is wrong.
  var isAboutContext: Bool {
    switch kind {
    case .unknownContextVariable, .unavailableContextVariable: true
    default: false
    }
  }
}

extension Findings {
  /// Whether a value is a boolean or a number without quotes, where a mapping expression is wanted.
  func isBareScalar(_ node: NodeID, _ text: String) -> Bool {
    guard let first = text.utf8.first, spec.document.isPlain(node) else { return false }
    if text == "true" || text == "false" { return true }
    return (first == UInt8(ascii: "-") || (48...57).contains(first)) && JSONNumber(text) != nil
  }
}

extension Message {
  fileprivate static func bareScalar(_ text: String) -> Message {
    Message(
      "INT273", "a mapping value is text, and '\(text)' is none", help: "write \"'\(text)'\" for fixed text",
      correction: .text("'\(text)'"))
  }

  fileprivate static func unknownVariable(_ problem: ExpressionProblem) -> Message {
    Message(
      "INT281", problem.words, help: problem.suggestion.map { "did you mean '\($0)'?" },
      correction: problem.correction)
  }
}
