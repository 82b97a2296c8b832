import Document
import VTL

/// A field whose keys or values name parts of requests and answers.
enum ExpressionField {
  /// `requestParameters` of methods: which parameters there are.
  case declaredParameters
  /// `responseParameters` of a method's responses: which headers there are.
  case declaredHeaders
  /// `requestParameters` of an integration.
  case requestMapping
  /// `responseParameters` of an integration's responses.
  case responseMapping
  /// `responseHeaders` of a gateway response.
  case gatewayResponseHeaders
  case cacheKey
  case identitySource
  /// `stageVariable` of an identity source that is spelled out: a name alone.
  case stageVariable
  /// `context` of an identity source that is spelled out: a name alone.
  case contextVariable

  /// - Parameter slot: what the language says of the field's value.
  init?(_ slot: Slot) {
    switch (slot.record, slot.row?.name) {
    case ("a method", "requestParameters"), ("method options", "requestParameters"): self = .declaredParameters
    case ("a method response", "responseParameters"): self = .declaredHeaders
    case ("an integration", "requestParameters"): self = .requestMapping
    case ("an integration response", "responseParameters"): self = .responseMapping
    case ("a gateway response", "responseHeaders"): self = .gatewayResponseHeaders
    case ("an integration", "cacheKeyParameters"): self = .cacheKey
    case (_, "identitySources"), (_, "identitySource"): self = .identitySource
    case ("an identity source", "stageVariable"): self = .stageVariable
    case ("an identity source", "context"): self = .contextVariable
    default: return nil
    }
  }

  /// What may be a key under the field; those that end in `.` want a name behind it.
  func keys(_ request: RequestSurroundings) -> [String] {
    switch self {
    case .declaredParameters:
      request.pathParameters + RequestParameterName.Location.allCases.map { "method.request.\($0.rawValue)." }
    case .declaredHeaders: ["method.response.header."]
    case .requestMapping:
      request.parameters.map { "integration.request." + $0.dropFirst("method.request.".count) }
        + IntegrationParameterName.Location.allCases.map { "integration.request.\($0.rawValue)." }
    case .responseMapping: request.responseHeaders + ["method.response.header."]
    case .gatewayResponseHeaders, .cacheKey, .identitySource, .stageVariable, .contextVariable: []
    }
  }

  /// What may be a value of the field, or an item; those that end in `.` want a name behind it.
  func values(_ request: RequestSurroundings) -> [String] {
    switch self {
    case .declaredParameters, .declaredHeaders: []
    case .requestMapping: request.parameters + Self.requestSources + request.always(in: .mappingExpression)
    case .responseMapping: Self.responseSources + request.always(in: .mappingExpression)
    case .gatewayResponseHeaders: Self.requestSources + request.always(in: .gatewayResponse)
    case .cacheKey: request.parameters + request.integrationParameters
    case .identitySource:
      ["method.request.header.", "method.request.querystring."] + request.always(in: .identitySource)
    case .stageVariable: request.stageVariables
    case .contextVariable: Self.contextVariables(in: .identitySource)
    }
  }

  private static let requestSources =
    MappingExpression.RequestLocation.allCases.map { "method.request.\($0.rawValue)." } + ["method.request.body"]

  private static let responseSources =
    MappingExpression.ResponseLocation.allCases.map { "integration.response.\($0.rawValue)." }
    + ["integration.response.body"]

  /// Names of context variables; of a family, such as `authorizer.*`, what they begin with.
  fileprivate static func contextVariables(in use: ContextVariable.Uses) -> [String] {
    ContextVariable.all.filter { $0.uses.contains(use) }.map { $0.familyPrefix ?? $0.pattern }
  }
}

extension RequestSurroundings {
  /// What can be named wherever an expression stands.
  fileprivate func always(in use: ContextVariable.Uses) -> [String] {
    stageVariables.map { "stageVariables.\($0)" }
      + ExpressionField.contextVariables(in: use).map { "context.\($0)" }
  }
}

extension Place {
  /// The parts of requests and answers that a key here may name.
  func expressionKeys(in document: Document) -> [String] {
    ExpressionField(slot)?.keys(RequestSurroundings(self, document)) ?? []
  }

  /// The parts of requests and answers that a value here may name.
  func expressionValues(in document: Document) -> [String] {
    guard slot.shapes.contains(where: { if case .text = $0 { true } else { false } }) else { return [] }
    // A value under a key of the user's has no row of its own: its mapping is the field.
    let field = slot.row == nil ? mapping.map { document.place(of: $0).slot } : slot
    return field.flatMap(ExpressionField.init)?.values(RequestSurroundings(self, document)) ?? []
  }
}
