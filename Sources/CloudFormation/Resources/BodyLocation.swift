/// Where the OpenAPI document of an API lies.
public enum BodyLocation: Sendable {
  /// A path on this machine: `aws cloudformation package` uploads the file and puts its place in S3 here.
  case localPath(String)
  /// An object in S3.
  case object(bucket: Value, key: Value, version: Value?)

  /// The property's value.
  public var value: Value {
    switch self {
    case .localPath(let path): .string(path)
    case .object(let bucket, let key, nil): ["Bucket": bucket, "Key": key]
    case .object(let bucket, let key, let version?): ["Bucket": bucket, "Key": key, "Version": version]
    }
  }
}
