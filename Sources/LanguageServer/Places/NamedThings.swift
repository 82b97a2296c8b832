import Document
import Spec

/// A thing that has a name in a spec.
struct NamedThing {
  let name: String
  /// What it is: "function".
  let what: String
  let key: NodeID
  let value: NodeID
}

extension Document {
  /// What a field that refers to things of a kind may name.
  ///
  /// - Parameter api: the API of which things are meant that belong to one.
  func things(_ kind: ReferenceKind, api: String?) -> [NamedThing] {
    switch kind {
    case .function: section("functions", kind.words) + resources(fitting: kind)
    case .vpcLink: section("vpcLinks", kind.words) + resources(fitting: kind)
    case .api: section("apis", kind.words) + resources(fitting: kind)
    case .apiKey: section("apiKeys", kind.words) + resources(fitting: kind)
    case .authorizer: section("authorizers", kind.words, of: api) + resources(fitting: kind)
    case .requestValidator: section("requestValidators", kind.words, of: api) + resources(fitting: kind)
    case .model: section("models", kind.words, of: api)
    case .stage: section("stages", kind.words, of: api)
    case .role, .userPool, .loadBalancer, .logDestination, .certificate, .stateMachine, .endpoint:
      resources(fitting: kind)
    }
  }

  /// Everything that `!Ref` may name.
  var referableThings: [NamedThing] {
    let sections = [
      ("functions", "function"), ("apis", "API"), ("vpcLinks", "VPC link"), ("apiKeys", "API key"),
      ("usagePlans", "usage plan"), ("domainNames", "domain name"), ("resources", "resource"),
      ("parameters", "parameter"),
    ]
    return sections.flatMap { section($0, $1) }
  }

  /// The entries of a section of the spec, or of an API.
  func section(_ name: String, _ what: String, of api: String? = nil) -> [NamedThing] {
    let owner = api.map { api in value("apis", in: root).flatMap { value(api, in: $0) } } ?? root
    guard let owner, let section = value(name, in: owner) else { return [] }
    return entries(section).map { entry in
      NamedThing(name: string(entry.key), what: what, key: entry.key, value: entry.value)
    }.filter { !$0.name.hasPrefix("x-") }
  }

  private func resources(fitting kind: ReferenceKind) -> [NamedThing] {
    let types = kind.resourceTypes
    return section("resources", "resource").compactMap { thing in
      guard let type = value("Type", in: thing.value).map({ string($0) }), types[type] != nil else { return nil }
      return NamedThing(name: thing.name, what: type, key: thing.key, value: thing.value)
    }
  }
}

extension Place {
  /// What kind of thing a name here refers to; nil where the language looks nothing up.
  var referenceKind: ReferenceKind? {
    slot.shapes.lazy.compactMap { if case .name(_, let kind) = $0 { kind } else { nil } }.first
  }

  /// The API whose things are meant here: the one around, or the one that stands beside.
  func api(in document: Document) -> String? {
    if path.first == "apis", path.count > 1 { return path[1] }
    return mapping.flatMap { document.value("api", in: $0) }.map { document.string($0) }
  }
}
