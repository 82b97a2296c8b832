/// The options that few integrations have.
struct RareIntegrationOptions: RareOptions {
  var cacheKeyParameters: Located<[Located<Deferrable<String>>]>?
  var cacheNamespace: Located<Deferrable<String>>?
  var connectionType: Located<ConnectionType>?
  var contentHandling: Located<Deferrable<ContentHandling>>?
  var credentialsPassthrough: Located<Bool>?
  var credentialsRole: Located<Reference>?
  var requestParameters: Located<[Named<Deferrable<String>>]>?
  var timeout: Located<Deferrable<Duration>>?
  var vpcLink: Located<Reference>?
  var responseTransferMode: Located<Deferrable<ResponseTransferMode>>?
}

extension IntegrationOptions {
  /// Whether any option is given that few integrations have: where none is, all of these have their defaults.
  public var hasRareOptions: Bool { !rare.isEmpty }

  public var cacheKeyParameters: Located<[Located<Deferrable<String>>]>? {
    get { rare[\.cacheKeyParameters] }
    set { rare[\.cacheKeyParameters] = newValue }
  }
  public var cacheNamespace: Located<Deferrable<String>>? {
    get { rare[\.cacheNamespace] }
    set { rare[\.cacheNamespace] = newValue }
  }
  public var connectionType: Located<ConnectionType>? {
    get { rare[\.connectionType] }
    set { rare[\.connectionType] = newValue }
  }
  public var contentHandling: Located<Deferrable<ContentHandling>>? {
    get { rare[\.contentHandling] }
    set { rare[\.contentHandling] = newValue }
  }
  public var credentialsRole: Located<Reference>? {
    get { rare[\.credentialsRole] }
    set { rare[\.credentialsRole] = newValue }
  }
  public var requestParameters: Located<[Named<Deferrable<String>>]>? {
    get { rare[\.requestParameters] }
    set { rare[\.requestParameters] = newValue }
  }
  public var timeout: Located<Deferrable<Duration>>? {
    get { rare[\.timeout] }
    set { rare[\.timeout] = newValue }
  }
  public var vpcLink: Located<Reference>? {
    get { rare[\.vpcLink] }
    set { rare[\.vpcLink] = newValue }
  }
  public var responseTransferMode: Located<Deferrable<ResponseTransferMode>>? {
    get { rare[\.responseTransferMode] }
    set { rare[\.responseTransferMode] = newValue }
  }
  public var credentialsPassthrough: Located<Bool> {
    get { rare[\.credentialsPassthrough] ?? Located(false) }
    set { rare[\.credentialsPassthrough] = newValue }
  }
}
