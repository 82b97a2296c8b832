import Testing

@testable import Diagnostics

@Suite struct NearestTests {
  private static let properties = [
    "authorizationScopes", "authorizationType", "integration", "methodResponses", "operationName", "get", "id", "name",
    "timeout",
  ]

  @Test(
    "a slip, another case or another separator leads to the name that was meant",
    arguments: [
      ("integraton", "integration"), ("intergation", "integration"), ("intgeration", "integration"),
      ("operation_name", "operationName"), ("OperationName", "operationName"), ("operation-name", "operationName"),
      ("AUTHORIZATION_SCOPES", "authorizationScopes"), ("authorizationtypes", "authorizationType"),
      ("gett", "get"), ("tiemout", "timeout"), ("methodResponse", "methodResponses"), ("Name", "name"), ("ID", "id"),
    ])
  func findsTheNearest(written: String, meant: String) {
    #expect(nearest(written, in: Self.properties) == meant)
  }

  @Test("what resembles no candidate has no nearest one", arguments: ["x", "colour", "ud", "", "_", "gold", "timber"])
  func findsNothing(written: String) {
    #expect(nearest(written, in: Self.properties) == nil)
  }

  @Test func theOrderOfCandidatesDoesNotMatter() {
    #expect(nearest("bat", in: ["cat", "hat"]) == "cat")
    #expect(nearest("bat", in: ["hat", "cat"]) == "cat")
    #expect(nearest("cart", in: ["dart", "cast", "cart_"]) == "cart_")
  }

  @Test func hugeNamesCostLittle() {
    let huge = String(repeating: "n", count: 1_000_000)
    let candidates = (0..<200).map { String(repeating: "n", count: 190) + "\($0)" }
    let time = ContinuousClock().measure { _ = nearest(huge, in: candidates) }
    #expect(time < .seconds(5))
  }
}
