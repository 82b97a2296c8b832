/// A parameter that a gateway response sets: `gatewayresponse.header.Access-Control-Allow-Origin`.
///
/// AWS: api-gateway-swagger-extensions-gateway-responses.responseParameters (Developer Guide).
public struct GatewayResponseParameterName: Hashable, Sendable, CustomStringConvertible {
  /// The positions the extension lists.
  public enum Location: String, CaseIterable, Sendable {
    case header, path, querystring
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

  /// Reads `gatewayresponse.LOCATION.NAME`.
  public init(parsing text: String) throws(ExpressionProblem) {
    let parsed = try Self.grammar.parse(text)
    self.init(Location.allCases[parsed.location], parsed.name)
  }

  /// The name in full, as a template writes it.
  public var description: String { Self.grammar.prefix + location.rawValue + "." + name }

  private static let grammar = QualifiedName(
    prefix: "gatewayresponse.", locations: Location.allCases.map(\.rawValue))
}
