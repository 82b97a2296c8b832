import Testing

@testable import Diagnostics

@Suite struct NameGuessesTests {
  @Test func aNameIsFoundUntilTooManyWereWrong() {
    let names = (0..<1000).map { "name\($0)" }
    var guesses = NameGuesses()
    #expect(guesses.nearest("nmae999", in: names)?.name == "name999")
    for _ in 0..<100 { _ = guesses.nearest("nmae999", in: names) }
    #expect(guesses.areSpent)
    #expect(guesses.nearest("nmae999", in: names) == nil)
  }

  @Test("a hundred wrong names among a thousand are all found, as many as are shown")
  func findsAsManyAsAreShown() {
    let names = (0..<900).map { "name\($0)" }
    var guesses = NameGuesses()
    let found = (0..<100).compactMap { guesses.nearest("nmae\($0)", in: names)?.name }
    #expect(found == (0..<100).map { "name\($0)" })
  }

  @Test func whatIsSpentElsewhereIsSpent() {
    var guesses = NameGuesses()
    guesses.spend(1_000_000)
    #expect(guesses.nearest("nmae", in: ["name"]) == nil)
  }
}
