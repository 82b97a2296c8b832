import Diagnostics
import Spec

extension MethodRules {
  static let responseBodies: [Rule] = [
    Rule(
      "METH430", "A body for an answer that has none", severity: .warning,
      why: "answers 1xx, 204 and 304 end with their headers: the body is dropped, or breaks the client",
      source: "https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1",
      bad: [
        Example(
          "a body with 204",
          """
          apis:
            Shop:
              paths:
                /orders:
                  DELETE:
                    integration:
                      type: http
                      proxy: false
                      httpMethod: DELETE
                      url: https://example.com/orders
                      integrationResponses:
                        - statusCode: 204
                          ↓responseTemplates: {application/json: '{"deleted": true}'}
                    methodResponses: [{statusCode: 204}]
          """)
      ],
      good: [
        Example(
          "a template that only takes the body away, and one that sets a header",
          """
          apis:
            Shop:
              paths:
                /orders:
                  DELETE:
                    integration:
                      type: http
                      proxy: false
                      httpMethod: DELETE
                      url: https://example.com/orders
                      integrationResponses:
                        - statusCode: 204
                          responseTemplates:
                            application/json: ""
                            text/plain: '#set($context.responseOverride.header.X-Shop = "1")'
                    methodResponses: [{statusCode: 204}]
          """)
      ],
      check: .integration(with: .responseTemplates) { integration, _, _, findings in
        for response in integration.options.integrationResponses?.value ?? [] {
          let status = response.value.statusCode.value
          guard status == "204" || status == "304" || status.utf8.first == UInt8(ascii: "1"),
            let templates = response.value.responseTemplates,
            templates.value.contains(where: { $0.value.writesBody })
          else { continue }
          findings.report(.noBody(status), atKeyOf: templates.node)
        }
      })
  ]
}

extension TemplateText {
  /// Whether a template writes more than directives: what stands in lines of its own without a leading `#`.
  fileprivate var writesBody: Bool {
    switch self {
    case .intrinsic: false
    case .json: true
    case .text(let text):
      text.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
        let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
        return first.map { $0 != UInt8(ascii: "#") } ?? false
      }
    }
  }
}

extension Message {
  fileprivate static func noBody(_ status: String) -> Message {
    Message("METH430", .warning, "an answer with status '\(status)' has no body", help: "delete the templates")
  }
}
