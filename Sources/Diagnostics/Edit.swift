/// A change of the source that makes it say what was certainly meant.
public struct Edit: Hashable, Sendable {
  /// What is replaced; it lies in one file.
  public let span: Span
  /// The new source text, quoted and escaped as its place needs it.
  public let replacement: String

  public init(_ span: Span, _ replacement: String) {
    (self.span, self.replacement) = (span, replacement)
  }
}
