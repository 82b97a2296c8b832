import Diagnostics
import Spec

/// The methods of an API, by path.
struct KnownMethods {
  private let api: ResolvedAPI
  private var verbs: [Int: Set<String>] = [:]

  init(_ api: ResolvedAPI) {
    self.api = api
    for operation in api.operations { verbs[operation.path, default: []].insert(operation.verb.rawValue) }
  }

  /// Preflights may add `OPTIONS`, and `ANY` stands for each.
  func has(_ path: String, _ verb: String) -> Bool {
    if verb == "OPTIONS" { return true }
    guard let node = api.paths[path], let verbs = verbs[node] else { return false }
    return verbs.contains(verb) || verbs.contains("ANY")
  }

  /// Whether the path is one of the API, with methods or without.
  func has(path: String) -> Bool { api.paths[path] != nil }

  /// The methods of a path, sorted.
  func verbs(of path: String) -> [String] { api.paths[path].flatMap { verbs[$0]?.sorted() } ?? [] }

  /// The `/path/METHOD` that was meant; not looked for in very large APIs.
  func nearest(to key: String, _ guesses: inout NameGuesses) -> Nearest? {
    guard api.operations.count <= 1000 else { return nil }
    return guesses.nearest(
      key, in: api.operations.lazy.map { "\(api.paths.nodes[$0.path].path)/\($0.verb.rawValue)" })
  }

  /// The path that was meant; not looked for in very large APIs.
  func nearestPath(to path: String, _ guesses: inout NameGuesses) -> Nearest? {
    api.paths.nodes.count > 1000 ? nil : guesses.nearest(path, in: api.paths.nodes.lazy.map(\.path))
  }
}
