/// What a report that is read without the program says of a rule.
public struct RuleDescription: Sendable {
  public let id: RuleID
  public let severity: Severity
  /// A few words, as a heading.
  public let title: String
  /// What AWS does otherwise.
  public let why: String
  /// The whole explanation, as plain text and as Markdown.
  public let text: String
  public let markdown: String

  public init(
    _ id: RuleID, severity: Severity, title: String, why: String, text: String, markdown: String
  ) {
    (self.id, self.severity, self.title, self.why) = (id, severity, title, why)
    (self.text, self.markdown) = (text, markdown)
  }
}
