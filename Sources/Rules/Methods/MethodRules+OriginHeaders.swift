import Diagnostics
import Spec

extension MethodRules {
  /// Values of Access-Control-Allow-Origin.
  static let originHeaders: [Rule] = [
    Rule(
      "METH490", "Several origins in one header", severity: .warning,
      why: "an answer names one origin or '*': browsers refuse a list", source: fetch,
      bad: [
        Example(
          "of an answer",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response:
                        statusCode: 200
                        headers: {Access-Control-Allow-Origin: ↓"https://a.example.com, https://b.example.com"}
          """),
        Example(
          "of an error",
          """
          apis:
            Shop:
              gatewayResponses:
                DEFAULT_4XX:
                  responseHeaders: {Access-Control-Allow-Origin: ↓"'https://a.example.com https://b.example.com'"}
              paths:
                /orders:
                  GET: {}
          """),
        Example(
          "of a mapped answer",
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
                          responseParameters:
                            method.response.header.Access-Control-Allow-Origin: ↓"'https://a.example,https://b.example'"
                    methodResponses:
                      - statusCode: 200
                        responseParameters: {method.response.header.Access-Control-Allow-Origin: true}
          """),
      ],
      good: [
        Example(
          "several in the options", spec(cors: "allowOrigins: [\"https://a.example.com\", \"https://b.example.com\"]")),
        Example(
          "one",
          """
          apis:
            Shop:
              gatewayResponses:
                DEFAULT_4XX: {responseHeaders: {Access-Control-Allow-Origin: "'https://shop.example.com'"}}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses { findings.checkOrigins(response.value.responseHeaders?.value ?? []) }
        for operation in findings.operations(of: api, with: .answerHeaders) {
          guard let integration = operation.integration else { continue }
          for response in integration.options.integrationResponses?.value ?? [] {
            if let headers = response.value.responseParameters { findings.checkOrigins(headers.value) }
          }
          if let headers = integration.mockResponse?.value.headers { findings.checkOrigins(headers.value) }
        }
      })
  ]
}

extension Findings {
  fileprivate mutating func checkOrigins(_ headers: [Named<Deferrable<String>>]) {
    for header in headers where header.name.isOriginHeader {
      guard let text = header.value.known, text.hasPrefix("'") || text.contains("://") else { continue }
      if text.utf8.contains(where: { ", ".utf8.contains($0) }) { report(.severalOrigins, at: header.node) }
    }
  }
}

extension Message {
  fileprivate static let severalOrigins = Message(
    "METH490", .warning, "an answer names one origin",
    help: "list the origins in 'cors', which answers with the caller's")
}
