import Diagnostics
import Document
import Spec

extension StageRules {
  /// Stage variables in mappings. Of those in addresses INT249 speaks, of templates VTL007, of authorizers AUTH327.
  static let variableUse: [Rule] = [
    Rule(
      "STAGE709", "A stage variable in a mapping that a stage does not have",
      why: "the backend or the caller gets an empty value, or the call fails",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html",
      bad: [
        Example(
          "a header of the request, on one of two stages, and one of the answer",
          """
          apis:
            Shop:
              stages:
                live: {variables: {tenant: t1}}
                next: {}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      requestParameters: {integration.request.header.X-Tenant: ↓stageVariables.tenant}
                      integrationResponses:
                        - statusCode: 200
                          responseParameters: {method.response.header.X-Tier: ↓stageVariables.tier}
                    methodResponses: [{statusCode: 200, responseParameters: {method.response.header.X-Tier: true}}]
          """),
        Example(
          "a header of a gateway response",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {responseHeaders: {Retry-After: ↓stageVariables.pause}}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      good: [
        Example(
          "both stages",
          """
          apis:
            Shop:
              stages:
                live: {variables: {tenant: t1}}
                next: {variables: {tenant: t2}}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      requestParameters: {integration.request.header.X-Tenant: stageVariables.tenant}
          """)
      ],
      check: .api { api, findings in
        if api.stages.isEmpty { return }
        for response in api.api.gatewayResponses {
          findings.checkVariables(in: response.value.responseHeaders?.value ?? [], of: api)
        }
        var last: Integration?
        for operation in findings.operations(of: api, with: .mappings) {
          // Methods that stand together often share a default.
          guard let integration = operation.integration, integration !== last else { continue }
          last = integration
          findings.checkVariables(of: integration, in: api)
        }
      })
  ]
}

extension Findings {
  fileprivate mutating func checkVariables(of integration: Integration, in api: ResolvedAPI) {
    if let parameters = integration.options.requestParameters { checkVariables(in: parameters.value, of: api) }
    for response in integration.options.integrationResponses?.value ?? [] {
      if let parameters = response.value.responseParameters { checkVariables(in: parameters.value, of: api) }
    }
  }

  fileprivate mutating func checkVariables(in parameters: [Named<Deferrable<String>>], of api: ResolvedAPI) {
    for parameter in parameters {
      guard case .known(let text) = parameter.value, text.hasPrefix("stageVariables.") else { continue }
      let name = String(text.dropFirst("stageVariables.".utf8.count))
      guard !name.isEmpty, let stage = api.stages.first(where: { lacks($0.value, name) }) else { continue }
      let near = stage.value.variables.flatMap { nearest(name, in: $0.value.lazy.map(\.name)) }
      // What another stage has is no slip, and what not every stage has no way out.
      let isCertain = api.stages.allSatisfy { lacks($0.value, name) && !lacks($0.value, near?.name ?? "") }
      report(.noVariable(name, stage: stage.name, near: near, isCertain: isCertain), at: parameter.node)
    }
  }

  private mutating func lacks(_ stage: Stage, _ variable: String) -> Bool {
    spec.isWhole(stage.node) && !has(variable, in: stage.variables) && knows(stage.variables)
  }
}

extension Message {
  fileprivate static func noVariable(_ name: String, stage: String, near: Nearest?, isCertain: Bool) -> Message {
    let near = near?.amongChosenNames.map { "stageVariables.\($0)" }
    return Message(
      "STAGE709", "stage '\(stage)' has no variable '\(name)'",
      help: near?.question ?? "add it to 'variables' of the stage", correction: isCertain ? near?.correction : nil)
  }
}
