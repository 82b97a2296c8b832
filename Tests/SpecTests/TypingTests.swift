import Document
import Testing

@testable import Spec

/// What a scalar is where text, a whole number, a number, a boolean or any JSON is wanted.
struct Typed: Sendable, CustomTestStringConvertible {
  let source: String
  var text: String?
  var integer: Int?
  var number: String?
  var flag: Bool?
  var json: JSON

  enum JSON: Equatable, Sendable {
    case quiet(FreeScalar)
    case warned(FreeScalar)
    case refused
  }

  var testDescription: String { source }

  init(
    _ source: String, text: String?, integer: Int? = nil, number: String? = nil, flag: Bool? = nil, _ json: JSON
  ) {
    (self.source, self.text, self.integer, self.number, self.flag, self.json) = (
      source, text, integer, number, flag, json
    )
  }

  /// Text where text is wanted, and in JSON.
  static func word(_ text: String) -> Typed { Typed(text, text: text, .quiet(.string(text))) }

  /// The same, with a warning that other readers see something else.
  static func doubtful(_ text: String) -> Typed { Typed(text, text: text, .warned(.string(text))) }

  static func decimal(_ text: String, _ integer: Int? = nil) -> Typed {
    Typed(text, text: text, integer: integer, number: text, .quiet(.number(text)))
  }

  static let all: [Typed] =
    ["on", "off", "yes", "no", "NO", "Yes", "y", "N"].map(doubtful)
    + ["0o17", "017", "012345678901", "1_000", "0x1F", "0b11", "12:30:45", "12:30", ".5", "1.", "+1", "+1.5", "01.5"]
    .map(doubtful)
    + [
      "text", "python3.10", "2012-10-17", "2001-12-14t21:59:43.10-05:00", "10.0.0.0", "1.2.3", "e3", "1e", "1kB",
      "=", "10.0.0.0/16", "t", "tru", "Nulls", "n0",
    ].map(word)
    + [
      decimal("0", 0), decimal("7", 7), decimal("-7", -7), decimal("123456789012", 123_456_789_012),
      decimal("9007199254740993", 9_007_199_254_740_993), decimal("9223372036854775807", .max),
      decimal("-9223372036854775808", .min), decimal("1.5"), decimal("0.1"), decimal("-0.25"), decimal("1e3"),
      decimal("1.5E-7"), decimal("1.0"),
      Typed("3.10", text: "3.10", number: "3.10", .warned(.number("3.10"))),
      Typed("9223372036854775808", text: "9223372036854775808", number: "9223372036854775808", .refused),
      Typed("0.12345678901234567890", text: "0.12345678901234567890", number: "0.12345678901234567890", .refused),
      Typed("1e999999", text: "1e999999", .refused), Typed("1.0e400", text: "1.0e400", .refused),
      Typed(".inf", text: ".inf", .refused), Typed("-.INF", text: "-.INF", .refused),
      Typed(".nan", text: ".nan", .refused), Typed(".NaN", text: ".NaN", .refused),
      Typed("true", text: "true", flag: true, .quiet(.bool(true))),
      Typed("false", text: "false", flag: false, .quiet(.bool(false))),
      Typed("True", text: "True", .quiet(.bool(true))), Typed("FALSE", text: "FALSE", .quiet(.bool(false))),
      Typed("~", text: nil, .quiet(.null)), Typed("null", text: nil, .quiet(.null)),
      Typed("Null", text: nil, .quiet(.null)), Typed("NULL", text: nil, .quiet(.null)),
      Typed("", text: nil, .quiet(.null)),
    ]
    + ["200", "true", "null", "", "on", "~", "1.50"].map { Typed("\"\($0)\"", text: $0, .quiet(.string($0))) }
    + [
      Typed("'3.10'", text: "3.10", .quiet(.string("3.10"))), Typed("!!str 200", text: "200", .quiet(.string("200"))),
      Typed("!!str true", text: "true", .quiet(.string("true"))), Typed("! no", text: "no", .quiet(.string("no"))),
    ]
}

@Suite struct TypingTests {
  @Test("text is any scalar's exact text", arguments: Typed.all)
  func text(row: Typed) {
    let decoding = Decoding(row.source, as: Kind<String>.text)
    #expect(decoding.value == row.text)
    #expect(decoding.rules == (row.text == nil ? ["SPEC113"] : []))
  }

  @Test("a whole number is plain, decimal and in range", arguments: Typed.all)
  func integer(row: Typed) {
    let decoding = Decoding(row.source, as: Kind<Int>.integer(.min ... .max))
    #expect(decoding.value == row.integer)
    #expect(decoding.rules == (row.integer == nil ? [row.text == nil ? "SPEC113" : "SPEC103"] : []))
  }

  @Test("a number is what JSON has", arguments: Typed.all)
  func number(row: Typed) {
    let decoding = Decoding(row.source, as: Kind<JSONNumber>.number())
    #expect(decoding.value?.text == row.number)
    #expect(decoding.hasErrors == (row.number == nil))
  }

  @Test("a boolean is true or false", arguments: Typed.all)
  func flag(row: Typed) {
    let decoding = Decoding(row.source, as: Kind<Bool>.flag)
    #expect(decoding.value == row.flag)
    if row.flag == nil, row.text != nil {
      #expect(decoding.findings.first?.hasSuffix("(write true or false, without quotes)") == true)
    }
  }

  @Test("free JSON is typed by YAML's core schema", arguments: Typed.all)
  func freeJSON(row: Typed) {
    let decoding = Decoding(row.source, as: Kind<FreeJSON>.free)
    let scalar = decoding.document.freeScalar(decoding.node)
    // Null is null, and no template takes it.
    #expect((scalar == .null) == (decoding.rules == ["SPEC113"]))
    let found: Typed.JSON =
      scalar == .null
      ? .quiet(.null) : decoding.hasErrors ? .refused : decoding.rules == ["SPEC143"] ? .warned(scalar) : .quiet(scalar)
    #expect(found == row.json, "\(decoding.findings)")
  }

