import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// What stages do with the answers of single methods.
  static let cachedAnswers: [Rule] = [
    Rule(
      "INT261", "A streamed answer that would be cached or compressed", severity: .warning,
      why: "answers that are passed on while they come in are neither cached nor compressed, without a word",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html",
      bad: [
        Example(
          "both",
          """
          apis:
            Shop:
              minCompressionSize: 1KiB
              stages:
                live: {methodOptions: {/orders/GET: {cachingEnabled: true, cacheDataEncrypted: true}}}
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", ↓responseTransferMode: STREAM}}
          """)
      ],
      good: [
        Example(
          "neither",
          """
          apis:
            Shop:
              stages:
                live: {methodOptions: {/orders/GET: {cachingEnabled: false}}}
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", responseTransferMode: STREAM}}
          """)
      ],
      check: .api { api, findings in
        let streamed = findings.operations(of: api, with: .transferMode).filter { $0.integration?.isStreamed == true }
        guard !streamed.isEmpty else { return }
        for operation in streamed {
          guard let mode = operation.integration?.options.responseTransferMode, let size = api.api.minCompressionSize
          else { continue }
          findings.report(.streamNot("compressed"), conflictOf: size.node, mode.node)
        }
        guard let cache = CachedMethods(api.stages) else { return }
        for operation in streamed {
          guard let mode = operation.integration?.options.responseTransferMode,
            let place = cache.place(operation.verb, api.paths.nodes[operation.path].path)
          else { continue }
          findings.report(.streamNot("cached"), conflictOf: place, mode.node)
        }
      }),

    Rule(
      "INT264", "Cache keys where nothing is cached", severity: .info,
      why: "without a stage that caches they do nothing",
      source: caches,
      bad: [
        Example(
          "no stage caches",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    integration:
                      type: http
                      url: https://orders.example.com
                      ↓cacheKeyParameters: [method.request.querystring.page]
          """)
      ],
      good: [
        Example(
          "a stage that caches",
          """
          apis:
            Shop:
              stages: {live: {cachingEnabled: true, cacheDataEncrypted: true}}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: false}
                    integration:
                      type: http
                      url: https://orders.example.com
                      cacheKeyParameters: [method.request.querystring.page]
          """)
      ],
      check: .api { api, findings in
        // Any method of a stage that caches may have been meant.
        guard !api.stages.isEmpty, findings.knows(api.api.stages), findings.spec.isWhole(api.node) else { return }
        guard api.stages.allSatisfy({ findings.spec.isWhole($0.node) && $0.value.cachesNothing }) else { return }
        for operation in findings.operations(of: api, with: .cacheKeys) {
          guard let keys = operation.integration?.options.cacheKeyParameters, !keys.value.isEmpty else { continue }
          findings.report(.keysWithoutCache, atKeyOf: keys.node)
        }
      }),

    Rule(
      "INT265", "A cached answer that depends on more than its key", severity: .warning,
      why: "answers for different values share one entry of the cache: callers get what others asked for",
      source: caches,
      bad: [
        Example(
          "the path's variable, and a page",
          """
          apis:
            Shop:
              stages: {live: {cachingEnabled: true, cacheDataEncrypted: true}}
              paths:
                /orders/{id}:
                  ↓GET:
                    requestParameters: {method.request.path.id: true, method.request.querystring.page: false}
                    integration:
                      type: http
                      url: https://orders.example.com/{id}
                      requestParameters: {integration.request.path.id: method.request.path.id}
          """),
        Example(
          "the page alone",
          """
          apis:
            Shop:
              stages: {live: {cachingEnabled: true, cacheDataEncrypted: true}}
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.path.id: true, method.request.querystring.page: false}
                    integration:
                      type: http
                      url: https://orders.example.com/{id}
                      requestParameters: {integration.request.path.id: method.request.path.id}
                      ↓cacheKeyParameters: [method.request.querystring.page]
          """),
      ],
      good: [
        Example(
          "both in the key, by what they are mapped to or by themselves",
          """
          apis:
            Shop:
              stages: {live: {cachingEnabled: true, cacheDataEncrypted: true}}
              paths:
                /orders/{id}:
                  GET:
                    requestParameters: {method.request.path.id: true, method.request.querystring.page: false}
                    integration:
                      type: http
                      url: https://orders.example.com/{id}
                      requestParameters: {integration.request.path.id: method.request.path.id}
                      cacheKeyParameters: [integration.request.path.id, method.request.querystring.page]
          """),
        Example(
          "keys that leave a parameter out on purpose",
          """
          apis:
            Shop:
              stages: {live: {cachingEnabled: true, cacheDataEncrypted: true}}
              paths:
                /orders:
                  GET:
                    requestParameters: {method.request.querystring.page: true, method.request.querystring.session: false}
                    integration:
                      type: http
                      url: https://orders.example.com
                      cacheKeyParameters: [method.request.querystring.page]
          """),
      ],
      check: .api { api, findings in
        guard let cache = CachedMethods(api.stages) else { return }
        for operation in api.operations where !(operation.integration?.isStreamed ?? false) {
          let path = api.paths.nodes[operation.path].path
          if cache.place(operation.verb, path) != nil { findings.checkCacheKey(of: operation, in: api) }
        }
      }),
  ]

  private static let caches = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"
}

extension Stage {
  /// Whether no setting turns caching on.
  fileprivate var cachesNothing: Bool {
    ([settings] + methodOptions.map(\.value)).allSatisfy { settings in
      settings.cachingEnabled.map { $0.known() == false } ?? true
    }
  }
}

extension Findings {
  fileprivate mutating func checkCacheKey(of operation: Operation, in api: ResolvedAPI) {
    guard let integration = operation.integration, !integration.isMock else { return }
    let keys = integration.options.cacheKeyParameters
    guard knowsOptions(of: operation, in: api), spec.isWhole(integration.node), knows(keys) else { return }
    let known = Set((keys?.value ?? []).compactMap { $0.known() })
    guard keys?.value.allSatisfy({ $0.known() != nil }) ?? true else { return }
    let mappings = (integration.options.requestParameters?.value ?? []).filter { known.contains($0.name) }
    let carried = known.union(mappings.compactMap(\.value.known))
    let missing = dependencies(of: operation, in: api).filter { !carried.contains($0) }
    guard !missing.isEmpty else { return }
    let place = keys.flatMap { isWritten($0.node, in: operation) ? $0.node : nil } ?? operation.node
    report(.sharedEntry(missing), atKeyOf: place)
  }

  /// The variables of the path, and without any cache key also the declared query parameters: what answers commonly
  /// depend on.
  private func dependencies(of operation: Operation, in api: ResolvedAPI) -> [String] {
    var names: [String] = []
    for segment in api.paths.segments(operation.path) where segment.hasPrefix("{") && segment.hasSuffix("}") {
      let name = segment.dropFirst().dropLast()
      names.append("method.request.path.\(name.hasSuffix("+") ? name.dropLast() : name)")
    }
    guard operation.integration?.options.cacheKeyParameters?.value.isEmpty ?? true else { return names }
    for parameter in operation.options.requestParameters?.value ?? [] {
      if parameter.name.hasPrefix("method.request.querystring.") { names.append(parameter.name) }
    }
    return names
  }
}

extension Message {
  fileprivate static func streamNot(_ what: String) -> Message {
    Message(
      "INT261", .warning, "streamed answers are never \(what)",
      help: what == "cached" ? "turn caching off for this method" : "set 'responseTransferMode: BUFFERED' to have both")
  }

  fileprivate static let keysWithoutCache = Message(
    "INT264", .info, "no stage caches answers, so that cache keys do nothing",
    help: "set 'cachingEnabled' on a stage, or delete 'cacheKeyParameters'")

  fileprivate static func sharedEntry(_ names: [String]) -> Message {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return Message(
      "INT265", .warning, "cached answers do not depend on \(list)",
      help: "declare what is missing and add it to 'cacheKeyParameters', or turn caching off for this method")
  }
}
