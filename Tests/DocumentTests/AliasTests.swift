import Diagnostics
import Testing

@testable import Document

@Suite struct AliasTests {
  @Test func `an alias shares its node and keeps its own place`() throws {
    let outcome = Outcome("a: &x {k: v}\nb: *x\nc: &x 1\nd: *x\n")
    #expect(outcome.tree == "{a: {k: v}, b: {k: v}, c: 1, d: 1}")
    #expect(outcome.source("b") == "*x")
    let document = try #require(outcome.document)
    let (a, b) = (document.value("a", in: document.root), document.value("b", in: document.root))
    #expect(a.map(document.target) == b.map(document.target))
  }

  @Test(arguments: [
    ("a: &a [*a]\n", "1:8 SPEC121"), ("a: &a\n  b: *a\n", "2:6 SPEC121"), ("a: &a [*b]\nb: &b [*a]\n", "1:8 SPEC107"),
    ("a: *b\n", "1:4 SPEC107"), ("x: [\"é😀日\", *x]\n", "1:12 SPEC107"),
  ])
  func `an alias that ends nowhere is refused in place`(text: String, place: String) {
    #expect(Outcome(text).places == [place])
  }

  @Test func `a refused alias marks its node so that nobody complains again`() throws {
    let document = try #require(Outcome("a: *b\nc: 1\n").document)
    #expect(document.entries(document.root).map { document.isRefused($0.value) } == [true, false])
  }

  @Test func `values are counted through aliases of aliases`() {
    var limits = Limits()
    // Two aliases of 1 + 3 values, then one of 1 + 2 + 2 * 4.
    let text = "a: &a [1, 2, 3]\nb: &b [*a, *a]\nc: *b\n"
    limits.aliasedValues = 19
    #expect(Outcome(text, limits: limits).places == [])
    limits.aliasedValues = 18
    #expect(Outcome(text, limits: limits).places == ["3:4 SPEC121"])
    #expect(Outcome(text, limits: limits).document == nil)
  }

  @Test func `text is counted through aliases of aliases`() {
    var limits = Limits()
    // Two aliases of 7 bytes, anchor and all, then one of 11 and twice 7.
    let text = "a: &a text\nb: &b [*a, *a]\nc: *b\n"
    limits.aliasedBytes = 39
    #expect(Outcome(text, limits: limits).places == [])
    limits.aliasedBytes = 38
    #expect(Outcome(text, limits: limits).places == ["3:4 SPEC121"])
    #expect(Outcome(text, limits: limits).document == nil)
  }

  @Test func `depth is counted through aliases`() {
    var limits = Limits()
    limits.depth = 4
    #expect(Outcome("a: &a [[1]]\nb: [*a]\n", limits: limits).places == [])
    #expect(Outcome("a: &a [[1]]\nb: [[*a]]\n", limits: limits).places == ["2:6 SPEC121"])
    #expect(Outcome("a: &a [[1]]\nb: &b [*a]\nc: [*b]\n", limits: limits).places == ["3:5 SPEC121"])
  }

  @Test func `a name may have 255 bytes`() {
    let name = String(repeating: "n", count: 255)
    #expect(Outcome("a: &\(name) 1\nb: *\(name)\n").tree == "{a: 1, b: 1}")
    #expect(Outcome("a: &\(name)n 1\n").places == ["1:4 SPEC107"])
  }
}
