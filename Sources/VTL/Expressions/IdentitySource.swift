/// What an authorizer identifies a caller by: `method.request.header.Authorization`.
///
/// AWS: CreateAuthorizer, `identitySource` (API Reference), and api-gateway-lambda-authorizer-input (Developer Guide).
public enum IdentitySource: Hashable, Sendable, CustomStringConvertible {
  /// `method.request.header.NAME`.
  case header(String)
  /// `method.request.querystring.NAME`.
  case querystring(String)
  /// `stageVariables.NAME`.
  case stageVariable(String)
  /// `context.NAME`; the name is a published one that has a value before authorization.
  case context(String)

  /// Reads one source, without blanks around it.
  public init(parsing text: String) throws(ExpressionProblem) {
    let bytes = Array(text.utf8)
    if bytes.allSatisfy(NameBytes.isBlank) { throw ExpressionProblem(.empty, at: 0) }
    if let comma = bytes.firstIndex(of: UInt8(ascii: ",")) { throw ExpressionProblem(.list, at: comma) }
    if let plain = DollarReference.stripped(bytes) {
      throw ExpressionProblem(.httpAPIForm, at: 0, suggestion: Self.legal(plain.text), isCertain: true)
    }
    if bytes.starts(with: VariableReference.stageVariables.utf8) {
      self = .stageVariable(try VariableReference.stageVariable(bytes))
    } else if bytes.starts(with: VariableReference.context.utf8) {
      self = .context(try VariableReference.contextVariable(bytes, in: .identitySource))
    } else {
      self = try Self.requestParameter(text)
    }
  }

  private static func requestParameter(_ text: String) throws(ExpressionProblem) -> IdentitySource {
    if let other = try? MappingExpression(parsing: text, on: .request) {
      switch other {
      case .requestParameter(.header, let name): return .header(name)
      case .requestParameter(.querystring, let name): return .querystring(name)
      case .requestParameter(.path, _): throw ExpressionProblem(.pathParameter, at: "method.request.".utf8.count)
      case .requestParameter(let location, let name):
        let meant = RequestParameterName(location.declared, name).description
        throw ExpressionProblem(.notAnIdentitySource, at: 0, suggestion: meant)
      default: throw ExpressionProblem(.notAnIdentitySource, at: 0)
      }
    }
    let parsed = try grammar.parse(text)
    return parsed.location == 0 ? .header(parsed.name) : .querystring(parsed.name)
  }

  private static func legal(_ candidate: String) -> String? {
    // Dollar before dollar before dollar would be followed one by one.
    if candidate.utf8.first == UInt8(ascii: "$") { return nil }
    return (try? IdentitySource(parsing: candidate)) == nil ? nil : candidate
  }

  private static let grammar = QualifiedName(prefix: "method.request.", locations: ["header", "querystring"])

  /// The source as a template writes it.
  public var description: String {
    switch self {
    case .header(let name): "method.request.header." + name
    case .querystring(let name): "method.request.querystring." + name
    case .stageVariable(let name): "stageVariables." + name
    case .context(let name): "context." + name
    }
  }
}
