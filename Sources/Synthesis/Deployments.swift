import CloudFormation
import Document
import Spec

/// The picture of an API that its stages serve.
extension TemplateBuilder {
  mutating func addDeployment(_ context: inout APIContext) {
    guard !context.stages.isEmpty else { return }
    for part in rawParts.of(context.reference.value, named: context.name) {
      context.deployed.named.append(part.id)
      context.hash.add(part)
    }
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
}

extension Value {
  /// The value of an object's member.
  subscript(_ name: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

/// A hash of resources and files that depends neither on their order nor on that of keys: 16 hexadecimal digits, 64 bits.
func shortened(_ hash: ContentHash, and files: [(name: String, bytes: [UInt8])] = []) -> String {
  var hash = hash
  for file in files { hash.add(file: file.name, contents: file.bytes) }
  return String(hash.hexadecimal().prefix(16))
}
