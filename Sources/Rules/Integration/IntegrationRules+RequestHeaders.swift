import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// Headers that API Gateway keeps to itself.
  static let requestHeaders: [Rule] = [
    Rule(
      "INT274", "A header that functions and services cannot be sent",
      why: "API Gateway sets it itself: every call answers 500, \"header already present\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example(
          "the connection",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      requestParameters: {↓integration.request.header.connection: "'close'"}
          """)
      ],
      good: [
        Example(
          "a header of one's own",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      requestParameters: {integration.request.header.X-Connection: "'close'"}
          """)
      ],
      check: .integration(with: [.backend, .requestMappings]) { integration, _, _, findings in
        if integration.isHTTP || integration.isMock { return }
        integration.forEachRequestHeader { header, node in
          if ownHeaders.contains(header) || ownHeadersOfServices.contains(header) {
            findings.report(.ownHeader("INT274", header), atKeyOf: node)
          }
        }
      }),

    Rule(
      "INT275", "A header that web servers cannot be sent",
      why: "API Gateway sets it itself, and every call with the mapping answers 500",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example(
          "the length",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters: {↓integration.request.header.Content-Length: "'0'"}
          """)
      ],
      good: [
        Example(
          "the authorization",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters: {integration.request.header.Authorization: "'{{resolve:secretsmanager:orders:SecretString:token}}'"}
          """)
      ],
      check: .integration(with: [.http, .requestMappings]) { integration, _, _, findings in
        guard integration.isHTTP else { return }
        integration.forEachRequestHeader { header, node in
          if ownHeaders.contains(header) { findings.report(.ownHeader("INT275", header), atKeyOf: node) }
        }
      }),

    Rule(
      "INT276", "A header that never reaches the backend", severity: .warning,
      why: "API Gateway drops or overwrites it on the way to the backend",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example(
          "the protocol to change to",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters: {↓integration.request.header.Upgrade: "'websocket'"}
          """)
      ],
      good: [
        Example(
          "a header of one's own",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters: {integration.request.header.X-Upgrade: "'websocket'"}
          """)
      ],
      check: .integration(with: [.backend, .requestMappings]) { integration, _, _, findings in
        if integration.isMock { return }
        integration.forEachRequestHeader { header, node in
          let isDropped =
            droppedHeaders.contains(header)
            || integration.isHTTP && (header == "via" || integration.isProxy && header == "content-encoding")
          let isRefused = !integration.isHTTP && ownHeadersOfServices.contains(header)
          if isDropped, !isRefused { findings.report(.droppedHeader(header), atKeyOf: node) }
        }
      }),
  ]

  private static let ownHeaders: Set<String> = [
    "content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id",
  ]

  private static let ownHeadersOfServices: Set<String> = [
    "authorization", "connection", "expect", "proxy-authenticate", "te",
  ]

  private static let droppedHeaders: Set<String> = [
    "content-md5", "expect", "host", "max-forwards", "proxy-authenticate", "server", "te", "trailer", "upgrade",
    "www-authenticate",
  ]
}

extension Integration {
  /// Calls with each header that is mapped, in small letters.
  fileprivate func forEachRequestHeader(_ body: (String, NodeID) -> Void) {
    let prefix = "integration.request.header."
    for parameter in options.requestParameters?.value ?? [] where parameter.name.hasPrefix(prefix) {
      body(String(parameter.name.dropFirst(prefix.count)).lowercased(), parameter.node)
    }
  }
}

extension Message {
  fileprivate static func ownHeader(_ rule: RuleID, _ header: String) -> Message {
    Message(
      rule, "API Gateway sets the header '\(header)' itself, and a mapping of it makes every call fail",
      help: "delete the mapping, or use another header")
  }

  fileprivate static func droppedHeader(_ header: String) -> Message {
    Message(
      "INT276", .warning, "the header '\(header)' never reaches the backend", help: "use another header, such as 'X-…'")
  }
}
