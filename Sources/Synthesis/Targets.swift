import CloudFormation
import Spec

/// References as values of the template.
struct Targets {
  let spec: ResolvedSpec
  let values: ValueConverter
  /// What most methods call functions by, in step with the spec's.
  var functionAddresses: [FunctionAddress] = []
  /// The versions of functions, by the functions' names.
  var versions: [String: LogicalID] = [:]

  init(_ spec: ResolvedSpec) {
    self.spec = spec
    values = ValueConverter(spec: spec)
  }

  /// The ARN (or ID, for what goes by one) that a reference stands for; rules have made sure that it leads somewhere.
  func arn(of reference: Spec.Reference, as kind: ReferenceKind) -> Value {
    arn(of: reference, at: spec.target(of: reference, as: kind))
  }

  /// The same for a reference that was followed already.
  func arn(of reference: Spec.Reference, at target: Target?) -> Value {
    switch target {
    case .function(let index, let form)?: functionArn(index, form)
    case .vpcLink(let index)?: vpcLinkId(index)
    case .api(let index)?: apiReference(index).value
    case .apiKey(let index)?: apiKeyReference(index).value
    case .resource(let name, let form)?: value(of: LogicalID(given: name), form)
    case .arn(let arn)?: .string(arn)
    case .intrinsic(let node)?: values.free(node)
    case nil: .string(reference.name ?? "")
    }
  }

  func functionArn(_ index: Int, _ form: FunctionForm) -> Value {
    if form == .published, index < functionAddresses.count { return functionAddresses[index].arn }
    let item = spec.declarations.functions[index]
    if let arn = item.value.arn { return values.value(arn.value) }
    switch form {
    case .published:
      if let alias = item.value.alias { return .ref(LogicalID(.alias(alias.value), of: item.name)) }
      return item.value.isPublished ? functionArn(index, .version) : functionArn(index, .unqualified)
    case .version: return versions[item.name].map { .ref($0) } ?? functionArn(index, .unqualified)
    case .unqualified: return .getAtt(spec.logicalID(of: item.name), "Arn")
    }
  }

  func vpcLinkId(_ index: Int) -> Value {
    let item = spec.declarations.vpcLinks[index]
    return item.value.vpcLinkId.map { values.value($0.value) } ?? .ref(spec.logicalID(of: item.name))
  }

  func apiReference(_ index: Int) -> CloudFormation.Reference<RestApi> {
    let item = spec.declarations.apis[index]
    return item.value.restApiId.map { .existing(values.value($0.value)) }
      ?? .resource(spec.logicalID(of: item.name))
  }

  func apiKeyReference(_ index: Int) -> CloudFormation.Reference<CloudFormation.ApiKey> {
    let item = spec.declarations.apiKeys[index]
    return item.value.apiKeyId.map { .existing(values.value($0.value)) } ?? .resource(spec.logicalID(of: item.name))
  }

  private func value(of id: LogicalID, _ form: ResourceForm) -> Value {
    switch form {
    case .arn: .getAtt(id, "Arn")
    case .ref: .ref(id)
    case .logGroupArn:
      .sub([
        .text("arn:"), .pseudo("AWS::Partition"), .text(":logs:"), .pseudo("AWS::Region"), .text(":"),
        .pseudo("AWS::AccountId"), .text(":log-group:"), .ref(id),
      ])
    }
  }

  /// Whether API Gateway's right to call a function is ours to give.
  func takesPermissions(_ function: Target?) -> Bool {
    guard case .function(let index, _)? = function else { return true }
    return !spec.declarations.functions[index].value.skipPermissions.value
  }
}

extension ResolvedSpec {
  /// The logical ID of a thing's main resource: its name, unless it was given another.
  func logicalID(of name: String) -> LogicalID {
    names.givenIDs[name].map { LogicalID(given: $0) } ?? LogicalID(.itself, of: name)
  }

  /// The logical ID of an API's authorizer.
  func logicalID(of authorizer: Named<Spec.Authorizer>, of api: String) -> LogicalID {
    authorizer.value.options.logicalId.map { LogicalID(given: $0.value) }
      ?? LogicalID(.authorizer(authorizer.name), of: api)
  }
}
