import Diagnostics
import Document
import Spec

extension DomainRules {
  private static let guide = "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html"

  static let mutualTLS: [Rule] = [
    Rule(
      "DOM809", "Mutual TLS of an edge domain",
      why: "\"Mutual TLS authentication is supported for Regional APIs only\"", source: guide,
      bad: [
        Example(
          "an edge domain",
          edgeSpec("endpointType: EDGE\nsecurityPolicy: TLS_1_2\n↓mtls: {bucket: trusted, key: callers.pem}"))
      ],
      good: [
        Example("a regional domain", spec("securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: callers.pem}"))
      ],
      check: .domainName { item, findings in
        guard item.value.reach == .edge, let type = item.value.endpointType, let mtls = item.value.mtls else { return }
        findings.report(.atTheEdge, conflictOf: type.node, mtls.node)
      }),
    Rule(
      "DOM810", "Mutual TLS before an edge API",
      why: "\"Mutual TLS authentication is supported for Regional APIs only\"", source: guide,
      bad: [
        Example(
          "an edge API",
          spec(
            "securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: callers.pem}",
            mappings: "[{api: ↓Shop, stage: prod}]", endpointTypes: "[EDGE]"))
      ],
      good: [
        Example("a regional API", spec("securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: callers.pem}"))
      ],
      check: .domainName { item, findings in
        // An edge domain is wrong itself, whatever it leads to.
        guard item.value.mtls != nil, item.value.reach == .regional else { return }
        for mapping in item.value.mappings?.value ?? [] {
          guard let (api, node) = findings.api(of: mapping.value), let types = api.api.endpointTypes,
            api.endpointType == .edge
          else { continue }
          findings.report(
            .edgeAPI(api.name), at: node, related: [findings.related("it is said here", atKeyOf: types.node)])
        }
      }),
    Rule(
      "DOM811", "Mutual TLS with TLS 1.0", why: "mutual TLS asks for TLS 1.2 at least", source: guide,
      bad: [
        Example("TLS 1.0", spec("securityPolicy: TLS_1_0\n↓mtls: {bucket: trusted, key: callers.pem}"))
      ],
      good: [Example("TLS 1.2", spec("securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: callers.pem}"))],
      check: .domainName { item, findings in
        guard let policy = item.value.securityPolicy, policy.known() == "TLS_1_0", let mtls = item.value.mtls else {
          return
        }
        findings.report(.oldTLS, conflictOf: policy.node, mtls.node)
      }),
    Rule(
      "DOM812", "Mutual TLS with an enhanced security policy",
      why: "API Gateway answers \"Invalid request input\"; the CDK refuses it at synthesis", source: guide,
      bad: [
        Example(
          "an enhanced policy",
          spec(
            """
            securityPolicy: SecurityPolicy_TLS13_1_3_2025_09
            endpointAccessMode: STRICT
            ↓mtls: {bucket: trusted, key: callers.pem}
            """))
      ],
      good: [Example("an older policy", spec("securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: callers.pem}"))],
      check: .domainName { item, findings in
        guard let policy = item.value.securityPolicy, policy.known()?.isEnhanced == true, let mtls = item.value.mtls
        else { return }
        findings.report(.enhancedPolicy, conflictOf: policy.node, mtls.node)
      }),
    Rule(
      "DOM813", "A truststore that is no object of S3",
      why: "the truststore's address is made of bucket and key, s3://bucket/key, and S3 must know it", source: guide,
      bad: [
        Example("an address", spec("securityPolicy: TLS_1_2\nmtls: {bucket: ↓s3://trusted, key: callers.pem}")),
        Example("a folder", spec("securityPolicy: TLS_1_2\nmtls: {bucket: ↓trusted/pem, key: callers.pem}")),
        Example("no key", spec("securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: ↓\"\"}")),
      ],
      good: [
        Example("a bucket and a key", spec("securityPolicy: TLS_1_2\nmtls: {bucket: trusted, key: pem/callers.pem}"))
      ],
      check: .domainName { item, findings in
        guard let store = item.value.mtls?.value else { return }
        if let bucket = store.bucket, let name = bucket.known(), !name.isBucketName {
          findings.report(.noBucket(name), at: bucket.node)
        }
        if let key = store.key, key.known()?.isEmpty == true { findings.report(.emptyKey, at: key.node) }
      }),
    Rule(
      "DOM815", "Mutual TLS with a certificate of a private authority", severity: .info,
      why: "\"Missing ownershipVerificationCertificate.\"", source: guide,
      bad: [
        Example(
          "a private authority",
          privateAuthority("↓Proof", "securityPolicy: TLS_1_2\n    mtls: {bucket: trusted, key: callers.pem}"))
      ],
      good: [Example("no mutual TLS", privateAuthority("Proof", "securityPolicy: TLS_1_2"))],
      check: .domainName { item, findings in
        guard item.value.mtls != nil, let certificate = item.value.certificate,
          case .resource(let name, _)? = findings.spec.target(of: certificate.value, as: .certificate),
          findings.isFromPrivateAuthority(name)
        else { return }
        findings.report(.privateAuthority, at: certificate.node)
      }),
  ]

