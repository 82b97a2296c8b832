import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// What is filled into an address when a call comes.
  static let placeholders: [Rule] = [
    Rule(
      "INT249", "A stage variable that a stage does not define",
      why: "the reference stays empty on that stage, and every call fails with an invalid address or function",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html",
      bad: [
        Example(
          "one of two stages knows the host",
          """
          apis:
            Shop:
              stages:
                dev: {variables: {host: dev.example.com}}
                live: {variables: {hots: example.com}}
              paths:
                /orders:
                  GET: {integration: {type: http, url: ↓"https://${stageVariables.host}/orders"}}
          """),
        Example(
          "the default stage has no variables",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: sqs
                      path: ↓"111122223333/${stageVariables.queue}"
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """),
      ],
      good: [
        Example(
          "every stage knows the host",
          """
          apis:
            Shop:
              stages:
                dev: {variables: {host: dev.example.com}}
                live: {variables: {host: example.com}}
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://${stageVariables.host}/orders"}}
          """)
      ],
      check: .integration(with: .backend) { integration, _, api, findings in
        integration.forEachAddress { text, node in
          for reference in StageVariableReferences(in: text).references {
            findings.check(reference.name, at: node, in: api)
          }
        }
      }),

    Rule(
      "INT251", "A placeholder in the address that nothing fills",
      why: "without integration.request.path.<name> the braces are sent as they stand",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-create-api-step-by-step.html",
      bad: [
        Example(
          "declared and not mapped",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.path.id: true}
                    integration: {type: http, url: ↓"https://orders.example.com/{id}"}
          """)
      ],
      good: [
        Example(
          "mapped",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.path.id: true}
                    integration:
                      type: http
                      url: https://orders.example.com/{id}
                      requestParameters: {integration.request.path.id: method.request.path.id}
          """)
      ],
      check: .integration(with: .backend) { integration, _, _, findings in
        guard let address = integration.template, let text = address.known(), text.utf8.contains(UInt8(ascii: "{"))
        else { return }
        let mapped = integration.options.requestParameters
        guard findings.knows(mapped), findings.spec.isWhole(integration.node) else { return }
        for placeholder in PathPlaceholders(in: text).placeholders {
          let wanted = "integration.request.path." + placeholder.name
          if findings.has(wanted, in: mapped) { continue }
          findings.report(.unmappedPlaceholder(placeholder.name), at: address.node)
        }
      }),

    Rule(
      "INT252", "A path parameter that the address has no place for", severity: .warning,
      why: "the value goes nowhere, and the placeholder it was meant for stays empty",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html",
      bad: [
        Example(
          "another name in the address",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.path.id: true}
                    integration:
                      type: http
                      url: https://orders.example.com/orders
                      requestParameters: {↓integration.request.path.id: method.request.path.id}
          """)
      ],
      good: [
        Example(
          "the same name",
          """
          apis:
            Shop:
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.path.id: true}
                    integration:
                      type: http
                      url: https://orders.example.com/orders/{order}
                      requestParameters: {integration.request.path.order: method.request.path.id}
          """)
      ],
      check: .integration(with: [.backend, .requestMappings]) { integration, _, _, findings in
        guard let parameters = integration.options.requestParameters, let text = integration.template?.known() else {
          return
        }
        if text.utf8.contains(UInt8(ascii: "$")) { return }
        let placeholders = PathPlaceholders(in: text).placeholders
        for parameter in parameters.value {
          guard case let (.path, name)? = integrationParameter(parameter.name) else { continue }
          if placeholders.contains(where: { $0.name == name }) { continue }
          findings.report(.unusedPathParameter(name), atKeyOf: parameter.node)
        }
      }),
  ]

  /// The location and the name of an integration's parameter; nil for one that is not right.
  static func integrationParameter(_ name: String) -> (IntegrationParameterName.Location, String)? {
    (try? IntegrationParameterName(parsing: name)).map { ($0.location, $0.name) }
  }
}

extension Integration {
  /// The text with placeholders: a URL, or the path of an AWS service.
  fileprivate var template: Located<Deferrable<String>>? {
    switch backend {
    case .http(let http): http.url
    case .aws(let aws): aws.path
    case .lambda, .mock, .stepFunctions, .sageMaker: nil
    }
  }

  /// Calls with each text that stage variables are filled into.
  fileprivate func forEachAddress(_ body: (String, NodeID) -> Void) {
    func look(_ text: String?, _ node: NodeID) {
      if let text, text.hasByte(UInt8(ascii: "$")) { body(text, node) }
    }
    func look(_ reference: Located<Reference>?) {
      guard let reference else { return }
      switch reference.value {
      case .arn(let text), .name(let text): look(text, reference.node)
      case .intrinsic: return
      }
    }
    switch backend {
    case .http(let http): if let url = http.url { look(url.known(), url.node) }
    case .aws(let aws):
      if let path = aws.path { look(path.known(), path.node) }
      if let action = aws.action { look(action.known(), action.node) }
    case .lambda(let lambda): look(lambda.handler)
    case .stepFunctions(let machine): look(machine.stateMachine)
    case .sageMaker(let model): look(model.endpoint)
    case .mock: return
    }
    look(options.credentialsRole)
    look(options.vpcLink)
  }
}

extension Findings {
  /// Reports the first stage that does not define a variable.
  fileprivate mutating func check(_ variable: String, at node: NodeID, in api: ResolvedAPI) {
    for stage in api.stages {
      let variables = stage.value.variables
      if has(variable, in: variables) { continue }
      guard knows(variables), spec.isWhole(stage.node) else { continue }
      let near = variables.flatMap { nearest(variable, in: $0.value.lazy.map(\.name)) }
      let places = stage.node == .none ? [] : [related("this stage", atKeyOf: stage.node)]
      return report(.undefinedVariable(variable, stage: stage.name, near: near), at: node, related: places)
    }
  }
}

extension Message {
  fileprivate static func undefinedVariable(_ name: String, stage: String, near: Nearest?) -> Message {
    let guess = near.map { "\($0.question) " } ?? ""
    return Message(
      "INT249", "stage '\(stage)' does not define the variable '\(name)'",
      help: "\(guess)define it under 'variables' of every stage")
  }

  fileprivate static func unmappedPlaceholder(_ name: String) -> Message {
    Message(
      "INT251", "nothing fills '{\(name)}' in the address",
      help:
        "add 'integration.request.path.\(name): method.request.path.\(name)' to 'requestParameters' of the integration")
  }

  fileprivate static func unusedPathParameter(_ name: String) -> Message {
    Message(
      "INT252", .warning, "the address has no '{\(name)}' to fill",
      help: "write '{\(name)}' into it, or delete the line")
  }
}
