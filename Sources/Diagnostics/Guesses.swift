/// Guesses at what wrong names were meant as, for as long as they are worth their time: a spec that is made of wrong
/// names shall not take longer for it.
public struct Guesses: Sendable {
  /// Comparisons of two names that may still be made.
  private var left = 1_000_000

  public init() {}

  /// What one wrong name is compared with; nil where there were too many before.
  public mutating func candidates<Names: Collection>(_ names: @autoclosure () -> Names) -> Names? {
    guard left > 0 else { return nil }
    let names = names()
    // However few there are, the name itself has to be looked at.
    left -= 1_000 + names.count
    return names
  }

  /// The candidate that is nearest; nil also where there were too many wrong names before.
  public mutating func nearest<Names: Collection<String>>(
    _ name: String, in names: @autoclosure () -> Names
  ) -> String? {
    candidates(names()).flatMap { Diagnostics.nearest(name, in: $0) }
  }
}
