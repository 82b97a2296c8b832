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
    patterns,
    statuses,
    mocks,
    caching,
    functions,
    mediaTypes,
    requestMappings,
    requestHeaders,
    responseMappings,
  ].flatMap { $0 }
}
