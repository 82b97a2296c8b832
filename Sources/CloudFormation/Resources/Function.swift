/// A Lambda function. Its `Ref` is the function's name; attributes: `Arn`.
public struct Function: Resource {
  public static let type = "AWS::Lambda::Function"

  /// A list of one: `x86_64` or `arm64`.
  public var architectures: Value?
  /// Where the code lies.
  public var code: FunctionCode
  /// What the function does.
  public var description: Value?
  /// Environment variables.
  public var environment: [Member]?
  /// The size of `/tmp`, in MiB: 512 to 10,240.
  public var ephemeralStorage: Value?
  /// The function's name.
  public var functionName: Value?
  /// The method that is called; not for images.
  public var handler: Value?
  /// The ARNs of layers, a list.
  public var layers: Value?
  /// Memory in MiB: 128 to 32,768.
  public var memorySize: Value?
  /// `Zip` or `Image`.
  public var packageType: Value?
  /// Calls at once that are set aside.
  public var reservedConcurrentExecutions: Value?
  /// The ARN of the role that the function runs as.
  public var role: Value
  /// The runtime; not for images.
  public var runtime: Value?
  /// Tags of the function.
  public var tags: [Tag]?
  /// How long a call may take, in seconds: 1 to 900.
  public var timeout: Value?
  /// `Active` or `PassThrough`.
  public var tracingConfig: Value?
  /// The VPC that the function runs in.
  public var vpcConfig: VpcConfig?
  /// Properties that have no field here, by CloudFormation's names; they are written last, in this order.
  public var additional: [Member]

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    code: FunctionCode,
    role: Value,
    architectures: Value? = nil,
    description: Value? = nil,
    environment: [Member]? = nil,
    ephemeralStorage: Value? = nil,
    functionName: Value? = nil,
    handler: Value? = nil,
    layers: Value? = nil,
    memorySize: Value? = nil,
    packageType: Value? = nil,
    reservedConcurrentExecutions: Value? = nil,
    runtime: Value? = nil,
    tags: [Tag]? = nil,
    timeout: Value? = nil,
    tracingConfig: Value? = nil,
    vpcConfig: VpcConfig? = nil,
    additional: [Member] = []
  ) {
    self.code = code
    self.role = role
    self.architectures = architectures
    self.description = description
    self.environment = environment
    self.ephemeralStorage = ephemeralStorage
    self.functionName = functionName
    self.handler = handler
    self.layers = layers
    self.memorySize = memorySize
    self.packageType = packageType
    self.reservedConcurrentExecutions = reservedConcurrentExecutions
    self.runtime = runtime
    self.tags = tags
    self.timeout = timeout
    self.tracingConfig = tracingConfig
    self.vpcConfig = vpcConfig
    self.additional = additional
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.architectures, architectures)
    writer.add(.code, code.value)
    writer.add(.description, description)
    writer.add(.environment, environment.map { .object([Member("Variables", .object($0))]) })
    writer.add(.ephemeralStorage, ephemeralStorage.map { .object([Member("Size", $0)]) })
    writer.add(.functionName, functionName)
    writer.add(.handler, handler)
    writer.add(.layers, layers)
    writer.add(.memorySize, memorySize)
    writer.add(.packageType, packageType)
    writer.add(.reservedConcurrentExecutions, reservedConcurrentExecutions)
    writer.add(.role, role)
    writer.add(.runtime, runtime)
    writer.add(.tags, tags)
    writer.add(.timeout, timeout)
    writer.add(.tracingConfig, tracingConfig.map { .object([Member("Mode", $0)]) })
    writer.add(.vpcConfig, vpcConfig)
    writer.write(members: additional)
  }
}

/// The VPC that a function runs in.
public struct VpcConfig: PropertyType {
  /// Security groups, a list.
  public var securityGroupIds: Value?
  /// Subnets, a list.
  public var subnetIds: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    securityGroupIds: Value? = nil,
    subnetIds: Value? = nil
  ) {
    self.securityGroupIds = securityGroupIds
    self.subnetIds = subnetIds
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.securityGroupIds, securityGroupIds)
    writer.add(.subnetIds, subnetIds)
  }
}
