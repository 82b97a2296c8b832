import Testing

@testable import VTL

/// One text that has to be refused: why, where, and what is proposed instead.
struct Refused: Sendable, CustomTestStringConvertible {
  let text: String
  let kind: ExpressionProblem.Kind
  let offset: Int
  let suggestion: String?
  let isCertain: Bool

  init(_ text: String, _ kind: ExpressionProblem.Kind, at offset: Int, meant suggestion: String? = nil) {
    self.init(text, kind, offset, suggestion, isCertain: false)
  }

  init(_ text: String, _ kind: ExpressionProblem.Kind, at offset: Int, certainly suggestion: String) {
    self.init(text, kind, offset, suggestion, isCertain: true)
  }

  private init(
    _ text: String, _ kind: ExpressionProblem.Kind, _ offset: Int, _ suggestion: String?, isCertain: Bool
  ) {
    (self.text, self.kind, self.offset) = (text, kind, offset)
    (self.suggestion, self.isCertain) = (suggestion, isCertain)
  }

  var problem: ExpressionProblem {
    ExpressionProblem(kind, at: offset, suggestion: suggestion, isCertain: isCertain)
  }
  var testDescription: String { text }
}

struct MappingExpressionTests {
  @Test(
    "a request mapping reads each published source",
    arguments: [
      ("method.request.path.id", .requestParameter(.path, "id")),
      ("method.request.querystring.page.size", .requestParameter(.querystring, "page.size")),
      ("method.request.multivaluequerystring.tag", .requestParameter(.multivaluequerystring, "tag")),
      ("method.request.header.X-Trace_1$", .requestParameter(.header, "X-Trace_1$")),
      ("method.request.multivalueheader.Accept", .requestParameter(.multivalueheader, "Accept")),
      ("method.request.body", .requestBody(jsonPath: nil)),
      ("method.request.body.pets[0]['a b'].name", .requestBody(jsonPath: "pets[0]['a b'].name")),
      ("stageVariables.table_2", .stageVariable("table_2")),
      ("context.requestId", .context("requestId")),
      ("context.authorizer.claims.cognito:username", .context("authorizer.claims.cognito:username")),
      ("''", .text("")),
      ("'a \"b\" é ${x}'", .text("a \"b\" é ${x}")),
    ] as [(String, MappingExpression)])
  func readsRequestSources(text: String, expected: MappingExpression) throws {
    #expect(try MappingExpression(parsing: text, on: .request) == expected)
    #expect(expected.description == text)
  }

  @Test(
    "a response mapping reads each published source",
    arguments: [
      ("integration.response.header.Location", .integrationHeader(.header, "Location")),
      ("integration.response.multivalueheader.Set-Cookie", .integrationHeader(.multivalueheader, "Set-Cookie")),
      ("integration.response.body", .integrationBody(jsonPath: nil)),
      ("integration.response.body.redirect.url", .integrationBody(jsonPath: "redirect.url")),
      ("stageVariables.origin", .stageVariable("origin")),
      ("context.identity.sourceIp", .context("identity.sourceIp")),
      ("'*'", .text("*")),
    ] as [(String, MappingExpression)])
  func readsResponseSources(text: String, expected: MappingExpression) throws {
    #expect(try MappingExpression(parsing: text, on: .response) == expected)
    #expect(expected.description == text)
  }

  @Test("a gateway response reads the request and the error")
  func readsGatewayResponseSources() throws {
    let header = try MappingExpression(parsing: "method.request.header.Origin", on: .gatewayResponse)
    #expect(header == .requestParameter(.header, "Origin"))
    let error = try MappingExpression(parsing: "context.error.responseType", on: .gatewayResponse)
    #expect(error == .context("error.responseType"))
  }

