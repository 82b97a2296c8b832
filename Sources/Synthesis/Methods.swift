import CloudFormation
import Document
import Spec

extension TemplateBuilder {
  mutating func addMethods(_ context: inout APIContext) {
    let shared = MethodContext(context, targets)
    let scopes = PermissionScopes(context)
    let nodes = context.api.paths.nodes
    var names = PathNames(of: context.name)
    var place = 0
    var resourceId = resourceId(at: place, &names, context)
    var callPath: CallPath?
    for operation in context.api.operations where !isFull {
      if operation.path != place {
        place = operation.path
        names.go(to: place, in: nodes)
        resourceId = self.resourceId(at: place, &names, context)
        callPath = nil
      }
      let function = LambdaTarget(of: operation, shared)
      add(operation, at: resourceId, function, shared, &names, &context)
      if let function {
        let path = callPath ?? names.callPath
        callPath = path
        addPermissions(for: operation, function, path, &names, scopes, context)
      }
    }
  }

  private mutating func add(
    _ operation: Operation, at resourceId: CloudFormation.Reference<PathResource>, _ function: LambdaTarget?,
    _ shared: MethodContext, _ names: inout PathNames, _ context: inout APIContext
  ) {
    // What a method alone has comes before it: its validator and the role of its integration.
    let method = OperationMethod(
      operation: operation, resourceId: resourceId, context: shared, validator: addMethodValidator(operation, &context),
      role: addMethodRole(operation, context), functionUri: function?.uri)
    if let given = operation.logicalId {
      return addDeployed(LogicalID(given: given.value), method, at: operation.node, &context)
    }
    names.goToMethod(operation.verb.rawValue)
    addDeployed(names, method, at: operation.node, &context)
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
    let target = context.targets.spec.target(of: handler.value, as: .function)
    self.handler = handler
    takesPermissions = context.targets.takesPermissions(target)
    (isScopedToMethod, allowsTest) = (backend.scopePermissionToMethod.value, backend.allowTestInvoke.value)
    let streams = integration.options.responseTransferMode?.value.known == .stream
    if !streams, case .function(let index, .published)? = target {
      arn = context.targets.functionAddresses[index].written
      uri = context.targets.functionAddresses[index].uri
    } else {
      let value = context.targets.arn(of: handler.value, at: target)
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
