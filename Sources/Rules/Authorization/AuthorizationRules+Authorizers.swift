import Diagnostics
import Spec

extension AuthorizationRules {
  /// What an authorizer is called and which keys it has.
  static let authorizers: [Rule] = [
    Rule(
      "AUTH301", "Unknown type of authorizer",
      why: "CreateAuthorizer knows TOKEN, REQUEST and COGNITO_USER_POOLS; JWT authorizers belong to HTTP APIs",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "a type of HTTP APIs",
          """
          apis:
            Shop:
              authorizers:
                callers: {type: ↓jwt}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "a user pool, whose tokens are JWTs",
          """
          apis:
            Shop:
              authorizers:
                callers:
                  type: cognito
                  userPools: ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123"]
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ], check: .elsewhere),
    Rule(
      "AUTH330", "An authorizer option of HTTP APIs",
      why: "a REST API's authorizer has no such property, and CloudFormation refuses the resource",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html",
      bad: [
        Example(
          "the version of the function's answer",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers:
                  type: token
                  handler: guard
                  ↓enableSimpleResponses: true
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "without it",
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
          """)
      ], check: .elsewhere),
    Rule(
      "AUTH318", "Two authorizers of one name", severity: .warning,
      why: "the names of an API's authorizers are unique: the second cannot be created",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "a name given twice",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                people: {type: token, handler: guard, authorizerName: callers}
                machines: {type: token, handler: guard, authorizerName: ↓callers}
              paths:
                /orders:
                  GET: {authorizer: people}
                  PUT: {authorizer: machines}
          """)
      ],
      good: [
        Example(
          "two names",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                people: {type: token, handler: guard, authorizerName: callers}
                machines: {type: token, handler: guard}
              paths:
                /orders:
                  GET: {authorizer: people}
                  PUT: {authorizer: machines}
          """)
      ],
      check: .api { api, findings in
        guard api.api.authorizers.count > 1 else { return }
        var first: [String: Named<Authorizer>] = [:]
        for item in api.api.authorizers where item.value.options.authorizerId == nil {
          let given = item.value.options.authorizerName
          guard let name = given.map({ $0.value.known }) ?? item.name else { continue }
          guard let earlier = first[name] else {
            first[name] = item
            continue
          }
          let related = [findings.related("the first of the name", atKeyOf: earlier.node)]
          if let given {
            findings.report(.nameTaken(name), at: given.node, related: related)
          } else {
            findings.report(.nameTaken(name), atKeyOf: item.node, related: related)
          }
        }
      }),
  ]
}

extension Message {
  fileprivate static func nameTaken(_ name: String) -> Message {
    Message(
      "AUTH318", .warning, "another authorizer of this API is named '\(name)' too",
      help: "give each authorizer of an API an 'authorizerName' of its own")
  }
}
