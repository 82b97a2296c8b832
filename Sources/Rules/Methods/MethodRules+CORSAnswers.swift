import Diagnostics
import Document
import Spec

extension MethodRules {
  /// Whether the answers that follow a preflight may be read.
  static let corsAnswers: [Rule] = [
    Rule(
      "METH480", "Errors that pages cannot read", severity: .warning,
      why: "what API Gateway answers itself (401, 403, 429, 5xx) has no CORS headers of its own: the page sees a CORS "
        + "error in place of the real one",
      source: corsPage,
      bad: [
        Example(
          "no headers on errors",
          """
          apis:
            Shop:
              ↓defaultCorsPreflightOptions: {allowOrigins: ["https://shop.example.com"]}
              paths:
                /orders:
                  GET: {integration: {type: http, url: https://example.com/orders}}
          """),
        Example(
          "on half of them",
          """
          apis:
            Shop:
              gatewayResponses:
                DEFAULT_5XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
              paths:
                /orders:
                  ↓corsPreflight: {allowOrigins: ["*"]}
                  GET: {integration: {type: http, url: https://example.com/orders}}
          """),
      ],
      good: [
        Example("done whole", spec(cors: "allowOrigins: [\"https://shop.example.com\"]")),
        Example(
          "by hand",
          """
          apis:
            Shop:
              defaultCorsPreflightOptions: {allowOrigins: ["*"]}
              gatewayResponses:
                DEFAULT_4XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
                DEFAULT_5XX: {responseHeaders: {access-control-allow-origin: "'*'"}}
              paths:
                /orders:
                  GET: {integration: {type: http, url: https://example.com/orders}}
          """),
      ],
      check: .api { api, findings in
        guard let first = api.corsOptions.first, api.api.cors == nil, api.api.definition == nil, !api.isImported,
          !api.operations.isEmpty, findings.spec.isWhole(api.node), !findings.spec.hasRawGatewayResponses
        else { return }
        let bare = ["DEFAULT_4XX", "DEFAULT_5XX"].filter { type in
          !api.api.gatewayResponses.contains {
            $0.name == type && ($0.value.setsOrigin || !findings.spec.isWhole($0.node))
          }
        }
        if !bare.isEmpty { findings.report(.bareErrors(bare), atKeyOf: first.node) }
      }),
    Rule(
      "METH487", "An answer that pages cannot read", severity: .warning,
      why:
        "the preflight allows the call, and the answer without Access-Control-Allow-Origin is withheld from the page",
      source: corsPage,
      bad: [
        Example(
          "a method's own integration",
          """
          apis:
            Shop:
              defaultCorsPreflightOptions: {allowOrigins: ["*"]}
              gatewayResponses:
                DEFAULT_4XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
                DEFAULT_5XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
              paths:
                /orders:
                  ↓GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
        Example(
          "an inherited one",
          """
          apis:
            Shop:
              defaultCorsPreflightOptions: {allowOrigins: ["*"]}
              ↓defaultIntegration:
                type: http
                proxy: false
                url: https://example.com/orders
                integrationResponses: [{statusCode: 200}]
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              gatewayResponses:
                DEFAULT_4XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
                DEFAULT_5XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
              paths:
                /orders:
                  GET: {}
                  DELETE: {}
          """),
      ],
      good: [
        Example(
          "with the header, and from a proxy",
          """
          apis:
            Shop:
              defaultCorsPreflightOptions: {allowOrigins: ["*"]}
              gatewayResponses:
                DEFAULT_4XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
                DEFAULT_5XX: {responseHeaders: {Access-Control-Allow-Origin: "'*'"}}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200, headers: {Access-Control-Allow-Origin: "*"}}}}
                  PUT: {integration: {type: http, httpMethod: PUT, url: https://example.com/orders}}
          """),
        Example(
          "done whole",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["*"]}
              paths:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """),
      ],
      check: .integration { integration, operation, api, findings in
        guard !api.corsOptions.isEmpty, api.api.cors == nil, !integration.isProxy, operation.verb != .options,
          api.preflight(at: operation.path) != nil, findings.spec.isWhole(integration.node), integration.isMute
        else { return }
        let isOwn = findings.isWritten(integration.node, in: operation)
        findings.report(.muteAnswer, atKeyOf: isOwn ? operation.node : integration.node)
      }),
  ]
}

extension ResolvedSpec {
  fileprivate var hasRawGatewayResponses: Bool {
    resourceTypes.contains("AWS::ApiGateway::GatewayResponse")
  }
}

extension GatewayResponse {
  fileprivate var setsOrigin: Bool { responseHeaders?.value.contains { $0.name.isOriginHeader } ?? false }
}

extension Integration {
  /// Whether none of the answers that it maps names an origin; one that maps none has another fault.
  fileprivate var isMute: Bool {
    if let response = mockResponse {
      return !(response.value.headers?.value.contains { $0.name.isOriginHeader } ?? false)
    }
    guard let responses = options.integrationResponses?.value else { return bringsItsOwnMapping }
    return !responses.isEmpty && !responses.contains { $0.value.setsOrigin }
  }
}

extension IntegrationResponse {
  /// By a mapping, or in a template: one that is not known may.
  fileprivate var setsOrigin: Bool {
    if responseParameters?.value.contains(where: { $0.name.isOriginHeader }) ?? false { return true }
    return responseTemplates?.value.contains { template in
      guard case .text(let text) = template.value else { return true }
      return text.lowercased().contains("access-control-allow-origin")
    } ?? false
  }
}

extension String {
  /// `Access-Control-Allow-Origin`, alone or as a header of a method response.
  var isOriginHeader: Bool {
    guard utf8.count == 27 || utf8.count == 50 else { return false }
    let name = lowercased()
    return name == "access-control-allow-origin" || name == "method.response.header.access-control-allow-origin"
  }
}

extension Message {
  fileprivate static func bareErrors(_ types: [String]) -> Message {
    Message(
      "METH480", .warning, "pages cannot read errors: no CORS headers on \(types.joined(separator: " and "))",
      help: "set 'Access-Control-Allow-Origin' in their 'responseHeaders', or write 'cors', which does it all")
  }

  fileprivate static let muteAnswer = Message(
    "METH487", .warning, "pages cannot read this answer: none of its responses sets Access-Control-Allow-Origin",
    help: "map 'method.response.header.Access-Control-Allow-Origin', or write 'cors', which does it all")
}
