import Diagnostics
import Document
import Spec

extension DomainRules {
  private static let regions =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html"

  static let certificates: [Rule] = [
    Rule(
      "DOM803", "A certificate of an edge domain outside us-east-1",
      why: "\"Invalid certificate ARN: … Certificate must be in 'us-east-1'.\"", source: regions,
      bad: [
        Example("another region", spec(certificate: "↓\(certificate)", "endpointType: EDGE\nsecurityPolicy: TLS_1_2")),
        Example(
          "the region of an ARN that is put together",
          spec(
            certificate: "↓!Sub 'arn:aws:acm:eu-west-1:${AWS::AccountId}:certificate/1'",
            "endpointType: EDGE\nsecurityPolicy: TLS_1_2")),
      ],
      good: [
        Example("us-east-1", edgeSpec()),
        Example("a regional domain", spec("endpointType: REGIONAL\nsecurityPolicy: TLS_1_2")),
        Example(
          "a region known at deployment",
          spec(certificate: "!Ref Given", "endpointType: EDGE\nsecurityPolicy: TLS_1_2")
            + "\nparameters: {Given: {Type: String}}"),
      ],
      check: .domainName { item, findings in
        guard item.value.reach == .edge, let certificate = item.value.certificate,
          let region = findings.region(of: certificate.value), region != "us-east-1"
        else { return }
        findings.report(.notInVirginia(region), at: certificate.node)
      }),
    Rule(
      "DOM805", "An endpoint type that the certificate's property cannot follow",
      why:
        "a certificate of an edge domain is another property than one of a regional domain: \"Certificate must be in "
        + "'us-east-1'\"",
      source: domainReference,
      bad: [
        Example(
          "one of two types",
          spec("endpointType: ↓!If [IsWide, EDGE, REGIONAL]\nsecurityPolicy: TLS_1_2")
            + "\nconditions: {IsWide: !Equals [!Ref AWS::Region, us-east-1]}")
      ],
      good: [
        Example("a type that is written", edgeSpec()),
        Example(
          "never at the edge",
          spec("endpointType: !If [IsWide, REGIONAL, REGIONAL]\nsecurityPolicy: TLS_1_2")
            + "\nconditions: {IsWide: !Equals [!Ref AWS::Region, us-east-1]}"),
      ],
      check: .domainName { item, findings in
        guard !item.value.existing.value, item.value.certificate != nil, let type = item.value.endpointType,
          case .deferred(let node) = type.value, findings.mayBeEdge(node)
        else { return }
        findings.report(.deferredType, at: type.node)
      }),
    Rule(
      "DOM806", "A certificate's ARN out of form", why: "API Gateway answers \"Invalid certificate ARN\"",
      source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscertificatemanager.html",
      bad: [
        Example("an ID alone", spec(certificate: "↓11111111-2222-3333-4444-555555555555")),
        Example(
          "a certificate of IAM", spec(certificate: "↓arn:aws:iam::111122223333:server-certificate/example")),
        Example("another service", spec(certificate: "↓arn:aws:acm-pca:eu-west-1:111122223333:certificate/1111")),
        Example("no account", spec(certificate: "↓arn:aws:acm:eu-west-1::certificate/11111111-2222")),
      ],
      good: [
        Example("an ARN", spec()),
        Example(
          "a certificate of the spec",
          spec(certificate: "Proof")
            + """

            resources:
              Proof: {Type: AWS::CertificateManager::Certificate, Properties: {DomainName: api.example.com}}
            """),
      ],
      check: .domainName { item, findings in
        guard let certificate = item.value.certificate else { return }
        switch certificate.value {
        case .arn(let text):
          if ARN(text)?.isCertificate != true { findings.report(.noCertificate(text), at: certificate.node) }
        case .name(let text):
          if !isLogicalID(text) { findings.report(.noCertificate(text), at: certificate.node) }
        case .intrinsic: break
        }
      }),
    Rule(
      "DOM807", "A domain without a certificate", why: "CreateDomainName refuses a domain without one",
      source: domainReference,
      bad: [
        Example(
          "none",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
          domainNames:
            ↓Site:
              domainName: api.example.com
              securityPolicy: TLS_1_2
              mappings: [{api: Shop, stage: prod}]
          """)
      ],
      good: [
        Example("a certificate", spec()),
        Example(
          "a domain that exists",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
          domainNames:
            Site:
              domainName: api.example.com
              existing: true
              mappings: [{api: Shop, stage: prod}]
          """),
      ],
      check: .domainName { item, findings in
        guard item.value.certificate == nil, !item.value.existing.value, findings.spec.isWhole(item.node) else {
          return
        }
        findings.report(.certificateMissing, atKeyOf: item.node)
      }),
  ]
}

extension ARN {
  fileprivate var isCertificate: Bool {
    service == "acm" && !region.isEmpty && hasAccount && resource.hasPrefix("certificate/")
      && resource.utf8.count > "certificate/".utf8.count
  }
}

extension Findings {
  /// The region of a certificate where it is known: also in the text of an `Fn::Sub`.
  fileprivate func region(of certificate: Reference) -> String? {
    let text: String
    switch certificate {
    case .arn(let arn): text = arn
    case .name: return nil
    case .intrinsic(let node):
      guard let intrinsic = Intrinsic(node, in: spec.document), intrinsic.name == "Fn::Sub",
        spec.document.kind(intrinsic.argument) == .scalar
      else { return nil }
      text = string(intrinsic.argument)
    }
    let parts = text.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "arn", parts[2] == "acm", parts[3].utf8.allSatisfy({ $0 != 0x24 }),
      !parts[3].isEmpty
    else { return nil }
    return String(parts[3])
  }

  /// Whether one of the branches of an `Fn::If` is `EDGE`.
  fileprivate func mayBeEdge(_ node: NodeID) -> Bool {
    guard let intrinsic = Intrinsic(node, in: spec.document) else {
      return spec.document.kind(node) == .scalar && string(node) == EndpointType.edge.rawValue
    }
    return intrinsic.name == "Fn::If" && spec.document.items(intrinsic.argument).dropFirst().contains { mayBeEdge($0) }
  }
}

extension Message {
  fileprivate static func notInVirginia(_ region: String) -> Message {
    Message(
      "DOM803", "an edge domain's certificate is looked for in us-east-1, and this one is in \(region)",
      help: "name a certificate of us-east-1, or write 'endpointType: REGIONAL'")
  }

  fileprivate static let deferredType = Message(
    "DOM805", "whether the domain is EDGE must be known here: it decides which property takes the certificate",
    help: "write EDGE or REGIONAL, or two domains with a 'Condition' under 'resources'")

  fileprivate static func noCertificate(_ text: String) -> Message {
    Message(
      "DOM806", "'\(text)' is no ARN of a certificate",
      help: "write arn:aws:acm:REGION:ACCOUNT:certificate/ID, or the name of a certificate under 'resources'")
  }

  fileprivate static let certificateMissing = Message(
    "DOM807", "this domain has no certificate", help: "add 'certificate', or 'existing: true' where the domain exists")
}
