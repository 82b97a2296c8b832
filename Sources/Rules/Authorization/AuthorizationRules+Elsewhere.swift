import Diagnostics
import Document
import Spec

extension AuthorizationRules {
  /// Authorizers whose function or API is another than it seems.
  static let elsewhere: [Rule] = [
    Rule(
      "AUTH305", "An authorizer's handler that is no function's ARN",
      why: "the authorizer's URI is made from it, and CreateAuthorizer answers \"Invalid Authorizer URI\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      bad: [
        Example(
          "the invocation URI",
          spec(
            handler: "↓arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
              + "arn:aws:lambda:eu-west-1:111122223333:function:guard/invocations")),
        Example("a role", spec(handler: "↓arn:aws:iam::111122223333:role/guard")),
      ],
      good: [
        Example("a function", spec(handler: "arn:aws:lambda:eu-west-1:111122223333:function:guard")),
        Example("an alias, in China", spec(handler: "arn:aws-cn:lambda:cn-north-1:111122223333:function:guard:live")),
        Example("what deployment knows", spec(handler: "!ImportValue guard")),
      ],
      check: .authorizer { item, _, findings in
        guard let handler = item.value.handler, case .arn(let arn) = handler.value, !arn.contains("{{resolve:"),
          ARN(arn)?.isFunction != true
        else { return }
        findings.report(.notAFunction(arn), at: handler.node)
      }),
    Rule(
      "AUTH319", "An authorizer of another API",
      why: "an authorizer belongs to one API: PutMethod answers \"Invalid authorizer ID specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "by its name, and as a raw resource",
          """
          apis:
            Shop:
              authorizers:
                people: {type: cognito, userPools: [!ImportValue pool]}
              paths:
                /orders:
                  GET: {authorizer: people}
            Desk:
              paths:
                /orders:
                  GET: {authorizer: ↓people}
                  PUT: {authorizer: ↓Staff}
          resources:
            Staff:
              Type: AWS::ApiGateway::Authorizer
              Properties: {Name: staff, Type: COGNITO_USER_POOLS, RestApiId: !Ref Shop}
          """)
      ],
      good: [
        Example(
          "each its own",
          """
          apis:
            Shop:
              authorizers:
                people: {type: cognito, userPools: [!ImportValue pool]}
              paths:
                /orders:
                  GET: {authorizer: people}
            Desk:
              authorizers:
                people: {type: cognito, userPools: [!ImportValue pool]}
              paths:
                /orders:
                  GET: {authorizer: people}
                  PUT: {authorizer: Staff}
          resources:
            Staff:
              Type: AWS::ApiGateway::Authorizer
              Properties: {Name: staff, Type: COGNITO_USER_POOLS, RestApiId: !Ref Desk}
          """)
      ],
      check: .spec { findings in
        guard findings.spec.mayShareAuthorizers else { return }
        for api in findings.spec.apis {
          // Neighbours mostly ask the same.
          var own = "none"
          for operation in api.operations {
            guard let name = operation.options.authorizer, name.value != own else { continue }
            guard name.value != "none", let owner = findings.owner(ofAuthorizer: name.value, notOf: api) else {
              own = name.value
              continue
            }
            findings.report(.foreignAuthorizer(name.value, of: owner, not: api.name), at: name.node)
          }
        }
      }),
  ]

  private static func spec(handler: String) -> String {
    """
    apis:
      Shop:
        authorizers:
          callers:
            type: token
            handler: \(handler)
        paths:
          /orders:
            GET: {authorizer: callers}
    """
  }
}

extension ResolvedSpec {
  /// Whether a method may name what is not its own API's.
  fileprivate var mayShareAuthorizers: Bool {
    apis.count > 1 || resourceTypes.contains("AWS::ApiGateway::Authorizer")
  }

  /// The name of the API that a raw authorizer belongs to; nil for the given one.
  fileprivate func owner(ofRawAuthorizer index: Int, notOf api: ResolvedAPI) -> String? {
    let resource = declarations.resources[index]
    guard resource.value.type == "AWS::ApiGateway::Authorizer",
      let properties = document.value("Properties", in: resource.node),
      let owner = document.value("RestApiId", in: properties).flatMap({ Intrinsic($0, in: document) }),
      owner.name == "Ref", case .api(let owning)? = names[document.string(owner.argument)], apis[owning] !== api
    else { return nil }
    return apis[owning].name
  }

  /// The first API that has an authorizer of a name, by the names.
  fileprivate var ownersOfAuthorizers: [String: Int] {
    var owners: [String: Int] = [:]
    for (index, api) in apis.enumerated() {
      for authorizer in api.api.authorizers where owners[authorizer.name] == nil { owners[authorizer.name] = index }
    }
    return owners
  }
}

extension Findings {
  /// The name of the API that has an authorizer of this name where the given one has none.
  mutating func owner(ofAuthorizer name: String, notOf api: ResolvedAPI) -> String? {
    if api.authorizer(name) != nil { return nil }
    if case .resource(let index)? = spec.names[name] { return spec.owner(ofRawAuthorizer: index, notOf: api) }
    let owners = ownersOfAuthorizers ?? spec.ownersOfAuthorizers
    ownersOfAuthorizers = owners
    return owners[name].map { spec.apis[$0].name }
  }
}

extension ARN {
  /// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
  fileprivate var isFunction: Bool {
    service == "lambda" && !region.isEmpty && hasAccount && resource.hasPrefix("function:") && resource.utf8.count > 9
  }
}

extension Message {
  fileprivate static func notAFunction(_ arn: String) -> Message {
    Message(
      "AUTH305", "'\(arn)' is no function's ARN",
      help: "write arn:aws:lambda:REGION:ACCOUNT:function:NAME: the authorizer's URI is made from it")
  }

  fileprivate static func foreignAuthorizer(_ name: String, of owner: String, not api: String) -> Message {
    Message(
      "AUTH319", "the authorizer '\(name)' belongs to the API '\(owner)'",
      help: "declare one under 'authorizers' of '\(api)'")
  }
}
