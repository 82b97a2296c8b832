import CloudFormation
import Document
import Spec

/// API Gateway's right to call the functions of methods.
extension TemplateBuilder {
  mutating func addPermissions(
    for operation: Operation, _ function: LambdaTarget, _ path: CallPath, _ names: inout PathNames,
    _ scopes: PermissionScopes, _ context: APIContext
  ) {
    guard function.takesPermissions else { return }
    guard function.isScopedToMethod else { return addEveryMethodPermission(function, context) }
    let verb = operation.verb.rawValue
    for (stage, scope) in scopes.ofStages {
      let source = PermissionSource.method(scope, verb: verb, path: path)
      names.goToPermission(verb, stage: stage)
      add(names, Permission(functionName: function.arn, source: source), at: operation.node)
    }
    guard function.allowsTest else { return }
    let source = PermissionSource.method(scopes.test, verb: verb, path: path)
    names.goToTestPermission(verb)
    add(names, Permission(functionName: function.arn, source: source), at: operation.node)
  }

  /// One for an API and a function, however many methods ask for it.
  private mutating func addEveryMethodPermission(_ function: LambdaTarget, _ context: APIContext) {
    let text = String(decoding: function.arn.canonicalBytes, as: UTF8.self)
    guard everyMethodPermissions.insert(context.name + " " + text).inserted else { return }
    let id = LogicalID(.functionPermission(function.handler.value.name ?? text), of: context.name)
    add(
      id, Permission(functionName: function.arn, source: .everyMethod(api: context.reference)),
      at: function.handler.node)
  }
}

/// What the permissions of an API's methods have in common.
struct PermissionScopes {
  /// The stages; one without a name, which stands for all of them, where the API has none.
  let ofStages: [(name: String?, scope: PermissionScope)]
  /// The console's test calls.
  let test: PermissionScope

  init(_ context: APIContext) {
    let api = context.reference
    test = PermissionScope(api: api, stage: .test)
    ofStages =
      context.stages.isEmpty
      ? [(nil, PermissionScope(api: api, stage: .every))]
      : context.stages.map { ($0.name, PermissionScope(api: api, stage: .stage(.resource($0.id)))) }
  }
}
