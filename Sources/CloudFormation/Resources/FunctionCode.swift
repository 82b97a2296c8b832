/// Where the code of a Lambda function lies.
public enum FunctionCode: Sendable {
  /// A path on this machine: `aws cloudformation package` zips and uploads it and puts its place in S3 here.
  case localPath(String)
  /// The code itself, at most 4 MiB, for Node.js and Python.
  case inline(Value)
  /// An archive in S3.
  case object(bucket: Value, key: Value, version: Value?)
  /// A container image in Amazon ECR.
  case image(Value)

  /// The property's value.
  public var value: Value {
    switch self {
    case .localPath(let path): .string(path)
    case .inline(let text): ["ZipFile": text]
    case .object(let bucket, let key, nil): ["S3Bucket": bucket, "S3Key": key]
    case .object(let bucket, let key, let version?): ["S3Bucket": bucket, "S3Key": key, "S3ObjectVersion": version]
    case .image(let address): ["ImageUri": address]
    }
  }
}
