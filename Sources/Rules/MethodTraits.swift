import Spec

/// The traits of an API's methods, found once: what most rules look for is in few APIs and in few of their methods.
struct MethodTraits: Sendable {
  /// In step with the API's operations.
  let each: [Traits]
  /// What any of them has.
  let all: Traits

  init(_ api: ResolvedAPI) {
    each = api.operations.map { Traits($0) }
    all = each.reduce(into: []) { $0.formUnion($1) }
  }
}

extension Findings {
  /// The methods of an API that have all of some traits, in the order declared.
  func operations(of api: ResolvedAPI, with wanted: Traits) -> [Operation] {
    guard let traits = traits[ObjectIdentifier(api)] else { return api.operations }
    guard wanted.isSubset(of: traits.all) else { return [] }
    return api.operations.indices.lazy.filter { wanted.isSubset(of: traits.each[$0]) }.map { api.operations[$0] }
  }
}
