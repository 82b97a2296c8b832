import Testing

@testable import Diagnostics

@Suite struct LineBreakerTests {
  @Test func linesAreBrokenBetweenWords() {
    let broken = LineBreaker(width: 16).broken("the quick brown fox jumps over", indent: 2)
    #expect(broken == "the quick brown\n  fox jumps over")
  }

  @Test func aLineThatFitsExactlyStays() {
    #expect(LineBreaker(width: 9).broken("the quick", indent: 2) == "the quick")
    #expect(LineBreaker(width: 8).broken("the quick", indent: 2) == "the\n  quick")
  }

  @Test func aWordIsNeverBroken() {
    #expect(LineBreaker(width: 10).broken("see https://example.com/a/b now") == "see\nhttps://example.com/a/b\nnow")
  }

  @Test func theBlanksAtTheStartOfALineStay() {
    #expect(LineBreaker(width: 14).broken("   = help: remove it", indent: 4) == "   = help:\n    remove it")
  }

  @Test func anIndentLeavesHalfOfTheWidth() {
    #expect(LineBreaker(width: 8).broken("one two three", indent: 40) == "one two\n    three")
  }

  @Test func lineEndsStay() {
    #expect(LineBreaker(width: 7).broken("one two\n\nthree four") == "one two\n\nthree\nfour")
  }

  @Test func coloursTakeNoColumns() {
    #expect(LineBreaker(width: 7).broken("\u{1B}[1;31mone\u{1B}[0m two") == "\u{1B}[1;31mone\u{1B}[0m two")
  }

  @Test(arguments: [("日本 語", 7), ("é é", 3), ("e\u{301} x", 3), ("🎉 x", 4), ("ก็ x", 3), ("✅ x", 4), ("❤ x", 3)])
  func columnsAreThoseOfATerminal(text: String, columns: Int) {
    #expect(LineBreaker.columns(of: text.utf8) == columns)
    #expect(LineBreaker(width: columns).broken(text) == text)
    #expect(LineBreaker(width: columns - 1).broken(text).contains("\n"))
  }

  @Test func withoutATerminalNothingIsBroken() {
    let long = String(repeating: "word ", count: 100)
    #expect(LineBreaker(width: nil).broken(long) == long)
  }
}
