import Diagnostics
import Spec

extension DomainRules {
  private static let policyGuide =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html"

  /// Security policies, and who may come in how.
  static let policies: [Rule] = [
    Rule(
      "DOM808", "An unknown security policy of a domain",
      why: "API Gateway takes the policies that it publishes alone", source: policyGuide,
      bad: [
        Example("a version of TLS", spec("securityPolicy: ↓TLS_1_3")),
        Example(
          "a year too early", spec("securityPolicy: ↓SecurityPolicy_TLS13_1_3_2024_09\nendpointAccessMode: STRICT")),
      ],
      good: [Example("a policy that is published", spec("securityPolicy: TLS_1_2"))],
      check: .domainName { item, findings in
        guard let policy = item.value.securityPolicy, let name = policy.known(),
          !SpecRules.securityPolicies.contains(name)
        else { return }
        // The oldest policy is no advice.
        let advised = SpecRules.securityPolicies.filter { $0 != "TLS_1_0" }
        findings.report(.unknown(name, near: nearest(name, in: advised)), at: policy.node)
      }),
    Rule(
      "DOM816", "An enhanced security policy without an access mode",
      why: "a domain with such a policy says how strictly it looks at the host name; the CDK refuses it without",
      source: policyGuide,
      bad: [
        Example(
          "no access mode",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL]
              paths:
                /orders:
                  GET: {}
          domainNames:
            ↓Site:
              domainName: api.example.com
              certificate: \(certificate)
              securityPolicy: SecurityPolicy_TLS13_1_3_2025_09
              mappings: [{api: Shop, stage: prod}]
          """)
      ],
      good: [
        Example(
          "an access mode", spec("securityPolicy: SecurityPolicy_TLS13_1_3_2025_09\nendpointAccessMode: STRICT"))
      ],
      check: .domainName { item, findings in
        // With mutual TLS the policy itself is wrong, and DOM812 says so.
        guard let policy = item.value.securityPolicy?.known(), policy.isEnhanced, item.value.mtls == nil,
          item.value.endpointAccessMode == nil, findings.spec.isWhole(item.node)
        else { return }
        findings.report(.noAccessMode, atKeyOf: item.node)
      }),
    Rule(
      "DOM817", "An access mode without an enhanced security policy",
      why: "the access mode belongs to policies that start with SecurityPolicy_; the CDK refuses it beside others",
      source: policyGuide,
      bad: [
        Example("an older policy", spec("securityPolicy: TLS_1_2\n↓endpointAccessMode: BASIC"))
      ],
      good: [
        Example(
          "an enhanced policy", spec("securityPolicy: SecurityPolicy_TLS13_1_2_2021_06\nendpointAccessMode: BASIC"))
      ],
      check: .domainName { item, findings in
        guard let mode = item.value.endpointAccessMode else { return }
        if let policy = item.value.securityPolicy {
          guard let name = policy.known(), !name.isEnhanced else { return }
        } else if item.value.existing.value || !findings.spec.isWhole(item.node) {
          return
        }
        findings.report(.modeWithoutPolicy, atKeyOf: mode.node)
      }),
    Rule(
      "DOM818", "A security policy for another kind of endpoint",
      why: "policies that end in _EDGE are for edge domains, all other enhanced ones are not; the CDK refuses them "
        + "elsewhere",
      source: policyGuide,
      bad: [
        Example(
          "an edge policy of a regional domain",
          spec("securityPolicy: ↓SecurityPolicy_TLS13_2025_EDGE\nendpointAccessMode: STRICT")),
        Example(
          "a regional policy of an edge domain",
          edgeSpec(
            "endpointType: EDGE\nsecurityPolicy: ↓SecurityPolicy_TLS13_1_3_2025_09\nendpointAccessMode: STRICT")),
      ],
      good: [
        Example(
          "an edge policy of an edge domain",
          edgeSpec("endpointType: EDGE\nsecurityPolicy: SecurityPolicy_TLS13_2025_EDGE\nendpointAccessMode: STRICT")),
        Example("an older policy, which both take", edgeSpec()),
      ],
      check: .domainName { item, findings in
        guard let policy = item.value.securityPolicy, let name = policy.known(), name.isEnhanced,
          SpecRules.securityPolicies.contains(name), let reach = item.value.reach
        else { return }
        let isForEdge = name.hasSuffix("_EDGE")
        guard isForEdge != (reach == .edge) else { return }
        findings.report(.wrongKind(name, isForEdge: isForEdge), at: policy.node)
      }),
  ]
}

extension String {
  /// Whether a security policy is one of the newer ones.
  var isEnhanced: Bool { hasPrefix("SecurityPolicy_") }
}

extension Message {
  fileprivate static func unknown(_ name: String, near: Nearest?) -> Message {
    Message(
      "DOM808", "'\(name)' is no security policy of API Gateway",
      near: near?.amongChosenNames, help: "write one that API Gateway publishes, such as TLS_1_2")
  }

  fileprivate static let noAccessMode = Message(
    "DOM816", "this domain's security policy needs an 'endpointAccessMode'",
    help: "add 'endpointAccessMode: STRICT', or 'BASIC' while callers change over")

  fileprivate static let modeWithoutPolicy = Message(
    "DOM817", "'endpointAccessMode' needs a 'securityPolicy' that starts with SecurityPolicy_",
    help: "set such a policy, or delete 'endpointAccessMode'")

  fileprivate static func wrongKind(_ name: String, isForEdge: Bool) -> Message {
    Message(
      "DOM818", "'\(name)' is \(isForEdge ? "for edge domains alone" : "not for edge domains")",
      help: isForEdge ? "name a policy without _EDGE at its end" : "name a policy with _EDGE at its end")
  }
}
