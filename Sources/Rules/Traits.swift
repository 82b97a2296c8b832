import Spec

/// What a method may have that rules look at: a rule that says so is only asked about methods that have it.
public struct Traits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  // What the method declares.
  public static let authorizationType = Traits(rawValue: 1 << 0)
  public static let authorizationScopes = Traits(rawValue: 1 << 1)
  public static let requestParameters = Traits(rawValue: 1 << 2)
  public static let requestModels = Traits(rawValue: 1 << 3)
  /// A request validator, by name or its own.
  public static let requestValidator = Traits(rawValue: 1 << 4)
  public static let methodResponses = Traits(rawValue: 1 << 5)
  /// A method response that declares headers.
  public static let responseHeaders = Traits(rawValue: 1 << 6)
  /// A method response that declares models.
  public static let responseModels = Traits(rawValue: 1 << 7)

  // Where its request goes.
  public static let mock = Traits(rawValue: 1 << 8)
  public static let lambda = Traits(rawValue: 1 << 9)
  public static let http = Traits(rawValue: 1 << 10)
  public static let aws = Traits(rawValue: 1 << 11)
  /// Anything but a mock.
  public static let backend = Traits(rawValue: 1 << 12)
  public static let proxy = Traits(rawValue: 1 << 13)

  // How it gets there and back.
  public static let cacheKeys = Traits(rawValue: 1 << 14)
  /// A role, or the caller's own rights.
  public static let credentials = Traits(rawValue: 1 << 15)
  /// A VPC link, or a connection type.
  public static let connection = Traits(rawValue: 1 << 16)
  public static let timeout = Traits(rawValue: 1 << 17)
  public static let transferMode = Traits(rawValue: 1 << 18)
  /// Request parameters of the integration.
  public static let requestMappings = Traits(rawValue: 1 << 19)
  public static let requestTemplates = Traits(rawValue: 1 << 20)
  public static let integrationResponses = Traits(rawValue: 1 << 21)
  /// More than one integration response.
  public static let manyIntegrationResponses = Traits(rawValue: 1 << 22)
  /// An integration response with a selection pattern.
  public static let selectionPatterns = Traits(rawValue: 1 << 23)
  /// An integration response that fills headers.
  public static let responseMappings = Traits(rawValue: 1 << 24)
  /// An integration response with a template.
  public static let responseTemplates = Traits(rawValue: 1 << 25)

  // The rest of what few methods have.
  public static let apiKeyRequired = Traits(rawValue: 1 << 26)
  /// The method is ANY.
  public static let any = Traits(rawValue: 1 << 27)
  /// The method is OPTIONS.
  public static let options = Traits(rawValue: 1 << 28)
  /// A mock's answer in one piece.
  public static let mockResponse = Traits(rawValue: 1 << 29)
  /// Parameter mappings, of the request or of an answer.
  public static let mappings = Traits(rawValue: 1 << 30)
  /// Headers of answers, mapped or of a mock's answer.
  public static let answerHeaders = Traits(rawValue: 1 << 31)
  /// Request parameters, or a method response that declares headers.
  public static let declaredParameters = Traits(rawValue: 1 << 32)
  /// Templates or models, which stand under media types.
  public static let mediaTypes = Traits(rawValue: 1 << 33)
  /// Templates, of a mock's answer too.
  public static let templates = Traits(rawValue: 1 << 34)
  public static let cacheNamespace = Traits(rawValue: 1 << 35)
}

extension Traits {
  /// The traits of a method with its integration.
  init(_ operation: Operation) {
    self = []
    insert(.any, if: operation.verb == .any)
    insert(.options, if: operation.verb == .options)
    insert(.requestParameters, if: operation.options.requestParameters != nil)
    if let responses = operation.options.methodResponses { add(responses.value) }
    if operation.options.hasRareOptions { addRare(operation.options) }
    if let integration = operation.integration { add(integration) }
    addGroups()
  }

  private mutating func addRare(_ options: MethodOptions) {
    insert(.apiKeyRequired, if: options.apiKeyRequired != nil)
    insert(.authorizationType, if: options.authorizationType != nil)
    insert(.authorizationScopes, if: options.authorizationScopes != nil)
    insert(.requestModels, if: options.requestModels != nil)
    insert(.requestValidator, if: options.requestValidator != nil || options.requestValidatorOptions != nil)
  }

  /// What has one of several traits.
  private mutating func addGroups() {
    insert(.mappings, if: !isDisjoint(with: [.requestMappings, .responseMappings]))
    insert(.answerHeaders, if: !isDisjoint(with: [.responseMappings, .mockResponse]))
    insert(.declaredParameters, if: !isDisjoint(with: [.requestParameters, .responseHeaders]))
    insert(.templates, if: !isDisjoint(with: [.requestTemplates, .responseTemplates, .mockResponse]))
    insert(.mediaTypes, if: !isDisjoint(with: [.templates, .requestModels, .responseModels]))
  }

  private mutating func insert(_ trait: Traits, if isThere: Bool) {
    if isThere { formUnion(trait) }
  }

  private mutating func add(_ responses: [Located<MethodResponse>]) {
    formUnion(.methodResponses)
    for index in responses.indices {
      insert(.responseHeaders, if: responses[index].value.responseParameters != nil)
      insert(.responseModels, if: responses[index].value.responseModels != nil)
    }
  }

  private mutating func add(_ integration: Integration) {
    switch integration.backend {
    case .mock: formUnion(.mock)
    case .lambda: formUnion([.lambda, .backend])
    case .http: formUnion([.http, .backend])
    case .aws: formUnion([.aws, .backend])
    case .stepFunctions, .sageMaker: formUnion(.backend)
    }
    insert(.proxy, if: integration.isProxy)
    insert(.mockResponse, if: integration.mockResponse != nil)
    insert(.requestTemplates, if: integration.options.requestTemplates != nil)
    if let responses = integration.options.integrationResponses { add(responses.value) }
    if integration.options.hasRareOptions { addRare(integration.options) }
  }

  private mutating func addRare(_ options: IntegrationOptions) {
    insert(.cacheNamespace, if: options.cacheNamespace != nil)
    insert(.cacheKeys, if: options.cacheKeyParameters != nil)
    insert(.credentials, if: options.credentialsRole != nil || options.credentialsPassthrough.value)
    insert(.connection, if: options.vpcLink != nil || options.connectionType != nil)
    insert(.timeout, if: options.timeout != nil)
    insert(.transferMode, if: options.responseTransferMode != nil)
    insert(.requestMappings, if: options.requestParameters != nil)
  }

  private mutating func add(_ responses: [Located<IntegrationResponse>]) {
    formUnion(.integrationResponses)
    insert(.manyIntegrationResponses, if: responses.count > 1)
    for index in responses.indices {
      insert(.selectionPatterns, if: responses[index].value.selectionPattern != nil)
      insert(.responseMappings, if: responses[index].value.responseParameters != nil)
      insert(.responseTemplates, if: responses[index].value.responseTemplates != nil)
    }
  }
}
