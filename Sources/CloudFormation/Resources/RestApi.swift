/// A REST API. Its `Ref` is the API's ID; attributes: `RootResourceId`, `RestApiId`.
public struct RestApi: Resource {
  public static let type = "AWS::ApiGateway::RestApi"

  /// Where a caller's API key is read: `HEADER` or `AUTHORIZER`.
  public var apiKeySourceType: Value?
  /// Media types that pass as bytes, a list.
  public var binaryMediaTypes: Value?
  /// An OpenAPI document, as JSON.
  public var body: Value?
  /// Where an OpenAPI document lies.
  public var bodyS3Location: BodyLocation?
  /// The ID of an API that this one is copied from.
  public var cloneFrom: Value?
  /// What the API is for.
  public var description: Value?
  /// Whether callers must come through a custom domain.
  public var disableExecuteApiEndpoint: Value?
  /// `BASIC` or `STRICT`.
  public var endpointAccessMode: Value?
  /// How the API is reached.
  public var endpointConfiguration: EndpointConfiguration?
  /// Whether a warning while importing the body undoes the import.
  public var failOnWarnings: Value?
  /// The smallest body that is compressed, in bytes: 0 to 10,485,760.
  public var minimumCompressionSize: Value?
  /// How the body joins what is there: `merge` or `overwrite`.
  public var mode: Value?
  /// The API's name; required without a body.
  public var name: Value?
  /// Parameters of the import.
  public var parameters: [Member]?
  /// The resource policy, an IAM policy document.
  public var policy: Value?
  /// The TLS policy of the default endpoint.
  public var securityPolicy: Value?
  /// Tags of the API.
  public var tags: [Tag]?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    apiKeySourceType: Value? = nil,
    binaryMediaTypes: Value? = nil,
    body: Value? = nil,
    bodyS3Location: BodyLocation? = nil,
    cloneFrom: Value? = nil,
    description: Value? = nil,
    disableExecuteApiEndpoint: Value? = nil,
    endpointAccessMode: Value? = nil,
    endpointConfiguration: EndpointConfiguration? = nil,
    failOnWarnings: Value? = nil,
    minimumCompressionSize: Value? = nil,
    mode: Value? = nil,
    name: Value? = nil,
    parameters: [Member]? = nil,
    policy: Value? = nil,
    securityPolicy: Value? = nil,
    tags: [Tag]? = nil
  ) {
    self.apiKeySourceType = apiKeySourceType
    self.binaryMediaTypes = binaryMediaTypes
    self.body = body
    self.bodyS3Location = bodyS3Location
    self.cloneFrom = cloneFrom
    self.description = description
    self.disableExecuteApiEndpoint = disableExecuteApiEndpoint
    self.endpointAccessMode = endpointAccessMode
    self.endpointConfiguration = endpointConfiguration
    self.failOnWarnings = failOnWarnings
    self.minimumCompressionSize = minimumCompressionSize
    self.mode = mode
    self.name = name
    self.parameters = parameters
    self.policy = policy
    self.securityPolicy = securityPolicy
    self.tags = tags
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.apiKeySourceType, apiKeySourceType)
    writer.add(.binaryMediaTypes, binaryMediaTypes)
    writer.add(.body, body)
    writer.add(.bodyS3Location, bodyS3Location?.value)
    writer.add(.cloneFrom, cloneFrom)
    writer.add(.description, description)
    writer.add(.disableExecuteApiEndpoint, disableExecuteApiEndpoint)
    writer.add(.endpointAccessMode, endpointAccessMode)
    writer.add(.endpointConfiguration, endpointConfiguration)
    writer.add(.failOnWarnings, failOnWarnings)
    writer.add(.minimumCompressionSize, minimumCompressionSize)
    writer.add(.mode, mode)
    writer.add(.name, name)
    writer.add(.parameters, parameters)
    writer.add(.policy, policy)
    writer.add(.securityPolicy, securityPolicy)
    writer.add(.tags, tags)
  }
}
