import CloudFormation
import Document
import Spec

/// The picture of an API that its stages serve.
extension TemplateBuilder {
  mutating func addDeployment(_ context: inout APIContext) {
    guard !context.stages.isEmpty else { return }
    addRawParts(&context)
    let id = LogicalID(.deployment(hash: contentHash(of: context.deployed)), of: context.name)
    let own = LogicalID(.itself, of: context.name)
    let api = context.api.api
    let description = context.api.stages.first?.value.description ?? api.description
    let resource = Deployment(restApiId: context.reference, description: description.map { values.value($0.value) })
    deployments[context.name] = id
    add(
      id, resource, at: context.api.node, dependsOn: context.deployed.map(\.id).filter { $0 != own },
      policy: api.retainDeployments.value ? "Retain" : nil)
  }

  /// Raw resources that are parts of the API belong to its deployment.
  private func addRawParts(_ context: inout APIContext) {
    for item in spec.declarations.resources where Self.deployedTypes.contains(item.value.type) {
      let body = values.free(item.value.body.node)
      guard let api = body["Properties"]?["RestApiId"],
        api == context.reference.value || api.isReference(to: context.name)
      else { continue }
      context.deployed.append(TemplateResource(LogicalID(given: item.name), raw: body))
    }
  }

  /// What API Gateway takes into a deployment.
  private static let deployedTypes: Set<String> = [
    "AWS::ApiGateway::Resource", "AWS::ApiGateway::Method", "AWS::ApiGateway::Model",
    "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::GatewayResponse",
  ]
}

extension Value {
  /// The value of an object's member.
  subscript(_ name: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The value with the members of every object sorted by name: the same to CloudFormation.
  fileprivate var ordered: Value {
    guard !isOrdered else { return self }
    return switch self {
    case .object(let members):
      .object(members.map { Member($0.name, $0.value.ordered) }.sorted { $0.precedes($1) })
    case .list(let items): .list(items.map(\.ordered))
    case .function(let name, let argument): .function(name, argument.ordered)
    default: self
    }
  }

  private var isOrdered: Bool {
    switch self {
    case .object(let members):
      members.allSatisfy(\.value.isOrdered) && !zip(members, members.dropFirst()).contains { $1.precedes($0) }
    case .list(let items): items.allSatisfy(\.isOrdered)
    case .function(_, let argument): argument.isOrdered
    default: true
    }
  }

  /// Whether the value is `Ref` to a name, as the user wrote it.
  fileprivate func isReference(to name: String) -> Bool { self == .function("Ref", .string(name)) }
}

/// A hash of resources that depends neither on their order nor on that of keys in them: 16 hexadecimal digits, 64 bits.
func contentHash(of resources: [TemplateResource]) -> String {
  var digests = resources.map { resource -> [UInt8] in
    var hash = SHA256()
    hash.update(resource.id.text)
    hash.update("\n")
    switch resource.body {
    case .typed(let typed):
      let properties = Value.object(typed.properties).ordered
      Value.object([Member("Type", .string(type(of: typed).type)), Member("Properties", properties)]).hash(into: &hash)
    case .raw(let value): value.ordered.hash(into: &hash)
    }
    return hash.finish()
  }
  digests.sort { $0.lexicographicallyPrecedes($1) }
  var whole = SHA256()
  for digest in digests { digest.withUnsafeBytes { whole.update($0) } }
  return String(whole.hexadecimal().prefix(16))
}

extension Member {
  fileprivate func precedes(_ other: Member) -> Bool { name.utf8.lexicographicallyPrecedes(other.name.utf8) }
}
