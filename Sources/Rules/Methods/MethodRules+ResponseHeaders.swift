import Diagnostics
import Document
import Spec

extension MethodRules {
  /// Headers that do not reach the client as they are mapped.
  static let responseHeaders: [Rule] = [
    fate(
      "METH431", "A header that clients see under another name", "WWW-Authenticate",
      why: "API Gateway renames these headers in every answer, to x-amzn-Remapped- and their name",
      headers: [
        "authorization", "connection", "content-md5", "date", "max-forwards", "server", "user-agent",
        "www-authenticate",
      ], Message.renamed),
    fate(
      "METH432", "A header that clients never see", "Upgrade",
      why: "API Gateway removes these headers from every answer",
      headers: ["expect", "host", "proxy-authenticate", "te", "trailer", "transfer-encoding", "upgrade"],
      Message.dropped),
  ]

  /// A rule for the headers that fare alike.
  private static func fate(
    _ id: RuleID, _ title: String, _ example: String, why: String, headers: Set<String>,
    _ message: @escaping @Sendable (Substring) -> Message
  ) -> Rule {
    @Sendable func spec(_ header: String) -> String {
      """
      apis:
        Shop:
          paths:
            /orders:
              GET:
                integration:
                  type: http
                  proxy: false
                  url: https://example.com/orders
                  integrationResponses:
                    - statusCode: 200
                      responseParameters: {\(header): integration.response.header.X-Shop}
                methodResponses:
                  - statusCode: 200
                    responseParameters: {\(header.filter { $0 != "↓" }): true}
      """
    }
    return Rule(
      id, title, severity: .warning, why: why,
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [Example("mapped from the backend", spec("↓method.response.header.\(example)"))],
      good: [Example("another name", spec("method.response.header.X-\(example)"))],
      check: .integration(with: .answerHeaders) { integration, _, _, findings in
        for response in integration.options.integrationResponses?.value ?? [] {
          for parameter in response.value.responseParameters?.value ?? [] {
            guard parameter.name.hasPrefix("method.response.header.") else { continue }
            findings.check(parameter.name.dropFirst(23), headers, message, parameter.node)
          }
        }
        guard case .mock(let mock) = integration.backend, let response = mock.response else { return }
        for header in response.value.headers?.value ?? [] {
          findings.check(header.name[...], headers, message, header.node)
        }
      })
  }
}

extension Findings {
  fileprivate mutating func check(
    _ header: Substring, _ headers: Set<String>, _ message: (Substring) -> Message, _ node: NodeID
  ) {
    if header.utf8.count < 18, headers.contains(header.lowercased()) { report(message(header), atKeyOf: node) }
  }
}

extension Message {
  fileprivate static let renamed: @Sendable (Substring) -> Message = { header in
    Message(
      "METH431", .warning, "clients get '\(header)' as 'x-amzn-Remapped-\(header)'",
      help: "take a header of another name")
  }

  fileprivate static let dropped: @Sendable (Substring) -> Message = { header in
    Message(
      "METH432", .warning, "API Gateway removes '\(header)' from answers", help: "take a header of another name")
  }
}