  @Test(
    "a request mapping refuses what is no source, and says what was meant",
    arguments: [
      Refused("", .empty, at: 0, meant: "''"),
      Refused("  ", .empty, at: 0, meant: "''"),
      Refused("static", .unquotedText, at: 0, meant: "'static'"),
      Refused("it's", .unquotedText, at: 0),
      Refused("\"static\"", .doubleQuotes, at: 0, certainly: "'static'"),
      Refused("'static", .unclosedQuote, at: 7, meant: "'static'"),
      Refused("'it's'", .quoteInsideText, at: 3),
      Refused("'a' b", .quoteInsideText, at: 2),
      Refused(" method.request.header.X", .surroundingSpace, at: 0, certainly: "method.request.header.X"),
      Refused("context.path ", .surroundingSpace, at: 12, certainly: "context.path"),
      Refused(" method.request.header.a b", .illegalCharacter(" "), at: 24),
      Refused(" 'x' ", .surroundingSpace, at: 0, certainly: "'x'"),
      Refused("$request.header.X", .httpAPIForm, at: 0, certainly: "method.request.header.X"),
      Refused("$context.requestId", .dollarReference, at: 0, certainly: "context.requestId"),
      Refused("${stageVariables.x}", .dollarReference, at: 0, certainly: "stageVariables.x"),
      Refused("$input.params('x')", .dollarReference, at: 0),
      Refused("integration.response.header.X", .otherSide, at: 0, meant: "method.request.header.X"),
      Refused("integration.request.header.X", .targetAsSource, at: 0),
      Refused("method.response.header.X", .targetAsSource, at: 0),
      Refused(
        "request.header.X", .wrongPrefix(expected: "method.request."), at: 0, meant: "method.request.header.X"),
      Refused("header.X", .wrongPrefix(expected: "method.request."), at: 0, meant: "method.request.header.X"),
      Refused("stageVariable.x", .wrongPrefix(expected: "method.request."), at: 0, meant: "stageVariables.x"),
      Refused("method.request.headers.X", .unknownLocation("headers"), at: 15, certainly: "method.request.header.X"),
      Refused("method.request.query.x", .unknownLocation("query"), at: 15, certainly: "method.request.querystring.x"),
      Refused("method.request.cookie.x", .unknownLocation("cookie"), at: 15),
      Refused("method.request.header", .missingName, at: 21),
      Refused("method.request.header.", .missingName, at: 22),
      Refused("method.request.querystring.filter[x]", .illegalCharacter("["), at: 33),
      Refused("method.request.header.Größe", .illegalCharacter("ö"), at: 24),
      Refused("method.request.body.", .missingName, at: 20, meant: "method.request.body"),
      Refused("method.request.bodyx", .unknownLocation("bodyx"), at: 15),
      Refused("stageVariables.", .missingName, at: 15),
      Refused("stageVariables.a-b", .illegalCharacter("-"), at: 16),
      Refused("context.", .missingName, at: 8),
      Refused("context.requestid", .unknownContextVariable("requestid"), at: 8, certainly: "context.requestId"),
      Refused("context.sourceIp", .unknownContextVariable("sourceIp"), at: 8, certainly: "context.identity.sourceIp"),
      Refused("context.user", .unknownContextVariable("user"), at: 8, certainly: "context.identity.user"),
      Refused("context.status", .unavailableContextVariable("status"), at: 8),
      Refused("context.error.message", .unavailableContextVariable("error.message"), at: 8),
    ])
  func refusesRequestValues(refused: Refused) {
    let problem = #expect(throws: ExpressionProblem.self) {
      try MappingExpression(parsing: refused.text, on: .request)
    }
    #expect(problem == refused.problem)
  }

  @Test(
    "a response mapping refuses what is no source, and says what was meant",
    arguments: [
      Refused("*", .unquotedText, at: 0, certainly: "'*'"),
      Refused("https://example.com", .unquotedText, at: 0, certainly: "'https://example.com'"),
      Refused("method.request.header.X", .otherSide, at: 0, meant: "integration.response.header.X"),
      Refused("method.request.path.id", .otherSide, at: 0),
      Refused("integration.response.querystring.x", .unknownLocation("querystring"), at: 21),
      Refused(
        "$response.header.X", .httpAPIForm, at: 0, certainly: "integration.response.header.X"),
      Refused(
        "response.header.X", .wrongPrefix(expected: "integration.response."), at: 0,
        meant: "integration.response.header.X"),
    ])
  func refusesResponseValues(refused: Refused) {
    let problem = #expect(throws: ExpressionProblem.self) {
      try MappingExpression(parsing: refused.text, on: .response)
    }
    #expect(problem == refused.problem)
  }

  @Test("a stage variable's name has at most 64 characters")
  func limitsStageVariableNames() throws {
    let name = String(repeating: "a", count: 64)
    #expect(try MappingExpression(parsing: "stageVariables.\(name)", on: .request) == .stageVariable(name))
    let problem = #expect(throws: ExpressionProblem.self) {
      try MappingExpression(parsing: "stageVariables.\(name)b", on: .request)
    }
    #expect(problem == ExpressionProblem(.nameTooLong(limit: 64), at: 79))
  }

  @Test("a mapped parameter names the parameter its method has to declare")
  func namesDeclaredParameters() throws {
    let many = try MappingExpression(parsing: "method.request.multivalueheader.Accept", on: .request)
    #expect(many.declaredParameter == RequestParameterName(.header, "Accept"))
    #expect(MappingExpression.text("x").declaredParameter == nil)
  }

  @Test("random texts never trap, and what parses formats to the same text")
  func survivesRandomTexts() {
    var texts = RandomText(seed: 7)
    var parsed = 0
    for _ in 0..<20_000 {
      let text = texts.next()
      for side in [MappingExpression.Side.request, .response, .gatewayResponse] {
        do throws(ExpressionProblem) {
          #expect(try MappingExpression(parsing: text, on: side).description == text)
          parsed += 1
        } catch {
          #expect((0...text.utf8.count).contains(error.offset), "\(text)")
          guard let suggestion = error.suggestion else { continue }
          #expect(throws: Never.self, "\(text) → \(suggestion)") {
            try MappingExpression(parsing: suggestion, on: side)
          }
        }
      }
    }
    #expect(parsed > 100)
  }
}
