import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  /// One resource a path; parents that are not listed are made too.
  mutating func addPaths(_ context: inout APIContext) {
    let (api, nodes) = (context.api.api, context.api.paths.nodes)
    context.resourceIds.reserveCapacity(nodes.count)
    var names = PathNames(of: context.name)
    for index in nodes.indices where !isFull {
      let item = nodes[index].item
      if let item, let existing = api.paths[item].value.resourceId {
        context.resourceIds.append(values.value(existing.value))
      } else if index == 0 {
        context.resourceIds.append(rootResourceId(context))
      } else {
        let node = item.map { api.paths[$0].node } ?? api.node
        if let given = item.flatMap({ api.paths[$0].value.logicalId }) {
          addPath(LogicalID(given: given.value), index, at: node, &context)
        } else {
          names.go(to: index, in: nodes)
          names.goToResource()
          addPath(names, index, at: node, &context)
        }
      }
    }
  }

  private mutating func addPath(
    _ name: borrowing some ResourceName & ~Copyable, _ index: Int, at node: NodeID, _ context: inout APIContext
  ) {
    // The resource is gone before an ID is added: as long as it holds its parent's, all of them would be copied.
    addDeployed(name, pathResource(index, context), at: node, &context)
    context.resourceIds.append(ref: name)
  }

  private func pathResource(_ index: Int, _ context: APIContext) -> PathResource {
    let parent = context.api.paths.nodes[index].parent
    return PathResource(
      parentId: context.resourceIds[parent], pathPart: context.api.paths.nodes[index].segment,
      restApiId: context.reference)
  }

  private func rootResourceId(_ context: APIContext) -> Value {
    if let root = context.api.api.rootResourceId { return values.value(root.value) }
    guard case .resource(let id) = context.reference else { return "" }
    return .getAtt(id, "RootResourceId")
  }
}

extension PathNames {
  /// Goes to a node of a path tree, in which every parent stands before its children.
  mutating func go(to node: Int, in nodes: [PathTree.PathNode]) {
    if goBack(to: node) == node { return }
    go(to: nodes[node].parent, in: nodes)
    goOn(to: nodes[node].segment, number: node)
  }
}
