import Diagnostics
import Spec

/// INT2xx: where a request goes.
enum IntegrationRules {
  static let all: [Rule] = [
    connections,
    links,
    timeouts,
    addresses,
    placeholders,
    services,
    proxies,
    choices,
    patterns,
    statuses,
    mocks,
    caching,
    functions,
    mediaTypes,
    requestMappings,
    mappingValues,
    requestHeaders,
    responseMappings,
  ].flatMap { $0 }

  static let precluded: [Precluded] = []
}
