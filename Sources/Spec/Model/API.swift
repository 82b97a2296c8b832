import Document

/// A REST API, made here or existing (`restApiId`).
public struct API: TableDecodable {
  public var node = NodeID.none
  public var restApiName: Located<Deferrable<String>>?
  public var description: Located<Deferrable<String>>?
  public var endpointTypes: Located<[Located<Deferrable<EndpointType>>]>?
  public var vpcEndpointIds: Located<[Located<Deferrable<String>>]>?
  public var ipAddressType: Located<Deferrable<IpAddressType>>?
  public var securityPolicy: Located<Deferrable<String>>?
  public var binaryMediaTypes: Located<[Located<Deferrable<String>>]>?
  public var minCompressionSize: Located<Deferrable<Int>>?
  public var apiKeySourceType: Located<Deferrable<ApiKeySource>>?
  public var disableExecuteApiEndpoint: Located<Deferrable<Bool>>?
  public var failOnWarnings: Located<Deferrable<Bool>>?
  public var parameters: Located<[Named<Deferrable<String>>]>?
  public var policy: Located<FreeJSON>?
  public var cloneFrom: Located<Reference>?
  public var endpointAccessMode: Located<Deferrable<EndpointAccessMode>>?
  public var cloudWatchRole = Located(false)
  public var cloudWatchRoleRemovalPolicy = Located(RemovalPolicy.retain)
  public var endpointOutput = Located(true)
  public var deploy = Located(true)
  public var retainDeployments = Located(false)
  public var endpointExportName: Located<Deferrable<String>>?
  public var tags: Located<[Named<Deferrable<String>>]>?
  public var restApiId: Located<Deferrable<String>>?
  public var rootResourceId: Located<Deferrable<String>>?
  public var definition: Located<APIDefinition>?
  public var mode: Located<Deferrable<DefinitionMode>>?
  public var authorizers: [Named<Authorizer>] = []
  public var models: [Named<Model>] = []
  public var requestValidators: [Named<RequestValidator>] = []
  public var gatewayResponses: [Named<GatewayResponse>] = []
  public var defaults = Defaults()
  public var cors: Located<CORSOptions>?
  public var stages: Located<[Named<Stage>]>?
  public var paths: [Named<PathItem>] = []
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<API>(
    "an API", doc: "A REST API: its settings, its things and its paths.", extensions: true, settings + contents,
    sharing: Defaults.table.fields.map { $0.lifted(through: \.defaults) })

  private static let settings: [Field<API>] = [
    Field(
      "restApiName", \.restApiName, .orIntrinsic(.text), doc: "The API's name in AWS; by default its name in the spec."),
    Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
    Field(
      "endpointTypes", \.endpointTypes, .list(.orIntrinsic(.choice("SPEC128"))),
      doc: "One of `EDGE`, `REGIONAL` and `PRIVATE`; API Gateway's own default is `EDGE`."),
    Field("vpcEndpointIds", \.vpcEndpointIds, .list(.orIntrinsic(.text)), doc: "VPC endpoints of a private API."),
    Field("ipAddressType", \.ipAddressType, .orIntrinsic(.choice("SPEC130")), doc: "`ipv4` or `dualstack`."),
    Field("securityPolicy", \.securityPolicy, .orIntrinsic(.text), doc: "The TLS policy of the API's own endpoint."),
    Field("binaryMediaTypes", \.binaryMediaTypes, .list(.orIntrinsic(.text)), doc: "Media types that are binary."),
    Field(
      "minCompressionSize", \.minCompressionSize, .orIntrinsic(.size(in: .bytes, 0...10_485_760, rule: "SPEC134")),
      doc: "Smallest body that is compressed, 0 to 10 MiB."),
    Field(
      "apiKeySourceType", \.apiKeySourceType, .orIntrinsic(.choice("SPEC126")), doc: "Where API keys come from."),
    Field(
      "disableExecuteApiEndpoint", \.disableExecuteApiEndpoint, .orIntrinsic(.flag),
      doc: "Whether only custom domains reach the API."),
    Field(
      "failOnWarnings", \.failOnWarnings, .orIntrinsic(.flag), doc: "Whether warnings roll the API's creation back."),
    Field(
      "parameters", \.parameters, .map("a parameter's name", .orIntrinsic(.text)),
      doc: "Parameters of the import, such as `endpointConfigurationTypes`."),
    Field("policy", \.policy, .free, doc: "The resource policy, an IAM policy document."),
    Field("cloneFrom", \.cloneFrom, .reference(to: "an API", .api), doc: "An API to copy: its name here, else its ID."),
    Field("endpointAccessMode", \.endpointAccessMode, .orIntrinsic(.choice()), doc: "`BASIC` or `STRICT`."),
    Field("cloudWatchRole", \.cloudWatchRole, .flag, doc: "Whether to make the account's role for execution logs."),
    Field(
      "cloudWatchRoleRemovalPolicy", \.cloudWatchRoleRemovalPolicy, .choice(),
      doc: "What becomes of that role with the stack: `retain` or `destroy`."),
    Field("endpointOutput", \.endpointOutput, .flag, doc: "Whether to put out the API's URL."),
    Field("deploy", \.deploy, .flag, doc: "Whether to deploy the API to its stages."),
    Field("retainDeployments", \.retainDeployments, .flag, doc: "Whether old deployments are kept."),
    Field(
      "endpointExportName", \.endpointExportName, .orIntrinsic(.text), doc: "The name under which the URL is exported."),
    Field("tags", \.tags, .tags, doc: "Tags of the API."),
    Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the API's logical ID."),
    Field("restApiId", \.restApiId, .orIntrinsic(.text), doc: "An existing API to add to."),
    Field(
      "definition", \.definition, .apiDefinition,
      doc: "An OpenAPI document instead of `paths`: a path, an object in S3, or the document itself."),
    Field("mode", \.mode, .orIntrinsic(.choice()), doc: "How the definition is taken in: `merge` or `overwrite`."),
    Field("rootResourceId", \.rootResourceId, .orIntrinsic(.text), doc: "The existing API's root resource."),
  ]

  private static let contents: [Field<API>] = [
    Field(section: "authorizers", \.authorizers, .map("an authorizer's name", .authorizer), doc: "Who may call."),
    Field(section: "models", \.models, .map("a model's name", .record), doc: "JSON Schemas of bodies."),
    Field(
      section: "requestValidators", \.requestValidators, .map("a validator's name", .record),
      doc: "What is checked of requests."),
    Field(
      section: "gatewayResponses", \.gatewayResponses, .map("a gateway response type", .record),
      doc: "Answers that API Gateway makes itself."),
    Field(
      "cors", \.cors, .record,
      doc: "CORS done whole: preflights, and the same headers on answers; excludes `defaultCorsPreflightOptions`."),
    Field("stages", \.stages, .map("a stage's name", .record), doc: "The stages; by default one, `prod`."),
    Field(section: "paths", \.paths, .map("a path", .record), doc: "Absolute paths and their methods."),
  ]
}

/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
public enum EndpointType: String, Choice {
  case edge = "EDGE"
  case regional = "REGIONAL"
  case `private` = "PRIVATE"
}

public enum IpAddressType: String, Choice { case ipv4, dualstack }

public enum ApiKeySource: String, Choice {
  case header = "HEADER"
  case authorizer = "AUTHORIZER"
}

public enum EndpointAccessMode: String, Choice {
  case basic = "BASIC"
  case strict = "STRICT"
}

public enum RemovalPolicy: String, Choice { case retain, destroy }

/// How an OpenAPI document changes the API that is there.
public enum DefinitionMode: String, Choice { case merge, overwrite }
