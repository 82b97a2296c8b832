import Diagnostics
import Spec

extension AuthorizationRules {
  /// Whether a resource policy is one at all.
  static let policySyntax: [Rule] = [
    Rule(
      "AUTH381", "A resource policy that is no policy document",
      why: "CreateRestApi answers \"Invalid policy document. Please check the policy syntax and ensure that Principals"
        + " are valid\"",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
      bad: [
        Example("a word", spec(policy: "↓open")),
        Example("no statement", spec(policy: "{Version: 2012-10-17}", mark: "↓")),
        Example("a version that is none", spec(policy: "{Version: ↓2012-10-18, Statement: \(everyone)}")),
        Example("a version cut short", spec(policy: "{Version: ↓2012, Statement: \(everyone)}")),
        Example(
          "an account of too few digits, in a list",
          spec(statements: "{Effect: Allow, Principal: {AWS: ['111122223333', ↓'11112222333']}, \(invokeAll)}")),
        Example(
          "an account with signs between its digits",
          spec(statements: "{Effect: Allow, Principal: {AWS: ↓'1111_2222_3333'}, \(invokeAll)}")),
        Example("no statements", spec(policy: "{Version: 2012-10-17, Statement: ↓[]}")),
        Example("an element misspelt", spec(statements: "{Effect: Allow, ↓Principals: '*', \(invokeAll)}")),
        Example("an effect misspelt", spec(statements: "{Effect: ↓allow, Principal: '*', \(invokeAll)}")),
        Example("no effect, in a list", spec(statements: "↓{Principal: '*', \(invokeAll)}")),
        Example(
          "no action and no resource",
          spec(policy: "{Version: 2012-10-17, ↓Statement: {Effect: Allow, Principal: '*'}}")),
        Example(
          "an action and its opposite",
          spec(statements: "{Effect: Allow, Principal: '*', \(invokeAll), ↓NotAction: execute-api:ManageConnections}")),
        Example("a principal's name", spec(statements: "{Effect: Allow, Principal: ↓everyone, \(invokeAll)}")),
        Example(
          "a kind of principal misspelt",
          spec(statements: "{Effect: Allow, Principal: {↓Aws: '111122223333'}, \(invokeAll)}")),
        Example(
          "an operator misspelt",
          spec(
            statements:
              "{Effect: Allow, Principal: '*', \(invokeAll), Condition: {↓IpAdress: {aws:SourceIp: 192.0.2.0/24}}}"
          )),
        Example(
          "a condition key without its prefix, in a branch",
          spec(
            statements: "!If [Open, !Ref AWS::NoValue, {Effect: Allow, Principal: '*', \(invokeAll), "
              + "Condition: {IpAddress: {↓SourceIp: 192.0.2.0/24}}}]",
            before: "conditions: {Open: !Equals [!Ref AWS::Region, eu-west-1]}")),
      ],
      good: [
        Example(
          "all elements",
          """
          conditions: {Open: !Equals [!Ref AWS::Region, eu-west-1]}
          apis:
            Shop:
              policy:
                Version: 2012-10-17
                Id: callers
                Statement:
                  - Sid: known
                    Effect: !If [Open, Allow, Deny]
                    NotPrincipal: {AWS: ["111122223333", !GetAtt Caller.Arn], Service: events.amazonaws.com}
                    NotAction: execute-api:ManageConnections
                    NotResource: execute-api:/*/GET/orders
                    Condition:
                      ForAnyValue:StringLikeIfExists: {aws:PrincipalOrgPaths: "o-a1b2c3d4e5/*"}
                      "Null": {aws:SourceIp: true}
                  - !If [Open, {Effect: Allow, Principal: "*", \(invokeAll)}, !Ref AWS::NoValue]
              paths:
                /orders:
                  GET: {}
          resources:
            Caller: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}}}
          """),
        Example(
          "JSON text", spec(policy: "'{\"Version\": \"2012-10-17\", \"Statement\": []}'")),
      ],
      check: .api { api, findings in
        for fault in findings.policy(of: api)?.faults ?? [] { findings.report(fault) }
      }),
    Rule(
      "AUTH382", "A statement without a principal",
      why: "a policy that hangs on a resource says whom it is about; CreateRestApi answers \"Invalid policy document\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html",
      bad: [
        Example("a list", spec(statements: "↓{Effect: Allow, \(invokeAll)}")),
        Example("one alone", spec(policy: "{Version: 2012-10-17, ↓Statement: {Effect: Allow, \(invokeAll)}}")),
      ],
      good: [Example("everyone", spec(statements: "{Effect: Allow, Principal: '*', \(invokeAll)}"))],
      check: .api { api, findings in
        guard let policy = findings.policy(of: api) else { return }
        for (index, statement) in policy.statements.enumerated() where statement.isWhole && !statement.hasPrincipal {
          findings.report(.noPrincipal(index + 1, of: policy.statements.count), atKeyOf: statement.node)
        }
      }),
    Rule(
      "AUTH385", "A policy in the old language", severity: .warning,
      why: "in version 2008-10-17, which also holds where none is given, policy variables are plain text",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
      bad: [
        Example(
          "no version",
          spec(policy: "{Statement: {Effect: Allow, Principal: {AWS: '111122223333'}, \(invokeAll)}}", mark: "↓")),
        Example(
          "2008",
          spec(
            policy:
              "{Version: ↓2008-10-17, Statement: {Effect: Allow, Principal: {AWS: '111122223333'}, \(invokeAll)}}")),
      ],
      good: [
        Example(
          "today's", spec(policy: "{Version: '2012-10-17', Statement: {Effect: Allow, Principal: '*', \(invokeAll)}}"))
      ],
      check: .api { api, findings in
        guard let node = api.api.policy?.node, let policy = findings.policy(of: api), policy.statement != nil else {
          return
        }
        if let version = policy.version {
          let text = PolicyText(version, in: findings.spec)?.text
          if text == "2008-10-17", let text { findings.report(.oldVersion(text), at: version) }
        } else if policy.isWhole {
          findings.report(.noVersion, atKeyOf: node)
        }
      }),
  ]

