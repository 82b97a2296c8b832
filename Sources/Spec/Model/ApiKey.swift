import Document

/// A key that callers send, made here or existing (`apiKeyId`).
public struct ApiKey: TableDecodable {
  public var node = NodeID.none
  public var apiKeyName: Located<Deferrable<String>>?
  public var description: Located<Deferrable<String>>?
  public var enabled: Located<Deferrable<Bool>>?
  public var value: Located<Deferrable<String>>?
  public var customerId: Located<Deferrable<String>>?
  public var generateDistinctId: Located<Deferrable<Bool>>?
  public var stages: Located<[Located<StageReference>]>?
  public var tags: Located<[Named<Deferrable<String>>]>?
  public var apiKeyId: Located<Deferrable<String>>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<ApiKey>(
    "an API key", doc: "A key that callers send in `X-Api-Key`.",
    [
      Field(
        "apiKeyName", \.apiKeyName, .orIntrinsic(.text), doc: "The name in AWS; CloudFormation makes one up by default."
      ),
      Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
      Field("enabled", \.enabled, .orIntrinsic(.flag), doc: "Whether the key lets callers in; `true` by default."),
      Field(
        "value", \.value, .orIntrinsic(.text), doc: "The key itself, 20 to 128 characters; AWS makes one up by default."
      ),
      Field("customerId", \.customerId, .orIntrinsic(.text), doc: "The customer's ID in AWS Marketplace."),
      Field(
        "generateDistinctId", \.generateDistinctId, .orIntrinsic(.flag),
        doc: "Whether the key's ID differs from its value."),
      Field("stages", \.stages, .list(.record), doc: "The stages that the key is for; usage plans are the newer way."),
      Field("tags", \.tags, .tags, doc: "Tags of the key."),
      Field("apiKeyId", \.apiKeyId, .orIntrinsic(.text), doc: "An existing key's ID, instead of all else."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the key's logical ID."),
    ])
}

/// A stage of an API.
public struct StageReference: TableDecodable {
  public var node = NodeID.none
  public var api: Located<Reference>?
  public var stage: Located<Deferrable<String>>?

  public init() {}

  public static let table = Table<StageReference>(
    "a stage of an API", doc: "A stage of an API.",
    [
      Field("api", \.api, .reference(to: "an API", .api), .required, doc: "The API."),
      Field(
        "stage", \.stage, .orIntrinsic(.name("text", .stage)),
        doc: "The stage's name; may be left out where the API has one."),
    ])
}