  private static func privateAuthority(_ name: String, _ options: String) -> String {
    """
    resources:
      Proof:
        Type: AWS::CertificateManager::Certificate
        Properties:
          DomainName: api.example.com
          CertificateAuthorityArn: arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1
    apis:
      Shop:
        endpointTypes: [REGIONAL]
        disableExecuteApiEndpoint: true
        paths:
          /orders:
            GET: {}
    domainNames:
      Site:
        domainName: api.example.com
        certificate: \(name)
        \(options)
        mappings: [{api: Shop, stage: prod}]
    """
  }
}

extension String {
  /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html: the letters alone. Older buckets
  /// have capitals and underscores too, and short names stand in many a test.
  fileprivate var isBucketName: Bool {
    (1...255).contains(utf8.count)
      && utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || ".-_".utf8.contains(byte)
      }
  }
}

extension Findings {
  fileprivate func isFromPrivateAuthority(_ name: String) -> Bool {
    guard case .resource(let index)? = spec.names[name],
      let properties = spec.document.value("Properties", in: spec.declarations.resources[index].node)
    else { return false }
    return spec.document.value("CertificateAuthorityArn", in: properties) != nil
  }
}

extension Message {
  fileprivate static let atTheEdge = Message(
    "DOM809", "mutual TLS is for regional domains", help: "write 'endpointType: REGIONAL', or delete 'mtls'")

  fileprivate static func edgeAPI(_ name: String) -> Message {
    Message(
      "DOM810", "'\(name)' is an edge API, and mutual TLS is for regional ones",
      help: "give '\(name)' 'endpointTypes: [REGIONAL]'")
  }

  fileprivate static let oldTLS = Message(
    "DOM811", "mutual TLS does not go with TLS_1_0", help: "write 'securityPolicy: TLS_1_2'")

  fileprivate static let enhancedPolicy = Message(
    "DOM812", "mutual TLS does not go with policies that start with SecurityPolicy_",
    help: "write 'securityPolicy: TLS_1_2', without 'endpointAccessMode'")

  fileprivate static func noBucket(_ name: String) -> Message {
    Message("DOM813", "'\(name)' is no bucket's name", help: "write the name alone, and the rest in 'key'")
  }

  fileprivate static let emptyKey = Message(
    "DOM813", "the truststore's key is empty", help: "write the key of a file of certificates, such as callers.pem")

  fileprivate static let privateAuthority = Message(
    "DOM815", .info, "with a private authority's certificate, mutual TLS asks for a second one that proves ownership",
    help: "declare the domain under 'resources', with 'OwnershipVerificationCertificateArn'")
}
