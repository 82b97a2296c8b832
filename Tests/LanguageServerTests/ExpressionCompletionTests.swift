import Testing

@testable import LanguageServer

@Suite("completion of parts of requests and answers") struct ExpressionCompletionTests {
  /// An API with a method under `/items/{id}`, into which the given lines go.
  private static func spec(_ method: String) -> String {
    """
    apis:
      Shop:
        stages: {prod: {variables: {backend: a, colour: b}}}
        defaultMethodOptions: {requestParameters: {method.request.header.X-Trace: true}}
        paths:
          /items: {defaultMethodOptions: {requestParameters: {method.request.querystring.lang: false}}}
          /item: {defaultMethodOptions: {requestParameters: {method.request.querystring.other: false}}}
          /items/{id}/{rest+}:
            GET:
              requestParameters: {method.request.querystring.page: false}
              methodResponses: [{statusCode: 200, responseParameters: {method.response.header.X-Total: true}}]
    \(method)
    """
  }

  private func items(_ marked: String) -> [JSON] {
    let text = MarkedText(marked)
    var session = Session()
    session.open(text.text)
    return session.ask("completion", text.position)["items"]?.array ?? []
  }

  /// What is offered at the mark, without tags.
  private func labels(_ marked: String) -> [String] {
    items(marked).compactMap { $0["label"]?.string }.filter { !$0.hasPrefix("!") }
  }

  private func integration(_ lines: String) -> String { Self.spec("          integration: {type: http, \(lines)") }

  private static let parameters = [
    "method.request.querystring.page", "method.request.querystring.lang", "method.request.header.X-Trace",
    "method.request.path.id", "method.request.path.rest",
  ]

  @Test("an integration's parameter comes from those of the method, inherited ones too, a variable, or the context")
  func requestValues() {
    let offered = labels(integration("requestParameters: {integration.request.path.id: ▮}}"))
    #expect(offered.starts(with: Self.parameters))
    for label in [
      "method.request.multivalueheader.", "method.request.body", "stageVariables.backend", "stageVariables.colour",
      "context.identity.sourceIp", "context.authorizer.claims.", "context.authorizer.",
    ] { #expect(offered.contains(label), "\(label)") }
    for label in ["integration.response.body", "context.error.message", "context.waf.status"] {
      #expect(!offered.contains(label), "\(label)")
    }
  }

  @Test("what is begun is replaced as a whole, dots included")
  func wholeWord() {
    let marked = integration("requestParameters: {integration.request.path.id: method.request.pa▮th.x}}")
    let item = items(marked).first { $0["label"] == "method.request.path.id" }
    let cursor = MarkedText(marked).position
    let start = Position(line: cursor.line, character: cursor.character - "method.request.pa".count)
    let range: JSON = .range(start, Position(line: cursor.line, character: cursor.character + "th.x".count))
    #expect(item?["textEdit"] == ["range": range, "newText": "method.request.path.id"])
  }

  @Test("an integration's parameters are named after those of the method")
  func requestKeys() {
    let offered = items(integration("requestParameters: { ▮ }}"))
    let labels = offered.compactMap { $0["label"]?.string }
    #expect(labels.starts(with: ["integration.request.querystring.page", "integration.request.querystring.lang"]))
    #expect(labels.contains("integration.request.path.id") && labels.contains("integration.request.header."))
    #expect(offered.first?["textEdit"]?["newText"] == "integration.request.querystring.page: ")
    let prefix = offered.first { $0["label"] == "integration.request.header." }
    #expect(prefix?["textEdit"]?["newText"] == "integration.request.header.")
  }

  @Test("an answer's headers are those that the method declares, and come from the backend's answer")
  func responses() {
    let response = "integrationResponses: [{statusCode: 200, responseParameters: {"
    #expect(
      labels(integration(response + "▮: x}}]}")) == ["method.response.header.X-Total", "method.response.header."])
    let offered = labels(integration(response + "method.response.header.X-Total: ▮}}]}"))
    #expect(
      offered.starts(with: [
        "integration.response.header.", "integration.response.multivalueheader.", "integration.response.body",
      ]))
    #expect(offered.contains("context.requestId") && offered.contains("stageVariables.backend"))
    #expect(!offered.contains { $0.hasPrefix("method.request.") })
  }

  @Test("a method declares the variables of its path, and headers of its responses")
  func declared() {
    let head = "apis: {A: {paths: {'/items/{id}': {GET: {"
    #expect(
      labels(head + "requestParameters: { ▮ }}}}}}")
        == [
          "method.request.path.id", "method.request.path.", "method.request.querystring.", "method.request.header.",
        ])
    #expect(labels(head + "requestParameters: {method.request.path.id: ▮}}}}}}") == ["true", "false"])
    #expect(
      labels(head + "methodResponses: [{statusCode: 200, responseParameters: { ▮ }}]}}}}}")
        == ["method.response.header."])
  }

  @Test("cached answers are told apart by what the method has and the integration sends")
  func cacheKeys() {
    let sent = "requestParameters: {integration.request.header.x: context.path}, "
    #expect(
      labels(integration(sent + "cacheKeyParameters: [▮]}")) == Self.parameters + ["integration.request.header.x"])
    #expect(labels(integration("cacheKeyParameters: ▮}")) == [])
  }

  @Test("an identity source is a part of the request, a variable, or what the context has before the authorizer runs")
  func identitySources() {
    let stages = "stages: {prod: {variables: {tenant: a}}}"
    func sources(_ authorizer: String) -> [String] {
      labels("apis: {A: {\(stages), authorizers: {Gate: {\(authorizer)}}}}")
    }
    for place in ["type: request, identitySources: [▮]", "type: token, identitySource: ▮"] {
      let offered = sources(place).filter { $0.contains(".") }
      #expect(
        offered.starts(with: [
          "method.request.header.", "method.request.querystring.", "stageVariables.tenant", "context.accountId",
        ]))
      #expect(!offered.contains { $0.hasPrefix("context.authorizer") || $0.hasPrefix("method.request.path") })
    }
    #expect(sources("type: request, identitySources: [{stageVariable: ▮}]") == ["tenant"])
    #expect(sources("type: request, identitySources: [{context: ▮}]").contains("identity.sourceIp"))
    #expect(sources("type: request, identitySources: [{header: ▮}]") == [])
  }

  @Test("a gateway response's headers come from the request, and know what went wrong")
  func gatewayResponses() {
    let offered = labels("apis: {A: {gatewayResponses: {DEFAULT_4XX: {responseHeaders: {X-Reason: ▮}}}}}")
    #expect(offered.contains("context.error.message") && offered.contains("method.request.header."))
    #expect(!offered.contains { $0.hasPrefix("integration.") || $0.hasPrefix("context.requestOverride") })
  }

  @Test("nothing is offered for the fixed headers of a mock")
  func mockHeaders() {
    #expect(labels(Self.spec("          integration: {type: mock, response: {headers: {X: ▮}}}")) == [])
  }
}
