import Diagnostics
import Document
import Spec

extension StageRules {
  /// The keys of `methodOptions`.
  static let settingPaths: [Rule] = [
    Rule(
      "STAGE716", "A key of 'methodOptions' in another form",
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
        for method in stage.value.methodOptions where SettingPath(method.name) == nil && !method.name.isEscaped {
          findings.report(.noSettingPath(method.name), atKeyOf: method.node)
        }
      }),
    Rule(
      "STAGE719", "Half a wildcard",
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
      "STAGE717", "Settings of a method that does not exist", severity: .warning,
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
            guard let path = SettingPath(method.name), !path.isAllPaths, !path.isAllVerbs, !method.name.isEscaped,
              !known.has(String(path.path), String(path.verb))
            else { continue }
            let near = known.nearest(to: method.name, &findings.guesses)
            findings.report(.noMethod(method.name, near), atKeyOf: method.node)
          }
        }
      }),
    Rule(
      "STAGE718", "A path as the template has it",
      why: "templates write '/' within a path as '~1'; the spec's paths are plain, and an escaped one fits no method",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html",
      bad: [Example("escaped", spec("live", options: "{methodOptions: {↓/~1orders/GET: {metricsEnabled: true}}}"))],
      good: [Example("plain", spec("live", options: "{methodOptions: {/orders/GET: {metricsEnabled: true}}}"))],
      check: .stage { stage, _, findings in
        for method in stage.value.methodOptions where method.name.isEscaped {
          findings.report(.escapedPath(method.name), atKeyOf: method.node)
        }
      }),
    Rule(
      "STAGE720", "A setting of all methods that is given twice", severity: .warning,
      why: "a stage's own settings and those of '/*/*' are one entry to API Gateway: of two values the last one wins",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html",
      bad: [
        Example(
          "two levels",
          spec("live", options: "{metricsEnabled: false, methodOptions: {/*/*: {↓metricsEnabled: true}}}"))
      ],
      good: [
        Example(
          "different settings",
          spec("live", options: "{throttlingRateLimit: 100, methodOptions: {/*/*: {metricsEnabled: true}}}"))
      ],
      check: .stage { stage, _, findings in
        guard let all = stage.value.methodOptions.first(where: { $0.name == "/*/*" })?.value else { return }
        for (own, other) in zip(stage.value.settings.nodes, all.nodes) {
          guard let own, let other else { continue }
          let conflict = Conflict(own, other)
          findings.report(
            .settingTwice(findings.string(findings.spec.document.owner(other))), atKeyOf: conflict.later,
            related: [findings.related("given here already", atKeyOf: conflict.first)])
        }
      }),
  ]
}

extension String {
  /// Whether a slash is written as in templates: `~` stands in no path.
  fileprivate var isEscaped: Bool { utf8.contains(UInt8(ascii: "~")) }
}

extension MethodSettings {
  /// The places of the settings, in one order.
  fileprivate var nodes: [NodeID?] {
    [
      loggingLevel?.node, dataTraceEnabled?.node, metricsEnabled?.node, throttlingRateLimit?.node,
      throttlingBurstLimit?.node, cachingEnabled?.node, cacheTtl?.node, cacheDataEncrypted?.node,
    ]
  }
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

  fileprivate static func noMethod(_ key: String, _ near: Nearest?) -> Message {
    Message(
      "STAGE717", .warning, "the API has no method '\(key)'", near: near?.amongChosenNames,
      help: "write a path of the API and one of its methods")
  }

  fileprivate static func escapedPath(_ key: String) -> Message {
    let plain = key.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
    let written = plain.hasPrefix("//") ? String(plain.dropFirst()) : plain
    return Message(
      "STAGE718", "'\(key)' is escaped as in templates, and fits no method",
      help: "write the path as it is: '\(written)'", correction: .text(written))
  }

  fileprivate static func settingTwice(_ name: String) -> Message {
    Message(
      "STAGE720", .warning, "'\(name)' of all methods is given by the stage and by '/*/*'", help: "delete one of them")
  }
}
