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

  public init(_ message: Message, at span: Span, related: [Related] = []) {
    self.message = message
    self.span = span
    self.related = related
  }
}
