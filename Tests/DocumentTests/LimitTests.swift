import Diagnostics
import Testing

@testable import Document

@Suite struct LimitTests {
  @Test(arguments: ["[", "{a: "])
  func `nesting ends at the limit, however deep the text goes on`(opening: String) {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      "a: " + String(repeating: opening, count: depth) + String(repeating: closing, count: depth)
    }
    #expect(Outcome(nested(99)).places == [])
    #expect(Outcome(nested(100)).places == ["1:\(4 + 99 * opening.utf8.count) SPEC107"])
    let outcome = Outcome(nested(100_000))
    #expect(outcome.texts.count == 1)
    #expect(outcome.texts.allSatisfy { $0.contains("deep") && $0.contains("100") })
  }

  @Test func `depth is counted inside keys, too`() {
    let outcome = Outcome(String(repeating: "? ", count: 10_000) + "x")
    #expect(outcome.texts.count == 2)
    #expect(outcome.texts.contains { $0.contains("deep") })
  }

  @Test func `keys and values are counted`() {
    var limits = Limits()
    limits.values = 5
    #expect(Outcome("a: 1\nb: 2\n", limits: limits).places == [])
    #expect(Outcome("a: 1\nb: 2\nc: 3\n", limits: limits).places == ["3:1 SPEC107"])
  }

  @Test func `a file over the limit is not looked at`() {
    var limits = Limits()
    limits.specBytes = 4
    #expect(Outcome("a: 1", limits: limits).places == [])
    let outcome = Outcome("a: \u{7}", files: MemoryFiles(), limits: Limits())
    #expect(outcome.places == ["1:4 SPEC107"])
    #expect(Outcome("a: \u{7}1", limits: limits).texts.allSatisfy { $0.contains("large") })
  }

  @Test func `an endless supply of wrong characters ends in a hundred findings`() {
    #expect(Outcome(String(repeating: "\u{7}", count: 5000)).report.diagnostics.count == 100)
  }
}
