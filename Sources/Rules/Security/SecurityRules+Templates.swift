import Diagnostics
import Document
import Spec
import VTL

extension SecurityRules {
  private static let variables =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html"

  /// What templates let through.
  static let templates: [Rule] = [
    Rule(
      "SEC016", "A part of the request inside JSON as it came", severity: .warning,
      why: "a quote in it ends the text, and the caller writes the rest of what the backend gets", source: variables,
      bad: [
        Example("a text", spec(#"'{"q": "↓$input.path(''$.q'')", "n": $input.json(''$.n'')}'"#)),
        Example("a value of a mapping", spec("{q: ↓$input.path('$.q')}")),
      ],
      good: [
        Example("escaped", spec(#"'{"q": "$util.escapeJavaScript($input.params(''q''))"}'"#)),
        Example("JSON as it is", spec(#"'{"q": $input.json(''$.q''), "size": $input.path(''$.list'').size()}'"#)),
      ],
      check: .integration(with: [.requestTemplates, .backend]) { integration, _, _, findings in
        for template in integration.options.requestTemplates?.value ?? [] where template.name.contains("json") {
          findings.reportUnescaped(in: template)
        }
      }),
    Rule(
      "SEC021", "Errors' details for callers", severity: .info,
      why: "what went wrong inside tells an attacker how it works", source: variables,
      bad: [
        Example(
          "of the backend",
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
                          responseTemplates: {application/json: ↓"$input.json('$.errorMessage')"}
                    methodResponses: [{statusCode: 200}]
          """),
        Example(
          "of the validation",
          """
          apis:
            Shop:
              gatewayResponses:
                BAD_REQUEST_BODY:
                  templates: {application/json: {message: ↓$context.error.validationErrorString}}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      good: [
        Example(
          "a text of one's own",
          """
          apis:
            Shop:
              gatewayResponses:
                BAD_REQUEST_BODY: {templates: {application/json: {message: the order is not complete}}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses { findings.reportDetails(in: response.value.templates) }
        for operation in findings.operations(of: api, with: .responseTemplates) {
          for response in operation.integration?.options.integrationResponses?.value ?? [] {
            findings.reportDetails(in: response.value.responseTemplates)
          }
        }
      }),
  ]

  private static func spec(_ template: String) -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            POST:
              integration:
                type: http
                httpMethod: POST
                url: https://orders.example.com
                proxy: false
                passthroughBehavior: NEVER
                requestTemplates: {application/json: \(template)}
                integrationResponses: [{statusCode: 200}]
              methodResponses: [{statusCode: 200}]
    """
  }
}

extension Findings {
  fileprivate mutating func reportUnescaped(in template: Named<TemplateText>) {
    switch template.value {
    case .text(let text): reportUnescaped(in: text, at: template.node, isText: false)
    case .intrinsic(let node):
      let text = Intrinsic(node, in: spec.document).flatMap { $0.substitutedText(in: spec.document) }
      if let text { reportUnescaped(in: string(text), at: text, isText: false) }
    case .json(let node): for scalar in scalars(node) { reportUnescaped(in: string(scalar), at: scalar, isText: true) }
    }
  }

  private mutating func reportUnescaped(in text: String, at node: NodeID, isText: Bool) {
    guard text.contains("input.p") else { return }
    for place in UnescapedInput(in: text, isText: isText).places { report(.unescaped, at: place, of: node) }
  }

  fileprivate mutating func reportDetails(in templates: Located<Templates>?) {
    for template in templates?.value ?? [] {
      switch template.value {
      case .text(let text): if text.namesDetails { report(.details, at: template.node) }
      case .json(let node), .intrinsic(let node):
        for scalar in scalars(node) where string(scalar).namesDetails { report(.details, at: scalar) }
      }
    }
  }

  /// The scalars of free JSON, in its order.
  private func scalars(_ node: NodeID) -> [NodeID] {
    switch spec.document.kind(node) {
    case .mapping: spec.document.entries(node).flatMap { scalars($0.value) }
    case .sequence: spec.document.items(node).flatMap { scalars($0) }
    case .scalar, .alias: [node]
    }
  }
}

extension String {
  /// Whether a template shows what an error says of the inside.
  fileprivate var namesDetails: Bool {
    guard utf8.contains(UInt8(ascii: "$")) else { return false }
    return ["integrationErrorMessage", "validationErrorString", "errorMessage", "stackTrace"].contains { contains($0) }
  }
}

extension Message {
  fileprivate static let unescaped = Message(
    "SEC016", .warning, "a part of the request goes between quotes of JSON as it came",
    help: "wrap it in $util.escapeJavaScript(…)")

  fileprivate static let details = Message(
    "SEC021", .info, "callers get to see what went wrong inside", help: "answer with a text of your own")
}
