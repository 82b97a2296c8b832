import Testing

@testable import LanguageServer

@Suite("JSON of messages") struct JSONTests {
  private static let texts: [(String, JSON)] = [
    ("null", .null), (" true ", true), ("false", false), ("0", 0), ("-12", -12), ("1.5e2", .number(150)),
    (#""a\u00e9\n\"\\\/""#, "aé\n\"\\/"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"),
    (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\udc00""#, "\u{FFFD}"),
    ("[]", []), ("[1, [2]]", [1, [2]]), ("{}", [:]), (#"{"a": {"b": 1}, "c": []}"#, ["a": ["b": 1], "c": []]),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)),
  ]

  @Test("a text that is JSON is read", arguments: texts)
  func reads(_ text: String, _ expected: JSON) {
    #expect(JSONReader.value(of: Array(text.utf8)) == expected)
  }

  @Test(
    "a text that is none is refused",
    arguments: [
      "", " ", "nul", "tru", "True", "01", "-", "1.", ".5", "1e", "+1", "1e999", "0x1", "NaN", "'a'", "\"a", "\"\\x\"",
      "\"\\u12\"", "\"\\u12g4\"", "\"\u{1}\"", "[", "[1", "[1,]", "[1 2]", "{", "{\"a\"}", "{\"a\":}", "{a:1}",
      "{\"a\":1,}",
      "1 2", "[]]", "// 1\n1", String(repeating: "[", count: 100_000),
    ])
  func refuses(_ text: String) {
    #expect(JSONReader.value(of: Array(text.utf8)) == nil)
  }

  @Test("collections may stand in each other 128 deep, and no deeper")
  func depth() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(JSONReader.value(of: nested(128)) != nil)
    #expect(JSONReader.value(of: nested(129)) == nil)
  }

  @Test("every string of bytes is read or refused, and what is read is written so that it is read again")
  func survives() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d83d", "1", "-", ".", "e", "true", "null", " ", "é", "😀",
    ]
    for _ in 0..<2000 {
      var bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in Array((pieces.randomElement() ?? "").utf8)
      }
      if Bool.random() { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      guard let value = JSONReader.value(of: bytes) else { continue }
      var text: [UInt8] = []
      value.write(to: &text)
      #expect(JSONReader.value(of: text) == value, "\(bytes)")
    }
  }

  @Test("of a name that is given twice the last counts")
  func doubled() {
    #expect(JSONReader.value(of: Array(#"{"a": 1, "a": 2}"#.utf8))?["a"] == 2)
  }
}
