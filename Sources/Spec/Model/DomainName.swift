import Document

/// A custom domain, made here or existing (`existing: true`), and what its paths lead to.
public struct DomainName: TableDecodable {
  public var node = NodeID.none
  public var domainName: Located<Deferrable<String>>?
  public var certificate: Located<Reference>?
  public var endpointType: Located<Deferrable<EndpointType>>?
  public var securityPolicy: Located<Deferrable<String>>?
  public var mtls: Located<Truststore>?
  public var endpointAccessMode: Located<Deferrable<EndpointAccessMode>>?
  public var mappings: Located<[Located<DomainMapping>]>?
  public var existing = Located(false)
  public var tags: Located<[Named<Deferrable<String>>]>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<DomainName>(
    "a domain name", doc: "A custom domain and what its paths lead to.",
    [
      Field("domainName", \.domainName, .orIntrinsic(.text), .required, doc: "The host name."),
      Field(
        "certificate", \.certificate, .reference(to: "a certificate", .certificate),
        doc: "The certificate: its ARN or name; in us-east-1 for `EDGE`."),
      Field("endpointType", \.endpointType, .orIntrinsic(.choice("SPEC128")), doc: "`REGIONAL` by default, or `EDGE`."),
      Field("securityPolicy", \.securityPolicy, .orIntrinsic(.text), doc: "The TLS policy."),
      Field("mtls", \.mtls, .record, doc: "The certificates of callers that are trusted."),
      Field("endpointAccessMode", \.endpointAccessMode, .orIntrinsic(.choice()), doc: "`BASIC` or `STRICT`."),
      Field("mappings", \.mappings, .list(.record), doc: "What the domain's paths lead to."),
      Field("existing", \.existing, .flag, doc: "Whether the domain exists already: then only its mappings are made."),
      Field("tags", \.tags, .tags, doc: "Tags of the domain."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the domain's logical ID."),
    ])
}

/// A file of trusted certificates in S3.
public struct Truststore: TableDecodable {
  public var node = NodeID.none
  public var bucket: Located<Deferrable<String>>?
  public var key: Located<Deferrable<String>>?
  public var version: Located<Deferrable<String>>?

  public init() {}

  public static let table = Table<Truststore>(
    "a domain's 'mtls'", doc: "A file of trusted certificates in S3.",
    [
      Field("bucket", \.bucket, .orIntrinsic(.text), .required, doc: "The bucket."),
      Field("key", \.key, .orIntrinsic(.text), .required, doc: "The key."),
      Field("version", \.version, .orIntrinsic(.text), doc: "The version of the object."),
    ])
}

/// A path of a domain that leads to a stage of an API.
public struct DomainMapping: TableDecodable {
  public var node = NodeID.none
  public var reference = StageReference()
  public var basePath: Located<Deferrable<String>>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<DomainMapping>(
    "a domain's mapping", doc: "A path of a domain that leads to a stage; `stage: none` maps no stage.",
    [
      Field(
        "basePath", \.basePath, .orIntrinsic(.text), doc: "The path, without `/` around it; the root when left out."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the mapping's logical ID."),
    ],
    sharing: StageReference.table.fields.map { $0.lifted(through: \.reference) })
}
