import Diagnostics
import Spec

extension PathRules {
  /// Paths that answer nothing.
  static let leftovers: [Rule] = [
    Rule(
      "PATH511", "A path of the service's own", severity: .warning,
      why: "on a custom domain '/ping' and '/sping' are health checks, which the service answers itself",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example(
          "a ping",
          """
          domainNames:
            Door: {domainName: api.example.com, existing: true, mappings: [{api: Shop}]}
          apis:
            Shop:
              paths:
                ↓/ping:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "no domain name, and not at the root",
          """
          domainNames:
            Door: {domainName: api.example.com, existing: true, mappings: [{api: Shop}]}
          apis:
            Shop:
              paths:
                /health/ping:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
            Till:
              paths:
                /ping:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      check: .api { api, findings in
        for path in ["/ping", "/sping"] {
          guard let node = api.paths[path], !findings.domainIndex[api].isEmpty else { continue }
          findings.report(.healthCheck(path), atKeyOf: api.origin(of: node))
        }
      }),

    Rule(
      "PATH518", "A path with nothing on it", severity: .info,
      why: "it is one of the 300 resources that an API may have, and answers no call",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      bad: [
        Example(
          "no methods",
          """
          apis:
            Shop:
              paths:
                ↓/items:
                /orders:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
          """)
      ],
      good: [
        Example(
          "a path below, and a preflight",
          """
          apis:
            Shop:
              paths:
                /items:
                /items/{id}:
                  GET: {integration: {type: mock, response: {statusCode: 200}}}
                /orders: {corsPreflight: {allowOrigins: ["https://example.com"]}}
          """)
      ],
      check: .api { api, findings in
        guard api.api.cors == nil else { return }
        let bare = api.api.paths.indices.filter { api.api.paths[$0].value.methods.isEmpty }
        if bare.isEmpty { return }
        let parents = Set(api.paths.nodes.lazy.filter { !$0.segment.isEmpty }.map(\.parent))
        for index in bare {
          let (node, path) = (api.paths.places[index], api.api.paths[index])
          guard path.value.corsPreflight == nil, path.value.resourceId == nil, node != 0,
            api.paths.nodes[node].defaults.corsPreflight == nil, !parents.contains(node),
            findings.spec.isWhole(path.value.node)
          else { continue }
          findings.report(.nothingThere(path.name), atKeyOf: path.node)
        }
      }),
  ]
}

extension Message {
  fileprivate static func healthCheck(_ path: String) -> Message {
    Message(
      "PATH511", .warning, "'\(path)' is a health check of the service's own on custom domains",
      help: "choose another path")
  }

  fileprivate static func nothingThere(_ path: String) -> Message {
    Message("PATH518", .info, "'\(path)' has neither methods nor paths below it", help: "add a method, or delete it")
  }
}
