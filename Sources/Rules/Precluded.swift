import Diagnostics

/// A known way to get an API wrong that no spec can take, because the language leaves no room for it. Its number stays
/// taken, and is explained.
public struct Precluded: Sendable {
  public let id: RuleID
  /// A few words, as a heading.
  public let title: String
  /// What in the language makes it impossible, in one sentence.
  public let reason: String

  public init(_ id: RuleID, _ title: String, because reason: String) {
    (self.id, self.title, self.reason) = (id, title, reason)
  }
}
