import Diagnostics
import Testing

@testable import Document

/// What a correction makes of a scalar, with all that is around it.
@Suite struct CorrectionTests {
  private static func document(_ text: String) throws -> Document {
    var report = Report()
    let reading = Document.read(
      Array(text.utf8), name: "a.yaml", files: NoFiles(), limits: Limits(), into: &report)
    return try #require(reading.document)
  }

  /// The text once the value of `k` (or the key itself) is corrected; nil where that is not done.
  private static func corrected(_ text: String, _ correction: Correction, key: Bool = false) throws -> String? {
    let document = try document(text)
    let entry = try #require(document.entries(document.root).first { document.string($0.key) == "k" })
    let edits = document.edits(
      for: Message("SPEC101", "x", correction: correction), at: key ? entry.key : entry.value)
    guard !edits.isEmpty else { return nil }
    var all = DisjointEdits()
    let isTaken = all.insert(edits)
    #expect(isTaken)
    return String(decoding: all.applied(to: Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "the quotes stay as they are",
    arguments: [
      ("k: post # x\n", "k: POST # x\n"), ("k:   'post'\r\nb: 1\r\n", "k:   'POST'\r\nb: 1\r\n"),
      ("{a: 1, k: \"post\"  }", "{a: 1, k: \"POST\"  }"),
      ("k: &a post\n", "k: &a POST\n"), ("k: \"p\\u006Fst\"\n", "k: \"POST\"\n"),
    ])
  func quotes(before: String, after: String) throws {
    #expect(try Self.corrected(before, .text("POST")) == after)
  }

  @Test(
    "text that needs quotes gets them",
    arguments: [
      ("k: abc", "'abc'", "k: \"'abc'\""), ("k: 'abc'", "'abc'", "k: \"'abc'\""), ("k: abc", "a: b", "k: 'a: b'"),
      ("k: abc", "null", "k: 'null'"), ("k: abc", "a'\"b", "k: 'a''\"b'"), ("k: \"abc\"", "a\"b", "k: \"a\\\"b\""),
      ("{k: /a}", "/{a}", "{k: '/{a}'}"), ("k: /{a}/", "/{a}", "k: /{a}"), ("k: abc", "", "k: ''"),
    ])
  func neededQuotes(before: String, text: String, after: String) throws {
    #expect(try Self.corrected(before, .text(text)) == after)
    var report = Report()
    let reading = Document.read(Array(after.utf8), name: "a.yaml", files: NoFiles(), limits: Limits(), into: &report)
    let document = try #require(reading.document)
    #expect(document.value("k", in: document.root).map { document.string($0) } == text)
  }

  @Test("a number loses its quotes")
  func plain() throws {
    #expect(try Self.corrected("k: '7' # seven\n", .plain("7")) == "k: 7 # seven\n")
    #expect(try Self.corrected("k: \"7\"", .plain("7")) == "k: 7")
  }

  @Test(
    "what could mean more than it says is left alone",
    arguments: [
      "k: &a post\nb: *a\n", "a: &a post\nk: *a\n", "k: |\n  post\n", "k: 'po\n  st'\n", "k: [post]\n",
      "k: !!str post\n",
    ])
  func uncertain(text: String) throws {
    #expect(try Self.corrected(text, .text("POST")) == nil)
  }

  @Test("a key does not become one that is there already")
  func keys() throws {
    #expect(try Self.corrected("k: 1\n", .text("key"), key: true) == "key: 1\n")
    #expect(try Self.corrected("'k': 1\n", .text("key"), key: true) == "'key': 1\n")
    #expect(try Self.corrected("k: 1\nkey: 2\n", .text("key"), key: true) == nil)
    #expect(
      try Self.corrected("a: &a {key: 1}\nk: {k: 1}\n", .text("key"), key: true) == "a: &a {key: 1}\nkey: {k: 1}\n")
  }

  /// The text once `old` within the value of `k` is corrected.
  private static func corrected(_ old: String, in text: String, _ new: String) throws -> String? {
    let document = try document(text)
    let node = try #require(document.value("k", in: document.root))
    let value = Array(document.string(node).utf8)
    let start = try #require(value.indices.first { value[$0...].starts(with: old.utf8) })
    let part = start..<start + old.utf8.count
    let edits = document.edits(
      for: Message("SPEC101", "x", correction: .text(new)), at: part, of: node,
      writtenAt: document.span(of: part, in: node))
    guard !edits.isEmpty else { return nil }
    var all = DisjointEdits()
    let isTaken = all.insert(edits)
    #expect(isTaken)
    return String(decoding: all.applied(to: Array(text.utf8)), as: UTF8.self)
  }

  @Test(
    "a part of a text is corrected where it stands",
    arguments: [
      ("k: a $inptu.body b # $inptu\n", "k: a $input.body b # $inptu\n"),
      ("k: |\n    a\n    $inptu.body\n", "k: |\n    a\n    $input.body\n"),
      ("k: \"\\t\\\"$inptu.body\\\"\"\n", "k: \"\\t\\\"$input.body\\\"\"\n"),
      ("k: '''$inptu'''\n", "k: '''$input'''\n"),
      ("k: !Sub \"${x}$inptu\"\n", "k: !Sub \"${x}$input\"\n"),
    ])
  func parts(before: String, after: String) throws {
    #expect(try Self.corrected("inptu", in: before, "input") == after)
  }

  @Test func aPartThatIsWrittenOtherwiseIsLeftAlone() throws {
    #expect(try Self.corrected("inptu", in: "k: \"$inpt\\u0075\"\n", "input") == nil)
    #expect(try Self.corrected("a b", in: "k: \"xa\n  bx\"\n", "c") == nil)
  }

  @Test func aPlainTextGetsQuotesWhenItsPartNeedsThem() throws {
    #expect(try Self.corrected("b", in: "k: a b c\n", "#") == "k: 'a # c'\n")
  }
}
