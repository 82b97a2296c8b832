/// The options that few integrations have.
@usableFromInline struct RareIntegrationOptions: RareOptions {
  @usableFromInline var cacheKeyParameters: Located<[Located<Deferrable<String>>]>?
  @usableFromInline var cacheNamespace: Located<Deferrable<String>>?
  @usableFromInline var connectionType: Located<ConnectionType>?
  @usableFromInline var contentHandling: Located<Deferrable<ContentHandling>>?
  @usableFromInline var credentialsPassthrough: Located<Bool>?
  @usableFromInline var credentialsRole: Located<Reference>?
  @usableFromInline var requestParameters: Located<[Named<Deferrable<String>>]>?
  @usableFromInline var timeout: Located<Deferrable<Duration>>?
  @usableFromInline var vpcLink: Located<Reference>?
  @usableFromInline var responseTransferMode: Located<Deferrable<ResponseTransferMode>>?

  @usableFromInline init() {}
}

extension IntegrationOptions {
  /// Whether any option is given that few integrations have: where none is, all of these have their defaults.
  @inlinable public var hasRareOptions: Bool { !rare.isEmpty }

  public var cacheKeyParameters: Located<[Located<Deferrable<String>>]>? {
    @inlinable get { rare.given?.value.cacheKeyParameters }
    set { rare.set(\.cacheKeyParameters, newValue) }
  }
  public var cacheNamespace: Located<Deferrable<String>>? {
    @inlinable get { rare.given?.value.cacheNamespace }
    set { rare.set(\.cacheNamespace, newValue) }
  }
  public var connectionType: Located<ConnectionType>? {
    @inlinable get { rare.given?.value.connectionType }
    set { rare.set(\.connectionType, newValue) }
  }
  public var contentHandling: Located<Deferrable<ContentHandling>>? {
    @inlinable get { rare.given?.value.contentHandling }
    set { rare.set(\.contentHandling, newValue) }
  }
  public var credentialsRole: Located<Reference>? {
    @inlinable get { rare.given?.value.credentialsRole }
    set { rare.set(\.credentialsRole, newValue) }
  }
  public var requestParameters: Located<[Named<Deferrable<String>>]>? {
    @inlinable get { rare.given?.value.requestParameters }
    set { rare.set(\.requestParameters, newValue) }
  }
  public var timeout: Located<Deferrable<Duration>>? {
    @inlinable get { rare.given?.value.timeout }
    set { rare.set(\.timeout, newValue) }
  }
  public var vpcLink: Located<Reference>? {
    @inlinable get { rare.given?.value.vpcLink }
    set { rare.set(\.vpcLink, newValue) }
  }
  public var responseTransferMode: Located<Deferrable<ResponseTransferMode>>? {
    @inlinable get { rare.given?.value.responseTransferMode }
    set { rare.set(\.responseTransferMode, newValue) }
  }
  public var credentialsPassthrough: Located<Bool> {
    @inlinable get { rare.given?.value.credentialsPassthrough ?? Located(false) }
    set { rare.set(\.credentialsPassthrough, newValue) }
  }
}
