/// Reads one mapping expression.
struct MappingExpressionParser {
  private let text: String
  private let bytes: [UInt8]
  private let side: MappingExpression.Side
  /// Whether a text that starts like no expression is looked at for what was meant: not while a guess is tried, which
  /// could lead to the next guess for ever.
  private let explains: Bool

  init(_ text: String, _ side: MappingExpression.Side, explains: Bool = true) {
    (self.text, self.side, self.explains) = (text, side, explains)
    bytes = Array(text.utf8)
  }

  func parse() throws(ExpressionProblem) -> MappingExpression {
    guard let first = bytes.first, let last = bytes.last else {
      throw ExpressionProblem(.empty, at: 0, suggestion: "''")
    }
    if NameBytes.isBlank(first) || NameBytes.isBlank(last) { throw misreading }
    if first == UInt8(ascii: "'") { return .text(try staticText()) }
    if starts("method.request.") { return try methodRequest() }
    if starts("integration.response.") { return try integrationResponse() }
    if starts(VariableReference.stageVariables) { return .stageVariable(try VariableReference.stageVariable(bytes)) }
    if starts(VariableReference.context) {
      let use: ContextVariable.Uses = side == .gatewayResponse ? .gatewayResponse : .mappingExpression
      return .context(try VariableReference.contextVariable(bytes, in: use))
    }
    throw misreading
  }

  private var misreading: ExpressionProblem {
    explains ? ExpressionMisreading(text, side).problem : ExpressionProblem(.unquotedText, at: 0)
  }

  private func starts(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

  private func staticText() throws(ExpressionProblem) -> String {
    guard let end = bytes[1...].firstIndex(of: UInt8(ascii: "'")) else {
      throw ExpressionProblem(.unclosedQuote, at: bytes.count, suggestion: text + "'")
    }
    if end != bytes.count - 1 { throw ExpressionProblem(.quoteInsideText, at: end) }
    return bytes[1..<end].text
  }

  private func methodRequest() throws(ExpressionProblem) -> MappingExpression {
    if side == .response { throw ExpressionProblem(.otherSide, at: 0, suggestion: mirrored()) }
    if let path = try body(after: "method.request.body") { return .requestBody(jsonPath: path.jsonPath) }
    let parsed = try Self.requestSource.parse(text)
    return .requestParameter(MappingExpression.RequestLocation.allCases[parsed.location], parsed.name)
  }

  private func integrationResponse() throws(ExpressionProblem) -> MappingExpression {
    if side != .response { throw ExpressionProblem(.otherSide, at: 0, suggestion: mirrored()) }
    if let path = try body(after: "integration.response.body") { return .integrationBody(jsonPath: path.jsonPath) }
    let parsed = try Self.responseSource.parse(text)
    return .integrationHeader(MappingExpression.ResponseLocation.allCases[parsed.location], parsed.name)
  }

  /// The JSONPath behind `prefix`, or nothing when the text is no body expression.
  private func body(after prefix: String) throws(ExpressionProblem) -> (jsonPath: String?, Void)? {
    guard starts(prefix) else { return nil }
    let end = prefix.utf8.count
    if bytes.count == end { return (nil, ()) }
    guard bytes[end] == UInt8(ascii: ".") else { return nil }
    if bytes.count == end + 1 { throw ExpressionProblem(.missingName, at: end + 1, suggestion: prefix) }
    return (bytes[(end + 1)...].text, ())
  }

  /// The same source on the other side of the integration, where there is one.
  private func mirrored() -> String? {
    let (from, to, source) =
      side == .response
      ? ("method.request.", "integration.response.", MappingExpression.Side.request)
      : ("integration.response.", "method.request.", .response)
    let mirror = to + bytes[from.utf8.count...].text
    guard (try? MappingExpression(parsing: text, on: source)) != nil else { return nil }
    return (try? MappingExpression(parsing: mirror, on: side)) == nil ? nil : mirror
  }

  private static let requestSource = QualifiedName(
    prefix: "method.request.", locations: MappingExpression.RequestLocation.allCases.map(\.rawValue))
  private static let responseSource = QualifiedName(
    prefix: "integration.response.", locations: MappingExpression.ResponseLocation.allCases.map(\.rawValue))
}
