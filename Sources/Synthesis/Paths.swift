import CloudFormation
import Spec

extension TemplateBuilder {
  /// One resource a path; parents that are not listed are made too.
  mutating func addPaths(_ context: inout APIContext) {
    let (api, tree) = (context.api, context.api.paths)
    for (index, path) in tree.nodes.enumerated() {
      let item = path.item.map { api.api.paths[$0] }
      if let existing = item?.value.resourceId {
        context.resourceIds.append(values.value(existing.value))
      } else if index == 0 {
        context.resourceIds.append(rootResourceId(context))
      } else {
        let id =
          id(item?.value.logicalId, else: .resource(path: tree.segments(index)), of: context.name)
        let resource = PathResource(
          parentId: context.resourceIds[path.parent], pathPart: .string(path.segment), restApiId: context.reference)
        addDeployed(id, resource, at: item?.node ?? api.node, &context)
        context.resourceIds.append(.ref(id))
      }
    }
  }

  private func rootResourceId(_ context: APIContext) -> Value {
    if let root = context.api.api.rootResourceId { return values.value(root.value) }
    guard case .resource(let id) = context.reference else { return "" }
    return .getAtt(id, "RootResourceId")
  }
}
