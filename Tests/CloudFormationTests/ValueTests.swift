import Testing

@testable import CloudFormation

@Suite struct ValueTests {
  private static let id = LogicalID(given: "Shop")

  private func json(_ value: Value) -> String {
    String(decoding: value.canonicalBytes, as: UTF8.self)
  }

  private static let forms: [(Value, String)] = [
    (
      .string("a\"b\\c/\u{e9}\u{2028}\n\r\t\u{8}\u{c}\u{1}\u{7f}"),
      "\"a\\\"b\\\\c/é\\u2028\\n\\r\\t\\b\\f\\u0001\\u007f\""
    ),
    (.integer(.min), "-9223372036854775808"),
    (.number("1.50e+3"), "1.50e+3"),
    ([true, false, .null], "[true,false,null]"),
    (["b": 1, "a": [:], "": []], #"{"b":1,"a":{},"":[]}"#),
    (.ref(id), #"{"Ref":"Shop"}"#),
    (.getAtt(id, "Arn"), #"{"Fn::GetAtt":["Shop","Arn"]}"#),
    (.function("Fn::GetAtt", "Shop.Outputs.X"), #"{"Fn::GetAtt":["Shop","Outputs.X"]}"#),
    (.function("Fn::Split", [",", .ref(id)]), #"{"Fn::Split":[",",{"Ref":"Shop"}]}"#),
  ]

  @Test(arguments: forms)
  func `The canonical form is JSON without blanks, in the given order`(value: Value, text: String) {
    #expect(json(value) == text)
  }

  @Test(arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("\u{0}", #"\u0000"#), ("\u{1f}", #"\u001f"#), ("\u{7f}", #"\u007f"#), (" ", " "),
    ("#", "#"), ("##", "##"), ("##[", #"##\u005b"#), ("###[", #"###\u005b"#), ("#[", "#["), ("!", "!"), ("~", "~"),
    ("##abcdefghijklmn[", #"##abcdefghijklmn\u005b"#), ("\u{80}", #"\u0080"#), ("\u{e9}", "\u{e9}"),
    ("\u{2028}", #"\u2028"#), ("\u{1f600}", "\u{1f600}"), ("[", "["),
    ("]", "]"), ("$", "$"), ("\u{fffd}", "\u{fffd}"), ("\u{ffff}", #"\uffff"#),
  ])
  func `A character is escaped or not wherever it stands`(text: String, written: String) {
    for before in 0..<18 {
      for after in 0..<18 {
        let (start, end) = (String(repeating: "a", count: before), String(repeating: "Z", count: after))
        #expect(json(.string(start + text + end)) == "\"" + start + written + end + "\"")
        #expect(json(.string(text + start + text)) == "\"" + written + start + written + "\"")
      }
    }
  }

  @Test(arguments: [
    ([Piece.text("a${b}")], #""a${b}""#),
    ([], #""""#),
    ([.text("${b}"), .ref(id)], #"{"Fn::Sub":"${!b}${Shop}"}"#),
    ([.text("${!b}"), .getAtt(id, "Arn")], #"{"Fn::Sub":"${!!b}${Shop.Arn}"}"#),
    ([.text("a$"), .text("{b}"), .pseudo("AWS::Region")], #"{"Fn::Sub":"a${!b}${AWS::Region}"}"#),
    ([.text("$"), .ref(id), .text("{\"}")], #"{"Fn::Sub":"$${Shop}{\"}"}"#),
  ])
  func `Literal text is never taken for a placeholder`(pieces: [Piece], text: String) {
    #expect(json(.sub(pieces)) == text)
  }

  @Test func `Parts are joined in the simplest form that holds them`() {
    #expect(Value.joined(["a", "b"]) == "ab")
    #expect(Value.joined(["a/", .ref(Self.id)]) == .sub([.text("a/"), .ref(Self.id)]))
    #expect(Value.joined([.function("Ref", "P"), .integer(1)]) == .sub([.pseudo("P"), .text("1")]))
    #expect(Value.joined([.function("Fn::GetAtt", ["F", "Arn"])]) == .sub([.pseudo("F.Arn")]))
    let imported: [Value] = ["a", .function("Fn::ImportValue", "x")]
    #expect(Value.joined(imported) == .function("Fn::Join", ["", .list(imported)]))
  }

  @Test(arguments: ["${", "${a", "${a${b}"])
  func `Text with an open placeholder is joined, since a Sub would close it elsewhere`(text: String) {
    let parts: [Value] = [.string(text), .ref(Self.id)]
    #expect(Value.joined(parts) == .function("Fn::Join", ["", .list(parts)]))
  }
}
