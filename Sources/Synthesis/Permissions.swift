import CloudFormation
import Document
import Spec

/// API Gateway's right to call the functions of methods.
extension TemplateBuilder {
  mutating func addPermissions(
    for operation: Operation, _ function: LambdaTarget, _ path: CallPath, _ names: inout PathNames,
    _ context: APIContext
  ) {
    guard targets.takesPermissions(function.target) else { return }
    let arn = targets.arn(of: function.reference, at: function.target)
    guard function.backend.scopePermissionToMethod.value else {
      return addEveryMethodPermission(function, arn, context)
    }
    let verb = operation.verb.rawValue
    for stage in context.stages {
      add(
        names.permission(verb, stage: stage.name),
        permission(arn, context, .stage(.resource(stage.id)), verb, path), at: operation.node)
    }
    if context.stages.isEmpty {
      add(
        names.permission(verb, stage: nil),
        permission(arn, context, .every, verb, path), at: operation.node)
    }
    guard function.backend.allowTestInvoke.value else { return }
    add(
      names.testPermission(verb),
      permission(arn, context, .test, verb, path), at: operation.node)
  }

  private func permission(
    _ function: Value, _ context: APIContext, _ stage: PermissionStage, _ verb: String, _ path: CallPath
  ) -> Permission {
    Permission(
      functionName: function, source: .method(api: context.reference, stage: stage, verb: verb, path: path))
  }

  /// One for an API and a function, however many methods ask for it.
  private mutating func addEveryMethodPermission(_ function: LambdaTarget, _ arn: Value, _ context: APIContext) {
    let text = String(decoding: arn.canonicalBytes, as: UTF8.self)
    guard everyMethodPermissions.insert(context.name + " " + text).inserted else { return }
    let id = LogicalID(.functionPermission(function.reference.name ?? text), of: context.name)
    add(id, Permission(functionName: arn, source: .everyMethod(api: context.reference)), at: function.node)
  }
}
