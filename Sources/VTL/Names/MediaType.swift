/// A media type, as template keys, model content types and binary media types have them: `application/json`.
///
/// The grammar is RFC 9110's, section 8.3.1: `type/subtype`, then parameters behind semicolons. API Gateway refuses
/// other keys with "Invalid content type specified"; that includes words such as `json` and `$default`.
public struct MediaType: Hashable, Sendable, CustomStringConvertible {
  /// One parameter, `charset=utf-8`; a quoted value keeps its quotes.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  /// Why a text is no media type, and at which UTF-8 byte.
  public struct Problem: Error, Hashable, Sendable {
    /// What is off.
    public enum Kind: Hashable, Sendable {
      /// There is nothing before the slash.
      case missingType
      /// There is no slash.
      case missingSlash
      /// There is nothing behind the slash.
      case missingSubtype
      /// A semicolon without `name=value` behind it.
      case badParameter
      /// A character that neither types nor parameters can hold.
      case illegalCharacter(Unicode.Scalar)
    }

    public let kind: Kind
    public let offset: Int
  }

  /// The text as it was written.
  public let description: String
  /// The part before the slash, as written.
  public let type: String
  /// The part behind the slash, as written.
  public let subtype: String
  /// The parameters in their order.
  public let parameters: [Parameter]

  /// The type and the subtype in lower case: what media types are compared by.
  public var essence: String { (type + "/" + subtype).lowercased() }

  /// Whether the type or the subtype is `*`: such types match requests but never name a body.
  public var isWildcard: Bool { type == "*" || subtype == "*" }

  /// Reads a media type.
  public init(parsing text: String) throws(Problem) {
    var scanner = MediaTypeScanner(text)
    type = try scanner.token(orThrow: .missingType)
    try scanner.slash()
    subtype = try scanner.token(orThrow: .missingSubtype)
    parameters = try scanner.parameters()
    description = text
  }
}
