import Diagnostics
import Spec

extension IntegrationRules {
  /// How API Gateway reaches the backend, and as whom.
  static let connections: [Rule] = [
    Rule(
      "INT202", "credentialsRole together with credentialsPassthrough",
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
      check: .integration { integration, _, _, findings in
        let options = integration.options
        guard let role = options.credentialsRole, options.credentialsPassthrough.value else { return }
        let passthrough = options.credentialsPassthrough.node
        let (first, later, words) =
          role.node.index < passthrough.index
          ? (role.node, passthrough, "the role is set here") : (passthrough, role.node, "the caller is passed on here")
        findings.report(.roleAndPassthrough, atKeyOf: later, related: [findings.related(words, atKeyOf: first)])
      })
  ]
}

extension Message {
  fileprivate static let roleAndPassthrough = Message(
    "INT202", "'credentialsRole' and 'credentialsPassthrough' exclude each other",
    help: "keep 'credentialsRole' to call the backend as a role, or 'credentialsPassthrough' to call it as the caller")
}
