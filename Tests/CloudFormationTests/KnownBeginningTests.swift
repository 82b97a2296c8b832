import Testing

@testable import CloudFormation

@Suite struct KnownBeginningTests {
  private func tag(of value: Value) -> Form.Tag { WrittenValue(value).form.read { $0.tag } }

  private func read(_ value: Value) -> Value {
    WrittenValue(value).form.read { reader in
      var reader = reader
      return reader.value()
    }
  }

  /// What follows the beginning: nothing, a name as it goes on, and what JSON and YAML must escape.
  private static let endings = [
    "", "Shop}", "Shop.Arn}/invocations", "\u{e9}\"\n${", String(repeating: "a#[", count: 99),
  ]

  @Test(arguments: KnownBeginning.allCases, endings)
  func `A substitution with a known beginning has its tag, whoever wrote it, and all of its text`(
    beginning: KnownBeginning, ending: String
  ) {
    let text = "\(beginning.text)\(ending)"
    for value: Value in [.function("Fn::Sub", .string(text)), .sub([.spelled(text)]), ["Fn::Sub": .string(text)]] {
      #expect(tag(of: value) == beginning.tag)
      #expect(KnownBeginning(tag(of: value)) == beginning)
      #expect(read(value) == ["Fn::Sub": .string(text)])
      #expect(
        value.canonicalBytes == Array("{\"Fn::Sub\":".utf8) + Value.string(text).canonicalBytes + Array("}".utf8))
    }
  }

  @Test func `A text that only nearly begins so has no tag of its own`() {
    for beginning in KnownBeginning.allCases {
      #expect(tag(of: .sub([.spelled("\(beginning.text)".dropLast() + "x")])) == .sub)
      #expect(tag(of: .sub([.spelled("-\(beginning.text)")])) == .sub)
      #expect(tag(of: .string("\(beginning.text)")) == .text)
    }
  }

  @Test func `YAML has the whole text, also of what only looks like a function`() {
    let text = "\(KnownBeginning.executeArn.text)Shop}"
    let template = Template(
      outputs: [Member("A", [.sub([.spelled(text)]), .function("Fn::Sub", .string(text)), ["Fn::Sub": .string(text)]])])
    let yaml = template.text(as: .yaml)
    #expect(yaml.contains("- !Sub \"\(text)\"\n"), "\(yaml)")
    #expect(yaml.contains("- !Sub \(text)\n"), "\(yaml)")
    #expect(yaml.contains("- Fn::Sub: \(text)\n"), "\(yaml)")
  }

  @Test func `What a resource refers to is found behind a known beginning too`() {
    let source = PermissionSource.method(
      PermissionScope(api: .resource(LogicalID(given: "Shop")), stage: .every), verb: "GET", path: ["a"])
    let permission = Permission(functionName: WrittenValue(.ref(LogicalID(given: "list"))), source: source)
    let resource = TemplateResource(LogicalID(given: "Right"), permission)
    #expect(Set(ResourceReferences(of: resource).names).isSuperset(of: ["Shop", "list"]))
  }
}
