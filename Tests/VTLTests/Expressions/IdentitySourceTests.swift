import Testing

@testable import VTL

struct IdentitySourceTests {
  @Test(
    "an authorizer reads headers, query parameters, stage variables and the context",
    arguments: [
      ("method.request.header.Authorization", .header("Authorization")),
      ("method.request.querystring.token", .querystring("token")),
      ("stageVariables.tenant", .stageVariable("tenant")),
      ("context.identity.sourceIp", .context("identity.sourceIp")),
    ] as [(String, IdentitySource)])
  func readsSources(text: String, expected: IdentitySource) throws {
    #expect(try IdentitySource(parsing: text) == expected)
    #expect(expected.description == text)
  }

  @Test(
    "an authorizer refuses everything else, and says what was meant",
    arguments: [
      Refused("", .empty, at: 0),
      Refused(" ", .empty, at: 0),
      Refused("method.request.path.id", .pathParameter, at: 15),
      Refused("$request.header.Authorization", .httpAPIForm, at: 0, certainly: "method.request.header.Authorization"),
      Refused("$context.identity.sourceIp", .httpAPIForm, at: 0, certainly: "context.identity.sourceIp"),
      Refused("$request.path.id", .httpAPIForm, at: 0),
      Refused("method.request.header.A,method.request.header.B", .list, at: 23),
      Refused("method.request.multivalueheader.A", .notAnIdentitySource, at: 0, meant: "method.request.header.A"),
      Refused("method.request.body", .notAnIdentitySource, at: 0),
      Refused("'x'", .notAnIdentitySource, at: 0),
      Refused(
        "Authorization", .wrongPrefix(expected: "method.request."), at: 0, meant: "method.request.header.Authorization"),
      Refused(
        "method.response.header.A", .wrongPrefix(expected: "method.request."), at: 7, meant: "method.request.header.A"),
      Refused("method.request.cookie.a", .unknownLocation("cookie"), at: 15),
      Refused("method.request.header.", .missingName, at: 22),
      Refused("method.request.header.A B", .illegalCharacter(" "), at: 23),
      Refused("stageVariables.a.b", .illegalCharacter("."), at: 16),
      Refused("context.stge", .unknownContextVariable("stge"), at: 8, certainly: "context.stage"),
      Refused("context.authorizer.sub", .unavailableContextVariable("authorizer.sub"), at: 8),
      Refused("context.responseOverride.status", .unavailableContextVariable("responseOverride.status"), at: 8),
    ])
  func refusesTheRest(refused: Refused) {
    let problem = #expect(throws: ExpressionProblem.self) { try IdentitySource(parsing: refused.text) }
    #expect(problem == refused.problem)
  }

  @Test("a comma list gives every source with its place")
  func splitsLists() {
    let list = IdentitySourceList(parsing: "method.request.header.Auth, stageVariables.tenant")
    #expect(list.entries.map(\.source) == [.header("Auth"), .stageVariable("tenant")])
    #expect(list.entries.map(\.offset) == [0, 28])
    #expect(list.problems.isEmpty)
  }

  @Test("a comma list reports its empty and its wrong pieces")
  func reportsPieces() {
    let list = IdentitySourceList(parsing: "context.stage,, method.request.path.id,")
    #expect(list.entries.map(\.source) == [.context("stage")])
    #expect(list.problems.map(\.kind) == [.empty, .pathParameter, .empty])
    #expect(list.problems.map(\.offset) == [14, 31, 39])
  }

  @Test("random texts never trap, and what parses formats to the same text")
  func survivesRandomTexts() {
    var texts = RandomText(seed: 11)
    for _ in 0..<20_000 {
      let text = texts.next()
      let list = IdentitySourceList(parsing: text)
      #expect(list.entries.count + list.problems.count == text.utf8.count { $0 == UInt8(ascii: ",") } + 1)
      for problem in list.problems { #expect((0...text.utf8.count).contains(problem.offset), "\(text)") }
      guard let source = try? IdentitySource(parsing: text) else { continue }
      #expect(source.description == text)
    }
  }
}
