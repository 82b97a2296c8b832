import Testing

@testable import CloudFormation

@Suite struct YAMLTextTests {
  private func yaml(_ value: Value) -> String {
    let text = Template(transform: value).text(as: .yaml)
    let start = "AWSTemplateFormatVersion: \"2010-09-09\"\nTransform:"
    #expect(text.hasPrefix(start))
    #expect(text.hasSuffix("\nResources: {}\n"))
    return String(text.dropFirst(start.count).dropLast("\nResources: {}\n".count))
  }

  @Test(arguments: [
    "a", "items", "a b", "a:b", "a::b", "arn:aws:x", "a#b", "/items/{id}", "$input.body", "_x", "(a)", "é",
    "nodejs24.x",
    "./code", "3des", "a, b", "yess", "nulls", "a'b\"c", "a\\nb", "10 items", "a: b".replacing(": ", with: ":"),
  ])
  func `Text that every reader takes as it is stands plain`(text: String) {
    #expect(yaml(.string(text)) == " " + text)
  }

  @Test(arguments: [
    "", " ", " a", "a ", "a:", "a: b", "a #b", "#a", "-", "- a", "--a", "?", ":a", "=", "<<", "~", "*a", "&a", "!a",
    "|",
    ">", "%a", "@a", "`a", "{a}", "[a]", ",a", "'a'", "]", "}", "yes", "No", "ON", "off", "y", "N", "true", "False",
    "NULL", "012", "0x1F", "0o14", "0b1", "1_000", "1e3", "1.5", ".5", "+1", "-1", ".inf", ".NaN", "12:30:45", "1:2",
    "2001-12-14", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "...", "---", "200", "1,000",
  ])
  func `Text that some reader would take for something else stands between quotes`(text: String) {
    #expect(yaml(.string(text)) == " \"" + text + "\"")
  }

  private static let longWord = String(repeating: "Word", count: 100)

