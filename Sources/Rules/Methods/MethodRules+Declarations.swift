import Diagnostics
import Document
import Spec

extension MethodRules {
  private static let request =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html"

  /// What a method declares without effect, or with more than was meant.
  static let declarations: [Rule] = [
    Rule(
      "METH420", "Bodies of other types pass unchecked", severity: .info,
      why: "a body is checked against the model of its content type; what has no model goes to the backend as it is",
      source: request,
      bad: [
        Example(
          "a proxy",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              paths:
                /orders:
                  POST:
                    ↓requestModels: {application/json: Empty}
                    requestValidator: bodies
                    integration: {type: http, httpMethod: POST, url: https://example.com/orders}
          """)
      ],
      good: [
        Example(
          "a model for all types, and no other types",
          """
          apis:
            Shop:
              requestValidators: {bodies: {validateRequestBody: true}}
              defaultMethodOptions: {requestValidator: bodies}
              paths:
                /orders:
                  POST:
                    requestModels: {$default: Empty}
                    integration: {type: http, httpMethod: POST, url: https://example.com/orders}
                  PUT:
                    requestModels: {application/json: Empty}
                    integration:
                      type: http
                      proxy: false
                      httpMethod: PUT
                      url: https://example.com/orders
                      passthroughBehavior: NEVER
                      requestTemplates: {application/json: $input.body}
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: [.requestModels, .requestValidator, .backend]) {
        integration, operation, api, findings in
        guard !integration.isMock, let models = operation.options.requestModels, !models.value.isEmpty,
          findings.knows(models), !models.value.contains(where: { $0.name == "$default" }),
          integration.passesOtherTypes,
          case .known(_, let validator, _) = AppliedValidator(operation, api), validator.validateRequestBody.isOn
        else { return }
        findings.report(.otherTypes(models.value.map(\.name)), atKeyOf: models.node)
      }),
    Rule(
      "METH421", "A body's model where there is rarely a body", severity: .info,
      why: "many clients send no body with GET, HEAD and DELETE, and get 400 where one is checked", source: request,
      bad: [Example("GET", models(on: "GET"))], good: [Example("POST", models(on: "POST", mark: ""))],
      check: .operation(with: .requestModels) { operation, _, findings in
        guard [.get, .head, .delete].contains(operation.verb), let models = operation.options.requestModels,
          !models.value.isEmpty, findings.isWritten(models.node, in: operation)
        else { return }
        findings.report(.rareBody(operation.verb), atKeyOf: models.node)
      }),
    Rule(
      "METH429", "Declared answers of a proxy", severity: .info,
      why:
        "the backend decides on status and headers: what is declared shows in documentation and generated clients alone",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html",
      bad: [
        Example(
          "a status",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration: {type: http, url: https://example.com/orders}
                    ↓methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "of a mapped answer",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      proxy: false
                      url: https://example.com/orders
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .operation(with: [.methodResponses, .proxy]) { operation, _, findings in
        guard operation.integration?.isProxy == true, let responses = operation.options.methodResponses,
          !responses.value.isEmpty, findings.isWritten(responses.node, in: operation)
        else { return }
        findings.report(.declaredOfProxy, atKeyOf: responses.node)
      }),
  ]

  private static func models(on verb: String, mark: String = "↓") -> String {
    """
    apis:
      Shop:
        requestValidators: {bodies: {validateRequestBody: true}}
        paths:
          /orders:
            \(verb): {\(mark)requestModels: {application/json: Empty}, requestValidator: bodies}
    """
  }
}

extension Integration {
  /// Whether bodies of types that nobody lists go to the backend.
  fileprivate var passesOtherTypes: Bool {
    if bringsItsOwnMapping { return false }
    guard let behavior = options.passthroughBehavior else { return true }
    switch behavior.known() {
    case .whenNoMatch?: return true
    case .whenNoTemplates?: return isProxy || options.requestTemplates == nil
    case .never?, nil: return false
    }
  }
}

extension Message {
  fileprivate static func otherTypes(_ types: [String]) -> Message {
    Message(
      "METH420", .info, "bodies of other types than \(types.joined(separator: ", ")) are not checked",
      help: "add a model for '$default', or set 'passthroughBehavior: NEVER'")
  }

  fileprivate static func rareBody(_ verb: Verb) -> Message {
    Message("METH421", .info, "requests of \(verb.rawValue) rarely have a body", help: "delete 'requestModels'")
  }

  fileprivate static let declaredOfProxy = Message(
    "METH429", .info, "a proxy's backend decides on status and headers: this is documentation alone",
    help: "keep it for generated clients, or delete it")
}
