import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// Which answer of the backend becomes which answer of the method.
  static let choices: [Rule] = [
    Rule(
      "INT224", "No default integration response", severity: .warning,
      why: "what no pattern matches has no mapping, and the caller gets 500",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html",
      bad: [
        Example(
          "patterns alone",
          #"""
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      ↓integrationResponses:
                        - {statusCode: 200, selectionPattern: '2\d{2}'}
                        - {statusCode: 500, selectionPattern: '5\d{2}'}
          """#)
      ],
      good: [
        Example(
          "one without a pattern",
          #"""
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200, selectionPattern: ""}
                        - {statusCode: 500, selectionPattern: '5\d{2}'}
          """#)
      ],
      check: .integration(with: .selectionPatterns) { integration, _, _, findings in
        guard let responses = integration.mappedResponses, !responses.value.isEmpty else { return }
        guard responses.value.allSatisfy({ $0.value.isDefault == false }), findings.spec.isWhole(responses.node) else {
          return
        }
        guard responses.value.allSatisfy({ findings.spec.isWhole($0.value.node) }) else { return }
        guard !findings.namesItsStatuses(integration) else { return }
        findings.report(.noDefault, atKeyOf: responses.node)
      }),

    Rule(
      "INT225", "More than one default integration response", severity: .warning,
      why: "one of them is taken, and which one is not documented",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html",
      bad: [
        Example(
          "two without a pattern",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses: [{statusCode: 200}, ↓{statusCode: 500}]
          """)
      ],
      good: [
        Example(
          "one for errors",
          #"""
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 500, selectionPattern: '5\d\d'}]
          """#)
      ],
      check: .integration(with: .manyIntegrationResponses) { integration, _, _, findings in
        guard let responses = integration.mappedResponses, responses.value.count > 1 else { return }
        var first: NodeID?
        for response in responses.value where response.value.isDefault == true {
          guard findings.spec.isWhole(response.value.node) else { return }
          if let first {
            findings.report(
              .secondDefault, at: response.node, related: [findings.related("the first one", at: first)])
          }
          first = first ?? response.node
        }
      }),

    Rule(
      "INT226", "One selection pattern twice", severity: .warning,
      why: "only one of two integration responses with one pattern can ever be chosen",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_IntegrationResponse.html",
      bad: [
        Example(
          "two statuses for one pattern",
          #"""
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}, {statusCode: 502}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 500, selectionPattern: '5\d{2}'}
                        - {statusCode: 502, selectionPattern: ↓'5\d{2}'}
          """#)
      ],
      good: [
        Example(
          "a pattern each",
          #"""
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 400}, {statusCode: 502}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 400, selectionPattern: '4\d{2}'}
                        - {statusCode: 502, selectionPattern: '5\d{2}'}
          """#)
      ],
      check: .integration(with: [.manyIntegrationResponses, .selectionPatterns]) { integration, _, _, findings in
        guard let responses = integration.mappedResponses, responses.value.count > 1 else { return }
        for (index, response) in responses.value.enumerated() {
          guard let pattern = response.value.pattern else { continue }
          let earlier = responses.value[..<index].lazy.compactMap(\.value.pattern).first { $0.value == pattern.value }
          guard let earlier else { continue }
          findings.report(
            .patternTwice(pattern.value), at: pattern.node,
            related: [findings.related("the first one", at: earlier.node)])
        }
      }),
  ]
}

extension Integration {
  /// The responses of an integration that is no proxy, where they count.
  var mappedResponses: Located<[Located<IntegrationResponse>]>? {
    guard let responses = options.integrationResponses, !isProxy else { return nil }
    return responses
  }
}

extension IntegrationResponse {
  /// Whether it takes what no pattern matches; nil where only CloudFormation knows.
  var isDefault: Bool? {
    guard let selectionPattern else { return true }
    return selectionPattern.known().map { $0.isEmpty }
  }

  /// The pattern where it is known and not empty.
  var pattern: Located<String>? {
    guard let selectionPattern, case .known(let text) = selectionPattern.value, !text.isEmpty else { return nil }
    return Located(text, at: selectionPattern.node)
  }
}

extension Message {
  fileprivate static let noDefault = Message(
    "INT224", .warning, "every integration response has a pattern: what none matches becomes 500",
    help: "leave 'selectionPattern' out of one of them")

  fileprivate static let secondDefault = Message(
    "INT225", .warning, "a second integration response without a pattern",
    help: "add a 'selectionPattern' to all but one")

  fileprivate static func patternTwice(_ pattern: String) -> Message {
    Message(
      "INT226", .warning, "the pattern '\(pattern)' is used twice, and only one of the two can match",
      help: "make the patterns differ, or delete one of the responses")
  }
}
