import CloudFormation
import Document
import Spec

/// API Gateway's right to call the functions of methods.
extension TemplateBuilder {
  mutating func addPermissions(
    for operation: Operation, _ path: [String], _ names: inout PathNames, _ context: APIContext
  ) {
    guard case .lambda(let lambda)? = operation.integration?.backend, let handler = lambda.handler,
      takesPermissions(handler.value)
    else { return }
    let function = arn(of: handler.value, as: .function)
    guard lambda.scopePermissionToMethod.value else {
      return addEveryMethodPermission(handler, function, context)
    }
    let verb = operation.verb.rawValue
    for stage in context.stages {
      add(
        names.permission(verb, stage: stage.name),
        permission(function, context, .stage(.resource(stage.id)), verb, path), at: operation.node)
    }
    if context.stages.isEmpty {
      add(
        names.permission(verb, stage: nil),
        permission(function, context, .every, verb, path), at: operation.node)
    }
    guard lambda.allowTestInvoke.value else { return }
    add(
      names.testPermission(verb),
      permission(function, context, .test, verb, path), at: operation.node)
  }

  private func permission(
    _ function: Value, _ context: APIContext, _ stage: PermissionStage, _ verb: String, _ path: [String]
  ) -> Permission {
    Permission(
      functionName: function, source: .method(api: context.reference, stage: stage, verb: verb, path: path))
  }

  /// One for an API and a function, however many methods ask for it.
  private mutating func addEveryMethodPermission(
    _ handler: Located<Spec.Reference>, _ function: Value, _ context: APIContext
  ) {
    let function = (value: function, text: String(decoding: function.canonicalBytes, as: UTF8.self))
    guard everyMethodPermissions.insert(context.name + " " + function.text).inserted else { return }
    let id = LogicalID(.functionPermission(handler.value.name ?? function.text), of: context.name)
    add(id, Permission(functionName: function.value, source: .everyMethod(api: context.reference)), at: handler.node)
  }
}
