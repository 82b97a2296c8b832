import Testing

@testable import VTL

struct JSONPathTests {
  @Test(
    "paths are told apart by what they lead to",
    arguments: [
      ("$", true, false, nil), ("$.a", false, false, "a"), ("$.a.b-c", false, false, "b-c"),
      ("$['a b']", false, false, "a b"), ("$.a[0]", false, false, nil), ("$[-1]", false, false, nil),
      ("$.a[*]", false, true, nil), ("$.*", false, true, nil), ("$..a", false, true, "a"), ("$..[0]", false, true, nil),
      ("$.a[0,1]", false, true, nil), ("$.a[1:]", false, true, nil), ("$['a', 'b']", false, true, nil),
      ("$[?(@.a == ']' && @.b[0] > 1)]", false, true, nil), ("$.a[(@.length-1)].b", false, false, "b"),
      ("$.a.length()", false, false, nil), ("$.é", false, false, "é"),
    ] as [(String, Bool, Bool, String?)])
  func readsPaths(text: String, isRoot: Bool, isIndefinite: Bool, lastName: String?) throws {
    let path = try JSONPath(parsing: text)
    #expect(path.isRoot == isRoot && path.isIndefinite == isIndefinite && path.lastName == lastName)
  }

  @Test(
    "a text that is no path is refused at its byte",
    arguments: [
      ("", .empty, 0), ("a.b", .missingRoot, 0), (".a", .missingRoot, 0), ("$a", .unexpected("a"), 1),
      ("$.", .missingName, 1), ("$..", .missingName, 1), ("$.a..[", .unclosed("["), 5), ("$.é b", .unexpected(" "), 4),
      ("$.a[0", .unclosed("["), 3), ("$['a]", .unclosedQuote, 2), ("$[]", .badIndex, 1), ("$.a[b]", .badIndex, 3),
      ("$.a.size(", .unclosed("("), 8),
    ] as [(String, JSONPath.Problem.Kind, Int)])
  func refusesOthers(text: String, kind: JSONPath.Problem.Kind, offset: Int) {
    #expect(throws: JSONPath.Problem(kind: kind, offset: offset)) { try JSONPath(parsing: text) }
  }

  @Test("the names on the way of a reference are the same in every spelling")
  func readsNames() {
    let template = MappingTemplate(parsing: "$context.authorizer['claims'].get(\"sub\").length() $input.body")
    #expect(template.references.map(\.path) == [["authorizer", "claims", "sub"], ["body"]])
    #expect(template.references.map(\.root) == [.context, .input])
  }
}
