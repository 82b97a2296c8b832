import Document

/// A Lambda function, made here or existing (`arn`).
public struct Function: TableDecodable {
  public var node = NodeID.none
  public var runtime: Located<Deferrable<String>>?
  public var handler: Located<Deferrable<String>>?
  public var code: Located<FunctionCode>?
  public var arn: Located<Deferrable<String>>?
  public var skipPermissions = Located(false)
  public var role: Located<Reference>?
  public var functionName: Located<Deferrable<String>>?
  public var description: Located<Deferrable<String>>?
  public var timeout: Located<Deferrable<Duration>>?
  public var memorySize: Located<Deferrable<Int>>?
  public var ephemeralStorageSize: Located<Deferrable<Int>>?
  public var environment: Located<[Named<Deferrable<String>>]>?
  public var architectures: Located<[Located<Deferrable<Architecture>>]>?
  public var layers: Located<[Located<Deferrable<String>>]>?
  public var tracing: Located<Deferrable<Tracing>>?
  public var reservedConcurrentExecutions: Located<Deferrable<Int>>?
  public var vpc: Located<VpcSettings>?
  public var alias: Located<String>?
  public var version = Located(false)
  public var tags: Located<[Named<Deferrable<String>>]>?
  /// Further properties, by CloudFormation's names.
  public var properties: [Named<FreeJSON>] = []
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<Function>(
    "a function", doc: "A Lambda function.",
    others: Others(
      "a further property of AWS::Lambda::Function", names: furtherProperties, \.properties, .free,
      accept: { key in
        let name = String(decoding: key, as: UTF8.self)
        return furtherProperties.contains(name) ? name.prefix(1).uppercased() + name.dropFirst() : nil
      }, item: { Named($0, $1, at: $2) }),
    [
      Field("runtime", \.runtime, .orIntrinsic(.text), doc: "The runtime; required with zipped code."),
      Field(
        "handler", \.handler, .orIntrinsic(.text), doc: "The handler's name within the code; required with zipped code."
      ),
      Field("code", \.code, .functionCode, doc: "A folder or file, inline text, an object in S3 or a container image."),
      Field(
        "arn", \.arn, .orIntrinsic(.text), doc: "An existing function's, version's or alias's ARN, instead of all else."
      ),
      Field("skipPermissions", \.skipPermissions, .flag, doc: "With `arn`: make no permissions for the function."),
      Field(
        "role", \.role, .reference(to: "a role", .role),
        doc: "The execution role; by default one of its own with basic rights."),
      Field(
        "functionName", \.functionName, .orIntrinsic(.text),
        doc: "The function's name; CloudFormation makes one up by default."),
      Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
      Field(
        "timeout", \.timeout, .orIntrinsic(.duration(wholeSeconds: true, 1000...900_000)),
        doc: "How long a call may run, from 1s to 15m."),
      Field(
        "memorySize", \.memorySize, .orIntrinsic(.size(in: .mebibytes, 128...10_240)),
        doc: "Memory in MiB, 128 to 10240."),
      Field(
        "ephemeralStorageSize", \.ephemeralStorageSize, .orIntrinsic(.size(in: .mebibytes, 512...10_240)),
        doc: "Size of /tmp in MiB, 512 to 10240."),
      Field(
        "environment", \.environment, .map("a variable's name", .orIntrinsic(.text)), doc: "Environment variables."),
      Field(
        "architectures", \.architectures, .list(.orIntrinsic(.choice())), doc: "The processor: `x86_64` or `arm64`."),
      Field("layers", \.layers, .list(.orIntrinsic(.text)), doc: "ARNs of layer versions."),
      Field("tracing", \.tracing, .orIntrinsic(.choice()), doc: "X-Ray tracing."),
      Field(
        "reservedConcurrentExecutions", \.reservedConcurrentExecutions, .orIntrinsic(.integer()),
        doc: "How many calls may run at once."),
      Field("vpc", \.vpc, .record, doc: "The VPC that the function runs in."),
      Field("alias", \.alias, .text("an alias's name"), doc: "Publishes a version and an alias to it of this name."),
      Field("version", \.version, .flag, doc: "Publishes a version at every change of settings or code."),
      Field("tags", \.tags, .tags, doc: "Tags of the function."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the function's logical ID."),
    ], needing: [["code"], ["arn"]])

  /// The other properties of AWS::Lambda::Function, in camelCase.
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
  private static let furtherProperties = [
    "capacityProviderConfig", "codeSigningConfigArn", "deadLetterConfig", "durableConfig", "fileSystemConfigs",
    "functionScalingConfig", "imageConfig", "kmsKeyArn", "loggingConfig", "publishToLatestPublished",
    "recursiveLoop", "runtimeManagementConfig", "snapStart", "tenancyConfig",
  ]
}

public enum Architecture: String, Choice { case x86_64, arm64 }

public enum Tracing: String, Choice {
  case active = "Active"
  case passThrough = "PassThrough"
}

/// The subnets and security groups that a function runs in.
public struct VpcSettings: TableDecodable {
  public var node = NodeID.none
  public var subnetIds = Located<[Located<Deferrable<String>>]>([])
  public var securityGroupIds = Located<[Located<Deferrable<String>>]>([])

  public init() {}

  public static let table = Table<VpcSettings>(
    "a function's 'vpc'", doc: "The VPC that a function runs in.",
    [
      Field("subnetIds", \.subnetIds, .list(.orIntrinsic(.text)), .required, doc: "IDs of the subnets."),
      Field(
        "securityGroupIds", \.securityGroupIds, .list(.orIntrinsic(.text)), .required,
        doc: "IDs of the security groups."),
    ])
}
