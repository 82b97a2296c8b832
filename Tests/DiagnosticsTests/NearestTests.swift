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
    #expect(nearest(written, in: Self.properties)?.name == meant)
  }

  @Test("what resembles no candidate has no nearest one", arguments: ["x", "colour", "ud", "", "_", "gold", "timber"])
  func findsNothing(written: String) {
    #expect(nearest(written, in: Self.properties) == nil)
  }

  @Test func theOrderOfCandidatesDoesNotMatter() {
    #expect(nearest("bat", in: ["cat", "hat"])?.name == "cat")
    #expect(nearest("bat", in: ["hat", "cat"])?.name == "cat")
    #expect(nearest("cart", in: ["dart", "cast", "cart_"])?.name == "cart_")
  }

  @Test("one name alone is certain, and not where numbers tell names apart")
  func isCertain() {
    #expect(nearest("integraton", in: Self.properties)?.isCertain == true)
    #expect(nearest("bat", in: ["cat", "hat"])?.isCertain == false)
    #expect(nearest("Bat", in: ["bat", "b_at"])?.isCertain == false)
    #expect(nearest("cart", in: ["dart", "cart_"])?.isCertain == true)
    #expect(nearest("typ", in: ["type", "url"])?.isCertain == true)
    #expect(nearest("pat", in: ["put", "delete"])?.isCertain == false)
    #expect(nearest("state", in: ["stage"])?.isCertain == false)
    #expect(nearest("intogration", in: Self.properties)?.isCertain == true)
    #expect(nearest("gte", in: ["get"])?.isCertain == true)
    #expect(nearest("authorizerId", in: ["authorizer"])?.isCertain == false)
    #expect(nearest("ordersV1", in: ["ordersV2"])?.isCertain == false)
    #expect(nearest("v1.orders", in: ["v1_order", "v1_order"])?.isCertain == true)
  }

  @Test("names that people chose tell things apart by single letters")
  func chosenNames() {
    func isCertain(_ name: String, _ chosen: String) -> Bool? {
      nearest(name, in: [chosen, "another"])?.amongChosenNames.isCertain
    }
    #expect(isCertain("get_item", "getItem") == true)
    #expect(isCertain("getItme", "getItem") == true)
    #expect(isCertain("putItem", "getItem") == false)
    #expect(isCertain("items", "item") == false)
    #expect(isCertain("v12", "v21") == false)
  }

  @Test("names that are prepared lead to the same", arguments: properties + ["gett", "x", "Operation_Nmae", ""])
  func preparedNames(written: String) {
    #expect(KnownNames(Self.properties).nearest(to: written) == nearest(written, in: Self.properties))
  }

  @Test func hugeNamesCostLittle() {
    let huge = String(repeating: "n", count: 1_000_000)
    let candidates = (0..<200).map { String(repeating: "n", count: 190) + "\($0)" }
    let time = ContinuousClock().measure { _ = nearest(huge, in: candidates) }
    #expect(time < .seconds(5))
  }

  @Test("a candidate is near exactly when the whole table of distances says so")
  func agreesWithTheWholeTable() {
    var generator = SystemRandomNumberGenerator()
    func word() -> [UInt8] {
      (0..<Int.random(in: 1...9, using: &generator)).map { _ in [97, 98, 99].randomElement() ?? 97 }
    }
    for _ in 0..<20_000 {
      let (left, right) = (word(), word())
      let limit = min(3, (left.count + 1) / 3, max(left.count, right.count) / 3)
      let isNear = nearest(String(decoding: left, as: UTF8.self), in: [String(decoding: right, as: UTF8.self)]) != nil
      #expect(isNear == (distance(left, right) <= limit), "\(left) and \(right)")
    }
  }

  /// The restricted Damerau-Levenshtein distance, by its definition.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in 1...left.count {
      for column in 1...right.count {
        let change = table[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        table[row][column] = min(table[row - 1][column] + 1, table[row][column - 1] + 1, change)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }
}
