import Diagnostics
import Spec

extension MethodRules {
  /// Whether the models and validators that a method names exist.
  static let models: [Rule] = [
    Rule(
      "METH412", "An unknown model of a request",
      why: "PutMethod refuses it: \"Invalid model identifier specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a typo",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {id: {type: string}}}}
              requestValidators: {body: {validateRequestBody: true}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: ↓Ordr}, requestValidator: body}
          """)
      ],
      good: [
        Example(
          "a model of the API, and one that every API has",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {id: {type: string}}}}
              requestValidators: {body: {validateRequestBody: true}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: Order, text/plain: Empty}, requestValidator: body}
          """)
      ],
      check: .operation(with: .requestModels) { operation, api, findings in
        guard let models = operation.options.requestModels, api.ownsItsModels else { return }
        for model in models.value where !api.hasModel(model.value) {
          if findings.isDeclared(model.value, under: "models", of: api) { continue }
          findings.reportNoModel("METH412", model, of: api)
        }
      }),
    Rule(
      "METH428", "An unknown model of an answer",
      why: "PutMethodResponse refuses it: \"Invalid model identifier specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
      bad: [
        Example(
          "a model that is not declared",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    methodResponses: [{statusCode: 200, responseModels: {application/json: ↓Orders}}]
          """)
      ],
      good: [
        Example(
          "API Gateway's own",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    methodResponses:
                      - {statusCode: 200, responseModels: {application/json: Empty}}
                      - {statusCode: 500, responseModels: {application/json: Error}}
          """)
      ],
      check: .operation(with: .responseModels) { operation, api, findings in
        guard let responses = operation.options.methodResponses, api.ownsItsModels else { return }
        for response in responses.value {
          for model in response.value.responseModels?.value ?? [] where !api.hasModel(model.value) {
            if findings.isDeclared(model.value, under: "models", of: api) { continue }
            findings.reportNoModel("METH428", model, of: api)
          }
        }
      }),
    Rule(
      "METH413", "An unknown request validator",
      why: "PutMethod refuses it: \"Invalid Request Validator identifier specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a validator that is not declared",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: Empty}, requestValidator: ↓body}
          """)
      ],
      good: [
        Example(
          "one that is",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: Empty}, requestValidator: bodies}
          """)
      ],
      check: .operation(with: .requestValidator) { operation, api, findings in
        guard let name = operation.options.requestValidator, api.requestValidator(name.value) == nil,
          findings.spec.target(named: name.value, as: .requestValidator) == nil,
          !findings.isDeclared(name.value, under: "requestValidators", of: api)
        else { return }
        let near = findings.nearest(name.value, in: api.api.requestValidators.lazy.map(\.name))
        findings.report(.noValidator(name.value, near: near), at: name.node)
      }),
  ]
}

extension ResolvedAPI {
  /// Whether all models are declared in the spec: an API that exists, or is copied, has others.
  fileprivate var ownsItsModels: Bool { !isImported && api.cloneFrom == nil }

  fileprivate func hasModel(_ name: String) -> Bool {
    name == "Empty" || name == "Error" || model(name) != nil
  }
}

extension Findings {
  fileprivate mutating func reportNoModel(_ id: RuleID, _ model: Named<String>, of api: ResolvedAPI) {
    let near = guesses.areSpent ? nil : nearest(model.value, in: api.api.models.map(\.name) + ["Empty", "Error"])
    report(.noModel(id, model.value, near: near), at: model.node)
  }
}

extension Message {
  fileprivate static func noModel(_ id: RuleID, _ name: String, near: Nearest?) -> Message {
    Message(
      id, "no model is named '\(name)'", near: near?.amongChosenNames,
      help: CDKCode.advice(on: name) ?? "declare it under the API's 'models'")
  }

  fileprivate static func noValidator(_ name: String, near: Nearest?) -> Message {
    Message(
      "METH413", "no request validator is named '\(name)'", near: near?.amongChosenNames,
      help: "declare it under the API's 'requestValidators'")
  }
}
