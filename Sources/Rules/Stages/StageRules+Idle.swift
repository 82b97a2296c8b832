import Diagnostics
import Document
import Spec

extension StageRules {
  /// Settings without an effect, or with one that production does not want.
  static let idle: [Rule] = [
    Rule(
      "STAGE749", "Stages of an API that is not deployed",
      why: "the CDK refuses stage options while 'deploy' is off: no stage is made that could have them",
      source: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway.RestApi.html",
      bad: [
        Example(
          "a stage",
          """
          apis:
            Shop:
              deploy: false
              ↓stages: {live: {}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "none",
          """
          apis:
            Shop:
              deploy: false
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        guard !api.api.deploy.value, let stages = api.api.stages else { return }
        findings.report(.stagesOfNone, conflictOf: api.api.deploy.node, stages.node)
      }),
    Rule(
      "STAGE751", "How to cache what is not cached", severity: .info,
      why: "the settings wait until 'cachingEnabled' is true", source: method,
      bad: [Example("a time", spec("live", options: "{methodOptions: {/orders/GET: {↓cacheTtl: 60s}}}"))],
      good: [
        Example(
          "cached", spec("live", options: "{methodOptions: {/orders/GET: {cachingEnabled: true, cacheTtl: 60s}}}"))
      ],
      check: .stage { stage, _, findings in
        for (path, settings) in stage.value.allSettings {
          guard let option = settings.cacheTtl?.node ?? settings.cacheDataEncrypted?.node else { continue }
          let caching = settings.cachingEnabled ?? (path == nil ? nil : stage.value.settings.cachingEnabled)
          // What the stage says is for the methods that turn caching on themselves.
          if path == nil, stage.value.methodOptions.contains(where: { !$0.value.cachingEnabled.isOff }) { continue }
          guard caching.isOff, findings.spec.isWhole(stage.node) else { continue }
          findings.report(.idleCaching(findings.string(findings.spec.document.owner(option))), atKeyOf: option)
        }
      }),
    Rule(
      "STAGE752", "Every call of production in the execution log", severity: .info,
      why: "INFO writes several lines for every call, which CloudWatch bills; ERROR is usual for production",
      source: method,
      bad: [Example("production", spec("prod", options: "{loggingLevel: ↓INFO}"))],
      good: [
        Example("errors alone", spec("prod", options: "{loggingLevel: ERROR}")),
        Example("a stage for tests", spec("test", options: "{loggingLevel: INFO}")),
      ],
      check: .stage { stage, _, findings in
        guard stage.name.isOfProduction, let level = stage.value.settings.loggingLevel, level.known() == .info else {
          return
        }
        findings.report(.everyCall, at: level.node)
      }),
  ]

  private static let method = "https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html"

  static let precluded: [Precluded] = [
    Precluded(
      "STAGE741", "A deployment before its methods",
      because: "the deployment's `DependsOn` is written from the spec, with every method and all else that it snapshots"
    ),
    Precluded(
      "STAGE742", "A deployment that is not renewed",
      because:
        "the deployment's logical ID carries a hash of all that it snapshots, so every change that matters makes another"
    ),
  ]
}

extension String {
  /// Whether a stage's name says that it is the one in use.
  fileprivate var isOfProduction: Bool { ["prod", "production", "prd", "live"].contains(lowercased()) }
}

extension Message {
  fileprivate static let stagesOfNone = Message(
    "STAGE749", "'deploy: false' makes no stage, so 'stages' has no meaning", help: "delete one of them")

  fileprivate static func idleCaching(_ name: String) -> Message {
    Message(
      "STAGE751", .info, "'\(name)' has no effect while 'cachingEnabled' is not true",
      help: "set 'cachingEnabled: true', or delete it")
  }

  fileprivate static let everyCall = Message(
    "STAGE752", .info, "INFO logs every call of a stage in production", help: "ERROR logs the calls that fail")
}
