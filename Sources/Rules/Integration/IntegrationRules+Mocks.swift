import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// Answers that API Gateway makes without a backend.
  static let mocks: [Rule] = [
    Rule(
      "INT238", "A mock that names no status", severity: .warning,
      why: "a mock takes its status from a request template: without one every call answers 500",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html",
      bad: [
        Example(
          "a template without a status, and no template",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates: {application/json: ↓'{"status": 200}'}
                      integrationResponses: [{statusCode: 200}]
                  PUT:
                    ↓integration:
                      type: mock
                      integrationResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "a template with a status",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates: {application/json: {statusCode: 200}}
                      integrationResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .mock) { integration, _, _, findings in
        guard integration.isMock, integration.mockResponse == nil else { return }
        guard findings.spec.isWhole(integration.node), findings.knows(integration.options.requestTemplates) else {
          return
        }
        guard let templates = integration.options.requestTemplates?.value, let first = templates.first else {
          let answers = integration.options.integrationResponses?.value.isEmpty == false
          if answers { findings.report(.noMockTemplate, atKeyOf: integration.node) }
          return
        }
        for template in templates where findings.mockStatuses(in: template.value)?.isEmpty != true { return }
        findings.report(.noMockStatus, at: first.node)
      }),

    Rule(
      "INT239", "A mock's template for another content type alone", severity: .warning,
      why: "a request without Content-Type uses the template of application/json; without it, GETs answer 500 or 415",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html",
      bad: [
        Example(
          "text/plain",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates:
                        ↓text/plain: '{"statusCode": 200}'
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "application/json as well",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates:
                        text/plain: '{"statusCode": 200}'
                        application/json: '{"statusCode": 200}'
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .mock) { integration, _, _, findings in
        guard integration.isMock, let templates = integration.options.requestTemplates?.value,
          let first = templates.first
        else { return }
        if templates.contains(where: { $0.name == "application/json" }) { return }
        guard findings.knows(integration.options.requestTemplates) else { return }
        guard templates.allSatisfy({ isOtherType($0.name) }) else { return }
        findings.report(.mockWithoutJSON, atKeyOf: first.node)
      }),

    Rule(
      "INT240", "A mock's status that is no whole number",
      why: "\"Unable to parse statusCode. It should be an integer that is defined in the request template.\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html",
      bad: [
        Example(
          "quoted in text and in YAML",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates: {application/json: ↓'{"statusCode": "200"}'}
                      integrationResponses: [{statusCode: 200}]
                  PUT:
                    integration:
                      type: mock
                      requestTemplates: {application/json: ↓{statusCode: "200"}}
                      integrationResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "bare",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates: {application/json: '{"statusCode": 200}'}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: [.mock, .requestTemplates]) { integration, _, _, findings in
        guard integration.isMock, let templates = integration.options.requestTemplates?.value else { return }
        for template in templates {
          let statuses = findings.mockStatuses(in: template.value) ?? []
          if statuses.contains(.notAnInteger) { findings.report(.quotedMockStatus, at: template.node) }
        }
      }),

    Rule(
      "INT241", "A mock's status that no integration response takes",
      why: "no integration response is chosen, and every such call answers 500",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html",
      bad: [
        Example(
          "503 goes nowhere",
          #"""
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates: {application/json: ↓'{"statusCode": 503}'}
                      integrationResponses: [{statusCode: 200, selectionPattern: '2\d{2}'}]
                    methodResponses: [{statusCode: 200}]
          """#)
      ],
      good: [
        Example(
          "one response for each status",
          #"""
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      requestTemplates:
                        application/json: |
                          #if($input.params('fail') == "yes")
                          {"statusCode": 503}
                          #else
                          {"statusCode": 200}
                          #end
                      integrationResponses:
                        - {statusCode: 200, selectionPattern: '2\d{2}'}
                        - {statusCode: 503, selectionPattern: '5\d{2}'}
                    methodResponses: [{statusCode: 200}, {statusCode: 503}]
          """#)
      ],
      check: .integration(with: [.mock, .requestTemplates, .selectionPatterns]) { integration, _, _, findings in
        guard integration.isMock, let templates = integration.options.requestTemplates?.value,
          let responses = integration.options.integrationResponses, !responses.value.isEmpty,
          responses.value.allSatisfy({ $0.value.isDefault == false })
        else { return }
        guard findings.spec.isWhole(responses.node),
          responses.value.allSatisfy({ findings.spec.isWhole($0.value.node) })
        else { return }
        let patterns = responses.value.compactMap { $0.value.pattern.map { try? JavaPattern(parsing: $0.value) } }
        for template in templates {
          for case .status(let status) in findings.mockStatuses(in: template.value) ?? [] {
            guard patterns.allSatisfy({ $0?.matches(status) == false }) else { continue }
            findings.report(.statusWithoutResponse(status), at: template.node)
          }
        }
      }),
  ]

  /// A media type, and not JSON's: what is no media type at all is another rule's.
  private static func isOtherType(_ name: String) -> Bool {
    guard let type = try? MediaType(parsing: name) else { return false }
    return type.essence != "application/json"
  }
}

extension Message {
  fileprivate static let noMockTemplate = Message(
    "INT238", .warning, "a mock needs a request template that names the status",
    help: "add 'requestTemplates: {application/json: {statusCode: 200}}', or write the answer as 'response'")

  fileprivate static let noMockStatus = Message(
    "INT238", .warning, "no template of this mock names a 'statusCode'", help: "write '{\"statusCode\": 200}'")

  fileprivate static let mockWithoutJSON = Message(
    "INT239", .warning, "a mock without a template for application/json fails for requests without Content-Type",
    help: "name the template 'application/json', or add one of that name")

  fileprivate static let quotedMockStatus = Message(
    "INT240", "a mock's 'statusCode' must be a whole number without quotes", help: "write '{\"statusCode\": 200}'")

  fileprivate static func statusWithoutResponse(_ status: String) -> Message {
    Message(
      "INT241", "this mock yields \(status), which no integration response takes",
      help: "add an integration response whose 'selectionPattern' matches \(status), or one without a pattern")
  }
}
