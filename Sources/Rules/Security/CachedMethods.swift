import Document
import Spec

/// The methods that a stage caches, and where it says so.
struct CachedMethods {
  private let all: NodeID?
  private var single: [String: NodeID?] = [:]

  /// Nil for a stage that caches nothing.
  init?(_ stage: Stage) {
    let settings =
      stage.methodOptions.first { $0.name == "/*/*" }?.value.cachingEnabled ?? stage.settings.cachingEnabled
    all = settings.isOn ? settings?.node : nil
    for method in stage.methodOptions where method.name != "/*/*" {
      if let caching = method.value.cachingEnabled {
        single[method.name] = .some(caching.known() == true ? caching.node : nil)
      }
    }
    if all == nil, !single.values.contains(where: { $0 != nil }) { return nil }
  }

  /// Where a method's caching is turned on; settings of a whole stage are for GET alone.
  func place(_ verb: Verb, _ path: String) -> NodeID? {
    if !single.isEmpty, let own = single["\(path)/\(verb.rawValue)"] { return own }
    return verb == .get ? all : nil
  }
}

/// Where a method's callers say who they are.
struct CallerIdentity {
  /// Mapping expressions without their `method.request.`: `header.Authorization`.
  private let sources: [String]

  /// Nil for an open method, and where it cannot be known.
  init?(_ operation: Operation, _ api: ResolvedAPI) {
    if let name = operation.options.authorizer, name.value != "none" {
      guard let authorizer = api.authorizer(name.value)?.value else { return nil }
      let given = authorizer.identitySources.compactMap { source -> String? in
        switch source.value {
        case .header(let name): "header.\(name)"
        case .querystring(let name): "querystring.\(name)"
        case .stageVariable, .context: nil
        }
      }
      sources = given.isEmpty ? ["header.Authorization"] : given
    } else if operation.options.authorizationType?.value == .iam {
      sources = ["header.Authorization"]
    } else {
      return nil
    }
  }

  /// Whether a cache key parameter tells callers apart; of several identity sources, one is enough.
  func isCarried(by parameter: String) -> Bool {
    let prefix = "method.request."
    guard parameter.hasPrefix(prefix) else { return false }
    var source = parameter.dropFirst(prefix.utf8.count).lowercased()
    if source.hasPrefix("multivalue") { source.removeFirst("multivalue".utf8.count) }
    return sources.contains { $0.lowercased() == source }
  }
}
