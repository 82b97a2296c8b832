import Document

/// An OpenAPI document as an API's body.
public enum APIDefinition: Sendable {
  /// A file relative to the spec, uploaded by `aws cloudformation package`.
  case path(String)
  case object(DefinitionObject)
  case document(FreeJSON)
}

/// A document in S3.
public struct DefinitionObject: TableDecodable {
  public var node = NodeID.none
  public var bucket: Located<Deferrable<String>>?
  public var key: Located<Deferrable<String>>?
  public var version: Located<Deferrable<String>>?

  public init() {}

  public static let table = Table<DefinitionObject>(
    "a definition in S3", doc: "An OpenAPI document in S3.",
    [
      Field("bucket", \.bucket, .orIntrinsic(.text), .required, doc: "The bucket."),
      Field("key", \.key, .orIntrinsic(.text), .required, doc: "The key."),
      Field("version", \.version, .orIntrinsic(.text), doc: "The version of the object."),
    ])
}

extension Kind where Value == APIDefinition {
  /// A path, `{bucket, key, version}`, or any other mapping, which is the document.
  public static let apiDefinition = Kind(
    .either(.either(.text("a path"), Kind<DefinitionObject>.record.shape), .object([]))
  ) { node, reader in
    guard reader.document.kind(node) == .mapping else {
      return Kind<String>.text("a path or an OpenAPI document").read(node, &reader).map { .path($0) }
    }
    if reader.document.value("bucket", in: node) != nil {
      return Kind<DefinitionObject>.record.read(node, &reader).map { .object($0) }
    }
    guard reader.isOpenAPI(node) else {
      reader.wrongValue(node, wanted: "an OpenAPI document, which starts with 'openapi' or 'swagger'")
      return nil
    }
    return Kind<FreeJSON>.free.read(node, &reader).map { .document($0) }
  }
}

extension Reader {
  /// Whether a mapping says which OpenAPI it is; what an intrinsic yields is not known.
  fileprivate func isOpenAPI(_ node: NodeID) -> Bool {
    if Intrinsic(node, in: document) != nil { return true }
    return document.value("openapi", in: node) != nil || document.value("swagger", in: node) != nil
  }
}
