import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// What stands behind an authorizer: a function, user pools, a role.
  static let backing: [Rule] = [
    Rule(
      "AUTH302", "A cognito authorizer without user pools",
      why: "an authorizer of type COGNITO_USER_POOLS needs the ARN of at least one pool",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "no pool at all",
          """
          apis:
            Shop:
              authorizers:
                ↓callers: {type: cognito}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """),
        Example(
          "an empty list",
          """
          apis:
            Shop:
              authorizers:
                callers: {type: cognito, userPools: ↓[]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """),
      ],
      good: [
        Example(
          "an authorizer that exists already",
          """
          apis:
            Shop:
              authorizers:
                callers: {type: cognito, authorizerId: a1b2c3}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        guard case .cognito(let cognito) = item.value.source, item.value.options.authorizerId == nil else { return }
        if let pools = cognito.userPools {
          if pools.value.isEmpty, findings.isEmptyList(pools.node) { findings.report(.noUserPools, at: pools.node) }
        } else if findings.spec.isWhole(item.node) {
          findings.report(.noUserPools, atKeyOf: item.node)
        }
      }),
    Rule(
      "AUTH303", "No user pool's ARN",
      why: "CreateAuthorizer takes providers by their ARNs and refuses a bare pool ID",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "a pool's ID",
          """
          apis:
            Shop:
              authorizers:
                callers: {type: cognito, userPools: [↓eu-west-1_AbCdEf123]}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "an ARN, a raw resource and an intrinsic",
          """
          resources:
            Pool: {Type: AWS::Cognito::UserPool}
          apis:
            Shop:
              authorizers:
                callers:
                  type: cognito
                  userPools:
                    - arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123
                    - Pool
                    - !ImportValue pool-arn
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        guard case .cognito(let cognito) = item.value.source else { return }
        for pool in cognito.userPools?.value ?? [] {
          switch pool.value {
          case .arn(let arn) where ARN(arn)?.isUserPool != true:
            findings.report(.notAUserPool(arn), at: pool.node)
          case .name(let name) where !isLogicalID(name): findings.report(.notAUserPool(name), at: pool.node)
          default: continue
          }
        }
      }),
    Rule(
      "AUTH304", "A Lambda authorizer without its function",
      why: "CreateAuthorizer refuses an authorizer of type TOKEN or REQUEST with \"Invalid Authorizer URI\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "nobody decides",
          """
          apis:
            Shop:
              authorizers:
                ↓callers: {type: token}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "a function decides",
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
      ],
      check: .authorizer { item, _, findings in
        if case .cognito = item.value.source { return }
        guard item.value.handler == nil, item.value.options.authorizerId == nil else { return }
        if findings.spec.isWhole(item.node) { findings.report(.noHandler, atKeyOf: item.node) }
      }),
    Rule(
      "AUTH317", "An authorizer's role that is none",
      why: "CreateAuthorizer takes the ARN of an IAM role as credentials and nothing else",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "a role by its name in IAM",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard, assumeRole: ↓guard-caller}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "its ARN",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard, assumeRole: "arn:aws:iam::111122223333:role/guard-caller"}
              paths:
                /orders:
                  GET: {authorizer: callers}
          """)
      ],
      check: .authorizer { item, _, findings in
        guard let role = item.value.assumeRole else { return }
        switch role.value {
        case .arn(let arn) where ARN(arn)?.isRole != true: findings.report(.notARole(arn), at: role.node)
        case .name(let name) where !isLogicalID(name): findings.report(.notARole(name), at: role.node)
        default: return
        }
      }),
  ]
}

extension Findings {
  /// Whether a list has no items as it is written, and not because none could be read.
  func isEmptyList(_ node: NodeID) -> Bool { spec.document.items(node).isEmpty }
}

extension Authorizer {
  /// The role as which the function is called.
  fileprivate var assumeRole: Located<Reference>? {
    switch source {
    case .request(let request): request.assumeRole
    case .token(let token): token.assumeRole
    case .cognito: nil
    }
  }
}

extension Message {
  fileprivate static let noUserPools = Message(
    "AUTH302", "a cognito authorizer needs at least one user pool",
    help: "list the pools' ARNs, or names of raw 'AWS::Cognito::UserPool' resources, under 'userPools'")

  fileprivate static func notAUserPool(_ text: String) -> Message {
    Message(
      "AUTH303", "'\(text)' is no user pool's ARN",
      help: "write arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID, or the name of a raw 'AWS::Cognito::UserPool'")
  }

  fileprivate static let noHandler = Message(
    "AUTH304", "this authorizer has no function that decides", help: "add 'handler', a function of the spec or an ARN")

  fileprivate static func notARole(_ text: String) -> Message {
    Message(
      "AUTH317", "'\(text)' is no role's ARN",
      help: "write arn:aws:iam::ACCOUNT:role/NAME, or the name of a raw 'AWS::IAM::Role'")
  }
}
