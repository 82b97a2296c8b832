import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// Bodies that are bytes where a template wants text.
  static let binaryBodies: [Rule] = [
    Rule(
      "INT237", "Templates where every body is binary", severity: .warning,
      why: "with */* a body reaches the template as bytes, and calls answer 500: \"Unable to transform request\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html",
      bad: [
        Example(
          "a mock",
          """
          apis:
            Shop:
              binaryMediaTypes: ["*/*"]
              paths:
                /orders:
                  GET: {↓integration: {type: mock, response: {statusCode: 200}}}
          """),
        Example(
          "an answer that a template makes",
          """
          apis:
            Shop:
              binaryMediaTypes: ["*/*"]
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      contentHandling: CONVERT_TO_TEXT
                      requestTemplates: {application/json: {statusCode: 200}}
                      integrationResponses: [↓{statusCode: 200, responseTemplates: {application/json: {orders: []}}}]
                    methodResponses: [{statusCode: 200}]
          """),
      ],
      good: [
        Example(
          "converted both ways, and bodies that no template reads",
          """
          apis:
            Shop:
              binaryMediaTypes: ["*/*"]
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      contentHandling: CONVERT_TO_TEXT
                      requestTemplates: {application/json: {statusCode: 200}}
                      integrationResponses:
                        - statusCode: 200
                          contentHandling: CONVERT_TO_TEXT
                          responseTemplates: {application/json: {orders: []}}
                    methodResponses: [{statusCode: 200}]
                  PUT: {integration: {type: http, url: "https://orders.example.com", httpMethod: PUT}}
          """)
      ],
      check: .integration { integration, _, api, findings in
        guard let types = api.api.binaryMediaTypes?.value, types.contains(where: { $0.known() == "*/*" }),
          !integration.isProxy, findings.spec.isWhole(integration.node)
        else { return }
        let options = integration.options
        let reads =
          integration.isMock || integration.bringsItsOwnMapping || options.requestTemplates?.value.isEmpty == false
        if reads, options.contentHandling.map({ $0.known() == .toBinary }) ?? true {
          findings.report(.bytesForTemplate, atKeyOf: integration.node)
        } else {
          for response in options.integrationResponses?.value ?? [] { findings.checkBytes(of: response) }
        }
      }),

    Rule(
      "INT287", "A template over an answer that becomes binary", severity: .warning,
      why: "the converted body is no text for the template, and what it makes is no Base64: such calls answer 500",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html",
      bad: [
        Example(
          "a server's answer",
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
                          contentHandling: CONVERT_TO_BINARY
                          ↓responseTemplates: {application/json: {orders: []}}
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "one of the two",
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
                      integrationResponses: [{statusCode: 200, contentHandling: CONVERT_TO_BINARY}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: [.http, .responseTemplates]) { integration, _, _, findings in
        for response in integration.mappedResponses?.value ?? [] {
          guard let templates = response.value.responseTemplates, !templates.value.isEmpty,
            let handling = response.value.contentHandling, handling.known() == .toBinary
          else { continue }
          findings.report(.templateOverBytes, conflictOf: handling.node, templates.node)
        }
      }),
  ]
}

extension Findings {
  fileprivate mutating func checkBytes(of response: Located<IntegrationResponse>) {
    guard let templates = response.value.responseTemplates, !templates.value.isEmpty,
      spec.isWhole(response.value.node), response.value.contentHandling == nil
    else { return }
    report(.bytesFromTemplate, at: response.node)
  }
}

extension Message {
  fileprivate static let bytesForTemplate = Message(
    "INT237", .warning, "every body is binary here, and a template cannot read bytes",
    help: "set 'contentHandling: CONVERT_TO_TEXT', or list the types that are binary instead of '*/*'")

  fileprivate static let bytesFromTemplate = Message(
    "INT237", .warning, "every body is binary here, and what the template writes is text",
    help: "set 'contentHandling: CONVERT_TO_TEXT' on this response, or list the types that are binary")

  fileprivate static let templateOverBytes = Message(
    "INT287", .warning, "a template cannot run where the answer is converted to binary", help: "keep one of the two")
}
