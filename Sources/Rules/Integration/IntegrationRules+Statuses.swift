import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// The statuses that integration responses answer with.
  static let statuses: [Rule] = [
    Rule(
      "INT231", "Two integration responses with one status",
      why: "API Gateway keeps one integration response a status: the last one written replaces the others",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html",
      bad: [
        Example(
          "two ways to 400",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 400}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 400, selectionPattern: "400"}
                        - {statusCode: ↓"400", selectionPattern: "422"}
          """)
      ],
      good: [
        Example(
          "one pattern for both",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 400}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 400, selectionPattern: "400|422"}
          """)
      ],
      check: .integration(with: .manyIntegrationResponses) { integration, _, _, findings in
        guard let responses = integration.options.integrationResponses?.value, responses.count > 1 else { return }
        for (index, response) in responses.enumerated() {
          let status = response.value.statusCode
          guard !status.value.isEmpty else { continue }
          guard let earlier = responses[..<index].first(where: { $0.value.statusCode.value == status.value }) else {
            continue
          }
          let first = findings.related("the first one", at: earlier.value.statusCode.node)
          findings.report(.statusTwice(status.value), at: status.node, related: [first])
        }
      }),

    Rule(
      "INT232", "An integration response's status out of form",
      why: "a status is three digits: \"Member must satisfy regular expression pattern: [1-5]\\d\\d\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_IntegrationResponse.html",
      bad: [
        Example(
          "a class of statuses",
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
                      integrationResponses: [{statusCode: ↓2xx}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "quoted or not",
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
                      integrationResponses: [{statusCode: "200"}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .elsewhere),

    Rule(
      "INT233", "An integration response without its method response", severity: .warning,
      why: "the answer has no method response of that status to become, and the caller gets 500",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html",
      bad: [
        Example(
          "404 is not declared",
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
                        - {statusCode: 200}
                        - {statusCode: ↓404, selectionPattern: "404"}
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "declared for all methods",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 404}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 404, selectionPattern: "404"}
          """)
      ],
      check: .integration(with: .integrationResponses) { integration, operation, api, findings in
        guard !integration.bringsItsOwnMapping, let responses = integration.mappedResponses else { return }
        let declared = operation.options.methodResponses?.value ?? []
        for response in responses.value {
          let status = response.value.statusCode
          if status.value.isEmpty || declared.contains(where: { $0.value.statusCode.value == status.value }) {
            continue
          }
          guard response.value.responseParameters?.value.isEmpty ?? true else { continue }
          guard findings.knowsResponses(of: operation, in: api) else { return }
          findings.report(.statusUndeclared(status.value), at: status.node)
        }
      }),

    Rule(
      "INT234", "An unknown passthroughBehavior",
      why: "API Gateway knows WHEN_NO_MATCH, WHEN_NO_TEMPLATES and NEVER and rejects other words",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html",
      bad: [
        Example(
          "another word",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, passthroughBehavior: ↓ALWAYS, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a known word",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, passthroughBehavior: WHEN_NO_MATCH, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "INT236", "An unknown contentHandling",
      why: "API Gateway knows CONVERT_TO_BINARY and CONVERT_TO_TEXT and rejects other words",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html",
      bad: [
        Example(
          "another word",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, contentHandling: ↓BASE64, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a known word",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, contentHandling: CONVERT_TO_TEXT, response: {statusCode: 200}}}
          """)
      ],
      check: .elsewhere),

    Rule(
      "INT201", "An unknown type of integration",
      why: "the type decides what the integration's other keys are; AWS knows no other types",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html",
      bad: [
        Example(
          "AWS's name for it",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: ↓AWS_PROXY, handler: orders}}
          """)
      ],
      good: [
        Example(
          "the spec's name for it",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: lambda, handler: orders}}
          """)
      ],
      check: .elsewhere),
  ]
}

extension Findings {
  /// Whether all method responses of a method could be read, each with its status.
  func knowsResponses(of operation: Operation, in api: ResolvedAPI) -> Bool {
    let responses = operation.options.methodResponses
    guard knowsOptions(of: operation, in: api), knows(responses) else { return false }
    return responses?.value.allSatisfy { !$0.value.statusCode.value.isEmpty } ?? true
  }
}

extension Message {
  fileprivate static func statusTwice(_ status: String) -> Message {
    Message(
      "INT231", "status \(status) is mapped twice, and API Gateway keeps one of the two",
      help: "join the patterns with '|', or answer with another status")
  }

  fileprivate static func statusUndeclared(_ status: String) -> Message {
    Message(
      "INT233", .warning, "'methodResponses' declares no status \(status)",
      help: "add '- statusCode: \(status)' to 'methodResponses'")
  }
}
