import Testing

@testable import CloudFormation

@Suite struct TemplateTests {
  @Test func `A template in JSON`() throws {
    #expect(Template.shop.text(as: .json) == Golden.json)
  }

  @Test func `A template in YAML`() {
    #expect(Template.shop.text(as: .yaml) == Golden.yaml)
  }

  @Test func `An empty template still has its version and its resources`() {
    #expect(Template().text(as: .yaml) == "AWSTemplateFormatVersion: \"2010-09-09\"\nResources: {}\n")
    #expect(
      Template().text(as: .json) == "{\n  \"AWSTemplateFormatVersion\": \"2010-09-09\",\n  \"Resources\": {}\n}\n")
  }

  @Test func `Sections stand in their order`() {
    let member = [Member("A", "b")]
    let template = Template(
      description: "d", transform: "t", parameters: member, mappings: member, conditions: member, outputs: member)
    let names = template.text(as: .yaml).split(separator: "\n").filter { !$0.hasPrefix(" ") }.map {
      $0.prefix { $0 != ":" }
    }
    #expect(
      names == [
        "AWSTemplateFormatVersion", "Description", "Transform", "Parameters", "Mappings", "Conditions", "Resources",
        "Outputs",
      ])
  }

  @Test(arguments: [TemplateFormat.json, .yaml])
  func `A big template comes in pieces that make the same whole`(format: TemplateFormat) {
    let long = String(repeating: "x\"\n", count: 60_000)
    let template = Template(
      description: long,
      resources: ResourceList(
        (0..<3_000).map {
          TemplateResource(LogicalID(given: "R\($0)"), VpcLink(name: .string("l\($0)"), targetArns: []))
        }))
    var pieces: [Int] = []
    var whole: [UInt8] = []
    template.write(as: format) { piece in
      pieces.append(piece.count)
      whole.append(contentsOf: piece)
    }
    #expect(pieces.count > 3)
    #expect(!pieces.contains(0))
    let text = String(decoding: whole, as: UTF8.self)
    #expect(text.utf8.count { $0 == UInt8(ascii: "l") } > 3_000)
    for index in [0, 1_500, 2_999] { #expect(text.contains("R\(index)")) }
    let escaped = format == .json ? "x\\\"\\n" : "  x\"\n"
    #expect(text.contains(String(repeating: escaped, count: 60_000)))
  }

  @Test func `The sink's first error ends the writing and is thrown`() {
    struct Full: Error {}
    var calls = 0
    let resources = (0..<5_000).map { TemplateResource(LogicalID(given: "R\($0)"), Account()) }
    let template = Template(resources: ResourceList(resources))
    #expect(throws: Full.self) {
      try template.write(as: .yaml) { _ in
        calls += 1
        throw Full()
      }
    }
    #expect(calls == 1)
  }

  @Test func `Names that meet are found`() {
    let ids = ["A", "B", "A", "A", "C", "B"].map { LogicalID(given: $0) }
    let template = Template(resources: ResourceList(ids.map { TemplateResource($0, Account()) }))
    #expect(template.repeatedIDs == [LogicalID(given: "A"), LogicalID(given: "B")])
  }
}
