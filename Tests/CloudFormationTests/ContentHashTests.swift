import Testing

@testable import CloudFormation

@Suite struct ContentHashTests {
  private static let id = LogicalID(given: "Shop")

  private func hash(_ resources: some Sequence<TemplateResource>) -> String {
    var hash = ContentHash()
    for resource in resources { hash.add(resource) }
    return hash.hexadecimal()
  }

  private func hash(_ value: Value) -> String {
    hash([TemplateResource(Self.id, raw: value)])
  }

  @Test func `A hash is the same on every platform and in every release`() {
    #expect(hash([]) == "042b02a2478432462541774c612f4f96")
    #expect(hash("a") == "80f33966103a5de15d22e207e9e2b7ec")
    #expect(hash(Template.shop.resources) == "ccb1ea9321818df4da180797f9b0c519")
  }

  @Test func `The order of resources and of an object's members does not count, that of a list's items does`() {
    let resources = Template.shop.resources
    #expect(hash(resources.reversed()) == hash(resources))
    #expect(hash(["b": 1, "a": 2, "c": 3]) == hash(["a": 2, "c": 3, "b": 1]))
    #expect(hash([1, 2]) != hash([2, 1]))
    let inner: Value = [["b": 1, "a": ["d": [:], "c": [["f": 1, "e": 2]]]], ["g": 1]]
    let sorted: Value = [["a": ["c": [["e": 2, "f": 1]], "d": [:]], "b": 1], ["g": 1]]
    #expect(hash(["z": inner, "y": inner]) == hash(["y": sorted, "z": sorted]))
    #expect(hash(["y": inner]) == hash(["y": sorted]))
  }

  private static let different: [Value] = [
    "", "a", "ab", "1", 1, 10, .number("1.0"), true, "true", false, .null, "null", [], [[]], [[], []], [:], [[:]],
    ["a"], ["a", "b"], ["ab"], [["a"], "b"], [["a", "b"]], ["a": "b"], ["a": "b", "c": "d"], ["a": ["b": "c"]],
    ["ab": ""],
    ["": "ab"], ["b": "a"], .ref(id), ["Ref": .list(["Shop"])], .getAtt(id, "Arn"), .getAtt(id, "Ar"), "Shop.Arn",
    .sub([.ref(id)]), .sub([.text("${Shop}"), .ref(id)]), .sub([.ref(id), .text("${Shop}")]), .function("Fn::Sub", "a"),
    .sub([.getAtt(id, "Arn")]), .function("Fn::Sub", ["a"]), ["Ref": 1], ["Fn::GetAtt": ["Shop"]],
    ["Fn::GetAtt": ["Shop", "Arn", "b"]], ["Ref": "Shop", "a": 1], "Name", ["Name": "Type"], ["Type": "Name"], "\u{0}",
    "\u{1}a", "\u{e9}", "e\u{301}",
    .string(String(repeating: "x", count: 40_000)), .string(String(repeating: "x", count: 40_001)),
  ]

  @Test func `Values that differ have different hashes`() {
    #expect(Set(Self.different.map { hash($0) }).count == Self.different.count)
  }

  private static let same: [(Value, Value)] = [
    (.ref(id), .function("Ref", "Shop")),
    (.ref(id), ["Ref": "Shop"]),
    (.getAtt(id, "Arn"), .function("Fn::GetAtt", ["Shop", "Arn"])),
    (.getAtt(id, "Arn"), ["Fn::GetAtt": ["Shop", "Arn"]]),
    (.function("Fn::Sub", "a${b}"), ["Fn::Sub": "a${b}"]),
    (["Ref": "lambda:InvokeFunction"], .ref(LogicalID(given: "lambda:InvokeFunction"))),
    (.sub([.text("lambda:"), .text("InvokeFunction")]), "lambda:InvokeFunction"),
    (.getAtt(id, "A.B"), .function("Fn::GetAtt", "Shop.A.B")),
    (.sub([.text("a"), .text("b")]), "ab"),
    (.sub([.text("a$"), .text("{b}"), .ref(id)]), .function("Fn::Sub", "a${!b}${Shop}")),
    (5, .number("5")),
  ]

  @Test(arguments: same)
  func `Values that a template holds the same JSON for have the same hash`(first: Value, second: Value) {
    #expect(first.canonicalBytes == second.canonicalBytes)
    #expect(hash(first) == hash(second))
  }

  @Test func `A resource counts with its name, its type and its properties, however it is written`() {
    let typed = TemplateResource(Self.id, VpcLink(name: "l", targetArns: ["a"]))
    let properties: Value = ["TargetArns": ["a"], "Name": "l"]
    #expect(hash(["Type": "AWS::ApiGateway::VpcLink", "Properties": properties]) == hash([typed]))
    #expect(hash(["Type": "AWS::EC2::VpcLink", "Properties": properties]) != hash([typed]))
    #expect(hash([TemplateResource(LogicalID(given: "Shop2"), VpcLink(name: "l", targetArns: ["a"]))]) != hash([typed]))
    #expect(hash([TemplateResource(Self.id, VpcLink(name: "l", targetArns: []))]) != hash([typed]))
    #expect(hash([typed, typed]) != hash([typed]))
  }
}
