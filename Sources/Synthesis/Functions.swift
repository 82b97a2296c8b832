import CloudFormation
import Document
import Spec

/// Lambda functions: the function, its role, its version and alias.
extension TemplateBuilder {
  mutating func addFunctions() {
    for item in spec.declarations.functions where item.value.arn == nil { add(item) }
    for index in spec.declarations.functions.indices {
      targets.functionAddresses.append(FunctionAddress(targets.functionArn(index, .published)))
    }
  }

  private mutating func add(_ item: Named<Spec.Function>) {
    let id = spec.logicalID(of: item.name)
    let function = resource(item)
    if item.value.role == nil { addRole(item) }
    add(id, function, at: item.node)
    guard item.value.isPublished else { return }
    addVersion(item, of: id, function)
  }

  private mutating func addRole(_ item: Named<Spec.Function>) {
    let names = ["AWSLambdaBasicExecutionRole"] + (item.value.vpc == nil ? [] : ["AWSLambdaVPCAccessExecutionRole"])
    add(
      LogicalID(.role, of: item.name),
      Role(
        assumeRolePolicyDocument: trustPolicy(for: "lambda.amazonaws.com"),
        managedPolicyArns: .list(names.map(managedPolicy)), tags: tags(nil)), at: item.node)
  }

  private func resource(_ item: Named<Spec.Function>) -> CloudFormation.Function {
    let function = item.value
    let role = function.role.map { arn(of: $0.value, as: .role) } ?? .getAtt(LogicalID(.role, of: item.name), "Arn")
    return CloudFormation.Function(
      code: code(of: function), role: role,
      architectures: function.architectures.map { values.list($0) },
      description: function.description.map { values.value($0.value) },
      environment: function.environment.map { values.members($0.value) },
      ephemeralStorage: function.ephemeralStorageSize.map { values.value($0.value) },
      functionName: function.functionName.map { values.value($0.value) },
      handler: function.handler.map { values.value($0.value) },
      layers: function.layers.map { values.list($0) },
      memorySize: function.memorySize.map { values.value($0.value) },
      packageType: function.isImage ? "Image" : nil,
      reservedConcurrentExecutions: function.reservedConcurrentExecutions.map { values.value($0.value) },
      runtime: function.runtime.map { values.value($0.value) },
      tags: tags(function.tags),
      timeout: function.timeout.map { values.seconds($0.value) },
      tracingConfig: function.tracing.map { values.value($0.value) },
      vpcConfig: function.vpc.map { vpcConfig($0.value) },
      additional: function.properties.map { Member($0.name, values.free($0.value.node)) })
  }

  private func vpcConfig(_ settings: VpcSettings) -> VpcConfig {
    VpcConfig(
      securityGroupIds: values.list(settings.securityGroupIds), subnetIds: values.list(settings.subnetIds))
  }

  private func code(of function: Spec.Function) -> CloudFormation.FunctionCode {
    switch function.code?.value {
    case .path(let path)?: return .localPath(localPath(path))
    case .located(let location)?:
      if let inline = location.inline { return .inline(values.value(inline.value)) }
      if let image = location.image { return .image(values.value(image.value)) }
      return .object(
        bucket: location.bucket.map { values.value($0.value) } ?? "",
        key: location.key.map { values.value($0.value) } ?? "", version: location.version.map { values.value($0.value) }
      )
    case nil: return .localPath(localPath("."))
    }
  }

  /// A path of the spec as `aws cloudformation package` finds it: relative to the template's folder.
  func localPath(_ path: String) -> String {
    localPathPrefix.isEmpty ? path : localPathPrefix + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  /// What a version freezes: the function's settings and its code.
  private func hash(of function: Spec.Function, _ id: LogicalID, _ resource: CloudFormation.Function) -> String {
    var snapshot = resource.snapshot
    var hash = ContentHash()
    guard case .path(let path)? = function.code?.value else {
      hash.add(TemplateResource(id, snapshot))
      return shortened(hash)
    }
    // Where the template is written is no part of the function.
    snapshot.code = .localPath(path)
    hash.add(TemplateResource(id, snapshot))
    return shortened(hash, and: contents(of: path))
  }

  /// A version is made once: its name carries what it is a version of.
  private mutating func addVersion(
    _ item: Named<Spec.Function>, of id: LogicalID, _ function: CloudFormation.Function
  ) {
    let version = LogicalID(.version(hash: hash(of: item.value, id, function)), of: item.name)
    targets.versions[item.name] = version
    add(version, Version(functionName: .resource(id)), at: item.node)
    guard let alias = item.value.alias else { return }
    add(
      LogicalID(.alias(alias.value), of: item.name),
      Alias(functionName: .resource(id), functionVersion: .getAtt(version, "Version"), name: .string(alias.value)),
      at: item.node)
  }
}

extension CloudFormation.Function {
  /// What a version freezes. A version of what has not changed cannot be published, so the settings of the function as a
  /// whole are left out.
  /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html
  fileprivate var snapshot: CloudFormation.Function {
    var snapshot = self
    (snapshot.tags, snapshot.reservedConcurrentExecutions) = (nil, nil)
    snapshot.additional.removeAll { ["CodeSigningConfigArn", "RecursiveLoop"].contains($0.name) }
    return snapshot
  }
}

extension Spec.Function {
  var isImage: Bool {
    if case .located(let location)? = code?.value { location.image != nil } else { false }
  }
}

/// Who may take on a role: an AWS service.
func trustPolicy(for service: String) -> Value {
  [
    "Version": "2012-10-17",
    "Statement": [["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "sts:AssumeRole"]],
  ]
}

/// One of AWS's own policies for services.
func managedPolicy(_ name: String) -> Value {
  .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":iam::aws:policy/service-role/\(name)")])
}

/// The address at which API Gateway calls a function.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
///
/// - Parameter streams: whether the answer comes in pieces.
func lambdaUri(_ arn: Value, streams: Bool) -> Value {
  .joined([
    .sub([.text("arn:"), .pseudo("AWS::Partition"), .text(":apigateway:"), .pseudo("AWS::Region")]),
    streams ? ":lambda:path/2021-11-15/functions/" : ":lambda:path/2015-03-31/functions/", arn,
    streams ? "/response-streaming-invocations" : "/invocations",
  ])
}
