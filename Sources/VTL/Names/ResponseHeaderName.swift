/// A header that a method response declares: `method.response.header.Location`.
///
/// AWS: PutMethodResponse, `responseParameters` (API Reference). Headers are all that a response can declare.
public struct ResponseHeaderName: Hashable, Sendable, CustomStringConvertible {
  /// The only part of a response that has parameters.
  public enum Location: String, CaseIterable, Sendable {
    case header
  }

  /// Where the value stands.
  public let location: Location
  /// The parameter's own name, in `[a-zA-Z0-9._$-]+`.
  public let name: String

  /// The name of the parameter `name` in `location`; the caller knows that the name is legal.
  public init(_ location: Location, _ name: String) {
    self.location = location
    self.name = name
  }

  /// Reads `method.response.LOCATION.NAME`.
  public init(parsing text: String) throws(ExpressionProblem) {
    let parsed = try Self.grammar.parse(text)
    self.init(Location.allCases[parsed.location], parsed.name)
  }

  /// The name in full, as a template writes it.
  public var description: String { Self.grammar.prefix + location.rawValue + "." + name }

  private static let grammar = QualifiedName(
    prefix: "method.response.", locations: Location.allCases.map(\.rawValue))
}
