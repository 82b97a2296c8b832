import Document

/// Where a function's code is.
public enum FunctionCode: Sendable {
  /// A folder or file relative to the spec, uploaded by `aws cloudformation package`.
  case path(String)
  case located(CodeLocation)
}

/// Code that is no local path.
public struct CodeLocation: TableDecodable {
  public var node = NodeID.none
  public var inline: Located<Deferrable<String>>?
  public var bucket: Located<Deferrable<String>>?
  public var key: Located<Deferrable<String>>?
  public var version: Located<Deferrable<String>>?
  public var image: Located<Deferrable<String>>?

  public init() {}

  public static let table = Table<CodeLocation>(
    "a function's 'code'", doc: "Code in the template, in S3 or in a container image.",
    [
      Field("inline", \.inline, .orIntrinsic(.text), doc: "The source text, for runtimes that take it."),
      Field("bucket", \.bucket, .orIntrinsic(.text), doc: "The bucket of the zipped code."),
      Field("key", \.key, .orIntrinsic(.text), doc: "The key of the zipped code."),
      Field("version", \.version, .orIntrinsic(.text), doc: "The version of the object."),
      Field("image", \.image, .orIntrinsic(.text), doc: "The URI of a container image."),
    ], needing: [["inline"], ["bucket", "key"], ["image"]])
}

extension Kind where Value == FunctionCode {
  /// A path or a location. Whether the path exists is asked where the files are known.
  public static let functionCode = Kind.either(
    Kind<String>.text("a path"), Kind<CodeLocation>.record, FunctionCode.path, FunctionCode.located)
}
