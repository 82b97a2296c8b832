import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  mutating func addMethods(_ context: inout APIContext) {
    let shared = MethodContext(context, targets)
    let tree = context.api.paths
    var (place, path): (Int, [String]) = (0, [])
    var callPath: CallPath?
    var names = PathNames(of: context.name)
    for operation in context.api.operations where !isFull {
      if operation.path != place {
        place = operation.path
        path.removeAll(keepingCapacity: true)
        tree.appendSegments(place, to: &path)
        names.go(to: path)
        callPath = nil
      }
      let function = LambdaTarget(of: operation, shared)
      let id = operation.logicalId.map { LogicalID(given: $0.value) } ?? names.method(operation.verb.rawValue)
      // What a method alone has comes before it: its validator and the role of its integration.
      let validator = addMethodValidator(operation, path, &context)
      let role = addMethodRole(operation, path, context)
      let method = OperationMethod(operation, function, shared, validator: validator, role: role)
      addDeployed(id, method, at: operation.node, &context)
      if let function {
        let known = callPath ?? CallPath(path)
        callPath = known
        addPermissions(for: operation, function, known, &names, context)
      }
    }
  }
}

/// The function behind a method, looked up once.
struct LambdaTarget {
  let reference: Spec.Reference
  let node: NodeID
  let target: Target?
  let backend: LambdaBackend

  /// Nil for a method without a function.
  init?(of operation: Operation, _ context: MethodContext) {
    guard case .lambda(let backend)? = operation.integration?.backend, let handler = backend.handler else { return nil }
    (reference, node, self.backend) = (handler.value, handler.node, backend)
    target = context.targets.spec.target(of: handler.value, as: .function)
  }
}
