import Diagnostics
import Spec

extension DomainRules {
  private static let guide =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html"

  /// Private APIs and domains.
  static let privacy: [Rule] = [
    Rule(
      "DOM829", "A private API behind a public domain",
      why: "private APIs are mapped to private domains alone, which are resources of another type", source: guide,
      bad: [
        Example("a regional domain", hidden("[PRIVATE]", "↓Shop"))
      ],
      good: [Example("a regional API", hidden("[REGIONAL]", "Shop"))],
      check: .domainName { item, findings in
        guard let reach = item.value.reach, reach != .private else { return }
        for mapping in item.value.mappings?.value ?? [] {
          guard let (api, node) = findings.api(of: mapping.value), let types = api.api.endpointTypes,
            api.endpointType == .private
          else { continue }
          findings.report(
            .privateAPI(api.name), at: node, related: [findings.related("it is said here", atKeyOf: types.node)])
        }
      }),
    Rule(
      "DOM830", "A private domain of the public kind",
      why: "a private domain is an AWS::ApiGateway::DomainNameV2 with a policy, else every call is answered with 403",
      source: guide,
      bad: [Example("a private domain", spec("endpointType: ↓PRIVATE\nsecurityPolicy: TLS_1_2"))],
      good: [Example("a regional domain", spec("endpointType: REGIONAL\nsecurityPolicy: TLS_1_2"))],
      check: .domainName { item, findings in
        guard item.value.reach == .private, let type = item.value.endpointType else { return }
        findings.report(.privateDomain, at: type.node)
      }),
  ]

  private static func hidden(_ endpointTypes: String, _ api: String) -> String {
    """
    apis:
      Shop:
        endpointTypes: \(endpointTypes)
        policy:
          Version: "2012-10-17"
          Statement:
            - {Effect: Allow, Principal: "*", Action: execute-api:Invoke, Resource: execute-api:/*}
            - Effect: Deny
              Principal: "*"
              Action: execute-api:Invoke
              Resource: execute-api:/*
              Condition: {StringNotEquals: {aws:SourceVpce: vpce-0a1b2c3d4e5f60718}}
        paths:
          /orders:
            GET: {}
    domainNames:
      Site:
        domainName: api.example.com
        certificate: \(certificate)
        securityPolicy: TLS_1_2
        mappings: [{api: \(api), stage: prod}]
    """
  }
}

extension Message {
  fileprivate static func privateAPI(_ name: String) -> Message {
    Message(
      "DOM829", "'\(name)' is a private API, and this domain is public",
      help: "declare an AWS::ApiGateway::DomainNameV2 under 'resources', or make the API REGIONAL")
  }

  fileprivate static let privateDomain = Message(
    "DOM830", "a private domain is declared under 'resources'",
    help: "use the type AWS::ApiGateway::DomainNameV2, with a 'Policy', and write REGIONAL or EDGE here")
}
