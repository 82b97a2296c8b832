import Diagnostics
import Spec
import VTL

extension AuthorizationRules {
  /// Whether what an authorizer looks at has a value.
  static let identitySourceValues: [Rule] = [
    Rule(
      "AUTH313", "A pattern of tokens that does not compile",
      why: "API Gateway matches every token against the pattern; one that does not compile lets no call through",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "an open group",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard, validationRegex: ↓^Bearer (.+$}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "groups, classes and possessive quantifiers",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard, validationRegex: '^(?i:bearer) [-\\w.\\[(]++(?:\\.[]()\\w]+)*$'}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        guard case .token(let token) = item.value.source, let pattern = token.validationRegex,
          let text = pattern.known()
        else { return }
        do throws(JavaPattern.Problem) {
          _ = try JavaPattern(parsing: text)
        } catch {
          findings.report(.badPattern(error.text), at: pattern.node)
        }
      }),
    Rule(
      "AUTH327", "An identity source that a stage does not set", severity: .warning,
      why: "a call without a value for an identity source is answered with 401, and the authorizer is never asked",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html",
      bad: [
        Example(
          "one of two stages",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [{stageVariable: ↓tenant}]}
              stages:
                live: {variables: {tenant: t1}}
                next: {}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "both stages",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [{stageVariable: tenant}]}
              stages:
                live: {variables: {tenant: t1}}
                next: {variables: {tenant: t2}}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, api, findings in
        for source in item.value.identitySources {
          guard case .stageVariable(let name) = source.value else { continue }
          let stage = api.stages.first { stage in
            findings.spec.isWhole(stage.node) && !findings.has(name, in: stage.value.variables)
          }
          if let stage { findings.report(.unsetVariable(name, stage: stage.name), at: source.node) }
        }
      }),
    Rule(
      "AUTH329", "A context variable that an authorizer cannot see",
      why: "what authorization, the backend and the answer bring is not known when the authorizer is called",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html",
      bad: [
        Example(
          "what an authorizer answers",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [↓context.authorizer.sub]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "the caller's address",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [context.identity.sourceIp]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        for defect in findings.identitySourceDefects(of: item.value) {
          if case .context(let name) = defect.value { findings.report(.noContext(name), at: defect.node) }
        }
      }),
    Rule(
      "AUTH333", "An empty identity source",
      why: "CreateAuthorizer refuses a blank piece in the list of identity sources",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "a blank entry",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [{header: Authorization}, ↓""]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "none, and no cache",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: request, handler: guard, identitySources: [], resultsCacheTtl: 0s}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        for defect in findings.identitySourceDefects(of: item.value) {
          if case .empty = defect.value { findings.report(.emptySource, at: defect.node) }
        }
      }),
  ]
}

extension Message {
  fileprivate static func badPattern(_ fault: String) -> Message {
    Message(
      "AUTH313", "'validationRegex' does not compile: \(fault)",
      help: "escape a character that stands for itself with a backslash")
  }

  fileprivate static func unsetVariable(_ name: String, stage: String) -> Message {
    Message(
      "AUTH327", .warning, "stage '\(stage)' has no variable '\(name)', so every call there is answered with 401",
      help: "add '\(name)' to the stage's 'variables'")
  }

  fileprivate static func noContext(_ name: String) -> Message {
    let near = ContextVariable.nearest(to: name, in: .identitySource)
    return Message(
      "AUTH329", "'context.\(name)' has no value when an authorizer is called",
      help: near?.map { "context.\($0)" }.question ?? "take a variable of the request, such as 'context.path'")
  }

  fileprivate static let emptySource = Message(
    "AUTH333", "an identity source is empty", help: "name a header, a query parameter, a stage variable or the context")
}
