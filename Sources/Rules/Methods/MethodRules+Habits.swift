import Diagnostics
import Document
import Spec

extension MethodRules {
  private static let request =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html"

  /// What is legal, and may surprise.
  static let habits: [Rule] = [
    Rule(
      "METH420", "bodies of other types pass unchecked", severity: .info,
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
        guard let models = operation.options.requestModels, !models.value.isEmpty, findings.knows(models),
          !models.value.contains(where: { $0.name == "$default" }), integration.passesOtherTypes,
          case .known(_, let validator, _) = AppliedValidator(operation, api), validator.validateRequestBody.isOn
        else { return }
        findings.report(.otherTypes(models.value.map(\.name)), atKeyOf: models.node)
      }),
    Rule(
      "METH421", "a body's model where there is rarely a body", severity: .info,
      why: "many clients send no body with GET, HEAD and DELETE, and get 400 where one is checked", source: request,
      bad: [Example("GET", models(on: "GET"))], good: [Example("POST", models(on: "POST", mark: ""))],
      check: .operation(with: .requestModels) { operation, _, findings in
        guard [.get, .head, .delete].contains(operation.verb), let models = operation.options.requestModels,
          !models.value.isEmpty, findings.isWritten(models.node, in: operation)
        else { return }
        findings.report(.rareBody(operation.verb), atKeyOf: models.node)
      }),
    Rule(
      "METH429", "declared answers of a proxy", severity: .info,
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
        guard let responses = operation.options.methodResponses, !responses.value.isEmpty,
          findings.isWritten(responses.node, in: operation)
        else { return }
        findings.report(.declaredOfProxy, atKeyOf: responses.node)
      }),
    Rule(
      "METH434", "a name of two methods", severity: .info,
      why: "generated clients have a function of that name twice",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "twice",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {operationName: list}
                /items:
                  GET: {operationName: ↓list}
          """)
      ],
      good: [
        Example(
          "two names, and one in another API",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {operationName: listOrders}
                /items:
                  GET: {operationName: listItems}
            Office:
              paths:
                /orders:
                  GET: {operationName: listOrders}
          """)
      ],
      check: .api { api, findings in
        let named = api.operations.compactMap { operation in
          operation.options.operationName.flatMap { name in name.known().map { Located($0, at: name.node) } }
        }
        for pair in duplicates(named.map(\.value)) {
          let (first, later) = (named[pair.first], named[pair.later])
          let related = first.node == later.node ? [] : [findings.related("the first", at: first.node)]
          findings.report(.nameTwice(later.value), at: later.node, related: related)
        }
      }),
    Rule(
      "METH436", "ANY takes preflights too", severity: .info,
      why: "where a path has no OPTIONS, ANY sends browsers' preflights to the backend, which often answers 401 or 500",
      source: corsPage,
      bad: [
        Example(
          "no preflight",
          """
          apis:
            Shop:
              paths:
                /orders:
                  ↓ANY: {integration: {type: http, url: https://example.com/orders}}
          """)
      ],
      good: [
        Example(
          "a preflight",
          """
          apis:
            Shop:
              cors: {allowOrigins: ["*"]}
              paths:
                /orders:
                  ANY: {integration: {type: http, url: https://example.com/orders}}
          """)
      ],
      check: .operation(with: .backend) { operation, api, findings in
        guard operation.verb == .any, api.preflight(at: operation.path) == nil, !api.hasOptions(at: operation.path)
        else {
          return
        }
        findings.report(.anyPreflight, atKeyOf: operation.node)
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

extension ResolvedAPI {
  fileprivate func hasOptions(at index: Int) -> Bool {
    guard let item = paths.nodes[index].item else { return false }
    return api.paths[item].value.methods.contains { $0.name == Verb.options.rawValue }
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

  fileprivate static func nameTwice(_ name: String) -> Message {
    Message("METH434", .info, "another method is named '\(name)' too", help: "give each method a name of its own")
  }

  fileprivate static let anyPreflight = Message(
    "METH436", .info, "this method takes browsers' preflights too",
    help: "write 'cors' or 'corsPreflight' if pages call it"
  )
}
