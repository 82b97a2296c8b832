import Diagnostics
import Spec

/// INT2xx: where a request goes.
enum IntegrationRules {
  static let groups: [[Rule]] = [
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
    functionPaths,
    functionCalls,
    permissions,
    binaryBodies,
    cachedAnswers,
    serviceRequests,
    noEffect,
  ]

  static let precluded: [Precluded] = [
    Precluded(
      "INT213", "An address of a service that is no ARN",
      because: "the ARN of an 'aws' integration is made of its 'service' and its 'path' or 'action'"),
    Precluded(
      "INT214", "An ARN of a service with neither path nor action",
      because: "the ARN is made with 'path/' or 'action/', and one of the two keys is demanded (INT285)"),
    Precluded(
      "INT244", "A permission for another method than the one that calls",
      because: "the permission of a function is derived from the stage, the verb and the path of each method"),
    Precluded(
      "INT245", "A permission on a function whose alias is called",
      because: "the derived permission names what the integration calls: the alias, the version or the function"),
  ]
}
