import Diagnostics
import Spec

extension AuthorizationRules {
  /// A method's authorizer and its type of authorization.
  static let types: [Rule] = [
    Rule(
      "AUTH320", "Unknown type of authorization",
      why: "PutMethod knows NONE, AWS_IAM, CUSTOM and COGNITO_USER_POOLS; JWT belongs to HTTP APIs",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a type of HTTP APIs",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {authorizationType: ↓JWT}
          """)
      ],
      good: [
        Example(
          "signed requests",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {authorizationType: AWS_IAM}
          """)
      ], check: .elsewhere),
    Rule(
      "AUTH321", "A type of authorization that needs an authorizer",
      why: "PutMethod answers that CUSTOM and COGNITO_USER_POOLS require a valid authorizer",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "no authorizer anywhere",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {authorizationType: ↓CUSTOM}
          """)
      ],
      good: [
        Example(
          "the authorizer of the API",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              defaultMethodOptions: {authorizer: callers}
              paths:
                /orders:
                  GET: {authorizationType: CUSTOM}
          """)
      ],
      check: .operation(with: .authorizationType) { operation, api, findings in
        guard let type = operation.options.authorizationType, operation.options.authorizer == nil else { return }
        guard type.value == .custom || type.value == .cognito, findings.knowsOptions(of: operation, in: api) else {
          return
        }
        findings.report(.needsAuthorizer(type.value), at: type.node)
      }),
    Rule(
      "AUTH322", "A type of authorization that is not the authorizer's",
      why: "the CDK refuses the pair at synthesis, and API Gateway at deployment",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a function called a user pool",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              paths:
                /orders:
                  GET:
                    authorizationType: COGNITO_USER_POOLS
                    ↓authorizer: callers
          """)
      ],
      good: [
        Example(
          "the type that follows",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              paths:
                /orders:
                  GET: {authorizationType: CUSTOM, authorizer: callers}
          """)
      ],
      check: .operation(with: .authorizationType) { operation, api, findings in
        guard let type = operation.options.authorizationType, let name = operation.options.authorizer,
          type.value == .custom || type.value == .cognito,
          let authorizer = findings.spec.authorizer(name.value, of: api),
          authorizer.value.authorizationType != type.value
        else { return }
        let conflict = Conflict(type.node, name.node, in: operation, findings)
        let message = Message.otherType(name.value, authorizer.value.authorizationType, not: type.value)
        findings.report(
          message, atKeyOf: conflict.later, related: [findings.related("against this", atKeyOf: conflict.first)])
      }),
    Rule(
      "AUTH323", "An authorizer that is not asked", severity: .warning,
      why: "API Gateway stores the authorizer, and the method's type of authorization passes it by",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "an authorizer on an open method",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              paths:
                /orders:
                  GET:
                    authorizationType: NONE
                    ↓authorizer: callers
          """)
      ],
      good: [
        Example(
          "a default that is lifted",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              defaultMethodOptions: {authorizer: callers}
              paths:
                /orders:
                  GET: {authorizationType: NONE}
                  PUT: {}
          """)
      ],
      check: .operation(with: .authorizationType) { operation, _, findings in
        guard let type = operation.options.authorizationType, let name = operation.options.authorizer,
          type.value == .none || type.value == .iam, name.value != "none"
        else { return }
        let conflict = Conflict(type.node, name.node, in: operation, findings)
        findings.report(
          .notAsked(name.value, type.value), atKeyOf: conflict.later,
          related: [findings.related("against this", atKeyOf: conflict.first)])
      }),
  ]
}

extension Message {
  fileprivate static func needsAuthorizer(_ type: AuthorizationType) -> Message {
    Message(
      "AUTH321", "'\(type.rawValue)' needs an authorizer", help: "add 'authorizer', one of the API's 'authorizers'")
  }

  fileprivate static func otherType(_ name: String, _ right: AuthorizationType, not wrong: AuthorizationType) -> Message
  {
    Message(
      "AUTH322", "authorizer '\(name)' makes the authorization type '\(right.rawValue)', not '\(wrong.rawValue)'",
      help: "delete 'authorizationType': it follows from the authorizer")
  }

  fileprivate static func notAsked(_ name: String, _ type: AuthorizationType) -> Message {
    Message(
      "AUTH323", .warning, "authorizer '\(name)' is never asked with 'authorizationType: \(type.rawValue)'",
      help: "delete 'authorizationType' to have the authorizer asked, or write 'authorizer: none'")
  }
}
