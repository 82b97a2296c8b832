import Diagnostics
import Spec

extension AuthorizationRules {
  static let scopes: [Rule] = [
    Rule(
      "AUTH324", "Scopes that nobody looks at",
      why: "scopes are matched against access tokens of user pools; the CDK drops them from other methods",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a function as authorizer",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              paths:
                /orders:
                  GET: {authorizer: callers, ↓authorizationScopes: [orders/read]}
          """)
      ],
      good: [
        Example(
          "user pools, and a method that lifts them",
          """
          apis:
            Shop:
              authorizers:
                callers:
                  type: cognito
                  userPools: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123"]
              defaultMethodOptions: {authorizer: callers, authorizationScopes: [orders/read]}
              paths:
                /orders:
                  GET: {}
                /health:
                  GET: {authorizer: none}
          """)
      ],
      check: .operation(with: .authorizationScopes) { operation, api, findings in
        guard let scopes = operation.options.authorizationScopes, !scopes.value.isEmpty,
          findings.effectiveType(operation, api).map({ $0 != .cognito }) ?? false
        else { return }
        if let authorizer = operation.options.authorizer, findings.isWritten(authorizer.node, in: operation),
          !findings.isWritten(scopes.node, in: operation)
        {
          findings.report(
            .uselessScopes, atKeyOf: authorizer.node, related: [findings.related("the scopes", atKeyOf: scopes.node)])
        } else {
          findings.report(.uselessScopes, atKeyOf: scopes.node)
        }
      })
  ]
}

extension Findings {
  /// The type of authorization that a method comes out with; nil where that cannot be known.
  fileprivate func effectiveType(_ operation: Operation, _ api: ResolvedAPI) -> AuthorizationType? {
    let options = operation.options
    if let name = options.authorizer, name.value != "none" {
      return spec.authorizer(name.value, of: api)?.value.authorizationType
    }
    if let type = options.authorizationType { return type.value }
    return knowsOptions(of: operation, in: api) ? AuthorizationType.none : nil
  }
}

extension Message {
  fileprivate static let uselessScopes = Message(
    "AUTH324", "'authorizationScopes' work with a cognito authorizer alone",
    help: "delete the scopes, write 'authorizationScopes: []' to empty a default, or use a cognito authorizer")
}
