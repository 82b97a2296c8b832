import Diagnostics
import Spec

extension DomainRules {
  static let names: [Rule] = [
    Rule(
      "DOM801", "Upper case in a domain name", why: "\"Domain name does not support uppercase letters.\"",
      source: domainReference,
      bad: [Example("a capital", spec(domainName: "↓Api.example.com"))],
      good: [Example("small letters", spec(domainName: "api.example.com"))],
      check: .domainName { item, findings in
        guard !item.value.existing.value, let name = item.value.domainName, let text = name.known(),
          text.utf8.contains(where: { (65...90).contains($0) }), HostNameDefect(text) == nil
        else { return }
        findings.report(.upperCase(text.lowercased()), at: name.node)
      }),
    Rule(
      "DOM802", "A domain name that is no host name", why: "API Gateway answers \"Invalid domain name\"",
      source: domainReference,
      bad: [
        Example("an address", spec(domainName: "↓https://api.example.com")),
        Example("a port", spec(domainName: "↓api.example.com:443")),
        Example("one label", spec(domainName: "↓localhost")),
        Example("an underscore", spec(domainName: "↓my_api.example.com")),
        Example("a dot at the end", spec(domainName: "↓api.example.com.")),
        Example("a star in the middle", spec(domainName: "↓api.*.example.com")),
        Example("a star in a label", spec(domainName: "↓api-*.example.com")),
        Example("letters that DNS does not know", spec(domainName: "↓bücher.example.com")),
        Example("an IP address", spec(domainName: "↓192.0.2.1")),
      ],
      good: [
        Example("a host name", spec(domainName: "my-api.v2.example.com")),
        Example("any name of a domain", spec(domainName: "'*.example.com'")),
        Example("Punycode", spec(domainName: "xn--bcher-kva.example.com")),
        Example("what is known at deployment", spec(domainName: "!Sub 'api.${AWS::StackName}.example.com'")),
      ],
      check: .domainName { item, findings in
        guard let name = item.value.domainName, let text = name.known(), let defect = HostNameDefect(text) else {
          return
        }
        findings.report(.noHostName(text, defect), at: name.node)
      }),
    Rule(
      "DOM833", "A domain declared twice", why: "\"The domain name you provided already exists.\"",
      source: domainReference,
      bad: [
        Example(
          "made twice", twice("domainName: ↓api.example.com", "certificate: \(certificate)", "securityPolicy: TLS_1_2")),
        Example("made, and said to exist", twice("domainName: ↓api.example.com", "existing: true")),
      ],
      good: [
        Example(
          "two names", twice("domainName: next.example.com", "certificate: \(certificate)", "securityPolicy: TLS_1_2"))
      ],
      check: .spec { findings in
        var first: [String: Named<DomainName>] = [:]
        for item in findings.spec.declarations.domainNames {
          guard let name = item.value.domainName, let text = name.known()?.lowercased() else { continue }
          guard let other = first.updateValue(item, forKey: text), let place = other.value.domainName else { continue }
          if item.value.existing.value, other.value.existing.value { continue }
          findings.report(
            .declaredTwice(text), at: name.node, related: [findings.related("the first one", at: place.node)])
        }
      }),
    Rule(
      "DOM834", "A domain that leads nowhere", severity: .info, why: "every call is answered with 403",
      source: mappingGuide,
      bad: [
        Example(
          "no mappings",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
          domainNames:
            ↓Site:
              domainName: api.example.com
              certificate: \(certificate)
              securityPolicy: TLS_1_2
          """)
      ],
      good: [
        Example("a mapping", spec()),
        Example(
          "a mapping among the resources",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
          domainNames:
            Site:
              domainName: api.example.com
              certificate: \(certificate)
              securityPolicy: TLS_1_2
          resources:
            Mapping:
              Type: AWS::ApiGateway::BasePathMapping
              Properties: {DomainName: !Ref Site, RestApiId: !Ref Shop, Stage: prod}
          """),
      ],
      check: .domainName { item, findings in
        guard item.value.mappings?.value.isEmpty ?? true, findings.spec.isWhole(item.node),
          findings.knows(item.value.mappings), !findings.spec.hasRawMappings
        else { return }
        findings.report(.noMapping, atKeyOf: item.node)
      }),
  ]

  private static func twice(_ lines: String...) -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            GET: {}
    domainNames:
      Site:
        domainName: api.example.com
        certificate: \(certificate)
        securityPolicy: TLS_1_2
        mappings: [{api: Shop, stage: prod}]
      Other:
        \(lines.joined(separator: "\n    "))
        mappings: [{api: Shop, stage: prod, basePath: other}]
    """
  }
}

extension ResolvedSpec {
  fileprivate var hasRawMappings: Bool {
    !resourceTypes.isDisjoint(with: ["AWS::ApiGateway::BasePathMapping", "AWS::ApiGatewayV2::ApiMapping"])
  }
}

extension Message {
  fileprivate static func upperCase(_ lower: String) -> Message {
    Message(
      "DOM801", "API Gateway takes no capitals in a domain name", help: "write '\(lower)'", correction: .text(lower))
  }

  fileprivate static func noHostName(_ text: String, _ defect: HostNameDefect) -> Message {
    let isForeign = text.unicodeScalars.contains { !$0.isASCII }
    return Message(
      "DOM802", "'\(text)' is no host name: \(defect.words)",
      help: isForeign ? "write it in Punycode, 'xn--…'" : "write a name such as api.example.com")
  }

  fileprivate static func declaredTwice(_ name: String) -> Message {
    Message("DOM833", "'\(name)' is declared already", help: "put the mappings of both under one of them")
  }

  fileprivate static let noMapping = Message(
    "DOM834", .info, "this domain leads nowhere", help: "add 'mappings: [{api: NAME, stage: NAME}]'")
}
