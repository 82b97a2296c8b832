import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// What is written and does nothing.
  static let noEffect: [Rule] = [
    Rule(
      "INT242", "A backend's setting on a mock", severity: .info, why: "no backend is called: the setting is ignored",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html",
      bad: [
        Example(
          "a role and a timeout",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200}
                      ↓credentialsRole: arn:aws:iam::111122223333:role/caller
                      ↓timeout: 5s
          """)
      ],
      good: [
        Example(
          "the same where a backend answers",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: 5s}}
          """)
      ],
      check: .integration(with: .mock) { integration, _, _, findings in
        guard integration.isMock else { return }
        let options = integration.options
        let passthrough = options.credentialsPassthrough.value ? options.credentialsPassthrough.node : nil
        let connection = options.connectionType?.value == .internet ? options.connectionType?.node : nil
        for case let node? in [options.credentialsRole?.node, passthrough, connection, options.timeout?.node] {
          findings.report(.ignoredByMock(findings.string(findings.spec.document.owner(node))), atKeyOf: node)
        }
      }),

    Rule(
      "INT280", "A header that is declared and never filled", severity: .info,
      why: "a declared header without a mapping is absent from every answer",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-response.html",
      bad: [
        Example(
          "no integration response maps it",
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
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200, responseParameters: {↓method.response.header.X-Total: true}}]
          """)
      ],
      good: [
        Example(
          "mapped",
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
                          responseParameters: {method.response.header.X-Total: integration.response.header.X-Count}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.X-Total: true}}]
          """)
      ],
      check: .operation(with: [.responseHeaders, .integrationResponses]) { operation, api, findings in
        guard let responses = operation.integration?.mappedResponses, findings.spec.isWhole(responses.node),
          let declared = operation.options.methodResponses, findings.isWritten(declared.node, in: operation)
        else { return }
        for response in declared.value { findings.checkFilled(response.value, by: responses.value, in: api) }
      }),

    Rule(
      "INT288", "The body of a request that has none", severity: .info,
      why: "GET, HEAD and DELETE come without a body, so that what is taken from it is empty",
      source: "https://www.rfc-editor.org/rfc/rfc9110.html#name-get",
      bad: [
        Example(
          "a header from the body, and a template",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters: {integration.request.header.X-Shop: ↓method.request.body.shop}
                  DELETE:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      requestTemplates: {application/json: ↓"{\\"id\\": $input.json('$.id')}"}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "a POST",
          """
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    integration:
                      type: http
                      url: https://orders.example.com
                      httpMethod: POST
                      requestParameters: {integration.request.header.X-Shop: method.request.body.shop}
          """)
      ],
      check: .integration(with: .backend) { integration, operation, _, findings in
        guard [.get, .head, .delete].contains(operation.verb), findings.isWritten(integration.node, in: operation)
        else {
          return
        }
        for mapping in integration.options.requestParameters?.value ?? [] {
          guard mapping.value.known?.hasPrefix("method.request.body") == true else { continue }
          findings.report(.noBody(operation.verb), at: mapping.node)
        }
        for template in integration.options.requestTemplates?.value ?? [] {
          guard case .text(let text) = template.value, text.contains("$input.") else { continue }
          if ["$input.body", "$input.json(", "$input.path("].contains(where: { text.contains($0) }) {
            findings.report(.noBody(operation.verb), at: template.node)
          }
        }
      }),
  ]
}

extension Findings {
  /// Reports headers of a method response that no integration response of its status maps.
  fileprivate mutating func checkFilled(
    _ declared: MethodResponse, by responses: [Located<IntegrationResponse>], in api: ResolvedAPI
  ) {
    let mapped = responses.filter { $0.value.statusCode.value == declared.statusCode.value }
    guard !mapped.isEmpty, mapped.allSatisfy({ spec.isWhole($0.value.node) }) else { return }
    guard let headers = declared.responseParameters?.value, !headers.isEmpty else { return }
    let filled = Set(mapped.flatMap { $0.value.responseParameters?.value.map { $0.name.lowercased() } ?? [] })
    for header in headers {
      let name = header.name.lowercased()
      // CORS fills its own.
      if api.api.cors != nil, name.contains("header.access-control-") || name.hasSuffix("header.vary") { continue }
      if !filled.contains(name) { report(.neverFilled(header.name), atKeyOf: header.node) }
    }
  }
}

extension Message {
  fileprivate static func ignoredByMock(_ key: String) -> Message {
    Message("INT242", .info, "'\(key)' has no effect on a mock", help: "delete it")
  }

  fileprivate static func neverFilled(_ name: String) -> Message {
    Message(
      "INT280", .info, "'\(name)' is declared and never filled",
      help: "map it under 'responseParameters' of the integration response, or delete it")
  }

  fileprivate static func noBody(_ verb: Verb) -> Message {
    Message("INT288", .info, "\(verb.rawValue) requests come without a body", help: "take the value from elsewhere")
  }
}
