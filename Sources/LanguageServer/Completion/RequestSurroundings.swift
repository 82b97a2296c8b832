import Document

/// What the spec says of the request and its answers around some place.
struct RequestSurroundings {
  private let document: Document
  private let place: Place

  init(_ place: Place, _ document: Document) { (self.place, self.document) = (place, document) }

  /// The parameters that the method has: those that it declares or inherits, then those of its path.
  var parameters: [String] {
    Self.unique(options.flatMap { keys("requestParameters", in: $0) } + pathParameters)
  }

  /// The variables of the path: `method.request.path.id` for `/items/{id}`.
  var pathParameters: [String] {
    (path ?? "").split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
      .map { "method.request.path." + $0.dropFirst().dropLast().filter { $0 != "+" } }
  }

  /// The parameters that the integration around sends on.
  var integrationParameters: [String] { place.mapping.map { keys("requestParameters", in: $0) } ?? [] }

  /// The headers that the method's responses declare.
  var responseHeaders: [String] {
    let responses = options.compactMap { document.value("methodResponses", in: $0) }
    return Self.unique(responses.flatMap { document.items($0) }.flatMap { keys("responseParameters", in: $0) })
  }

  /// The variables that the API's stages set.
  var stageVariables: [String] {
    guard let stages = api.flatMap({ document.value("stages", in: $0) }) else { return [] }
    return Set(document.entries(stages).flatMap { keys("variables", in: $0.value) }).sorted()
  }

  /// Each name once, and what stands for the word that is being typed not at all.
  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = [Repair.mark]
    return names.filter { seen.insert($0).inserted }
  }

  private func keys(_ name: String, in mapping: NodeID) -> [String] {
    document.value(name, in: mapping).map { document.entries($0).map { document.string($0.key) } } ?? []
  }
}

extension RequestSurroundings {
  private var api: NodeID? { node(at: place.path.prefix(2), from: "apis") }

  /// The path in the API: `/items/{id}`.
  private var path: String? {
    place.path.count > 3 && place.path[0] == "apis" && place.path[2] == "paths" ? place.path[3] : nil
  }

  /// What speaks of the method's parameters and answers, the nearest first: the method, and the defaults that it inherits.
  private var options: [NodeID] {
    let method = path == nil ? nil : node(at: place.path.prefix(5), from: "apis")
    let defaults = (pathsAbove + [api].compactMap { $0 }).compactMap { document.value("defaultMethodOptions", in: $0) }
    return [method].compactMap { $0 } + defaults
  }

  /// The path's own entry and those of the paths that it lies below, the nearest first.
  private var pathsAbove: [NodeID] {
    guard let path, let paths = api.flatMap({ document.value("paths", in: $0) }) else { return [] }
    let above = document.entries(paths).map { (name: document.string($0.key), value: $0.value) }
      .filter { $0.name == path || $0.name == "/" || path.hasPrefix($0.name + "/") }
    return above.sorted { $0.name.utf8.count > $1.name.utf8.count }.map(\.value)
  }

  private func node(at path: ArraySlice<String>, from section: String) -> NodeID? {
    guard path.first == section else { return nil }
    return path.reduce(document.root) { node, key in node.flatMap { document.value(key, in: $0) } }
  }
}
