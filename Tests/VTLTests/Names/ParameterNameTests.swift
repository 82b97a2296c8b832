import Testing

@testable import VTL

struct ParameterNameTests {
  @Test(
    "a method declares path, query and header parameters",
    arguments: [
      ("method.request.path.id", RequestParameterName(.path, "id")),
      ("method.request.querystring.page.size", RequestParameterName(.querystring, "page.size")),
      ("method.request.header.X-Trace", RequestParameterName(.header, "X-Trace")),
    ])
  func readsRequestParameters(text: String, expected: RequestParameterName) throws {
    #expect(try RequestParameterName(parsing: text) == expected)
    #expect(expected.description == text)
  }

  @Test(
    "a method's parameter is refused with the name that was meant",
    arguments: [
      Refused("", .empty, at: 0),
      Refused("header.X", .wrongPrefix(expected: "method.request."), at: 0, certainly: "method.request.header.X"),
      Refused("X", .wrongPrefix(expected: "method.request."), at: 0, meant: "method.request.header.X"),
      Refused(
        "method.response.header.X", .wrongPrefix(expected: "method.request."), at: 7, meant: "method.request.header.X"),
      Refused(
        "$request.querystring.a.b", .wrongPrefix(expected: "method.request."), at: 0,
        certainly: "method.request.querystring.a.b"),
      Refused(
        "method.request.multivalueheader.X", .unknownLocation("multivalueheader"), at: 15,
        meant: "method.request.header.X"),
      Refused("method.request.haeder.X", .unknownLocation("haeder"), at: 15, certainly: "method.request.header.X"),
      Refused("method.request.X", .unknownLocation("X"), at: 15),
      Refused("method.request.", .unknownLocation(""), at: 15),
      Refused("method.request.path", .missingName, at: 19),
      Refused("method.request.path.", .missingName, at: 20),
      Refused("method.request.path.proxy+", .illegalCharacter("+"), at: 25),
      Refused("method.request.querystring.filter[x]", .illegalCharacter("["), at: 33),
      Refused("method.request.header.😀", .illegalCharacter("😀"), at: 22),
    ])
  func refusesRequestParameters(refused: Refused) {
    let problem = #expect(throws: ExpressionProblem.self) { try RequestParameterName(parsing: refused.text) }
    #expect(problem == refused.problem)
  }

  @Test("an integration sets path, query and header parameters")
  func readsIntegrationParameters() throws {
    let name = try IntegrationParameterName(parsing: "integration.request.path.id")
    #expect(name == IntegrationParameterName(.path, "id"))
    #expect(name.description == "integration.request.path.id")
    let problem = #expect(throws: ExpressionProblem.self) { try IntegrationParameterName(parsing: "request.header.X") }
    #expect(problem?.suggestion == "integration.request.header.X")
  }

  @Test("a method response declares headers only")
  func readsResponseHeaders() throws {
    let name = try ResponseHeaderName(parsing: "method.response.header.Location")
    #expect(name == ResponseHeaderName(.header, "Location"))
    #expect(name.description == "method.response.header.Location")
    let bare = #expect(throws: ExpressionProblem.self) { try ResponseHeaderName(parsing: "Location") }
    #expect(bare?.suggestion == "method.response.header.Location")
    let path = #expect(throws: ExpressionProblem.self) { try ResponseHeaderName(parsing: "method.response.path.a") }
    #expect(path?.kind == .unknownLocation("path"))
  }

  @Test("a gateway response sets headers, paths and query parameters")
  func readsGatewayResponseParameters() throws {
    let name = try GatewayResponseParameterName(parsing: "gatewayresponse.header.Access-Control-Allow-Origin")
    #expect(name == GatewayResponseParameterName(.header, "Access-Control-Allow-Origin"))
    let other = #expect(throws: ExpressionProblem.self) {
      try GatewayResponseParameterName(parsing: "method.response.header.X")
    }
    #expect(other?.kind == .wrongPrefix(expected: "gatewayresponse."))
    #expect(other?.suggestion == "gatewayresponse.header.X")
  }

  @Test("random texts never trap, and what parses formats to the same text")
  func survivesRandomTexts() {
    var texts = RandomText(seed: 13)
    for _ in 0..<20_000 {
      let text = texts.next()
      do throws(ExpressionProblem) {
        #expect(try RequestParameterName(parsing: text).description == text)
      } catch {
        #expect((0...text.utf8.count).contains(error.offset), "\(text)")
        guard let suggestion = error.suggestion else { continue }
        #expect(throws: Never.self, "\(text)") { try RequestParameterName(parsing: suggestion) }
      }
    }
  }
}
