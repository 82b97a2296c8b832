import Diagnostics
import Document
import Spec

extension SecurityRules {
  /// Policies that let everyone in.
  static let policies: [Rule] = [
    Rule(
      "SEC003", "A resource policy for everyone", severity: .warning, why: "it lets in whom no policy would let in",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html",
      bad: [
        Example("a star", policy("[{Effect: Allow, Principal: ↓\"*\", \(anyCall)}]")),
        Example("as an account", policy("{Effect: Allow, Principal: {AWS: ↓\"*\"}, \(anyCall)}")),
      ],
      good: [
        Example(
          "with a condition",
          policy(
            "[{Effect: Allow, Principal: \"*\", \(anyCall), Condition: {IpAddress: {\"aws:SourceIp\": 192.0.2.0/24}}}]")
        ),
        Example(
          "with a refusal beside it",
          policy(
            """
            [{Effect: Allow, Principal: "*", \(anyCall)}, {Effect: Deny, Principal: "*", \(anyCall), \
            Condition: {NotIpAddress: {"aws:SourceIp": 192.0.2.0/24}}}]
            """)),
        Example(
          "for one method",
          policy(
            "[{Effect: Allow, Principal: \"*\", Action: execute-api:Invoke, Resource: execute-api:/prod/GET/orders}]")),
      ],
      check: .api { api, findings in
        guard !api.isPrivate, let policy = findings.policy(of: api), policy.isComplete, policy.faults.isEmpty else {
          return
        }
        let document = findings.spec.document
        if policy.statements.contains(where: { $0.effect != .allow && $0.isNarrowed(in: document) }) { return }
        for statement in policy.statements
        where statement.effect == .allow && !statement.isNarrowed(in: document) && statement.isAboutAll(in: document) {
          if let everyone = statement.everyone(in: document) { findings.report(.everyone, at: everyone) }
        }
      }),
    Rule(
      "SEC017", "A private API that is open to every VPC endpoint", severity: .warning,
      why: "endpoints in the VPCs of other accounts reach it too",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
      bad: [
        Example("no condition", privateAPI("[{Effect: Allow, Principal: \"*\", \(anyCall)}]", mark: "↓"))
      ],
      good: [
        Example(
          "an endpoint",
          privateAPI(
            """
            [{Effect: Allow, Principal: "*", \(anyCall), \
            Condition: {StringEquals: {"aws:SourceVpce": vpce-0a1b2c3d4e5f60718}}}]
            """)),
        Example(
          "all but a VPC refused",
          privateAPI(
            """
            [{Effect: Allow, Principal: "*", \(anyCall)}, {Effect: Deny, Principal: "*", \(anyCall), \
            Condition: {StringNotEquals: {"aws:SourceVpc": vpc-0a1b2c3d4e5f60718}}}]
            """)),
      ],
      check: .api { api, findings in
        guard api.isPrivate, let policy = findings.policy(of: api), policy.isComplete, let place = api.api.policy?.node
        else { return }
        let document = findings.spec.document
        guard policy.statements.contains(where: { $0.effect == .allow && $0.everyone(in: document) != nil }),
          !policy.statements.contains(where: { $0.asksForEndpoint(in: document) })
        else { return }
        findings.report(.everyEndpoint, atKeyOf: place)
      }),
  ]

  private static let anyCall = "Action: execute-api:Invoke, Resource: \"execute-api:/*\""

  private static func policy(_ statements: String) -> String {
    """
    apis:
      Shop:
        policy: {Version: "2012-10-17", Statement: \(statements)}
        paths:
          /orders:
            GET: {}
    """
  }

  private static func privateAPI(_ statements: String, mark: String = "") -> String {
    """
    apis:
      Shop:
        endpointTypes: [PRIVATE]
        \(mark)policy: {Version: "2012-10-17", Statement: \(statements)}
        paths:
          /orders:
            GET: {}
    """
  }
}

extension ResolvedAPI {
  var isPrivate: Bool { api.endpointTypes?.value.contains { $0.known() == .private } ?? false }
}

extension Message {
  fileprivate static let everyone = Message(
    "SEC003", .warning, "the policy lets everyone in, as none would", help: "add a 'Condition', or delete the policy")

  fileprivate static let everyEndpoint = Message(
    "SEC017", .warning, "every VPC endpoint can call this private API, also those of other accounts",
    help: "add a condition on 'aws:SourceVpce' or 'aws:SourceVpc'")
}
