/// The options that few methods have.
@usableFromInline struct RareMethodOptions: RareOptions {
  @usableFromInline var operationName: Located<Deferrable<String>>?
  @usableFromInline var authorizationType: Located<AuthorizationType>?
  @usableFromInline var authorizationScopes: Located<[Located<Deferrable<String>>]>?
  @usableFromInline var apiKeyRequired: Located<Deferrable<Bool>>?
  @usableFromInline var requestModels: Located<[Named<String>]>?
  @usableFromInline var requestValidator: Located<String>?
  @usableFromInline var requestValidatorOptions: Located<RequestValidator>?

  @usableFromInline init() {}
}

extension RareMethodOptions {
  /// - Parameters:
  ///   - isLifting: whether the method says that nobody is asked who they are.
  ///   - isAsking: whether it names an authorizer, which has a type of its own.
  mutating func inherit(_ outer: RareMethodOptions, lifting isLifting: Bool, asking isAsking: Bool) {
    operationName = operationName ?? outer.operationName
    if !isLifting {
      authorizationScopes = authorizationScopes ?? outer.authorizationScopes
      authorizationType = authorizationType ?? (isAsking ? nil : outer.authorizationType)
    }
    apiKeyRequired = apiKeyRequired ?? outer.apiKeyRequired
    requestModels = requestModels ?? outer.requestModels
    if requestValidator == nil, requestValidatorOptions == nil {
      (requestValidator, requestValidatorOptions) = (outer.requestValidator, outer.requestValidatorOptions)
    }
  }
}

extension MethodOptions {
  /// Whether any option is given that few methods have: where none is, all of these are nil.
  @inlinable public var hasRareOptions: Bool { !rare.isEmpty }

  public var operationName: Located<Deferrable<String>>? {
    @inlinable get { rare.given?.value.operationName }
    set { rare.set(\.operationName, newValue) }
  }
  public var authorizationType: Located<AuthorizationType>? {
    @inlinable get { rare.given?.value.authorizationType }
    set { rare.set(\.authorizationType, newValue) }
  }
  public var authorizationScopes: Located<[Located<Deferrable<String>>]>? {
    @inlinable get { rare.given?.value.authorizationScopes }
    set { rare.set(\.authorizationScopes, newValue) }
  }
  public var apiKeyRequired: Located<Deferrable<Bool>>? {
    @inlinable get { rare.given?.value.apiKeyRequired }
    set { rare.set(\.apiKeyRequired, newValue) }
  }
  public var requestModels: Located<[Named<String>]>? {
    @inlinable get { rare.given?.value.requestModels }
    set { rare.set(\.requestModels, newValue) }
  }
  public var requestValidator: Located<String>? {
    @inlinable get { rare.given?.value.requestValidator }
    set { rare.set(\.requestValidator, newValue) }
  }
  public var requestValidatorOptions: Located<RequestValidator>? {
    @inlinable get { rare.given?.value.requestValidatorOptions }
    set { rare.set(\.requestValidatorOptions, newValue) }
  }
}

/// The keys beside its options and its integration that few methods have.
@usableFromInline struct RareMethodKeys: RareOptions {
  @usableFromInline var logicalId: Located<String>?

  @usableFromInline init() {}
}

extension Method {
  public var logicalId: Located<String>? {
    @inlinable get { rare.given?.value.logicalId }
    set { rare.set(\.logicalId, newValue) }
  }
}