  private static let everyone = "{Effect: Allow, Principal: '*', \(invokeAll)}"

  /// The action and the resource of a statement about every call.
  static let invokeAll = "Action: execute-api:Invoke, Resource: execute-api:/*"

  /// A spec whose API has a policy.
  ///
  /// - Parameter mark: stands before the key `policy`.
  static func spec(
    policy: String, mark: String = "", options: String = "x-notes: none", before: String = "x-notes: none"
  ) -> String {
    """
    \(before)
    apis:
      Shop:
        \(options)
        \(mark)policy: \(policy)
        paths:
          /orders:
            GET: {}
          /orders/{id}/items:
            ANY: {}
    """
  }

  /// The same with the statements in a list.
  static func spec(statements: String, options: String = "x-notes: none", before: String = "x-notes: none") -> String {
    spec(policy: "{Version: 2012-10-17, Statement: [\n        \(statements)]}", options: options, before: before)
  }
}

extension Findings {
  /// The resource policy of an API as far as it is known.
  func policy(of api: ResolvedAPI) -> PolicyDocument? { api.api.policy.flatMap { PolicyDocument($0.node, in: spec) } }

  fileprivate mutating func report(_ fault: PolicyFault) {
    switch fault.place {
    case .value(let node): report(.noPolicyDocument(fault), at: node)
    case .key(let node): report(.noPolicyDocument(fault), atKeyOf: node)
    }
  }
}

extension Message {
  fileprivate static func noPolicyDocument(_ fault: PolicyFault) -> Message {
    Message("AUTH381", "resource policy: \(fault.words)", help: fault.help, correction: fault.correction)
  }

  fileprivate static func noPrincipal(_ number: Int, of count: Int) -> Message {
    Message(
      "AUTH382", count == 1 ? "the policy's statement needs 'Principal'" : "statement \(number) needs 'Principal'",
      help: "add 'Principal', \"*\" for everyone")
  }

  fileprivate static func oldVersion(_ text: String) -> Message {
    Message(
      "AUTH385", .warning, "'\(text)' is not the version of today's policies", help: "write \"2012-10-17\"")
  }

  fileprivate static let noVersion = Message(
    "AUTH385", .warning, "without 'Version' the policy is read in the language of 2008",
    help: "add Version: \"2012-10-17\"")
}
