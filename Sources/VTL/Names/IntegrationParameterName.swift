/// A parameter that an integration sends to its back end: `integration.request.path.id`.
///
/// AWS: PutIntegration, `requestParameters` (API Reference).
public struct IntegrationParameterName: Hashable, Sendable, CustomStringConvertible {
  /// The parts of the request to the back end that mappings can set.
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

  /// Reads `integration.request.LOCATION.NAME`.
  public init(parsing text: String) throws(ExpressionProblem) {
    let parsed = try Self.grammar.parse(text)
    self.init(Location.allCases[parsed.location], parsed.name)
  }

  /// The name in full, as a template writes it.
  public var description: String { Self.grammar.prefix + location.rawValue + "." + name }

  private static let grammar = QualifiedName(
    prefix: "integration.request.", locations: Location.allCases.map(\.rawValue))
}
