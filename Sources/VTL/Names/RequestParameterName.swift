/// A parameter that a method declares: `method.request.header.X-Trace`.
///
/// AWS: PutMethod, `requestParameters` (API Reference), and rest-api-parameter-mapping-sources (Developer Guide). The
/// multi-value forms exist only as sources of a mapping; a method declares the single-value form.
public struct RequestParameterName: Hashable, Sendable, CustomStringConvertible {
  /// The parts of a request that a method can declare parameters of.
  public enum Location: String, CaseIterable, Sendable {
    case path, querystring, header
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

  /// Reads `method.request.LOCATION.NAME`.
  public init(parsing text: String) throws(ExpressionProblem) {
    let parsed = try Self.grammar.parse(text)
    self.init(Location.allCases[parsed.location], parsed.name)
  }

  /// The name in full, as a template writes it.
  public var description: String { Self.grammar.prefix + location.rawValue + "." + name }

  private static let grammar = QualifiedName(
    prefix: "method.request.", locations: Location.allCases.map(\.rawValue))
}
