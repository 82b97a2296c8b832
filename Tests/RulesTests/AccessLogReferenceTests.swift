import Testing

@testable import Rules

@Suite struct AccessLogReferenceTests {
  private func paths(_ text: String, isSubstitution: Bool = false) -> [String] {
    AccessLogReference.all(in: text, isSubstitution: isSubstitution).map(\.path)
  }

  @Test func namesEndWhereNoNameGoesOn() {
    #expect(paths("$context.requestId-$context.stage.") == ["context.requestId", "context.stage"])
    #expect(
      paths("[$context.identity.sourceIp]/${context.status}x") == ["context.identity.sourceIp", "context.status"])
    #expect(paths("$context.authorizer.claims.cognito:username") == ["context.authorizer.claims.cognito"])
    #expect(paths("$context") == ["context"])
  }

  @Test func aDollarAloneIsNoVariable() {
    #expect(paths("$ $5 $$ costs 5$").isEmpty)
    #expect(paths("").isEmpty)
  }

  @Test func whatASubstitutionFillsInIsLeftOut() {
    #expect(
      paths("${Name} $context.path ${!context.status}", isSubstitution: true) == ["context.path", "context.status"])
    #expect(paths("${", isSubstitution: true).isEmpty)
  }

  @Test func rangesCoverTheDollarAndTheName() {
    let found = AccessLogReference.all(in: "é $context.path,")
    #expect(found.map(\.range) == [3..<16])
  }
}
