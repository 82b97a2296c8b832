/// Specs that differ from another in one place.
extension Tree {
  /// The spec without one thing each: an entry of a section, of a section of an API, a method, or a member of a list
  /// whose order means nothing.
  var withoutThings: [Tree] {
    var paths: [[String]] = []
    for section in keys {
      for thing in self[section]?.keys ?? [] {
        paths.append([section, thing])
        if section == "apis" { paths += partsOfAPI(thing) }
      }
    }
    return paths.map { removing($0) } + withoutMembers()
  }

  private func partsOfAPI(_ api: String) -> [[String]] {
    let containers = ["paths", "stages", "authorizers", "models", "requestValidators", "gatewayResponses"]
    var paths = ["cors", "defaultCorsPreflightOptions"].map { ["apis", api, $0] }.filter { self[$0] != nil }
    for section in containers {
      for thing in self["apis"]?[api]?[section]?.keys ?? [] {
        paths.append(["apis", api, section, thing])
        guard section == "paths" else { continue }
        let verbs = (self[["apis", api, section, thing]]?.keys ?? []).filter { $0.allSatisfy(\.isUppercase) }
        paths += verbs.map { ["apis", api, section, thing, $0] }
      }
    }
    return paths
  }

  /// The spec without one setting of an API or a path each, which may change what methods below are.
  var withoutSettings: [Tree] {
    var paths: [[String]] = []
    for api in self["apis"]?.keys ?? [] {
      paths += (self[["apis", api]]?.keys ?? []).filter(Self.settings.contains).map { ["apis", api, $0] }
      for path in self[["apis", api, "paths"]]?.keys ?? [] {
        let own = self[["apis", api, "paths", path]]?.keys ?? []
        paths += own.filter(Self.settings.contains).map { ["apis", api, "paths", path, $0] }
      }
    }
    return paths.map { removing($0) }
  }

  private static let settings = [
    "description", "binaryMediaTypes", "cloudWatchRole", "cors", "corsPreflight", "defaultIntegration",
    "defaultMethodOptions", "defaultCorsPreflightOptions",
  ]

  private func removing(_ path: [String]) -> Tree {
    var smaller = self
    smaller[path] = nil
    return smaller
  }

  /// The spec without one item of one set each.
  private func withoutMembers() -> [Tree] {
    var specs: [Tree] = []
    for section in ["apiKeys", "usagePlans", "domainNames"] {
      for thing in self[section]?.keys ?? [] {
        for list in ["stages", "apiKeys", "apiStages", "mappings"] {
          guard case .set(let items)? = self[[section, thing, list]] else { continue }
          for index in items.indices {
            var (smaller, rest) = (self, items)
            rest.remove(at: index)
            smaller[[section, thing, list]] = .set(rest)
            specs.append(smaller)
          }
        }
      }
    }
    return specs
  }

  /// The spec with one scalar changed each; what must be one of several words may be no longer.
  var changed: [Tree] {
    switch self {
    case .text(let text): [.text(text + "z")]
    case .plain("true"): [.plain("false")]
    case .plain("false"): [.plain("true")]
    case .plain(let number): [Int(number).map { .plain("\($0 + 1)") }].compactMap(\.self)
    case .list(let items): Self.changes(of: items).map { .list($0) }
    case .set(let items): Self.changes(of: items).map { .set($0) }
    case .map(let entries): Self.changes(of: entries).map { .map($0) }
    case .ordered(let entries): Self.changes(of: entries).map { .ordered($0) }
    }
  }

  private static func changes(of items: [Tree]) -> [[Tree]] {
    items.indices.flatMap { index in
      items[index].changed.map { changed in
        var items = items
        items[index] = changed
        return items
      }
    }
  }

  private static func changes(of entries: [Entry]) -> [[Entry]] {
    entries.indices.flatMap { index in
      entries[index].value.changed.map { changed in
        var entries = entries
        entries[index].value = changed
        return entries
      }
    }
  }
}