  @Test("nothing is read as a tag that states another type", arguments: ["!!int \"200\"", "!!bool yes", "!!null x"])
  func coreTags(source: String) {
    #expect(Decoding(source, as: Kind<String>.text).rules == ["SPEC107"])
    #expect(Decoding(source, as: Kind<Int>.integer()).rules == ["SPEC107"])
    #expect(Decoding(source, as: Kind<JSONNumber>.number()).rules == ["SPEC107"])
    #expect(Decoding(source, as: Kind<Bool>.flag).rules == ["SPEC107"])
    #expect(Decoding(source, as: Kind<FreeJSON>.free).rules == ["SPEC107"])
  }

  @Test(
    "collections and intrinsics are no scalars", arguments: ["[]", "{}", "[1]", "{a: 1}", "!Ref true", "!Sub \"200\""])
  func otherNodes(source: String) {
    #expect(Decoding(source, as: Kind<String>.text).rules == ["SPEC103"])
    #expect(Decoding(source, as: Kind<Int>.integer()).rules == ["SPEC103"])
    #expect(Decoding(source, as: Kind<JSONNumber>.number()).rules == ["SPEC103"])
    #expect(Decoding(source, as: Kind<Bool>.flag).rules == ["SPEC103"])
    #expect(Decoding(source, as: Kind<String>.statusCode("TEST3")).rules == ["TEST3"])
    #expect(Decoding(source, as: Kind<Color>.choice("TEST1")).rules == ["TEST1"])
    #expect(Decoding(source, as: Kind<Int>.size(in: .bytes, 0...9)).rules == ["SPEC103"])
    #expect(Decoding(source, as: Kind<Duration>.duration(wholeSeconds: true)).rules == ["SPEC116"])
    #expect(Decoding(source, as: Kind<String>.logicalID).rules == ["SPEC103"])
  }

  @Test func rangesAreKept() {
    #expect(Decoding("8", as: Kind<Int>.integer(1...8)).value == 8)
    #expect(
      Decoding("9", as: Kind<Int>.integer(1...8)).findings == [
        "SPEC103 'key' must be a whole number from 1 to 8, got '9'"
      ])
    #expect(Decoding("-1", as: Kind<Int>.integer()).findings == ["SPEC103 'key' must be a whole number, got '-1'"])
    #expect(Decoding("-0.5", as: Kind<JSONNumber>.number(atLeast: 0, rule: "TEST4")).rules == ["TEST4"])
  }

  @Test func quotedNumbersSayHowToWriteThem() {
    #expect(
      Decoding("'5'", as: Kind<Int>.integer()).findings == [
        "SPEC103 'key' must be a whole number, got '5' (write it without quotes)"
      ])
    #expect(
      Decoding("'5'", as: Kind<JSONNumber>.number()).findings.first?.hasSuffix("(write it without quotes)") == true)
  }

  @Test func nullIsReportedWithWhatIsWanted() {
    #expect(
      Decoding("~", as: Kind<Bool>.flag).findings == [
        "SPEC113 'key' has no value: null where true or false is wanted "
          + "(give a value or delete the line; quote the word if it is meant as text)"
      ])
  }

  @Test("a status code is three digits, plain or quoted", arguments: ["100", "200", "\"404\"", "599", "!!str 204"])
  func statusCodes(source: String) {
    let digits = source.filter(\.isNumber)
    #expect(Decoding(source, as: Kind<String>.statusCode("TEST3")).value == digits)
  }

  @Test(
    "nothing else is a status code",
    arguments: [
      "99", "600", "0200", "2e2", "200.0", "2XX", "default", "20", "-200", "٢٠٠", "{}", "\"\"",
    ])
  func noStatusCodes(source: String) {
    #expect(Decoding(source, as: Kind<String>.statusCode("TEST3")).rules == ["TEST3"])
  }

  @Test func wordsBesideStatusCodesAreTakenWhereTheyAreAllowed() {
    let kind = Kind<String>.statusCode("TEST3", default: ["default", "4XX"])
    #expect(Decoding("default", as: kind).value == "default" && Decoding("4XX", as: kind).value == "4XX")
    #expect(Decoding("5XX", as: kind).rules == ["TEST3"] && Decoding("!Ref default", as: kind).rules == ["TEST3"])
  }

  @Test(
    "a slip of case or separator in a word has a rule of its own",
    arguments: [
      ("red", "RED"), ("Red", "RED"), ("dark_blue", "DARK_BLUE"), ("DARK-BLUE", "DARK_BLUE"),
      ("dark-Blue", "DARK_BLUE"),
    ])
  func slips(source: String, right: String) {
    let decoding = Decoding(source, as: Kind<Color>.choice("TEST1"))
    #expect(decoding.findings == ["SPEC115 '\(source)' is not a value of 'key' (write '\(right)')"])
    #expect(decoding.value == nil && decoding.places == [source])
  }

  @Test func otherWordsAreReportedWithTheNearest() {
    #expect(
      Decoding("DARK_BLEU", as: Kind<Color>.choice("TEST1")).findings == [
        "TEST1 'key' must be RED or DARK_BLUE, got 'DARK_BLEU' (did you mean 'DARK_BLUE'?)"
      ])
    #expect(
      Decoding("green", as: Kind<Color>.choice("TEST1")).findings == [
        "TEST1 'key' must be RED or DARK_BLUE, got 'green'"
      ])
    #expect(Decoding("'RED'", as: Kind<Color>.choice("TEST1")).value == .red)
  }
}
