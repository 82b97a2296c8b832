import Diagnostics
import Document
import Spec

extension MethodRules {
  /// Which methods there are.
  static let verbs: [Rule] = [
    Rule(
      "METH401", "Unknown HTTP method",
      why: "PutMethod takes GET, PUT, POST, DELETE, PATCH, OPTIONS, HEAD and ANY: \"Invalid HttpMethod specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "a typo, and a method that HTTP has not",
          """
          apis:
            Shop:
              paths:
                /orders:
                  ↓GETT: {}
                  ↓FETCH: {}
          """)
      ],
      good: [
        Example(
          "in any case",
          """
          apis:
            Shop:
              paths:
                /orders:
                  get: {}
                  Patch: {}
          """)
      ], check: .elsewhere),
    Rule(
      "METH403", "A method declared twice",
      why: "case does not count in methods, and a resource has each of them once: \"Method already exists\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      bad: [
        Example(
          "in other case",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
                  ↓Get: {}
          """)
      ],
      good: [
        Example(
          "two methods",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
                  ANY: {}
          """)
      ],
      check: .api { api, findings in
        for path in api.api.paths.indices where api.api.paths[path].value.methods.count > 1 {
          let methods = api.api.paths[path].value.methods
          for index in 1..<methods.count {
            guard let place = (0..<index).first(where: { methods[$0].verb == methods[index].verb }) else { continue }
            let (first, method) = (methods[place], methods[index])
            // The very same key twice is found while the text is read.
            let keys = (findings.key(first.node), findings.key(method.node))
            if keys.0 == keys.1 { continue }
            findings.report(
              .methodTwice(method.verb.rawValue), atKeyOf: method.node,
              related: [findings.related("the first", atKeyOf: first.node)])
          }
        }
      }),
    Rule(
      "METH404", "An API without methods",
      why: "the deployment fails: \"The REST API doesn't contain any methods\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html",
      bad: [
        Example(
          "no method on the only path",
          """
          apis:
            ↓Shop:
              paths:
                /orders: {}
          """)
      ],
      good: [
        Example(
          "an API that exists already, and one that is not deployed",
          """
          apis:
            Shop: {restApiId: a1b2c3d4e5}
            Later: {deploy: false}
          """)
      ],
      check: .api { api, findings in
        guard api.operations.isEmpty, api.api.deploy.value, !api.isImported, api.api.cloneFrom == nil else { return }
        guard findings.spec.isWhole(api.node), !findings.hasOtherMethods(api) else { return }
        for path in api.api.paths where !findings.spec.isWhole(path.node) { return }
        findings.report(.noMethods, atKeyOf: api.node)
      }),
  ]
}

extension Findings {
  /// The text of an entry's key.
  func key(_ node: NodeID) -> String { spec.document.string(spec.document.owner(node)) }

  /// Whether an API may have methods that stand in no path: in an OpenAPI document, as preflights, as raw resources.
  fileprivate func hasOtherMethods(_ api: ResolvedAPI) -> Bool {
    let elsewhere = ["definition", "cors", "defaultCorsPreflightOptions"]
    if elsewhere.contains(where: { spec.document.value($0, in: api.node) != nil }) { return true }
    let preflights = ["corsPreflight", "defaultCorsPreflightOptions"]
    for path in api.api.paths {
      if preflights.contains(where: { spec.document.value($0, in: path.node) != nil }) { return true }
    }
    return spec.hasRawMethods
  }
}

extension ResolvedSpec {
  /// Whether raw resources add methods to an API.
  var hasRawMethods: Bool { resourceTypes.contains("AWS::ApiGateway::Method") }
}

extension Message {
  fileprivate static func methodTwice(_ verb: String) -> Message {
    Message("METH403", "'\(verb)' is declared twice on this path", help: "case does not count: keep one of them")
  }

  fileprivate static let noMethods = Message(
    "METH404", "an API without methods cannot be deployed", help: "add a method to a path, or write 'deploy: false'")
}
