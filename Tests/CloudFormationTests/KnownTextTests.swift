import Testing

@testable import CloudFormation

@Suite struct KnownTextTests {
  private func code(ofName name: String) -> UInt8? { name.withBytes { KnownText.table.name($0) } }

  private func code(ofWord word: String) -> UInt8? { word.withBytes { KnownText.table.word($0) } }

  @Test func `A name's byte goes by its place in the list, and leads back to the name`() {
    for (index, name) in PropertyName.allCases.enumerated() {
      #expect(Int(name.code) == 0x20 + index)
      #expect(code(ofName: name.rawValue) == name.code)
      #expect(KnownText.table.text(name.code).word == name.rawValue)
    }
    #expect(PropertyName.allCases.count <= 192)
  }

  @Test func `A word's byte goes by its place in the list, and leads back to the word`() {
    for (index, word) in KnownWord.allCases.enumerated() {
      #expect(Int(word.code) == 0xe0 + index)
      #expect(code(ofWord: word.rawValue) == word.code)
      #expect(KnownText.table.text(word.code).word == word.rawValue)
      #expect(KnownWord.lengths.contains(word.rawValue.utf8.count))
    }
    #expect(KnownWord.allCases.count <= 31)
  }

  @Test func `What stands in a slot fits it`() {
    let lengths = PropertyName.allCases.map(\.rawValue.utf8.count) + KnownWord.allCases.map(\.rawValue.utf8.count)
    #expect(lengths.allSatisfy { $0 + 4 <= KnownTextTable.slotSize })
  }

  @Test(arguments: ["", "N", "name", "Names", "Nam", "lambda:InvokeFunction", "AuthorizerResultTtlInMinutes", "\u{e9}"])
  func `Another name has no byte`(name: String) {
    #expect(code(ofName: name) == nil)
  }

  @Test(arguments: ["", "lambda:InvokeFunctioN", "AWS::ApiGateway::MethoD", "DisableExecuteApiEndpoint"])
  func `Another word has no byte`(word: String) {
    #expect(code(ofWord: word) == nil)
  }

  @Test func `A known name is written like any other, in both formats`() {
    let value: Value = ["Name": "a", "name": "b", "AWS::Lambda::Permission": "AWS::Lambda::Permission", "Ref": 1]
    let template = Template(outputs: [Member("Key", value)])
    let yaml = template.text(as: .yaml)
    #expect(
      String(decoding: value.canonicalBytes, as: UTF8.self)
        == #"{"Name":"a","name":"b","AWS::Lambda::Permission":"AWS::Lambda::Permission","Ref":1}"#)
    #expect(yaml.contains("  Key:\n    Name: a\n    name: b\n"))
    #expect(yaml.contains("AWS::Lambda::Permission\n"))
  }

  @Test func `Members are sorted by their names, whatever their bytes are`() {
    let names = PropertyName.allCases.map(\.rawValue) + ["A", "Zz", "a", "Namf"]
    let sorted = Value.object(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { Member($0, 1) })
    let unsorted = Value.object(names.map { Member($0, 1) })
    var (first, second) = (ContentHash(), ContentHash())
    first.add(TemplateResource(LogicalID(given: "Name"), raw: sorted))
    second.add(TemplateResource(LogicalID(given: "Name"), raw: unsorted))
    #expect(first.hexadecimal() == second.hexadecimal())
  }

  @Test func `A resource may have a known text as its name`() {
    let list: ResourceList = [TemplateResource(LogicalID(given: "Name"), Account())]
    #expect(list.map(\.id.text) == ["Name"])
    #expect(Template(resources: list).text(as: .json).contains("\n    \"Name\": {\n      \"Type\": "))
  }

  private static let functions: [(Value, String)] = [
    (["Ref": "Shop"], "Ref: Shop"), (["Fn::Sub": "${Shop}"], "Fn::Sub: ${Shop}"),
    (["Fn::GetAtt": ["Shop", "Arn"]], "Fn::GetAtt:\n        - Shop\n        - Arn"),
    (.ref(LogicalID(given: "Shop")), "!Ref Shop"), (.function("Fn::Sub", "${Shop}"), "!Sub ${Shop}"),
    (.getAtt(LogicalID(given: "Shop"), "Arn"), "!GetAtt Shop.Arn"),
    (.function("Fn::GetAtt", ["Shop", "Arn"]), "!GetAtt\n      - Shop\n      - Arn"),
  ]

  @Test(arguments: functions)
  func `YAML tells functions from what looks like them`(value: Value, text: String) {
    let yaml = Template(outputs: [Member("A", ["B": value])]).text(as: .yaml)
    #expect(yaml.contains(text + "\n"), "\(yaml)")
  }
}
