import Diagnostics
import Spec

extension StageRules {
  /// The keys of `methodOptions`.
  static let settingPaths: [Rule] = [
    Rule(
      "STAGE716", "a key of 'methodOptions' in another form",
      why: "a setting is for a path and a method: \"Invalid method setting path\"",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html",
      bad: [
        Example("no first slash", spec("live", options: "{methodOptions: {↓orders/GET: {metricsEnabled: true}}}")),
        Example("no method", spec("live", options: "{methodOptions: {↓/orders: {metricsEnabled: true}}}")),
      ],
      good: [
        Example(
          "a method, the root and all",
          """
          apis:
            Shop:
              stages:
                live:
                  methodOptions:
                    /orders/GET: {throttlingRateLimit: 10}
                    //GET: {throttlingRateLimit: 10}
                    /*/*: {metricsEnabled: true}
              paths:
                /:
                  GET: {}
                /orders:
                  GET: {}
          """)
      ],
      check: .stage { stage, _, findings in
        for method in stage.value.methodOptions where SettingPath(method.name) == nil {
          findings.report(.noSettingPath(method.name), atKeyOf: method.node)
        }
      }),
    Rule(
      "STAGE719", "half a wildcard",
      why: "'/*/*' is all methods; a star for the path or the method alone is taken and never applies",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html",
      bad: [
        Example("all paths", spec("live", options: "{methodOptions: {↓/*/GET: {metricsEnabled: true}}}")),
        Example("all methods", spec("live", options: "{methodOptions: {↓\"/orders/*\": {metricsEnabled: true}}}")),
      ],
      good: [Example("all", spec("live", options: "{methodOptions: {/*/*: {metricsEnabled: true}}}"))],
      check: .stage { stage, _, findings in
        for method in stage.value.methodOptions {
          guard let path = SettingPath(method.name), path.isAllPaths != path.isAllVerbs else { continue }
          findings.report(.halfWildcard(method.name), atKeyOf: method.node)
        }
      }),
    Rule(
      "STAGE717", "settings of a method that does not exist", severity: .warning,
      why: "API Gateway takes the setting, and it never applies",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html",
      bad: [Example("a typo", spec("live", options: "{methodOptions: {↓/order/GET: {metricsEnabled: true}}}"))],
      good: [Example("the method", spec("live", options: "{methodOptions: {/orders/GET: {metricsEnabled: true}}}"))],
      check: .api { api, findings in
        guard api.stages.contains(where: { !$0.value.methodOptions.isEmpty }), !api.isImported,
          api.api.cloneFrom == nil, findings.spec.isWhole(api.node), !findings.spec.hasRawMethods
        else { return }
        let known = KnownMethods(api)
        for stage in api.stages {
          for method in stage.value.methodOptions {
            guard let path = SettingPath(method.name), !path.isAllPaths, !path.isAllVerbs,
              !known.has(String(path.path), String(path.verb))
            else { continue }
            findings.report(.noMethod(method.name, known.nearest(to: method.name)), atKeyOf: method.node)
          }
        }
      }),
  ]
}

extension Message {
  fileprivate static func noSettingPath(_ key: String) -> Message {
    Message(
      "STAGE716", "'\(key)' is no path and method",
      help: "write '/path/METHOD', the method in capitals; '//GET' for the root; '/*/*' for all")
  }

  fileprivate static func halfWildcard(_ key: String) -> Message {
    Message("STAGE719", "'\(key)' is half a wildcard and applies to nothing", help: "write '/*/*', or name both")
  }

  fileprivate static func noMethod(_ key: String, _ near: String?) -> Message {
    Message(
      "STAGE717", .warning, "the API has no method '\(key)'",
      help: near.map { "did you mean '\($0)'?" } ?? "write a path of the API and one of its methods")
  }
}
