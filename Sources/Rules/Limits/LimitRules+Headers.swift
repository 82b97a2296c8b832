import Diagnostics
import Document
import Spec

extension LimitRules {
  static let headers: [Rule] = [
    Rule(
      "LIM922", "Headers of more than 10 KB", severity: .warning,
      why: "all headers of an answer together have at most 10240 bytes; the call is answered with 500", source: quotas,
      bad: [
        Example("two long values", answered("↓headers: {X-One: \(text(6000)), X-Two: \(text(6000))}")),
        Example(
          "of an integration response",
          responding("↓responseParameters: {method.response.header.X-Note: \"'\(text(10_240))'\"}")),
        Example(
          "of a gateway response",
          """
          apis:
            Shop:
              gatewayResponses:
                ACCESS_DENIED:
                  ↓responseHeaders:
                    X-Note: "'\(text(10_240))'"
              paths:
                /orders:
                  GET: {}
          """),
        Example("many headers for pages", preflight(2000, "↓")),
      ],
      good: [
        Example("some headers for pages", preflight(20, "")),
        Example("a short value", answered("headers: {X-One: \(text(60))}")),
        Example(
          "a value of the backend's",
          responding("responseParameters: {method.response.header.X-Note: integration.response.header.X-\(text(60))}")),
      ],
      check: .api { api, findings in
        for options in api.api.corsOptions { findings.checkHeaders(of: options.value) }
        for response in api.api.gatewayResponses {
          findings.checkHeaders(response.value.responseHeaders, value: { $0.quotedSize })
        }
        for operation in findings.operations(of: api, with: .answerHeaders) {
          guard let integration = operation.integration else { continue }
          for response in integration.options.integrationResponses?.value ?? [] {
            findings.checkHeaders(response.value.responseParameters, value: { $0.quotedSize })
          }
          findings.checkHeaders(integration.mockResponse?.value.headers, value: { $0.utf8.count })
        }
      })
  ]

  private static func text(_ count: Int) -> String { String(repeating: "a", count: count) }

  private static func answered(_ headers: String) -> String {
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
                  \(headers)
    """
  }

  private static func preflight(_ count: Int, _ mark: String) -> String {
    """
    apis:
      Shop:
        cors:
          allowOrigins: "*"
          \(mark)allowHeaders:
    \(lines(count) { "      - X-\($0)" })
        paths:
          /orders:
            GET: {}
    """
  }

  private static func responding(_ parameters: String) -> String {
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
                    \(parameters)
              methodResponses:
                - {statusCode: 200, responseParameters: {method.response.header.X-Note: true}}
    """
  }
}

extension String {
  /// Bytes of a text in single quotes; 0 for a mapping expression.
  fileprivate var quotedSize: Int {
    utf8.count > 1 && utf8.first == UInt8(ascii: "'") && utf8.last == UInt8(ascii: "'") ? utf8.count - 2 : 0
  }
}

extension API {
  /// CORS options wherever they are written.
  fileprivate var corsOptions: [Located<CORSOptions>] {
    let inside = paths.flatMap { [$0.value.corsPreflight, $0.value.defaults.corsPreflight] }
    return ([cors, defaults.corsPreflight] + inside).compactMap { $0 }
  }
}

extension Findings {
  /// Reports the longer of the lists that go into a preflight's answer.
  fileprivate mutating func checkHeaders(of options: CORSOptions) {
    func size(_ list: Located<[Located<Deferrable<String>>]>?) -> Int {
      list?.value.reduce(0) { $0 + ($1.known()?.utf8.count ?? 0) + 1 } ?? 0
    }
    let (allowed, exposed) = (size(options.allowHeaders), size(options.exposeHeaders))
    guard allowed + exposed > 10_240 else { return }
    let list = allowed >= exposed ? options.allowHeaders : options.exposeHeaders
    if let list { report(.headers(allowed + exposed), atKeyOf: list.node) }
  }

  /// Reports headers whose fixed values are too long together. A header's line has its name, a colon, a blank and a line
  /// end beside the value.
  fileprivate mutating func checkHeaders(
    _ headers: Located<[Named<Deferrable<String>>]>?, value size: (String) -> Int
  ) {
    guard let headers else { return }
    var sum = 0
    for header in headers.value {
      guard let value = header.value.known, case let count = size(value), count > 0 else { continue }
      let name = header.name.utf8.split(separator: UInt8(ascii: ".")).last?.count ?? 0
      sum += name + count + 4
    }
    if sum > 10_240 { report(.headers(sum), atKeyOf: headers.node) }
  }
}

extension Message {
  fileprivate static func headers(_ size: Int) -> Message {
    Message("LIM922", .warning, "these headers have \(size) bytes, and 10240 are allowed", help: "shorten them")
  }
}
