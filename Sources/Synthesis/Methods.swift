import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  mutating func addMethods(_ context: inout APIContext) {
    let shared = MethodContext(context, targets)
    let scopes = PermissionScopes(context)
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
      // What a method alone has comes before it: its validator and the role of its integration.
      let validator = addMethodValidator(operation, path, &context)
      let role = addMethodRole(operation, path, context)
      let method = OperationMethod(
        operation: operation, context: shared, validator: validator, role: role, functionUri: function?.uri)
      if let given = operation.logicalId {
        addDeployed(LogicalID(given: given.value), method, at: operation.node, &context)
      } else {
        names.goToMethod(operation.verb.rawValue)
        addDeployed(names, method, at: operation.node, &context)
      }
      if let function {
        let known = callPath ?? CallPath(path)
        callPath = known
        addPermissions(for: operation, function, known, &names, scopes, context)
      }
    }
  }
}

/// The function behind a method, looked up once.
struct LambdaTarget {
  let handler: Located<Spec.Reference>
  /// Whether API Gateway's right to call it is ours to give.
  let takesPermissions: Bool
  /// Whether each method has a permission of its own.
  let isScopedToMethod: Bool
  /// Whether the console may call it too.
  let allowsTest: Bool
  /// What the method calls it by.
  let arn: WrittenValue
  let uri: WrittenValue

  /// Nil for a method without a function.
  init?(of operation: Operation, _ context: MethodContext) {
    guard let integration = operation.integration, case .lambda(let backend) = integration.backend,
      let handler = backend.handler
    else { return nil }
    let targets = context.targets
    let target = targets.spec.target(of: handler.value, as: .function)
    self.handler = handler
    takesPermissions = targets.takesPermissions(target)
    (isScopedToMethod, allowsTest) = (backend.scopePermissionToMethod.value, backend.allowTestInvoke.value)
    let streams = integration.options.responseTransferMode?.value.known == .stream
    if !streams, case .function(let index, .published)? = target {
      let address = targets.functionAddresses[index]
      (arn, uri) = (address.written, address.uri)
    } else {
      let value = targets.arn(of: handler.value, at: target)
      (arn, uri) = (WrittenValue(value), WrittenValue(lambdaUri(value, streams: streams)))
    }
  }
}

/// What most methods call a function by.
struct FunctionAddress {
  /// The ARN of what is published.
  let arn: Value
  let written: WrittenValue
  /// The URI of its calls.
  let uri: WrittenValue

  init(_ arn: Value) {
    (self.arn, written) = (arn, WrittenValue(arn))
    uri = WrittenValue(lambdaUri(arn, streams: false))
  }
}
