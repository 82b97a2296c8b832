import Diagnostics
import Document
import Spec

extension SecurityRules {
  private static let access =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html"

  /// Methods that anyone may call.
  static let openMethods: [Rule] = [
    Rule(
      "SEC001", "An open method in an API that protects others", severity: .warning,
      why: "anyone on the internet can call it, which may be an oversight where other methods ask who calls",
      source: access,
      bad: [
        Example(
          "nothing said",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {authorizationType: AWS_IAM}
                  ↓DELETE: {}
          """),
        Example(
          "an authorizer that the method does not use",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              paths:
                /orders:
                  GET: {authorizer: callers}
                /offers:
                  ↓GET: {}
          """),
      ],
      good: [
        Example(
          "said to be open, and a preflight by hand",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {authorizationType: AWS_IAM}
                  OPTIONS: {}
                /offers:
                  GET: {authorizer: none}
                /news:
                  GET: {authorizationType: NONE}
          """),
        Example(
          "an API that protects nothing is public on purpose",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
          """),
      ],
      check: .api { api, findings in
        guard !api.api.authorizers.isEmpty || api.operations.contains(where: { !$0.isOpen }),
          !findings.isGuardedAsAWhole(api)
        else { return }
        for operation in api.operations where operation.isOpen && operation.verb != .options {
          // Of all verbs on all paths SEC023 speaks.
          if operation.options.liftsAuthorizer || api.isGreedyForAll(operation) { continue }
          if findings.knowsOptions(of: operation, in: api) { findings.report(.openMethod, atKeyOf: operation.node) }
        }
      }),
    Rule(
      "SEC002", "An API key as the only protection", severity: .warning,
      why: "keys tell clients apart for quotas; they do not prove who calls, and leak through logs and clients' code",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
      bad: [
        Example(
          "a key alone",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {↓apiKeyRequired: true, authorizationType: NONE}
          usagePlans:
            Basic: {apiStages: [{api: Shop}]}
          """)
      ],
      good: [
        Example(
          "signed calls with a key",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {apiKeyRequired: true, authorizationType: AWS_IAM}
          usagePlans:
            Basic: {apiStages: [{api: Shop}]}
          """)
      ],
      check: .operation(with: .apiKeyRequired) { operation, api, findings in
        guard let key = operation.options.apiKeyRequired, key.known() == true, !operation.asksWhoCalls,
          // Where authorizers give the key, nobody gets in: AUTH357 says so.
          api.api.apiKeySourceType?.known() != .authorizer,
          !findings.isGuardedAsAWhole(api), findings.knowsOptions(of: operation, in: api)
        else { return }
        findings.report(.keyAlone, atKeyOf: key.node)
      }),
    Rule(
      "SEC023", "All methods of all paths, open", severity: .warning,
      why: "whatever the backend answers to, anyone can call: also what nobody meant to publish", source: access,
      bad: [
        Example(
          "ANY on a greedy path",
          """
          functions:
            site: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:site"}
          apis:
            Shop:
              paths:
                /site/{proxy+}:
                  ↓ANY: site
          """)
      ],
      good: [
        Example(
          "reading alone, and all for callers who sign",
          """
          functions:
            site: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:site"}
          apis:
            Shop:
              defaultMethodOptions: {authorizationType: AWS_IAM}
              paths:
                /files/{proxy+}:
                  GET: {authorizationType: NONE, integration: site}
                /site/{proxy+}:
                  ANY: site
          """)
      ],
      check: .operation(with: .any) { operation, api, findings in
        guard operation.verb == .any, operation.isOpen, api.isGreedyForAll(operation),
          !findings.isGuardedAsAWhole(api), findings.knowsOptions(of: operation, in: api)
        else { return }
        findings.report(.allOpen, atKeyOf: operation.node)
      }),
  ]
}

extension ResolvedAPI {
  fileprivate func isGreedyForAll(_ operation: Operation) -> Bool {
    operation.verb == .any && paths.isGreedy(operation.path)
  }
}

extension Message {
  fileprivate static let openMethod = Message(
    "SEC001", .warning, "this method is open to the internet, and the API protects others",
    help: "name its authorizer, or say 'authorizer: none' if that is meant")

  fileprivate static let keyAlone = Message(
    "SEC002", .warning, "API keys tell clients apart, and do not prove who calls",
    help: "add an 'authorizer' or 'authorizationType: AWS_IAM'")

  fileprivate static let allOpen = Message(
    "SEC023", .warning, "every path and method of the backend is open to the internet",
    help: "name an authorizer, or the paths and methods that are meant")
}
