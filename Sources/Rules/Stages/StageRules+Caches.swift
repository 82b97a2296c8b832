import Diagnostics
import Spec

extension StageRules {
  private static let caching = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"

  /// A stage's cache.
  static let caches: [Rule] = [
    Rule(
      "STAGE710", "Unknown cache size", why: "caches come in eight sizes, and CreateStage refuses all others",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
      bad: [
        Example(
          "one gigabyte",
          spec("live", options: "{cacheClusterSize: ↓1, cachingEnabled: true, cacheDataEncrypted: true}"))
      ],
      good: [
        Example("1.6", spec("live", options: "{cacheClusterSize: 1.6, cachingEnabled: true, cacheDataEncrypted: true}"))
      ], check: .elsewhere),
    Rule(
      "STAGE711", "The size of a cache that is off", why: "the CDK refuses the pair at synthesis", source: caching,
      bad: [Example("off", spec("live", options: "{cacheClusterEnabled: false, ↓cacheClusterSize: 0.5}"))],
      good: [
        Example("on", spec("live", options: "{cacheClusterSize: 0.5, cachingEnabled: true, cacheDataEncrypted: true}"))
      ],
      check: .stage { stage, _, findings in
        guard let size = stage.value.cacheClusterSize, let enabled = stage.value.cacheClusterEnabled,
          enabled.known() == false
        else { return }
        let conflict = Conflict(size.node, enabled.node)
        findings.report(
          .sizeOfNone, atKeyOf: conflict.later, related: [findings.related("against this", atKeyOf: conflict.first)])
      }),
    Rule(
      "STAGE712", "Cached methods without a cache",
      why: "the CDK refuses the pair at synthesis; CloudFormation takes it, and nothing is cached", source: caching,
      bad: [
        Example(
          "one method",
          spec(
            "live",
            options:
              "{cacheClusterEnabled: false, methodOptions: {/orders/GET: {↓cachingEnabled: true, cacheDataEncrypted: true}}}"
          ))
      ],
      good: [
        Example(
          "the cache follows",
          spec("live", options: "{methodOptions: {/orders/GET: {cachingEnabled: true, cacheDataEncrypted: true}}}"))
      ],
      check: .stage { stage, _, findings in
        guard let enabled = stage.value.cacheClusterEnabled, enabled.known() == false else { return }
        for (_, settings) in stage.value.allSettings {
          guard let caching = settings.cachingEnabled, caching.known() == true else { continue }
          let conflict = Conflict(caching.node, enabled.node)
          findings.report(
            .noCache, atKeyOf: conflict.later, related: [findings.related("against this", atKeyOf: conflict.first)])
        }
      }),
    Rule(
      "STAGE713", "Answers kept too long", why: "a cache keeps answers for at most 3600 seconds",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      bad: [
        Example("two hours", spec("live", options: "{cachingEnabled: true, cacheDataEncrypted: true, cacheTtl: ↓2h}"))
      ],
      good: [
        Example("an hour", spec("live", options: "{cachingEnabled: true, cacheDataEncrypted: true, cacheTtl: 1h}"))
      ], check: .elsewhere),
  ]

  /// What the cache is used for.
  static let cacheUse: [Rule] = [
    Rule(
      "STAGE714", "A cache that nobody uses", severity: .warning,
      why: "a cache is paid for by the hour, whether a method caches or not", source: caching,
      bad: [Example("no method caches", spec("live", options: "{↓cacheClusterEnabled: true}"))],
      good: [
        Example(
          "all do", spec("live", options: "{cacheClusterEnabled: true, cachingEnabled: true, cacheDataEncrypted: true}")
        )
      ],
      check: .stage { stage, _, findings in
        let enabled = stage.value.cacheClusterEnabled
        guard let node = enabled?.node ?? stage.value.cacheClusterSize?.node,
          enabled.map({ $0.known() == true }) ?? true
        else { return }
        if stage.value.allSettings.contains(where: { !$0.settings.cachingEnabled.isOff }) { return }
        if findings.spec.isWhole(stage.node) { findings.report(.unused, atKeyOf: node) }
      }),
    Rule(
      "STAGE715", "Cached writes", severity: .warning,
      why: "the second call gets the first one's answer, and the backend does nothing", source: caching,
      bad: [
        Example(
          "a POST",
          """
          apis:
            Shop:
              stages:
                live:
                  methodOptions:
                    /orders/POST: {↓cachingEnabled: true, cacheDataEncrypted: true}
              paths:
                /orders:
                  POST: {}
          """)
      ],
      good: [
        Example(
          "a GET",
          spec("live", options: "{methodOptions: {/orders/GET: {cachingEnabled: true, cacheDataEncrypted: true}}}"))
      ],
      check: .stage { stage, _, findings in
        for method in stage.value.methodOptions {
          guard let caching = method.value.cachingEnabled, caching.known() == true,
            let verb = SettingPath(method.name)?.verb, ["POST", "PUT", "PATCH", "DELETE", "ANY"].contains(verb)
          else { continue }
          findings.report(.cachedWrite(verb), atKeyOf: caching.node)
        }
      }),
  ]
}

extension Message {
  fileprivate static let sizeOfNone = Message(
    "STAGE711", "'cacheClusterSize' is given, and 'cacheClusterEnabled' is false", help: "delete one of them")

  fileprivate static let noCache = Message(
    "STAGE712", "'cachingEnabled: true' needs the cache that 'cacheClusterEnabled: false' turns off",
    help: "delete 'cacheClusterEnabled': cached methods turn the cache on")

  fileprivate static let unused = Message(
    "STAGE714", .warning, "the cache is billed by the hour, and no method uses it",
    help: "set 'cachingEnabled' for the stage or for a method, or turn the cache off")

  fileprivate static func cachedWrite(_ verb: Substring) -> Message {
    Message("STAGE715", .warning, "cached answers to \(verb) never reach the backend", help: "cache GET alone")
  }
}
