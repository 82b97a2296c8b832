import Diagnostics
import Spec

extension AuthorizationRules {
  /// What a resource policy's statements are about.
  static let policyStatements: [Rule] = [
    Rule(
      "AUTH383", "An action that is none of API Gateway's calls",
      why: "a resource policy grants calls of the API and nothing else: \"Invalid policy document\"",
      source:
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigateway.html",
      bad: [
        Example("the function's", spec(statements: allow("Action: ↓lambda:InvokeFunction, Resource: execute-api:/*"))),
        Example(
          "a typo in a list",
          spec(statements: allow("Action: [execute-api:Invoke, ↓execute-api:Invok], Resource: execute-api:/*"))),
      ],
      good: [
        Example(
          "with and without wildcards",
          spec(statements: allow("Action: [execute-api:Inv*, 'execute-api:*'], Resource: execute-api:/*"))),
        Example(
          "what deployment decides", spec(statements: allow("Action: !ImportValue action, Resource: execute-api:/*"))),
      ],
      check: .api { api, findings in
        for action in findings.policy(of: api)?.statements.flatMap(\.actions) ?? [] where !isCall(action.text) {
          findings.report(.otherAction(action.written), at: action.node)
        }
      }),
    Rule(
      "AUTH384", "A resource that is no call of an API",
      why: "the statement applies to nothing, so that an API with this policy alone refuses everyone",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html",
      bad: [
        Example("a bucket", spec(statements: allow("Action: execute-api:Invoke, Resource: ↓arn:aws:s3:::orders/*"))),
        Example(
          "no slash before the stage, and no method",
          spec(
            statements: allow(
              "Action: execute-api:Invoke, Resource: [↓execute-api:prod/GET/orders, ↓execute-api:/prod]"))
        ),
        Example(
          "a substitution",
          spec(
            statements: allow(
              "Action: execute-api:Invoke, Resource: ↓!Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:f'"
            ))),
      ],
      good: [
        Example(
          "short, long, everything, and in parts",
          spec(
            statements: allow(
              "Action: execute-api:Invoke, Resource: [execute-api:/prod/GET/orders, '*', "
                + "'arn:aws:execute-api:eu-west-1:*:*', !ImportValue calls, "
                + "!Sub 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:*/*/GET/orders', "
                + "!Join ['', ['execute-api:/', !ImportValue stage, '/*']]]")))
      ],
      check: .api { api, findings in
        for resource in findings.policy(of: api)?.statements.flatMap(\.resources) ?? []
        where InvokeResource(resource.text) == nil {
          findings.report(.noCall(resource.written), at: resource.node)
        }
      }),
    Rule(
      "AUTH388", "A policy that only denies", severity: .warning,
      why: "what no statement allows is refused: every call answers 403, or only signed calls of the own account pass",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html",
      bad: [
        Example(
          "one statement",
          spec(policy: "{Version: 2012-10-17, ↓Statement: {Effect: Deny, Principal: '*', \(invokeAll)}}"))
      ],
      good: [
        Example(
          "an exception from what is allowed",
          spec(
            statements: "{Effect: Deny, Principal: {AWS: '111122223333'}, \(invokeAll)}, "
              + "{Effect: Allow, Principal: '*', \(invokeAll)}")),
        Example(
          "a statement that deployment decides",
          spec(statements: "{Effect: Deny, Principal: '*', \(invokeAll)}, !ImportValue statement")),
      ],
      check: .api { api, findings in
        guard let policy = findings.policy(of: api), let statement = policy.statement, policy.isComplete,
          !policy.statements.isEmpty, policy.statements.allSatisfy({ $0.effect == .deny && $0.isWhole })
        else { return }
        findings.report(.onlyDenies, atKeyOf: statement)
      }),
  ]

  /// A statement that lets everyone do something.
  static func allow(_ what: String) -> String { "{Effect: Allow, Principal: {AWS: '111122223333'}, \(what)}" }

  /// Whether an action, maybe with wildcards, stands for one of those that a caller of an API takes. Case does not count.
  private static func isCall(_ action: String) -> Bool {
    let pattern = WildcardPattern(action.lowercased())
    return ["invoke", "invalidatecache", "manageconnections"].contains { pattern.meets(.text("execute-api:\($0)")) }
  }
}

extension Message {
  fileprivate static func otherAction(_ action: String) -> Message {
    Message("AUTH383", "'\(action)' is no action of calling an API", help: "write 'execute-api:Invoke'")
  }

  fileprivate static func noCall(_ resource: String) -> Message {
    Message(
      "AUTH384", "resource '\(resource)' is no call of an API and never matches",
      help: "write execute-api:/STAGE/METHOD/path, or execute-api:/* for all calls of this API")
  }

  fileprivate static let onlyDenies = Message(
    "AUTH388", .warning, "the policy denies and nothing in it allows, so that calls are refused",
    help: "add a statement with 'Effect: Allow' for those who may call")
}
