import Testing

@testable import CloudFormation

@Suite struct WrittenValueTests {
  private static let values: [Value] = [
    "text", .ref(LogicalID(given: "Shop")), ["b": 1, "a": [2]], .function("Fn::ImportValue", "x"), ["Ref": "Plain"],
  ]

  @Test func `A value that was written before is as if it were written now, its notes included`() {
    var plain = PropertyWriter()
    var copied = PropertyWriter()
    for value in Self.values {
      plain.add(.value, value)
      copied.add(.value, WrittenValue(value))
    }
    let (first, second) = (plain.take(), copied.take())
    #expect(Array(first.bytes.all) == Array(second.bytes.all))
    #expect(first.notes.map(\.index) == second.notes.map(\.index))
    #expect(first.notes.map(\.kind) == second.notes.map(\.kind))
    #expect(first.notes.count == 3)
  }

  @Test func `What a resource depends on is named in the template, and where the resource is taken out`() {
    var writer = ResourceListWriter(minimumCapacity: 4)
    let (first, second, third) = (LogicalID(given: "First"), LogicalID(given: "Second"), LogicalID(given: "Third"))
    // It fills a form of its own.
    let long = Deployment(
      restApiId: .existing(["b": 1, "a": .function("Fn::Sub", "x")]),
      description: .string(String(repeating: "d", count: 70_000)))
    var dependencies = Dependencies(named: [LogicalID(given: "Other\u{e9}")])
    dependencies.added = [1, 0]
    writer.add(first, long)
    writer.add(second, Account())
    writer.add(third, long, dependsOn: dependencies, deletionPolicy: "Retain", updateReplacePolicy: nil)
    writer.add(LogicalID(given: "Fourth"), Account())
    let list = writer.finish()
    let single: ResourceList = [
      TemplateResource(first, long), TemplateResource(second, Account()),
      TemplateResource(third, long, dependsOn: [second, first] + dependencies.named, deletionPolicy: "Retain"),
      TemplateResource(LogicalID(given: "Fourth"), Account()),
    ]
    for format in [TemplateFormat.json, .yaml] {
      let text = Template(resources: single).text(as: format)
      #expect(text.contains("DependsOn"))
      #expect(Template(resources: list).text(as: format) == text)
      #expect(Template(resources: ResourceList(Array(list))).text(as: format) == text)
    }
    #expect(ResourceReferences(of: list[2]).names == ResourceReferences(of: single[2]).names)
    #expect(list.map(\.type) == single.map(\.type))
    #expect(MemoryLayout<ResourceMark>.stride == 8)
  }
}
