import CloudFormation
import Spec

extension TemplateBuilder {
  /// One resource a path; parents that are not listed are made too.
  mutating func addPaths(_ context: inout APIContext) {
    let (api, tree) = (context.api.api, context.api.paths)
    let nodes = tree.nodes
    context.resourceIds.reserveCapacity(nodes.count)
    var names = PathNames(of: context.name)
    var path: [String] = []
    for index in nodes.indices where !isFull {
      let item = nodes[index].item
      if let item, let existing = api.paths[item].value.resourceId {
        context.resourceIds.append(values.value(existing.value))
      } else if index == 0 {
        context.resourceIds.append(rootResourceId(context))
      } else {
        path.removeAll(keepingCapacity: true)
        tree.appendSegments(index, to: &path)
        names.go(to: path)
        let given = item.flatMap { api.paths[$0].value.logicalId }
        names.goToResource()
        let id = given.map { LogicalID(given: $0.value) } ?? names.id
        let resource = PathResource(
          parentId: context.resourceIds[nodes[index].parent], pathPart: .string(nodes[index].segment),
          restApiId: context.reference)
        addDeployed(id, resource, at: item.map { api.paths[$0].node } ?? api.node, &context)
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
