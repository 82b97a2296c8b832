import Testing

@testable import CloudFormation

@Suite struct PathNamesTests {
  @Test func `Names made along a path are those that are spelled from the start`() {
    var words = HostileWords(seed: 0xfeed)
    for _ in 0..<300 {
      let owner = words.owner()
      var names = PathNames(of: owner)
      for _ in 0..<20 { check(words.role(), &names, owner) }
    }
  }

  /// Goes to the role's path, and asks there for all names.
  private func check(_ role: LogicalID.Role, _ names: inout PathNames, _ owner: String) {
    guard case .permission(let path, let verb, let stage) = role else { return }
    names.go(to: path)
    #expect(names.resource() == LogicalID(.resource(path: path), of: owner))
    #expect(names.permission(verb, stage: stage) == LogicalID(role, of: owner))
    #expect(names.method(verb) == LogicalID(.method(path: path, verb: verb), of: owner))
    #expect(names.testPermission(verb) == LogicalID(.testPermission(path: path, verb: verb), of: owner))
    #expect(names.permission(verb, stage: nil) == LogicalID(.permission(path: path, verb: verb, stage: nil), of: owner))
  }

  @Test func `The root comes first`() {
    var names = PathNames(of: "Shop")
    #expect(names.resource() == LogicalID(.resource(path: []), of: "Shop"))
    #expect(names.method("GET").text == "Shop0GET")
  }
}
