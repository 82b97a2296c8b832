import Diagnostics
import Spec

extension AuthorizationRules {
  /// Stages and methods that a resource policy names.
  static let policyResources: [Rule] = [
    Rule(
      "AUTH389", "A policy about a stage or method that is not there", severity: .warning,
      why: "API Gateway takes the policy, and the statement never applies",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html",
      bad: [
        Example(
          "a stage misspelt",
          spec(statements: allow("Action: execute-api:Invoke, Resource: ↓execute-api:/prd/GET/orders"))),
        Example(
          "a method, a path and a path behind a variable",
          spec(
            statements: allow(
              "Action: execute-api:Invoke, Resource: [↓execute-api:/prod/POST/orders, ↓execute-api:/prod/GET/order, "
                + "↓'execute-api:/*/GET/orders/1/lines/*']"))),
        Example(
          "a substitution",
          spec(
            statements: allow(
              "Action: execute-api:Invoke, "
                + "Resource: [↓!Sub 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:a1b2c3d4e5/live/*', "
                + "↓!Sub 'execute-api:/${AWS::StackName}/GET/lines']"))),
      ],
      good: [
        Example(
          "what is there",
          spec(
            statements: allow(
              "Action: execute-api:Invoke, Resource: [execute-api:/prod/GET/orders, execute-api:/prod/PUT/orders/7/items,\n"
                + "          'execute-api:/prod/GET/orders/{id}/items', execute-api:/*/GET/ord*, execute-api:/prod/*, "
                + "'arn:aws:execute-api:*:*:*/orders', !Sub 'execute-api:/${AWS::StackName}/GET/orders', "
                + "execute-api:/test-invoke-stage/GET/orders, execute-api:/prod/OPTIONS/orders]")))
      ],
      check: .api { api, findings in
        guard api.api.policy != nil, findings.knowsCalls(of: api), let policy = findings.policy(of: api) else { return }
        let named = policy.statements.flatMap(\.resources).compactMap { text in
          InvokeResource(text.text).map { (text: text, resource: $0) }
        }.filter { !$0.resource.isEverything }
        guard !named.isEmpty, !AnsweredCalls.isTooLarge(api, resources: named.count) else { return }
        let calls = AnsweredCalls(api)
        for (text, resource) in named where !calls.has(resource) {
          let stages = api.stages.map(\.name)
          if let stage = resource.stage, !stages.contains(stage) {
            findings.report(.noStage(text, findings.nearest(stage, in: stages), stages), at: text.node)
          } else {
            let near = resource.method.flatMap { findings.nearest($0, in: api.policyMethods) }
            findings.report(.noMethod(text, near), at: text.node)
          }
        }
      })
  ]
}

extension Findings {
  /// Whether all stages and methods of an API are in the spec.
  fileprivate func knowsCalls(of api: ResolvedAPI) -> Bool {
    guard !api.stages.isEmpty, !api.isImported, api.api.cloneFrom == nil, api.api.definition == nil else {
      return false
    }
    guard spec.isWhole(api.node), knows(api.api.stages), !spec.hasRawMethods, !spec.hasRawStages else { return false }
    return api.api.paths.allSatisfy { spec.isWhole($0.node) }
  }
}

extension ResolvedSpec {
  /// Whether raw resources may add stages to an API.
  var hasRawStages: Bool {
    !resourceTypes.isDisjoint(with: ["AWS::ApiGateway::Stage", "AWS::ApiGateway::Deployment"])
  }
}

extension ResolvedAPI {
  /// The methods as policies name them, the first thousand.
  fileprivate var policyMethods: some Collection<String> {
    operations.prefix(1000).lazy.map { [paths] in "\($0.verb.rawValue)\(paths.nodes[$0.path].path)" }
  }
}

extension Message {
  fileprivate static func noStage(_ resource: PolicyText, _ near: Nearest?, _ stages: [String]) -> Message {
    return Message(
      "AUTH389", .warning, "'\(resource.written)' names a stage that this API does not have",
      help: near?.question ?? "stages: \(stages.prefix(20).joined(separator: ", "))")
  }

  fileprivate static func noMethod(_ resource: PolicyText, _ near: Nearest?) -> Message {
    Message(
      "AUTH389", .warning, "'\(resource.written)' names a method that this API does not have",
      help: near?.question ?? "write METHOD/path of a method of the API")
  }
}
