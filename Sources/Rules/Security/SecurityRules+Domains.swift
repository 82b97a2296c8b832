import Diagnostics
import Document
import Spec

extension SecurityRules {
  private static let endpoint =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html"

  /// What domain names let in, and what goes around them.
  static let domains: [Rule] = [
    Rule(
      "SEC007", "A domain name for old TLS", severity: .warning,
      why: "clients may agree on TLS 1.0, whose ciphers are broken",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
      bad: [
        Example("TLS 1.0", domain("    securityPolicy: ↓TLS_1_0")),
        Example("nothing said", domain("    endpointType: REGIONAL", mark: "↓")),
      ],
      good: [Example("TLS 1.2", domain("    securityPolicy: TLS_1_2"))],
      check: .domainName { domain, findings in
        if domain.value.existing.value { return }
        guard let policy = domain.value.securityPolicy else {
          if findings.spec.isWhole(domain.node) { findings.report(.oldTLS, atKeyOf: domain.node) }
          return
        }
        // With mutual TLS it is refused, which DOM811 says.
        if policy.known() == "TLS_1_0", domain.value.mtls == nil { findings.report(.oldTLS, at: policy.node) }
      }),
    Rule(
      "SEC008", "A way around mutual TLS", severity: .warning,
      why: "the API's own address asks for no certificate of the client",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
      bad: [
        Example("the default endpoint", mutualTLS(mapped(mark: "↓"))),
        Example("said so", mutualTLS(mapped(disabled: "↓false"))),
      ],
      good: [Example("closed", mutualTLS(mapped(disabled: "true")))],
      check: .api { api, findings in
        guard api.opensItsEndpoint(findings.spec),
          let domain = findings.domains(of: api).first(where: { $0.value.mtls != nil }),
          let mtls = domain.value.mtls
        else { return }
        findings.reportEndpoint(of: api, .aroundCertificates, because: mtls.node)
      }),
    Rule(
      "SEC024", "A second way to an API behind a firewall", severity: .warning,
      why: "the API's own address stays open beside the domain name",
      source: endpoint,
      bad: [Example("a web ACL", firewall(mapped(mark: "↓")))],
      good: [Example("closed", firewall(mapped(disabled: "true")))],
      check: .api { api, findings in
        guard api.opensItsEndpoint(findings.spec), let firewall = findings.firewall(of: api) else { return }
        let domains = findings.domains(of: api)
        if domains.isEmpty || domains.contains(where: { $0.value.mtls != nil }) { return }
        findings.reportEndpoint(of: api, .secondWay, because: firewall)
      }),
  ]

  private static let certificate =
    "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"

  private static func domain(_ line: String, mark: String = "") -> String {
    """
    domainNames:
      \(mark)Front:
        domainName: shop.example.com
        certificate: \(certificate)
    \(line)
    """
  }

  private static func mutualTLS(_ spec: String) -> String {
    spec + "\n    mtls: {bucket: trust, key: clients.pem}"
  }

  private static func firewall(_ spec: String) -> String {
    """
    \(spec)
    resources:
      Firewall:
        Type: AWS::WAFv2::WebACLAssociation
        Properties:
          ResourceArn: !Sub "arn:aws:apigateway:${AWS::Region}::/restapis/${Shop}/stages/prod"
          WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/11111111-2222-3333-4444-555555555555
    """
  }

  /// A spec of one API and a domain that leads to it.
  private static func mapped(mark: String = "", disabled: String? = nil) -> String {
    """
    apis:
      \(mark)Shop:
        endpointTypes: [REGIONAL]\(disabled.map { "\n    disableExecuteApiEndpoint: " + $0 } ?? "")
        paths:
          /orders:
            GET: {}
    domainNames:
      Front:
        domainName: shop.example.com
        certificate: \(certificate)
        securityPolicy: TLS_1_2
        mappings: [{api: Shop}]
    """
  }
}

extension ResolvedAPI {
  /// Whether the API's own address is known to answer.
  fileprivate func opensItsEndpoint(_ spec: ResolvedSpec) -> Bool {
    !isImported && api.cloneFrom == nil && api.disableExecuteApiEndpoint.isOff && spec.isWhole(node)
  }
}

extension ResolvedSpec {
  /// The associations of web ACLs, by the names that they refer to.
  fileprivate var firewalls: [String: NodeID] {
    let all = (rawResources("AWS::WAFv2::WebACLAssociation") + rawResources("AWS::WAFRegional::WebACLAssociation"))
      .map(\.node)
    if all.isEmpty { return [:] }
    let sorted = all.indices.map { (span: document.span(all[$0]), number: $0) }.sorted { $0.span.start < $1.span.start }
    var numbers: [String: Int] = [:]
    for reference in references {
      let place = document.span(reference.node)
      let next = sorted.firstPlace { $0.span.start > place.start }
      guard next > 0, place.end <= sorted[next - 1].span.end else { continue }
      numbers[reference.name] = min(sorted[next - 1].number, numbers[reference.name] ?? .max)
    }
    return numbers.mapValues { all[$0] }
  }
}

extension Array {
  /// Where the first element stands that fulfils what all after it fulfil too; the end for none.
  fileprivate func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Findings {
  /// The association of a web ACL with an API's stage.
  fileprivate mutating func firewall(of api: ResolvedAPI) -> NodeID? {
    let known = firewalls ?? spec.firewalls
    firewalls = known
    return known[api.name]
  }

  /// At the setting where it is given, else at the API that lacks it.
  fileprivate mutating func reportEndpoint(of api: ResolvedAPI, _ message: Message, because node: NodeID) {
    let cause = [related("asked for here", atKeyOf: node)]
    if let setting = api.api.disableExecuteApiEndpoint { return report(message, at: setting.node, related: cause) }
    report(message, atKeyOf: api.node, related: cause)
  }
}

extension Message {
  fileprivate static let oldTLS = Message(
    "SEC007", .warning, "this domain name may accept TLS 1.0", help: "set 'securityPolicy: TLS_1_2' or a newer one")

  fileprivate static let aroundCertificates = Message(
    "SEC008", .warning, "clients can go around mutual TLS by the API's own address",
    help: "set 'disableExecuteApiEndpoint: true' on the API")

  fileprivate static let secondWay = Message(
    "SEC024", .warning, "the API's own address stays open beside its domain name",
    help: "set 'disableExecuteApiEndpoint: true' if the domain name alone is meant")
}
