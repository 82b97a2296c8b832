import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// What is sent to the caller beside the body.
  static let responseMappings: [Rule] = [
    Rule(
      "INT277", "A response parameter out of form",
      why: "an answer has headers alone, named in full: others are an \"Invalid mapping identifier\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html",
      bad: [
        Example(
          "a bare header, and the integration's side",
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
                      integrationResponses:
                        - statusCode: 200
                          responseParameters:
                            ↓X-Stage: context.stage
                            ↓integration.response.header.X-Stage: context.stage
                    methodResponses: [{statusCode: 200}]
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
                      proxy: false
                      integrationResponses:
                        - statusCode: 200
                          responseParameters: {method.response.header.X-Stage: context.stage}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.X-Stage: true}}]
          """)
      ],
      check: .integration(with: .responseMappings) { integration, _, _, findings in
        integration.forEachResponseMapping { parameter in
          do throws(ExpressionProblem) {
            _ = try ResponseHeaderName(parsing: parameter.name)
          } catch {
            findings.report(.notAHeader(parameter.name, error), atKeyOf: parameter.node)
          }
        }
      }),

    Rule(
      "INT278", "A source that answers do not have",
      why:
        "an answer's headers come from the backend's answer, a variable or quoted text: \"Invalid mapping expression\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html",
      bad: [
        Example(
          "a star without its quotes, and the request",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.header.Origin: false}
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - statusCode: 200
                          responseParameters:
                            method.response.header.Access-Control-Allow-Origin: ↓"*"
                            method.response.header.X-Origin: ↓method.request.header.Origin
                    methodResponses:
                      - statusCode: 200
                        responseParameters:
                          method.response.header.Access-Control-Allow-Origin: true
                          method.response.header.X-Origin: true
          """)
      ],
      good: [
        Example(
          "quoted, and from the backend",
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
                      integrationResponses:
                        - statusCode: 200
                          responseParameters:
                            method.response.header.Access-Control-Allow-Origin: "'*'"
                            method.response.header.X-Origin: integration.response.header.Origin
                    methodResponses:
                      - statusCode: 200
                        responseParameters:
                          method.response.header.Access-Control-Allow-Origin: true
                          method.response.header.X-Origin: true
          """)
      ],
      check: .integration(with: .responseMappings) { integration, _, _, findings in
        integration.forEachResponseMapping { parameter in
          guard case .known(let text) = parameter.value, let problem = sourceProblem(text, .response) else { return }
          if problem.isAboutContext || findings.isBareScalar(parameter.node, text) { return }
          findings.report(.notAnAnswersSource(text, problem), at: parameter.node)
        }
      }),

    Rule(
      "INT279", "A mapped header that the method response does not declare",
      why: "an integration response fills declared headers alone: \"Invalid mapping expression parameter specified\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-response.html",
      bad: [
        Example(
          "not declared, and declared for another status",
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
                      integrationResponses:
                        - {statusCode: 200, responseParameters: {↓method.response.header.ETag: integration.response.header.ETag}}
                        - statusCode: 304
                          selectionPattern: "304"
                          responseParameters: {↓method.response.header.Age: integration.response.header.Age}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.Age: true}}]
          """)
      ],
      good: [
        Example(
          "declared, as required or not",
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
                      integrationResponses:
                        - {statusCode: 200, responseParameters: {method.response.header.ETag: integration.response.header.ETag}}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.ETag: false}}]
          """)
      ],
      check: .integration(with: .responseMappings) { integration, operation, api, findings in
        guard let responses = integration.mappedResponses else { return }
        for response in responses.value where response.value.responseParameters?.value.isEmpty == false {
          findings.checkHeaders(of: response.value, operation, api)
        }
      }),
  ]
}

extension Integration {
  fileprivate func forEachResponseMapping(_ body: (Named<Deferrable<String>>) -> Void) {
    for response in options.integrationResponses?.value ?? [] {
      for parameter in response.value.responseParameters?.value ?? [] { body(parameter) }
    }
  }
}

extension Findings {
  /// Reports the mapped headers that the method response of the same status does not declare.
  fileprivate mutating func checkHeaders(
    of response: IntegrationResponse, _ operation: Operation, _ api: ResolvedAPI
  ) {
    let status = response.statusCode.value
    guard let parameters = response.responseParameters, !status.isEmpty else { return }
    let answer = operation.options.methodResponses?.value.first { $0.value.statusCode.value == status }
    let declared = answer?.value.responseParameters
    for parameter in parameters.value {
      if has(parameter.name, in: declared) { continue }
      guard (try? ResponseHeaderName(parsing: parameter.name)) != nil else { continue }
      guard knowsResponses(of: operation, in: api), knows(declared), answer.map({ spec.isWhole($0.value.node) }) ?? true
      else { return }
      let near = declared.flatMap { nearest(parameter.name, in: $0.value.lazy.map(\.name)) }
      report(.undeclaredHeader(parameter.name, status, near: near), atKeyOf: parameter.node)
    }
  }
}

extension Message {
  fileprivate static func notAHeader(_ name: String, _ problem: ExpressionProblem) -> Message {
    Message(
      "INT277", "'\(name)' is no header of a method response: \(problem.words)",
      help: problem.suggestion.map { "write '\($0)'" } ?? "write method.response.header.<name>",
      correction: problem.correction)
  }

  fileprivate static func notAnAnswersSource(_ text: String, _ problem: ExpressionProblem) -> Message {
    Message(
      "INT278", "'\(text)' is no mapping expression of an answer: \(problem.words)",
      help: problem.suggestion.map { "write \"\($0)\"" }
        ?? "write integration.response.header.<name>, or fixed text as \"'text'\"",
      correction: problem.correction)
  }

  fileprivate static func undeclaredHeader(_ name: String, _ status: String, near: Nearest?) -> Message {
    let guess = near.map { "\($0.question) else " } ?? ""
    return Message(
      "INT279", "the method response \(status) does not declare '\(name)'",
      help: "\(guess)add '\(name): true' to its 'responseParameters'")
  }
}
