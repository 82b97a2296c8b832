import Document
import Spec

/// The methods that an API's stages cache, and where they say so.
struct CachedMethods {
  /// What a stage says, by the stage's place.
  private typealias Setting = (stage: Int, node: NodeID?)

  /// Where caching is turned on for a whole stage, in their order.
  private var whole: [Setting] = []
  /// What stages say of one method, by `/path/METHOD`; without a node where it is off.
  private var single: [String: [Setting]] = [:]

  /// Nil where nothing is cached.
  init?(_ stages: [Named<Stage>]) {
    var caches = false
    for (place, stage) in stages.enumerated() { add(stage.value, place, &caches) }
    if !caches { return nil }
  }

  private mutating func add(_ stage: Stage, _ place: Int, _ caches: inout Bool) {
    let settings =
      stage.methodOptions.first { $0.name == "/*/*" }?.value.cachingEnabled ?? stage.settings.cachingEnabled
    if settings.isOn {
      whole.append((place, settings?.node))
      caches = true
    }
    for method in stage.methodOptions where method.name != "/*/*" {
      guard let caching = method.value.cachingEnabled else { continue }
      let node = caching.known() == true ? caching.node : nil
      single[method.name, default: []].append((place, node))
      if node != nil { caches = true }
    }
  }

  /// Where a method's caching is turned on first; settings of a whole stage are for GET alone.
  func place(_ verb: Verb, _ path: String) -> NodeID? {
    let own = single.isEmpty ? nil : single["\(path)/\(verb.rawValue)"]
    guard let own else { return verb == .get ? whole.first?.node : nil }
    let named = own.first { $0.node != nil }
    guard verb == .get else { return named?.node }
    let except = Set(own.map(\.stage))
    let inherited = whole.first { !except.contains($0.stage) }
    return [named, inherited].compactMap { $0 }.min { $0.stage < $1.stage }?.node
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
