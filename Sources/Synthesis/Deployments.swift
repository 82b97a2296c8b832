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

  /// Whether the value is `Ref` to a name, as the user wrote it.
  fileprivate func isReference(to name: String) -> Bool { self == .function("Ref", .string(name)) }
}

/// A hash of resources that depends neither on their order nor on that of keys in them: 16 hexadecimal digits, 64 bits.
func contentHash(of resources: [TemplateResource]) -> String {
  var hash = ContentHash()
  for index in resources.indices { hash.add(resources[index]) }
  return String(hash.hexadecimal().prefix(16))
}
