import Diagnostics
import Document
import Spec

/// DOM8xx: domain names and what is mapped to them.
enum DomainRules {
  static let groups: [[Rule]] = [names, certificates, policies, mutualTLS, basePaths, mappings, privacy]

  static let precluded: [Precluded] = [
    Precluded(
      "DOM814", "An ownership certificate without mutual TLS",
      because: "a domain has no key for an ownership certificate; one that needs it is declared under 'resources'"),
    Precluded(
      "DOM831", "Base path mappings under ROUTING_RULE_ONLY",
      because: "a domain has no key for its routing mode, so that base paths always decide"),
    Precluded(
      "DOM832", "An unknown routing mode", because: "a domain has no key for its routing mode"),
  ]

  static let mappingGuide = "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html"
  static let domainReference = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html"

  static let certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"
  static let edgeCertificate = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"

  /// A spec with one API and one domain that leads to it; `options` are lines of the domain's own.
  static func spec(
    domainName: String = "api.example.com", certificate: String = certificate,
    _ options: String = "securityPolicy: TLS_1_2", mappings: String = "[{api: Shop, stage: prod}]",
    endpointTypes: String = "[REGIONAL]"
  ) -> String {
    """
    apis:
      Shop:
        endpointTypes: \(endpointTypes)
        disableExecuteApiEndpoint: true
        paths:
          /orders:
            GET: {}
    domainNames:
      Site:
        domainName: \(domainName)
        certificate: \(certificate)
        \(options.split(separator: "\n").joined(separator: "\n    "))
        mappings: \(mappings)
    """
  }

  /// A domain at the edge of the network, with its certificate where that is looked for.
  static func edgeSpec(
    _ options: String = "endpointType: EDGE\nsecurityPolicy: TLS_1_2",
    mappings: String = "[{api: Shop, stage: prod}]", endpointTypes: String = "[REGIONAL]"
  ) -> String {
    spec(certificate: edgeCertificate, options, mappings: mappings, endpointTypes: endpointTypes)
  }
}

extension DomainName {
  /// Where the domain is reached; nil where only AWS knows it.
  var reach: EndpointType? {
    if existing.value { return nil }
    return endpointType.map { $0.known() } ?? .regional
  }
}

extension Findings {
  /// The API of the spec that a mapping leads to, and how that API is found there; nil for any other.
  func api(of mapping: DomainMapping) -> (api: ResolvedAPI, node: NodeID)? {
    guard let reference = mapping.reference.api, case .api(let index)? = spec.target(of: reference.value, as: .api)
    else { return nil }
    return (spec.apis[index], reference.node)
  }
}
