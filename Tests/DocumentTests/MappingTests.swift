import Diagnostics
import Testing

@testable import Document

@Suite struct MappingTests {
  @Test(arguments: [
    ("a: 1\na: 2\n", "2:1", "1:1"), ("a: 1\n\"a\": 2\n", "2:1", "1:1"), ("'a': 1\n\"\\x61\": 2\n", "2:1", "1:1"),
    ("a: 1\n!!str a: 2\n", "2:1", "1:1"), ("x: {a: 1, a: 2}\n", "1:11", "1:5"), ("a: 1\n? a\n: 2\n", "2:3", "1:1"),
    ("&k a: 1\n*k : 2\n", "2:1", "1:1"), ("caf\u{E9}: 1\ncafe\u{301}: 2\n", "2:1", "1:1"),
    ("K: 1\n\u{212A}: 2\n", "2:1", "1:1"), ("200: 1\n\"200\": 2\n", "2:1", "1:1"), ("<<: {}\n<<: {}\n", "2:1", "1:1"),
  ])
  func `a key that is there already is a duplicate, however it is written`(text: String, place: String, first: String) {
    let outcome = Outcome(text)
    #expect(outcome.places == ["\(place) SPEC104"])
    #expect(outcome.related == [first])
    #expect(outcome.texts.allSatisfy { $0.contains("duplicate") })
  }

  @Test func `duplicates in a large mapping are all found, and readers see the first`() {
    let keys = (0..<1000).map { "key\($0 % 990): \($0)" }
    let outcome = Outcome(keys.joined(separator: "\n"))
    #expect(outcome.places == (991...1000).map { "\($0):1 SPEC104" })
    #expect(outcome.related == (1...10).map { "\($0):1" })
    #expect(outcome.document.map { Array($0.entries($0.root)).count } == 990)
  }

  @Test(arguments: 1...40)
  func `keys that differ are no duplicates, whatever their number and length`(count: Int) {
    let keys = (0..<count).map {
      String(repeating: "k", count: $0) + "é: 1\n" + String(repeating: "k", count: $0 + 1) + ": 1\n"
    }
    #expect(Outcome(keys.joined()).places == [])
  }

  @Test(arguments: [
    ("<<: *b\nk: own", "{k: own, l: 2}"), ("k: own\n<<: [*b, *c]", "{k: own, l: 2, m: 4}"),
    ("<<: [*c, *b]", "{l: 3, m: 4, k: 1}"), ("<<: {k: 5}", "{k: 5}"), ("\"<<\": *b", "{<<: {k: 1, l: 2}}"),
    ("<<: *d", "{n: 6, k: 1, l: 2}"), ("<<: []\nz: 1", "{z: 1}"),
  ])
  func `merge keys give what they would if written out, own entries first`(text: String, result: String) {
    let base = "b: &b {k: 1, l: 2}\nc: &c {l: 3, m: 4}\nd: &d {<<: *b, n: 6}\ne:\n"
    let outcome = Outcome(base + text.split(separator: "\n").map { "  \($0)\n" }.joined())
    #expect(outcome.places == [])
    #expect(outcome.tree.hasSuffix("e: \(result)}"), "\(outcome.tree)")
  }

  @Test(arguments: [("a: {<<: x}\n", "1:9"), ("a:\n  <<: [{}, x]\n", "2:12"), ("a: {<<: }\n", "1:8")])
  func `a merge key that merges no mapping is refused at its value`(text: String, place: String) {
    #expect(Outcome(text).places == ["\(place) SPEC107"])
  }

  @Test func `a mapping that merges itself is refused`() {
    #expect(Outcome("a: &a\n  <<: *a\n").places == ["2:7 SPEC121"])
  }
}
