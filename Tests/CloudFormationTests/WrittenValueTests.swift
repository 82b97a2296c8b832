import Testing

@testable import CloudFormation

@Suite struct WrittenValueTests {
  private static let values: [Value] = [
    "text", .ref(LogicalID(given: "Shop")), ["b": 1, "a": [2]], .function("Fn::ImportValue", "x"), ["Ref": "Plain"],
  ]

  @Test func `A value that was written before is as if it were written now, its notes included`() {
    var plain = PropertyWriter()
    var copied = PropertyWriter()
    var chosen = PropertyWriter()
    var all = WrittenValues()
    for value in Self.values { all.append(value) }
    for (index, value) in Self.values.enumerated() {
      plain.add(.value, value)
      copied.add(.value, WrittenValue(value))
      chosen.add(.value, all[index])
    }
    let forms = [plain.take(), copied.take(), chosen.take()]
    for form in forms.dropFirst() {
      #expect(Array(form.bytes.all) == Array(forms[0].bytes.all))
      #expect(form.notes.map(\.index) == forms[0].notes.map(\.index))
      #expect(form.notes.map(\.kind) == forms[0].notes.map(\.kind))
    }
    #expect(forms[0].notes.count == 3)
  }

  @Test func `A name becomes a reference`() {
    var values = WrittenValues()
    values.append("first")
    values.append(ref: LogicalID(given: "Shop"))
    #expect(WrittenValue(values[1]).canonicalBytes == Value.ref(LogicalID(given: "Shop")).canonicalBytes)
    #expect(WrittenValue(values[0]).canonicalBytes == Array("\"first\"".utf8))
  }

  @Test func `What a resource depends on may stand in another form`() {
    var writer = ResourceListWriter(minimumCapacity: 3)
    let long = String(repeating: "d", count: 70_000)
    writer.add(LogicalID(given: "First"), Deployment(restApiId: .existing("a"), description: .string(long)))
    writer.add(LogicalID(given: "Second"), Account())
    var dependencies = Dependencies(named: [LogicalID(given: "Other")])
    dependencies.added = [1, 0]
    writer.add(
      LogicalID(given: "Third"), Account(), dependsOn: dependencies, deletionPolicy: nil, updateReplacePolicy: nil)
    let text = Template(resources: writer.finish()).text(as: .yaml)
    #expect(text.contains("    DependsOn:\n      - Second\n      - First\n      - Other\n"))
  }
}
