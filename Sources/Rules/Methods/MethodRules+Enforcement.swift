import Diagnostics
import Spec

extension MethodRules {
  /// What is demanded of requests and checked by nobody.
  static let enforcement: [Rule] = [
    Rule(
      "METH416", "A required parameter that nobody checks", severity: .warning,
      why: "without a validator of parameters, requests without it reach the backend all the same",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
      bad: [
        Example(
          "no validator",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {requestParameters: {↓method.request.querystring.page: true}}
          """)
      ],
      good: [
        Example(
          "a validator; and a path parameter, which is always there",
          """
          apis:
            Shop:
              requestValidators: {parameters: {validateRequestParameters: true}}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: true}
                    requestValidator: parameters
                /orders/{id}:
                  GET: {requestParameters: {method.request.path.id: true}}
          """)
      ],
      check: .operation(with: .requestParameters) { operation, api, findings in
        guard let parameters = operation.options.requestParameters else { return }
        for parameter in parameters.value where parameter.value.known == true {
          guard let declared = DeclaredParameter(parameter.name), declared.location != "path" else { continue }
          guard AppliedValidator(operation, api).leavesParameters, findings.knowsOptions(of: operation, in: api) else {
            return
          }
          findings.report(.notChecked(parameter.name), atKeyOf: parameter.node)
        }
      }),
    Rule(
      "METH417", "A model that nobody checks", severity: .warning,
      why: "without a validator of bodies, a model only feeds generated clients and documentation",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
      bad: [
        Example(
          "no validator",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {id: {type: string}}}}
              paths:
                /orders:
                  POST: {requestModels: {application/json: ↓Order}}
          """)
      ],
      good: [
        Example(
          "a validator",
          """
          apis:
            Shop:
              models:
                Order: {schema: {type: object, properties: {id: {type: string}}}}
              paths:
                /orders:
                  POST:
                    requestModels: {application/json: Order}
                    requestValidatorOptions: {validateRequestBody: true}
          """)
      ],
      check: .operation(with: .requestModels) { operation, api, findings in
        guard let models = operation.options.requestModels else { return }
        for model in models.value where model.value != "Empty" && api.model(model.value) != nil {
          guard AppliedValidator(operation, api).leavesBodies, findings.knowsOptions(of: operation, in: api) else {
            return
          }
          findings.report(.notEnforced(model.value), at: model.node)
        }
      }),
  ]
}

extension Message {
  fileprivate static func notChecked(_ name: String) -> Message {
    Message(
      "METH416", .warning, "'\(name)' is marked as required, and nothing checks it",
      help: "add a 'requestValidator' with 'validateRequestParameters: true', or write false")
  }

  fileprivate static func notEnforced(_ name: String) -> Message {
    Message(
      "METH417", .warning, "bodies are not checked against model '\(name)'",
      help: "add a 'requestValidator' with 'validateRequestBody: true'")
  }
}
