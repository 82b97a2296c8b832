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
    #expect(names.goBack(to: 0) == 0)
    for (index, segment) in path.enumerated() { names.goOn(to: segment, number: index + 1) }
    names.goToResource()
    expect(names, LogicalID(.resource(path: path), of: owner))
    names.goToPermission(verb, stage: stage)
    expect(names, LogicalID(role, of: owner))
    names.goToMethod(verb)
    expect(names, LogicalID(.method(path: path, verb: verb), of: owner))
    names.goToTestPermission(verb)
    expect(names, LogicalID(.testPermission(path: path, verb: verb), of: owner))
    names.goToPermission(verb, stage: nil)
    expect(names, LogicalID(.permission(path: path, verb: verb, stage: nil), of: owner))
  }

  private func expect(_ names: borrowing PathNames, _ id: LogicalID) {
    var lent = ""
    names.withBytes { lent = $0.word }
    #expect(names.id == id)
    #expect(lent == id.text)
  }

  @Test func `The root comes first`() {
    var names = PathNames(of: "Shop")
    names.goToResource()
    expect(names, LogicalID(.resource(path: []), of: "Shop"))
    names.goToMethod("GET")
    expect(names, LogicalID(given: "Shop0GET"))
  }

  @Test func `A path as ARNs have it is told beside the names`() {
    var names = PathNames(of: "Shop")
    #expect(names.callPath.text == "/")
    for (index, segment) in ["items", "{id}", "{"].enumerated() { names.goOn(to: segment, number: 2 * index + 1) }
    #expect(names.callPath.text == "/items/*/{")
    #expect(names.goBack(to: 4) == 3)
    #expect(names.callPath.text == "/items/*")
    #expect(names.goBack(to: 0) == 0)
    names.goOn(to: "{rest+}", number: 7)
    #expect(names.callPath.text == "/*")
    #expect(names.goBack(to: 6) == 0)
    #expect(names.callPath.text == "/" && !names.callPath.hasDollar)
  }
}