  @Test(arguments: [
    ("a\tb", #""a\tb""#),
    ("a\rb", #""a\rb""#),
    ("\0\u{8}\u{c}\u{1b}\u{7f}", #""\u0000\b\f\u001b\u007f""#),
    (
      "a\u{85}b\u{a0}c\u{2028}d\u{202e}e\u{2066}f\u{feff}g\u{fffe}h\u{61c}",
      #""a\u0085b\u00a0c\u2028d\u202ee\u2066f\ufeffg\ufffeh\u061c""#
    ),
    ("\n", #""\n""#),
    ("\na", #""\na""#),
    (" a\nb", #"" a\nb""#),
    ("a\n \nb", #""a\n \nb""#),
    ("a\n ", #""a\n ""#),
    ("a\n\tb", #""a\n\tb""#),
    ("a\r\nb", #""a\r\nb""#),
    ("a\nb\u{2028}", #""a\nb\u2028""#),
    ("a##[error]b##[", "\"a##\\u005berror]b##\\u005b\""),
    ("'\"###[", "\"'\\\"###\\u005b\""),
    ("a\n##[", "\"a\\n##\\u005b\""),
    ("##abcdefghijklmn[", "\"##abcdefghijklmn\\u005b\""),
    ("a\n\"##\(longWord)[##\(longWord)", "\"a\\n\\\"##\(longWord)\\u005b##\(longWord)\""),
    ("a\n::b", #""a\n::b""#),
    ("::\nb", #""::\nb""#),
    ("a\n  \t::", #""a\n  \t::""#),
  ])
  func `What a line cannot hold is escaped`(text: String, written: String) {
    #expect(yaml(.string(text)) == " " + written)
  }

  @Test(arguments: [
    ("{\"statusCode\":200}", #"'{"statusCode":200}'"#),
    ("{ \"a\": \"it's\" }", #"'{ "a": "it''s" }'"#),
    ("a\"b\\: ", #"'a"b\: '"#),
    ("\"", "'\"'"),
    ("[\\\\]", #"'[\\]'"#),
    ("{'a'}", #""{'a'}""#),
    ("\"é\"", #"'"é"'"#),
    ("\"a\tb\"", #""\"a\tb\"""#),
    ("\"\u{2028}\"", #""\"\u2028\"""#),
  ])
  func `Text that only has double quotes and backslashes to escape stands between single quotes`(
    text: String, written: String
  ) {
    #expect(yaml(.string(text)) == " " + written)
  }

  @Test(arguments: [
    ("a\nb", " |-\n  a\n  b"),
    ("a\n", " |\n  a"),
    ("a\n  b: c # d \n- e\n", " |\n  a\n    b: c # d \n  - e"),
    ("a\n\nb\n\n\n", " |+\n  a\n\n  b\n\n"),
    ("a\tb\n", " |\n  a\tb"),
    (":a\n #[::", " |-\n  :a\n   #[::"),
  ])
  func `Lines stand as a literal block that keeps their last newlines`(text: String, written: String) {
    #expect(yaml(.string(text)) == written)
  }

  @Test(arguments: [
    ("5", "5"), ("-0.25", "-0.25"), ("1e5", "1.0e+5"), ("1.5E-7", "1.5e-7"), ("2.5e+10", "2.5e+10"), ("1e+5", "1.0e+5"),
  ])
  func `A number is written so that YAML 1.1 takes it for one`(spelling: String, written: String) {
    #expect(yaml(.number(spelling)) == " " + written)
  }

  private static let functions: [(Value, String)] = [
    (.function("Ref", "AWS::Region"), " !Ref AWS::Region"),
    (.function("Ref", "yes"), " !Ref \"yes\""),
    (.function("Condition", "IsProd"), " !Condition IsProd"),
    (.function("Fn::GetAZs", ""), " !GetAZs \"\""),
    (.function("Fn::Join", [",", [.ref(LogicalID(given: "A"))]]), " !Join\n  - \",\"\n  - - !Ref A"),
    (.function("Fn::Transform", ["Name": "AWS::Include"]), " !Transform\n  Name: AWS::Include"),
    (.function("Fn::Base64", .ref(LogicalID(given: "A"))), "\n  Fn::Base64: !Ref A"),
    (.function("Fn::Base64", "a\nb\n"), " !Base64 |\n  a\n  b"),
    (.function("Fn::ImportValue", .function("Fn::Sub", "${A}")), "\n  Fn::ImportValue: !Sub ${A}"),
    (.function("Fn::Length", 5), "\n  Fn::Length: 5"),
    (.function("Fn::New", "a"), "\n  Fn::New: a"),
    ([.function("Fn::Base64", .ref(LogicalID(given: "A")))], "\n  - Fn::Base64: !Ref A"),
    ([.function("Fn::Select", [0, [:]])], "\n  - !Select\n    - 0\n    - {}"),
    (.sub([.text("a\n${x}"), .getAtt(LogicalID(given: "A"), "Arn")]), " !Sub \"a\\n${!x}${A.Arn}\""),
    (.sub([.text("a${x}")]), " a${x}"),
    (["Ref": "A"], "\n  Ref: A"),
    (.function("Fn::GetAtt", ["A", "B.C"]), " !GetAtt\n  - A\n  - B.C"),
    (.function("Fn::Base64", ["Ref": "A"]), " !Base64\n  Ref: A"),
    (.sub([.text("{\"a\": \"'"), .pseudo("AWS::Region"), .text("'\"}")]), #" !Sub '{"a": "''${AWS::Region}''"}'"#),
    (.sub([.text("##["), .pseudo("AWS::Region"), .text("\"")]), " !Sub \"##\\u005b${AWS::Region}\\\"\""),
    (.sub([.text("\"\t"), .pseudo("AWS::Region")]), #" !Sub "\"\t${AWS::Region}""#),
  ]

  @Test(arguments: functions)
  func `Functions take their short tag where a reader knows it and one tag is enough`(value: Value, written: String) {
    #expect(yaml(value) == written)
  }

  private static let collections: [(Value, String)] = [
    ([[], [:], [[]]], "\n  - []\n  - {}\n  - - []"),
    ([["a": 1, "b": [2]]], "\n  - a: 1\n    b:\n      - 2"),
    (["yes": ["a b": .null]], "\n  \"yes\":\n    a b: null"),
    ([["a": "b\nc"]], "\n  - a: |-\n      b\n      c"),
  ]

  @Test(arguments: collections)
  func `Collections stand in block style, empty ones in brackets`(value: Value, written: String) {
    #expect(yaml(value) == written)
  }

  @Test func `A name too long for a reader's look ahead is an explicit key`() {
    let name = String(repeating: "k", count: 1_100)
    #expect(yaml([.object([Member(name, ["a": 1])])]) == "\n  - ? \(name)\n    :\n      a: 1")
  }

  @Test(arguments: ["\u{1}", "\u{a0}", "\"", "\\"])
  func `An implicit key ends within a reader's look ahead whatever it escapes`(character: String) throws {
    for count in [100, 168, 169, 171, 512] {
      let name = String(repeating: character, count: count)
      let written = yaml([.object([Member(name, 1)])])
      let end = try #require(written.firstRange(of: written.contains("? ") ? "\n    :" : ": 1"))
      #expect(written.contains("? ") || written.utf8.distance(from: written.startIndex, to: end.lowerBound) <= 1_024)
    }
  }
}
