import Diagnostics
import Testing

@testable import Document

@Suite struct SyntaxTests {
  @Test(arguments: [
    ("a: \"b\nc: d\n", "1:4", "quote"), ("a: 'b\n", "1:4", "quote"), ("a: [b, c", "1:4", "bracket"),
    ("a: {b: c\n\n# d\n", "1:4", "bracket"), ("a: [b}\n", "1:6", "expected ',' or ']'"),
    ("a:\n    b: 1\n  c: 2\n", "3:3", "key"), ("a:\n\tb: 1\n", "2:1", "tab"), ("a: b: c\n", "1:5", "':'"),
    ("a: \"\\q\"\n", "1:5", "\\q"), ("a: \"\\uD83D\\uDE00\"\n", "1:5", "\\uD83D"), ("a: @b\n", "1:4", "character"),
    ("a:\n- b\nc\n", "3:1", "':'"), ("a: !x!y z\n", "1:4", "tag"), ("- a\nb: c\n", "2:1", "'- '"),
  ])
  func `a syntax error stands where it is to be mended`(text: String, place: String, word: String) {
    let outcome = Outcome(text)
    #expect(outcome.places == ["\(place) SPEC107"])
    #expect(outcome.texts.allSatisfy { $0.contains(word) }, "\(outcome.texts)")
    #expect(outcome.document == nil)
  }

  @Test func `a key over 1,024 characters has words of its own`() {
    let outcome = Outcome("a: 1\n" + String(repeating: "é", count: 1100) + ": v\n")
    #expect(outcome.places == ["2:1 SPEC107"])
    #expect(outcome.texts.allSatisfy { $0.contains("1,024") })
  }

  @Test func `half a surrogate pair names the character that was meant`() {
    #expect(Outcome("a: \"\\uD83D\\uDE00\"\n").report.sorted.first?.message.help?.contains("\\U0001F600") == true)
  }

  @Test(arguments: [
    ("%TAG ! x\n---\na: 1\n", "1:1"), ("# c\n%FOO bar\n---\na: 1\n", "2:1"), ("%YAML 1.3\n---\na: 1\n", "1:1"),
    ("%YAML 1.99999999999999999999\n---\na: 1\n", "1:1"), ("%YAML 1.2\n%YAML 1.2\n---\na: 1\n", "2:1"),
    ("a: b\n%TAG ! x\n---\nc: d\n", "2:1"),
  ])
  func `a directive that is not allowed is refused`(text: String, place: String) {
    let outcome = Outcome(text)
    #expect(outcome.places == ["\(place) SPEC107"])
    #expect(outcome.texts.allSatisfy { $0.contains("irective") })
  }

  @Test(arguments: [
    "%YAML 1.2\n---\na: 1\n", "%YAML 1.1 # old\n---\na: 1\n...\n", "---\na: 1\n...\n# end\n...\n", "a: 1", "{a: 1}\n\n",
  ])
  func `one document, with or without its marks, is read`(text: String) {
    #expect(Outcome(text).places == [])
    #expect(Outcome(text).tree == "{a: 1}")
  }

  @Test(arguments: [
    ("", "1:1"), ("# c\n", "1:1"), ("a: 1\n---\nb: 1\n", "2:1"), ("a: 1\n... # c\n\nevil: x\n", "4:1"),
    ("a: 1\n...\n---\n", "3:1"), ("---\n---\n", "2:1"),
  ])
  func `no document and a second one are refused`(text: String, place: String) {
    #expect(Outcome(text).places == ["\(place) SPEC107"])
    #expect(Outcome(text).document == nil)
  }

  @Test(arguments: [
    "!!python/object:os.system [id]", "!Unknown x", "!!int 1", "!!set {a}", "!<tag:x,2000:y> z", "!!str [a]",
  ])
  func `an unknown tag is refused where it stands, and reading goes on`(value: String) {
    #expect(Outcome("a: \(value)\nb: *x\n").places == ["1:4 SPEC107", "2:4 SPEC107"])
    #expect(Outcome("a: &n \(value)\n").places == ["1:7 SPEC107"])
  }

  @Test func `tags that are known keep their meaning`() {
    let text = "a: !Ref X\nb: !!str 200\nc: ! 200\nd: !Sub ['x', {y: !GetAtt Z.Arn}]\ne: !!map {f: !!seq [g]}\n"
    #expect(Outcome(text).places == [])
    let tree = "{a: !Ref X, b: '200', c: '200', d: ['x', {y: !GetAtt Z.Arn}], e: {f: [g]}}"
    #expect(Outcome(text).tree == tree)
    #expect(Outcome(text).document.map { $0.tag($0.value("d", in: $0.root) ?? .none) } == "!Sub")
  }

  @Test(arguments: [
    ("? {a: b}\n: c\n", "1:3"), ("? [a, [b]]\n: c\nd: 1\n", "1:3"), (": c\n", "1:1"), ("~: c\n", "1:1"),
    ("{null: c}\n", "1:2"), ("!Ref a: b\n", "1:1"), ("a: &a [b]\n*a : c\n", "2:1"),
  ])
  func `a key that is no text is refused in place`(text: String, place: String) {
    #expect(Outcome(text).places == ["\(place) SPEC107"])
  }
}
