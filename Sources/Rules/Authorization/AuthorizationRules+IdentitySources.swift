import Diagnostics
import Spec
import VTL

extension AuthorizationRules {
  /// What an authorizer may look at.
  static let identitySources: [Rule] = [
    Rule(
      "AUTH307", "A token that is not in a header",
      why: "authorizers of types TOKEN and COGNITO_USER_POOLS read the token from one header and from nowhere else",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "a token in the query string",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard, identitySource: ↓method.request.querystring.token}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "a header",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard, identitySource: {header: X-Token}}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        for defect in findings.identitySourceDefects(of: item.value) {
          if case .notAHeader = defect.value { findings.report(.notAHeader, at: defect.node) }
        }
      }),
    Rule(
      "AUTH309", "No identity source",
      why:
        "an authorizer sees headers, query parameters, stage variables and the context: CreateAuthorizer refuses all else",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html",
      bad: [
        Example(
          "a path parameter",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [↓method.request.path.id]}
              paths:
                /orders/{id}:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "all that it may look at",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers:
                  type: request
                  handler: guard
                  identitySources:
                    - method.request.header.Authorization
                    - queryString: tenant
                    - stageVariables.region
                    - context.path
              stages: {prod: {variables: {region: eu}}}
              paths:
                /orders/{id}:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        for defect in findings.identitySourceDefects(of: item.value) {
          if case .grammar(let suggestion) = defect.value {
            findings.report(.noIdentitySource(meant: suggestion), at: defect.node)
          }
        }
      }),
    Rule(
      "AUTH310", "An identity source of HTTP APIs",
      why: "selection expressions with a dollar belong to HTTP APIs; a REST API refuses them",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html",
      bad: [
        Example(
          "a header with a dollar",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [↓$request.header.Authorization]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "the REST API's form",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [method.request.header.Authorization]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        for defect in findings.identitySourceDefects(of: item.value) {
          if case .httpAPIForm(let suggestion) = defect.value {
            let isOne = !findings.string(defect.node).contains(",")
            findings.report(.httpAPISource(meant: suggestion, isOne: isOne), at: defect.node)
          }
        }
      }),
  ]
}

extension Message {
  fileprivate static let notAHeader = Message(
    "AUTH307", "token and cognito authorizers read the token from one header",
    help: "write 'method.request.header.NAME', or use 'type: request'")

  fileprivate static func noIdentitySource(meant: String?) -> Message {
    Message(
      "AUTH309", "this is no identity source",
      help: meant.map { "did you mean '\($0)'?" }
        ?? "write one of 'header', 'queryString', 'stageVariable' and 'context'; path parameters and bodies cannot be used"
    )
  }

  /// - Parameter isOne: whether nothing else stands in the same text.
  fileprivate static func httpAPISource(meant: String?, isOne: Bool) -> Message {
    Message(
      "AUTH310", "identity sources with a dollar belong to HTTP APIs",
      help: "write '\(meant ?? "method.request.header.NAME")'", correction: isOne ? meant.map { .text($0) } : nil)
  }
}
