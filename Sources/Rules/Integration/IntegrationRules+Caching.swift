import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// What tells cached answers apart.
  static let caching: [Rule] = [
    Rule(
      "INT263", "A cache key that is not declared",
      why: "cache keys are declared parameters of the method: another is rejected as an invalid mapping expression",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "the page is not declared",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.size: false}
                    integration:
                      type: lambda
                      handler: orders
                      cacheKeyParameters: [method.request.querystring.size, ↓method.request.querystring.page]
          """)
      ],
      good: [
        Example(
          "declared, and one that the integration maps",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    integration:
                      type: lambda
                      handler: orders
                      requestParameters: {integration.request.header.X-Stage: context.stage}
                      cacheKeyParameters: [method.request.querystring.page, integration.request.header.X-Stage]
          """)
      ],
      check: .integration(with: .cacheKeys) { integration, operation, api, findings in
        guard let keys = integration.options.cacheKeyParameters?.value, !keys.isEmpty else { return }
        let (declared, mapped) = (operation.options.requestParameters, integration.options.requestParameters)
        for key in keys {
          guard let name = key.known() else { continue }
          if findings.has(name, in: declared) || findings.has(name, in: mapped) { continue }
          guard findings.knowsOptions(of: operation, in: api), findings.knows(declared), findings.knows(mapped) else {
            return
          }
          let near = findings.nearest(name, in: (declared?.value.map(\.name) ?? []) + (mapped?.value.map(\.name) ?? []))
          findings.report(.undeclaredCacheKey(name, near: near), at: key.node)
        }
      }),

    Rule(
      "INT266", "A cache namespace that several methods share", severity: .warning,
      why: "methods with one namespace find each other's cached answers",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "orders and customers in one cache",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: lambda, handler: orders, cacheNamespace: shared}}
                /customers:
                  GET: {integration: {type: lambda, handler: orders, cacheNamespace: ↓shared}}
          """)
      ],
      good: [
        Example(
          "a cache each",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: lambda, handler: orders, cacheNamespace: orders}}
                /customers:
                  GET: {integration: {type: lambda, handler: orders, cacheNamespace: customers}}
          """)
      ],
      check: .api { api, findings in
        var first: [String: NodeID] = [:]
        for operation in findings.operations(of: api, with: .cacheNamespace) {
          guard let namespace = operation.integration?.options.cacheNamespace, case .known(let name) = namespace.value
          else {
            continue
          }
          guard let earlier = first.updateValue(first[name] ?? namespace.node, forKey: name) else { continue }
          let related = earlier == namespace.node ? [] : [findings.related("the first one", at: earlier)]
          findings.report(.sharedNamespace(name), at: namespace.node, related: related)
        }
      }),
  ]
}

extension Message {
  fileprivate static func undeclaredCacheKey(_ name: String, near: Nearest?) -> Message {
    let guess = near.map { "\($0.question) else " } ?? ""
    return Message(
      "INT263", "the cache key '\(name)' is no declared request parameter",
      help: "\(guess)declare it under the method's 'requestParameters'")
  }

  fileprivate static func sharedNamespace(_ name: String) -> Message {
    Message(
      "INT266", .warning, "several methods share the cache namespace '\(name)' and may return each other's answers",
      help: "give each method a namespace of its own, or leave 'cacheNamespace' out")
  }
}
