import Diagnostics
import Spec

extension SecurityRules {
  static let transport: [Rule] = [
    Rule(
      "SEC004", "A backend without TLS", severity: .warning,
      why: "requests cross the internet readable, with all that callers send",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html",
      bad: [
        Example(
          "plain HTTP",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: ↓http://example.com/orders}}
          """)
      ],
      good: [
        Example(
          "TLS, and a link that stays inside the VPC",
          """
          vpcLinks:
            Inside: {vpcLinkId: abc123}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: https://example.com/orders}}
                  PUT: {integration: {type: http, httpMethod: PUT, url: http://inside.example.com/, vpcLink: Inside}}
          """)
      ],
      check: .integration(with: .http) { integration, _, _, findings in
        guard case .http(let http) = integration.backend, integration.options.vpcLink == nil, let url = http.url,
          let text = url.known(), text.utf8.count > 7
        else { return }
        let scheme = text.utf8.prefix(7).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        if scheme.elementsEqual("http://".utf8) { findings.report(.plainHTTP, at: url.node) }
      })
  ]
}

extension Message {
  fileprivate static let plainHTTP = Message(
    "SEC004", .warning, "requests reach this backend unencrypted", help: "write 'https://', or reach it by a 'vpcLink'")
}
