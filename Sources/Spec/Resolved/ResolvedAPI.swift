import Document

/// An API with its paths as a tree and its methods as they come out of the defaults.
///
/// A class, because every rule and step is handed one and its options are large.
public final class ResolvedAPI: Sendable {
  public let name: String
  public let api: API
  public let paths: PathTree
  /// In the order declared.
  public let operations: [Operation]
  /// The stages, `prod` where none is declared; none where the API is not deployed.
  public let stages: [Named<Stage>]
  /// All CORS options that are written in the API, those of the API itself first.
  public let corsOptions: [Located<CORSOptions>]
  /// Where the names of its things stand in their sections; of two that are alike the first.
  private let authorizers: NameIndex
  private let models: NameIndex
  private let validators: NameIndex

  init(_ declared: Named<API>) {
    name = declared.name
    api = declared.value
    paths = PathTree(declared.value)
    stages = Self.stages(of: declared)
    operations = Self.operations(of: declared.value, paths)
    corsOptions = Self.corsOptions(of: declared.value)
    authorizers = Self.index(declared.value.authorizers)
    models = Self.index(declared.value.models)
    validators = Self.index(declared.value.requestValidators)
  }

  private static func index<Value>(_ items: [Named<Value>]) -> NameIndex {
    var index = NameIndex(minimumCapacity: items.count)
    for (place, item) in items.enumerated() where index[item.name] == nil { index[item.name] = place }
    return index
  }

  /// The authorizer of a name.
  public func authorizer(_ name: String) -> Named<Authorizer>? { authorizers[name].map { api.authorizers[$0] } }

  /// Where the authorizer of a name stands among the API's.
  public func authorizerIndex(_ name: String) -> Int? { authorizers[name] }

  /// The model of a name, API Gateway's own left out.
  public func model(_ name: String) -> Named<Model>? { models[name].map { api.models[$0] } }

  /// The request validator of a name.
  public func requestValidator(_ name: String) -> Named<RequestValidator>? {
    validators[name].map { api.requestValidators[$0] }
  }

  public var node: NodeID { api.node }

  /// Whether the API exists already and is only added to.
  public var isImported: Bool { api.restApiId != nil }

  private static func stages(of declared: Named<API>) -> [Named<Stage>] {
    let api = declared.value
    guard api.deploy.value else { return [] }
    if let stages = api.stages { return stages.value }
    return api.restApiId == nil ? [Named("prod", Stage(), at: .none)] : []
  }

  private static func corsOptions(of api: API) -> [Located<CORSOptions>] {
    var options = [api.cors, api.defaults.corsPreflight].compactMap { $0 }
    // By their indexes: a path is large, and to hand each out costs more than to look at it.
    for index in api.paths.indices where api.paths[index].value.hasRareKeys {
      if let own = api.paths[index].value.corsPreflight { options.append(own) }
      if let below = api.paths[index].value.defaults.corsPreflight { options.append(below) }
    }
    return options
  }

  /// The options that make a path's preflight, by the path's place in the tree; nil where none is made.
  public func preflight(at index: Int) -> Located<CORSOptions>? {
    if corsOptions.isEmpty { return nil }
    let item = paths.nodes[index].item
    if let item, api.paths[item].value.methods.contains(where: { $0.verb == .options }) { return nil }
    return item.flatMap { api.paths[$0].value.corsPreflight } ?? paths.nodes[index].defaults.corsPreflight ?? api.cors
  }

  private static func operations(of api: API, _ paths: PathTree) -> [Operation] {
    var operations: [Operation] = []
    operations.reserveCapacity(api.paths.indices.reduce(0) { $0 + api.paths[$1].value.methods.count })
    for index in api.paths.indices {
      let place = paths.places[index]
      let defaults = paths.nodes[place].inherited
      for method in api.paths[index].value.methods {
        operations.append(Operation(method, at: place, defaults))
      }
    }
    return operations
  }
}
