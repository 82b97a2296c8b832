import Document
import Spec

/// Which domain names lead to which APIs: every API asks, so that none may walk over all mappings.
struct DomainIndex {
  /// The places of the domain names, by the names of the APIs, each once.
  private var places: [String: [Int]] = [:]
  /// Whether a domain name, for all that is known, may lead to any API: part of it could not be read, or is an intrinsic.
  private(set) var mayLeadAnywhere = false

  init(_ spec: ResolvedSpec) {
    for (place, domain) in spec.declarations.domainNames.enumerated() {
      if !spec.isWhole(domain.node) { mayLeadAnywhere = true }
      for mapping in domain.value.mappings?.value ?? [] {
        guard let api = mapping.value.reference.api?.value.name else {
          mayLeadAnywhere = true
          continue
        }
        if places[api]?.last != place { places[api, default: []].append(place) }
      }
    }
  }

  /// The places of the domain names that lead to an API.
  subscript(_ api: ResolvedAPI) -> [Int] { places[api.name] ?? [] }
}

extension Findings {
  /// The domain names of the spec that lead to an API.
  mutating func domains(of api: ResolvedAPI) -> [Named<DomainName>] {
    if spec.declarations.domainNames.isEmpty { return [] }
    return domainIndex[api].map { spec.declarations.domainNames[$0] }
  }

  /// Which domain names lead to which APIs.
  var domainIndex: DomainIndex {
    mutating get {
      let index = knownDomains ?? DomainIndex(spec)
      knownDomains = index
      return index
    }
  }
}
