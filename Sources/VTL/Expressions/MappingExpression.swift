/// The value of a parameter mapping: where API Gateway takes a header, a path variable or a query parameter from.
///
/// AWS: rest-api-parameter-mapping-sources (Developer Guide); for gateway responses
/// api-gateway-swagger-extensions-gateway-responses.responseParameters.
public enum MappingExpression: Hashable, Sendable, CustomStringConvertible {
  /// Which mapping the expression stands in, and so which sources it can read.
  public enum Side: Sendable {
    /// A value of an integration's `requestParameters`.
    case request
    /// A value of an integration response's `responseParameters`.
    case response
    /// A value of a gateway response's `responseParameters`.
    case gatewayResponse
  }

  /// The parts of a request that an expression can read by name.
  public enum RequestLocation: String, CaseIterable, Sendable {
    case path, querystring, multivaluequerystring, header, multivalueheader

    /// Where a method declares the parameter; several values are declared as one is.
    public var declared: RequestParameterName.Location {
      switch self {
      case .path: .path
      case .querystring, .multivaluequerystring: .querystring
      case .header, .multivalueheader: .header
      }
    }
  }

  /// The headers of an integration's response: the last value of one, or all.
  public enum ResponseLocation: String, CaseIterable, Sendable {
    case header, multivalueheader
  }

  /// `method.request.header.X` and its like.
  case requestParameter(RequestLocation, String)
  /// `method.request.body`, with the JSONPath (its `$.` left out) of the field to take, if any.
  case requestBody(jsonPath: String?)
  /// `integration.response.header.X`, `integration.response.multivalueheader.X`.
  case integrationHeader(ResponseLocation, String)
  /// `integration.response.body`, with the JSONPath (its `$.` left out) of the field to take, if any.
  case integrationBody(jsonPath: String?)
  /// `stageVariables.NAME`.
  case stageVariable(String)
  /// `context.NAME`; the name is a published one.
  case context(String)
  /// `'text'`, here without its quotes.
  case text(String)

  /// Reads the value of a mapping on `side`.
  public init(parsing text: String, on side: Side) throws(ExpressionProblem) {
    self = try MappingExpressionParser(text, side).parse()
  }

  /// The parameter a method has to declare for this expression, if it reads one.
  public var declaredParameter: RequestParameterName? {
    guard case .requestParameter(let location, let name) = self else { return nil }
    return RequestParameterName(location.declared, name)
  }

  /// The expression as a template writes it.
  public var description: String {
    switch self {
    case .requestParameter(let location, let name): "method.request." + location.rawValue + "." + name
    case .requestBody(let path): "method.request.body" + (path.map { "." + $0 } ?? "")
    case .integrationHeader(let location, let name): "integration.response." + location.rawValue + "." + name
    case .integrationBody(let path): "integration.response.body" + (path.map { "." + $0 } ?? "")
    case .stageVariable(let name): "stageVariables." + name
    case .context(let name): "context." + name
    case .text(let text): "'" + text + "'"
    }
  }
}
