import Document

/// A spec file as it is written: one section a property, nothing resolved.
public struct Declarations: TableDecodable {
  public var node = NodeID.none
  public var description: Located<String>?
  public var parameters: Located<FreeJSON>?
  public var mappings: Located<FreeJSON>?
  public var conditions: Located<FreeJSON>?
  public var functions: [Named<Function>] = []
  public var vpcLinks: [Named<VpcLink>] = []
  public var apis: [Named<API>] = []
  public var apiKeys: [Named<ApiKey>] = []
  public var usagePlans: [Named<UsagePlan>] = []
  public var domainNames: [Named<DomainName>] = []
  public var resources: [Named<RawResource>] = []
  public var outputs: Located<FreeJSON>?
  public var tags: [Named<Deferrable<String>>] = []

  public init() {}

  public static let table = Table<Declarations>(
    "the spec", doc: "One CloudFormation stack: its APIs and what they need.", extensions: true,
    [
      Field("description", \.description, .text, doc: "The template's description."),
      Field("parameters", \.parameters, .freeObject, doc: "CloudFormation parameters, as they stand."),
      Field("mappings", \.mappings, .freeObject, doc: "CloudFormation mappings, as they stand."),
      Field("conditions", \.conditions, .freeObject, doc: "CloudFormation conditions, as they stand."),
      Field(
        section: "functions", \.functions, .map("a function's name", .record, extensions: true),
        doc: "Lambda functions."),
      Field(
        section: "vpcLinks", \.vpcLinks, .map("a VPC link's name", .record, extensions: true),
        doc: "Links to load balancers inside a VPC."),
      Field(section: "apis", \.apis, .map("an API's name", .record, extensions: true), doc: "REST APIs."),
      Field(
        section: "apiKeys", \.apiKeys, .map("an API key's name", .record, extensions: true),
        doc: "Keys that callers send."),
      Field(
        section: "usagePlans", \.usagePlans, .map("a usage plan's name", .record, extensions: true),
        doc: "How much the holders of keys may call."),
      Field(
        section: "domainNames", \.domainNames, .map("a domain name's name", .record, extensions: true),
        doc: "Custom domains."),
      Field(
        section: "resources", \.resources, .map("a logical ID", .rawResource, extensions: true),
        doc: "Raw CloudFormation resources, merged as they stand."),
      Field(
        "outputs", \.outputs, .freeObject,
        doc: "Raw CloudFormation outputs; one of the same name replaces a derived one."),
      Field(section: "tags", \.tags, .tags, doc: "Tags put on every derived resource that takes tags."),
    ])
}

extension Kind where Value == [Named<Deferrable<String>>] {
  /// Tag keys and values.
  public static let tags = Kind.map("a tag's key", .orIntrinsic(.text))
}
