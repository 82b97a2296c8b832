/// Another place that explains a diagnostic: where the first of two stands, what is contradicted.
public struct Related: Hashable, Sendable {
  public let span: Span
  public let text: String

  public init(_ text: String, at span: Span) {
    self.span = span
    self.text = text
  }
}

/// A message at its place.
public struct Diagnostic: Hashable, Sendable {
  public let message: Message
  public let span: Span
  public let related: [Related]
  /// The changes that certainly mend it, to be made all together; none where a person has to decide.
  public let edits: [Edit]

  public init(_ message: Message, at span: Span, related: [Related] = [], edits: [Edit] = []) {
    self.message = message
    self.span = span
    self.related = related
    self.edits = edits
  }

  /// The place and the sentence tell almost all findings apart, and cost a fifth of all there is.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(span.start) << 32 | UInt64(span.end))
    message.text.hash(into: &hasher)
  }
}
