/// The options that few methods have.
struct RareMethodOptions: RareOptions {
  var operationName: Located<Deferrable<String>>?
  var authorizationType: Located<AuthorizationType>?
  var authorizationScopes: Located<[Located<Deferrable<String>>]>?
  var apiKeyRequired: Located<Deferrable<Bool>>?
  var requestModels: Located<[Named<String>]>?
  var requestValidator: Located<String>?
  var requestValidatorOptions: Located<RequestValidator>?
}

extension MethodOptions {
  /// Whether any option is given that few methods have: where none is, all of these are nil.
  public var hasRareOptions: Bool { !rare.isEmpty }

  public var operationName: Located<Deferrable<String>>? {
    get { rare[\.operationName] }
    set { rare[\.operationName] = newValue }
  }
  public var authorizationType: Located<AuthorizationType>? {
    get { rare[\.authorizationType] }
    set { rare[\.authorizationType] = newValue }
  }
  public var authorizationScopes: Located<[Located<Deferrable<String>>]>? {
    get { rare[\.authorizationScopes] }
    set { rare[\.authorizationScopes] = newValue }
  }
  public var apiKeyRequired: Located<Deferrable<Bool>>? {
    get { rare[\.apiKeyRequired] }
    set { rare[\.apiKeyRequired] = newValue }
  }
  public var requestModels: Located<[Named<String>]>? {
    get { rare[\.requestModels] }
    set { rare[\.requestModels] = newValue }
  }
  public var requestValidator: Located<String>? {
    get { rare[\.requestValidator] }
    set { rare[\.requestValidator] = newValue }
  }
  public var requestValidatorOptions: Located<RequestValidator>? {
    get { rare[\.requestValidatorOptions] }
    set { rare[\.requestValidatorOptions] = newValue }
  }
}

/// The keys beside its options and its integration that few methods have.
struct RareMethodKeys: RareOptions {
  var logicalId: Located<String>?
}

extension Method {
  public var logicalId: Located<String>? {
    get { rare[\.logicalId] }
    set { rare[\.logicalId] = newValue }
  }
}
