import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  /// One resource a path; parents that are not listed are made too.
  mutating func addPaths(_ context: inout APIContext) {
    let (api, nodes) = (context.api.api, context.api.paths.nodes)
    var names = PathNames(of: context.name)
    var (parent, parentId) = (0, resourceId(at: 0, &names, context))
    for index in nodes.indices.dropFirst() where !isFull {
      let item = nodes[index].item
      if let item, api.paths[item].value.resourceId != nil { continue }
      if nodes[index].parent != parent {
        parent = nodes[index].parent
        names.go(to: parent, in: nodes)
        parentId = resourceId(at: parent, &names, context)
      }
      let resource = PathResource(parentId: parentId, pathPart: nodes[index].segment, restApiId: context.reference)
      let node = item.map { api.paths[$0].node } ?? api.node
      if let given = item.flatMap({ api.paths[$0].value.logicalId }) {
        addDeployed(LogicalID(given: given.value), resource, at: node, &context)
      } else {
        names.go(to: index, in: nodes)
        names.goToResource()
        addDeployed(names, resource, at: node, &context)
      }
    }
  }

  /// The ID of the resource at a path.
  ///
  /// - Parameter names: the names there.
  func resourceId(
    at index: Int, _ names: inout PathNames, _ context: APIContext
  ) -> CloudFormation.Reference<PathResource> {
    let item = context.api.paths.nodes[index].item.map { context.api.api.paths[$0].value }
    if let existing = item?.resourceId { return .existing(values.value(existing.value)) }
    if index == 0 { return .existing(rootResourceId(context)) }
    if let given = item?.logicalId { return .resource(LogicalID(given: given.value)) }
    names.goToResource()
    return .resource(names.id)
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
