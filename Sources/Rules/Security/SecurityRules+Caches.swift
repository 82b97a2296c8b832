import Diagnostics
import Spec
import VTL

extension SecurityRules {
  private static let caching = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"

  static let caches: [Rule] = [
    Rule(
      "SEC009", "A cache in the clear", severity: .warning,
      why: "cached answers are stored unencrypted unless they are to be encrypted", source: caching,
      bad: [
        Example(
          "a stage and a method",
          """
          apis:
            Shop:
              stages:
                live: {↓cachingEnabled: true}
                next: {methodOptions: {/orders/GET: {↓cachingEnabled: true}}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "encrypted",
          """
          apis:
            Shop:
              stages:
                live: {cachingEnabled: true, cacheDataEncrypted: true}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .stage { stage, _, findings in
        for (path, settings) in stage.value.allSettings {
          guard let caching = settings.cachingEnabled, caching.known() == true else { continue }
          let encrypted = settings.cacheDataEncrypted ?? (path == nil ? nil : stage.value.settings.cacheDataEncrypted)
          if encrypted.isOff { findings.report(.inTheClear, atKeyOf: caching.node) }
        }
      }),
    Rule(
      "SEC010", "Answers for one caller that others get from the cache",
      why: "the cache key is the path and the cache key parameters: who calls is no part of it", source: caching,
      bad: [
        Example(
          "an authorizer that the key does not know",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              stages:
                live: {cachingEnabled: true, cacheDataEncrypted: true}
              paths:
                /orders:
                  ↓GET: {authorizer: callers}
          """)
      ],
      good: [
        Example(
          "the token is in the key, and a method that is open",
          """
          functions:
            guard: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:guard"}
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              authorizers:
                callers: {type: token, handler: guard}
              stages:
                live: {cachingEnabled: true, cacheDataEncrypted: true}
              paths:
                /orders:
                  GET:
                    authorizer: callers
                    requestParameters: {method.request.header.Authorization: false}
                    integration:
                      type: lambda
                      handler: orders
                      cacheKeyParameters: [method.request.header.Authorization]
                /offers:
                  GET: orders
          """)
      ],
      check: .api { api, findings in
        guard let cache = CachedMethods(api.stages) else { return }
        for operation in api.operations {
          let path = api.paths.nodes[operation.path].path
          guard let place = cache.place(operation.verb, path), findings.isSharedBlindly(operation, api) else {
            continue
          }
          findings.report(
            .sharedAnswers, atKeyOf: operation.node, related: [findings.related("cached here", atKeyOf: place)])
        }
      }),
  ]
}

extension Findings {
  /// Whether a method asks who calls, and its cache key holds nothing of that.
  fileprivate func isSharedBlindly(_ operation: Operation, _ api: ResolvedAPI) -> Bool {
    guard let callers = CallerIdentity(operation, api) else { return false }
    guard knowsOptions(of: operation, in: api), operation.integration.map({ spec.isWhole($0.node) }) ?? true else {
      return false
    }
    return !(operation.integration?.options.cacheKeyParameters?.value ?? []).contains { parameter in
      parameter.value.known.map { callers.isCarried(by: $0) } ?? true
    }
  }
}

extension Message {
  fileprivate static let inTheClear = Message(
    "SEC009", .warning, "cached answers are stored unencrypted", help: "add 'cacheDataEncrypted: true'")

  fileprivate static let sharedAnswers = Message(
    "SEC010", "cached answers of this method are shared between callers",
    help: "add the header that tells callers apart to 'cacheKeyParameters', or turn caching off for the method")
}
