import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// What a proxy integration leaves out of account, and what another one cannot do without.
  static let proxies: [Rule] = [
    Rule(
      "INT220", "Integration responses on a proxy integration", severity: .warning,
      why: "they are stored and never applied: a proxy integration's answer goes through as it is",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html",
      bad: [
        Example(
          "a mapped answer of a proxied server",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      ↓integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "mapped and not proxied",
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
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: [.proxy, .integrationResponses]) { integration, _, _, findings in
        guard let responses = integration.options.integrationResponses, integration.isProxy else { return }
        findings.report(.ignoredByProxy("INT220", "integrationResponses"), atKeyOf: responses.node)
      }),

    Rule(
      "INT221", "Templates on a proxy integration", severity: .warning,
      why: "a proxy integration passes the body through untouched and looks at no template",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html",
      bad: [
        Example(
          "a template for a proxied server",
          """
          apis:
            Shop:
              paths:
                /orders:
                  PUT:
                    integration:
                      type: http
                      url: https://orders.example.com
                      ↓passthroughBehavior: NEVER
                      ↓requestTemplates: {application/json: $input.body}
          """)
      ],
      good: [
        Example(
          "a template for a server that is not proxied",
          """
          apis:
            Shop:
              paths:
                /orders:
                  PUT:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      passthroughBehavior: NEVER
                      requestTemplates: {application/json: $input.body}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .proxy) { integration, _, _, findings in
        let options = integration.options
        guard options.requestTemplates != nil || options.passthroughBehavior != nil, integration.isProxy else { return }
        // Of overrides there is more to say (VTL017).
        if let templates = options.requestTemplates, !templates.value.contains(where: { $0.value.namesOverride }) {
          findings.report(.ignoredByProxy("INT221", "requestTemplates"), atKeyOf: templates.node)
        }
        if let behavior = options.passthroughBehavior {
          findings.report(.ignoredByProxy("INT221", "passthroughBehavior"), atKeyOf: behavior.node)
        }
      }),

    Rule(
      "INT223", "A non-proxy integration without integration responses", severity: .warning,
      why: "it deploys, and every call answers 500, as no integration response takes the backend's answer",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html",
      bad: [
        Example(
          "none, and an empty list",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              paths:
                /orders:
                  GET:
                    ↓integration: {type: http, url: "https://orders.example.com", proxy: false}
                  PUT:
                    integration: {type: http, url: "https://orders.example.com", proxy: false, integrationResponses: ↓[]}
          """)
      ],
      good: [
        Example(
          "a default response",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      {type: http, url: "https://orders.example.com", proxy: false, integrationResponses: [{statusCode: 200}]}
                    methodResponses: [{statusCode: 200}]
          """),
        Example(
          "a mock in one entry",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 204}}}
          """),
      ],
      check: .integration { integration, _, _, findings in
        if integration.isProxy || integration.bringsItsOwnMapping || integration.mockResponse != nil { return }
        guard let responses = integration.options.integrationResponses else {
          if findings.spec.isWhole(integration.node) { findings.report(.noResponse, atKeyOf: integration.node) }
          return
        }
        if responses.value.isEmpty, findings.spec.isWhole(responses.node), findings.spec.isWhole(integration.node) {
          findings.report(.noResponse, at: responses.node)
        }
      }),

    Rule(
      "INT235", "PassthroughBehavior: NEVER without a template", severity: .warning,
      why: "bodies that no template takes are refused: every request with a body gets 415",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html",
      bad: [
        Example(
          "nothing is let through",
          """
          apis:
            Shop:
              paths:
                /orders:
                  PUT:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      passthroughBehavior: ↓NEVER
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "JSON is let through",
          """
          apis:
            Shop:
              paths:
                /orders:
                  PUT:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      passthroughBehavior: NEVER
                      requestTemplates: {application/json: $input.body}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .backend) { integration, _, _, findings in
        let options = integration.options
        guard let behavior = options.passthroughBehavior, behavior.known() == .never else { return }
        guard !integration.isProxy, !integration.isMock, options.requestTemplates?.value.isEmpty ?? true else { return }
        guard findings.knows(options.requestTemplates), findings.spec.isWhole(integration.node) else { return }
        findings.report(.nothingPasses, at: behavior.node)
      }),
  ]
}

extension Message {
  fileprivate static func ignoredByProxy(_ rule: RuleID, _ key: String) -> Message {
    Message(
      rule, .warning, "a proxy integration ignores '\(key)'",
      help: "set 'proxy: false' to map requests and answers, or delete '\(key)'")
  }

  fileprivate static let noResponse = Message(
    "INT223", .warning, "no integration response takes the backend's answer",
    help: "add 'integrationResponses' with one entry without 'selectionPattern'; a mock may have 'response' instead")

  fileprivate static let nothingPasses = Message(
    "INT235", .warning, "with NEVER and no template every request with a body gets 415",
    help: "add a template to 'requestTemplates', or write WHEN_NO_TEMPLATES")
}
