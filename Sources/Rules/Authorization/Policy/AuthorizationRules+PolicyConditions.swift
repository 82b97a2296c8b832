import Diagnostics
import Spec

extension AuthorizationRules {
  /// Conditions that depend on how the API is reached.
  static let policyConditions: [Rule] = [
    Rule(
      "AUTH386", "A public address in the policy of a private API", severity: .warning,
      why: "calls through a VPC endpoint have no public address: the caller's is in aws:VpcSourceIp",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html",
      bad: [
        Example(
          "a range of the VPC",
          spec(
            statements: allow("\(invokeAll), Condition: {IpAddress: {↓aws:SourceIp: 10.0.0.0/8}}"),
            options: "endpointTypes: [PRIVATE]"))
      ],
      good: [
        Example(
          "the key of VPC endpoints",
          spec(
            statements: allow("\(invokeAll), Condition: {IpAddress: {aws:VpcSourceIp: 10.0.0.0/8}}"),
            options: "endpointTypes: [PRIVATE]")),
        Example(
          "a public API",
          spec(
            statements: allow("\(invokeAll), Condition: {IpAddress: {aws:SourceIp: 192.0.2.0/24}}"),
            options: "endpointTypes: [REGIONAL]")),
      ],
      check: .api { api, findings in
        guard findings.isPrivate(api) == true else { return }
        for condition in findings.strictConditions(of: api) where condition.isKey("aws:SourceIp") {
          findings.report(.publicAddress, atKeyOf: condition.value, related: findings.relatedEndpoints(of: api))
        }
      }),
    Rule(
      "AUTH387", "A VPC in the policy of a public API", severity: .warning,
      why: "calls over the internet come from no VPC: an Allow never applies, and a Deny by 'not equals' always does",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html",
      bad: [
        Example(
          "an API for edge locations, the default",
          spec(statements: allow("\(invokeAll), Condition: {StringEquals: {↓aws:SourceVpce: vpce-0a1b2c3d4e5f60718}}"))),
        Example(
          "a regional API",
          spec(
            statements: allow("\(invokeAll)") + ", {Effect: Deny, Principal: '*', \(invokeAll), "
              + "Condition: {StringNotEquals: {↓AWS:SourceVpc: [vpc-0a1b2c3d, !ImportValue vpc]}}}",
            options: "endpointTypes: [REGIONAL]")),
      ],
      good: [
        Example(
          "a private API",
          spec(
            statements: allow("\(invokeAll), Condition: {StringEquals: {aws:SourceVpce: vpce-0a1b2c3d4e5f60718}}"),
            options: "endpointTypes: [PRIVATE]")),
        Example(
          "only where there is a VPC",
          spec(
            statements: allow(
              "\(invokeAll), Condition: {StringEqualsIfExists: {aws:SourceVpce: vpce-0a1b2c3d4e5f60718}}"))),
      ],
      check: .api { api, findings in
        guard findings.isPrivate(api) == false else { return }
        for condition in findings.strictConditions(of: api) {
          guard let key = ["aws:SourceVpc", "aws:SourceVpce"].first(where: condition.isKey) else { continue }
          findings.report(.privateKey(key), atKeyOf: condition.value, related: findings.relatedEndpoints(of: api))
        }
      }),
  ]
}

extension Findings {
  /// Whether the API is reached through VPC endpoints alone; nil where something else than its keys says so.
  fileprivate func isPrivate(_ api: ResolvedAPI) -> Bool? {
    guard let types = api.api.endpointTypes else {
      let isKnown = !api.isImported && api.api.cloneFrom == nil && api.api.definition == nil
      return isKnown && api.api.parameters == nil && spec.isWhole(api.node) ? false : nil
    }
    let known = types.value.compactMap { $0.known() as EndpointType? }
    guard known.count == types.value.count, !known.isEmpty, spec.isWhole(types.node), spec.isWhole(api.node) else {
      return nil
    }
    return known.contains(.private)
  }

  /// The conditions of an API's policy that a call without their key does not fulfil.
  fileprivate func strictConditions(of api: ResolvedAPI) -> [PolicyCondition] {
    (policy(of: api)?.statements ?? []).flatMap(\.conditions).filter { $0.operator?.takesAbsence == false }
  }

  fileprivate func relatedEndpoints(of api: ResolvedAPI) -> [Related] {
    api.api.endpointTypes.map { [related("the API's endpoint type", at: $0.node)] } ?? []
  }
}

extension Message {
  fileprivate static let publicAddress = Message(
    "AUTH386", .warning, "private APIs see 'aws:VpcSourceIp', and no 'aws:SourceIp'", help: "write 'aws:VpcSourceIp'")

  fileprivate static func privateKey(_ key: String) -> Message {
    Message(
      "AUTH387", .warning, "only calls of private APIs have '\(key)'",
      help: "use 'aws:SourceIp', or write 'endpointTypes: [PRIVATE]'")
  }
}
