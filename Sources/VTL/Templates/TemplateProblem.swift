extension MappingTemplate {
  /// Something in a template that Velocity refuses, or prints although it was meant as a directive.
  public struct Problem: Error, Hashable, Sendable {
    /// What is off.
    public enum Kind: Hashable, Sendable {
      /// A bracket, a quote or a comment is opened at the offset and not closed: `(`, `"`, `#*`.
      case unclosed(String)
      /// A directive with a body, at the offset, has no `#end`.
      case unclosedDirective(String)
      /// `#end`, `#else` or `#elseif` without anything it could belong to.
      case unopenedDirective(String)
      /// A word behind `#` that is no directive and was probably meant as one.
      case unknownDirective(String)
      /// Something has to stand at the offset and does not: `(`, `=`, `in`, `reference`, `name` or `value`.
      case expected(String)
      /// A character that cannot stand at the offset.
      case unexpected(Unicode.Scalar)
      /// The nesting goes deeper than anyone can mean.
      case tooDeep
    }

    /// What is off.
    public let kind: Kind
    /// Where, in UTF-8 bytes from the start of the template; at most the template's length.
    public let offset: Int
    /// The directive that was probably meant, without its `#`, where the problem is an unknown one.
    public let suggestion: String?

    init(_ kind: Kind, at offset: Int, suggestion: String? = nil) {
      self.kind = kind
      self.offset = offset
      self.suggestion = suggestion
    }
  }
}
