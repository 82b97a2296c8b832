import Testing
import VTL

/// A guess at what was meant is tried, and never leads to the next guess.
@Suite struct GuessTests {
  @Test(
    "a text that its own guess resembles is refused",
    arguments: [
      "method.re.page", "context.", "integration.x", "methd.method.methd", "response.response.x", "stageVariable.x",
      String(repeating: "$", count: 200_000), "$" + String(repeating: "{$", count: 100_000),
      String(repeating: "request.", count: 50_000), String(repeating: "$!{", count: 50_000) + "a",
    ])
  func refused(text: String) {
    for side in [MappingExpression.Side.request, .response, .gatewayResponse] {
      #expect(throws: ExpressionProblem.self) { try MappingExpression(parsing: text, on: side) }
    }
    #expect(throws: ExpressionProblem.self) { try IdentitySource(parsing: text) }
  }

  @Test func aGuessOfOneStepIsStillMade() throws {
    let problem = #expect(throws: ExpressionProblem.self) {
      try MappingExpression(parsing: "$request.header.Page", on: .request)
    }
    #expect(problem?.suggestion == "method.request.header.Page")
    let other = #expect(throws: ExpressionProblem.self) { try MappingExpression(parsing: "header.Page", on: .request) }
    #expect(other?.suggestion == "method.request.header.Page")
  }
}
