import CloudFormation
import Document
import Spec

/// The picture of an API that its stages serve.
extension TemplateBuilder {
  mutating func addDeployment(_ context: inout APIContext) {
    guard !context.stages.isEmpty else { return }
    addRawParts(&context)
    let id = LogicalID(.deployment(hash: hash(of: context)), of: context.name)
    let api = context.api.api
    let description = context.api.stages.first?.value.description ?? api.description
    let resource = Deployment(restApiId: context.reference, description: description.map { values.value($0.value) })
    deployments[context.name] = id
    add(
      id, resource, at: context.api.node, dependsOn: context.deployed,
      policy: api.retainDeployments.value ? "Retain" : nil)
  }

  /// What API Gateway takes a picture of, a local definition's content included.
  private func hash(of context: APIContext) -> String {
    guard case .path(let path)? = context.api.api.definition?.value else { return shortened(context.hash) }
    return shortened(context.hash, and: contents(of: path))
  }

  /// The files that a local path stands for, with their content. What cannot be read counts by its name alone; a path
  /// that leads nowhere was reported before.
  func contents(of path: String) -> [(name: String, bytes: [UInt8])] {
    let names = (try? files.list(path, from: spec.name).get()) ?? []
    return names.map { name in
      let whole = name.isEmpty ? path : path + "/" + name
      return (name, (try? files.read(whole, from: spec.name, limit: ResolvedSpec.fileLimit).get()) ?? [])
    }
  }

  /// Raw resources that are parts of the API belong to its deployment.
  private func addRawParts(_ context: inout APIContext) {
    for item in spec.declarations.resources where Self.deployedTypes.contains(item.value.type) {
      let body = values.free(item.value.body.node)
      guard let api = body["Properties"]?["RestApiId"],
        api == context.reference.value || api.isReference(to: context.name)
      else { continue }
      let id = LogicalID(given: item.name)
      context.deployed.append(id)
      context.hash.add(TemplateResource(id, raw: body))
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

/// A hash of resources and files that depends neither on their order nor on that of keys: 16 hexadecimal digits, 64 bits.
func shortened(_ hash: ContentHash, and files: [(name: String, bytes: [UInt8])] = []) -> String {
  var hash = hash
  for file in files { hash.add(file: file.name, contents: file.bytes) }
  return String(hash.hexadecimal().prefix(16))
}
