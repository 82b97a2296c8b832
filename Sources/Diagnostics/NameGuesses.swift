/// Finds the names that were meant, within bounds: a spec that is made of wrong names shall not take longer for it.
public struct NameGuesses: Sendable {
  /// Comparisons that are still worth their time: enough to compare each of the hundred names whose diagnostics are
  /// shown with a thousand others.
  private var comparisons = 100_000
  /// What a guess costs beside its comparisons.
  private static let ownCost = 100

  public init() {}

  /// Whether there were too many wrong names for more to be looked at.
  public var areSpent: Bool { comparisons <= 0 }

  /// Takes the cost of going through that many names off what is left.
  public mutating func spend(_ count: Int) {
    comparisons -= Self.ownCost + count
  }

  /// The nearest of the candidates, as `nearest(_:in:)` finds it; nil also where the guesses are spent.
  public mutating func nearest(_ name: String, in candidates: some Collection<String>) -> Nearest? {
    if areSpent { return nil }
    spend(candidates.count)
    return Diagnostics.nearest(name, in: candidates)
  }
}
