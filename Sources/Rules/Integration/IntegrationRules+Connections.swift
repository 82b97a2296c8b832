import Diagnostics
import Spec

extension IntegrationRules {
  /// How API Gateway reaches the backend, and as whom.
  static let connections: [Rule] = [
    Rule(
      "INT202", "A role together with the caller's credentials",
      why: "one property of the integration, Credentials, holds both: the CDK refuses the pair at synthesis",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html",
      bad: [
        Example(
          "a role and the caller at once",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    authorizationType: AWS_IAM
                    integration:
                      type: lambda
                      handler: orders
                      credentialsRole: arn:aws:iam::111122223333:role/caller
                      ↓credentialsPassthrough: true
          """)
      ],
      good: [
        Example(
          "the caller alone",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    authorizationType: AWS_IAM
                    integration:
                      type: lambda
                      handler: orders
                      credentialsPassthrough: true
          """)
      ],
      check: .integration(with: .credentials) { integration, _, _, findings in
        let options = integration.options
        guard let role = options.credentialsRole, options.credentialsPassthrough.value else { return }
        findings.report(.roleAndPassthrough, conflictOf: role.node, options.credentialsPassthrough.node)
      }),

    Rule(
      "INT217", "CredentialsRole that is no role",
      why: "API Gateway assumes a role to call the backend; with anything else the deployment or every call fails",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "a user's ARN",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      credentialsRole: ↓arn:aws:iam::111122223333:user/caller
          """)
      ],
      good: [
        Example(
          "a role's ARN",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      credentialsRole: arn:aws:iam::111122223333:role/service/caller
          """)
      ],
      check: .integration(with: .credentials) { integration, _, _, findings in
        guard let role = integration.options.credentialsRole, case .arn(let arn) = role.value else { return }
        if !isRole(arn) { findings.report(.notARole(arn), at: role.node) }
      }),

    Rule(
      "INT219", "The caller's credentials without IAM authorization", severity: .warning,
      why: "without AWS_IAM there are no caller credentials to pass on, and the calls fail",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "open to all",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    authorizationType: NONE
                    integration:
                      type: lambda
                      handler: orders
                      credentialsPassthrough: ↓true
          """)
      ],
      good: [
        Example(
          "callers sign their requests",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              defaultMethodOptions: {authorizationType: AWS_IAM}
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      credentialsPassthrough: true
          """)
      ],
      check: .integration(with: .credentials) { integration, operation, api, findings in
        let passthrough = integration.options.credentialsPassthrough
        guard passthrough.value, operation.options.authorizationType?.value != .iam else { return }
        guard findings.knowsOptions(of: operation, in: api) else { return }
        findings.report(.passthroughWithoutIAM, at: passthrough.node)
      }),
  ]

  /// A role's ARN, the callers' own (`user/*`), or what a stage variable makes of it.
  private static func isRole(_ arn: String) -> Bool {
    if arn.utf8.contains(UInt8(ascii: "$")) { return true }
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[2] == "iam", parts[3].isEmpty else { return false }
    if parts[4] == "*" { return parts[5] == "user/*" }
    let isAccount = parts[4].utf8.count == 12 && parts[4].utf8.allSatisfy { (48...57).contains($0) }
    return isAccount && parts[5].hasPrefix("role/") && parts[5].utf8.count > 5
  }
}

extension Message {
  fileprivate static let roleAndPassthrough = Message(
    "INT202", "'credentialsRole' and 'credentialsPassthrough' exclude each other",
    help: "keep 'credentialsRole' to call the backend as a role, or 'credentialsPassthrough' to call it as the caller")

  fileprivate static func notARole(_ arn: String) -> Message {
    Message(
      "INT217", "'\(arn)' is not the ARN of a role",
      help: "write arn:aws:iam::<account of 12 digits>:role/<name>, or the name of a role in 'resources'")
  }

  fileprivate static let passthroughWithoutIAM = Message(
    "INT219", .warning, "'credentialsPassthrough' has no caller's credentials to pass on",
    help: "set 'authorizationType: AWS_IAM', or call the backend with 'credentialsRole'")
}
