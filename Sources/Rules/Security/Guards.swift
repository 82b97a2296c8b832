import Document
import Spec

extension Operation {
  /// Whether callers must say who they are: by an authorizer or by signing.
  var asksWhoCalls: Bool {
    if let authorizer = options.authorizer, authorizer.value != "none" { return true }
    return options.authorizationType.map { $0.value != AuthorizationType.none } ?? false
  }

  /// Whether anyone may call, for all that the method says; an intrinsic may ask for a key.
  var isOpen: Bool { !asksWhoCalls && options.apiKeyRequired.isOff }
}

extension Findings {
  /// Whether something other than its methods decides who may call an API, or may do so for all that is known.
  mutating func isGuardedAsAWhole(_ api: ResolvedAPI) -> Bool {
    let settings = api.api
    if settings.policy != nil || settings.cloneFrom != nil || settings.definition != nil || api.isImported {
      return true
    }
    if settings.endpointTypes?.value.contains(where: { $0.known() == .private }) == true { return true }
    guard !settings.disableExecuteApiEndpoint.isOff else { return false }
    return domains(of: api).contains { $0.value.mtls != nil }
  }
}

extension PathTree {
  /// Whether a node stands for every path below its parent: `{proxy+}`.
  func isGreedy(_ index: Int) -> Bool { nodes[index].isGreedy }
}
