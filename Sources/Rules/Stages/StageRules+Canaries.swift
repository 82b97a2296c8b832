import Diagnostics
import Document
import Spec

extension StageRules {
  private static let canary = "https://docs.aws.amazon.com/apigateway/latest/api/API_CanarySettings.html"

  static let canaries: [Rule] = [
    Rule(
      "STAGE735", "A part of the traffic that is none", why: "a canary takes 0 to 100 percent", source: canary,
      bad: [Example("120", spec("live", options: "{canary: {percentTraffic: ↓120}}"))],
      good: [Example("12.5", spec("live", options: "{canary: {percentTraffic: 12.5}}"))],
      check: .stage { stage, _, findings in
        guard let percent = stage.value.canary?.value.percentTraffic, let value = percent.known()?.value else { return }
        if value < 0 || value > 100 { findings.report(.noPercentage, at: percent.node) }
      }),
    Rule(
      "STAGE738", "A canary's deployment that is none", why: "\"Deployment id does not exist\"", source: canary,
      bad: [
        Example(
          "a resource's name", spec("live", options: "{canary: {percentTraffic: 10, deploymentId: ↓NextRelease}}")),
        Example("the API", spec("live", options: "{canary: {percentTraffic: 10, deploymentId: ↓!Ref Shop}}")),
      ],
      good: [
        Example("an ID", spec("live", options: "{canary: {percentTraffic: 10, deploymentId: a1b2c3}}")),
        Example("a deployment of the API", deployedCanary(of: "Shop", "!Ref Next")),
      ],
      check: .stage { stage, _, findings in
        guard let id = stage.value.canary?.value.deploymentId else { return }
        switch id.value {
        case .known(let text):
          if !text.utf8.allSatisfy(isIDByte) || text.isEmpty { findings.report(.noDeployment(text), at: id.node) }
        case .deferred(let node):
          guard let name = findings.spec.referredName(node), findings.spec.isOtherThanDeployment(name) else { return }
          findings.report(.noDeployment(name), at: id.node)
        }
      }),
    Rule(
      "STAGE739", "A canary that shares a cache that is not there", severity: .info,
      why: "the setting has no effect until the stage has a cache", source: canary,
      bad: [Example("no cache", spec("live", options: "{canary: {percentTraffic: 10, ↓useStageCache: true}}"))],
      good: [
        Example(
          "a cache",
          spec("live", options: "{canary: {percentTraffic: 10, useStageCache: true}, cachingEnabled: true}"))
      ],
      check: .stage { stage, _, findings in
        guard let use = stage.value.canary?.value.useStageCache, use.known() == true, !stage.value.mayHaveCache,
          findings.spec.isWhole(stage.node)
        else { return }
        findings.report(.noCacheToShare, atKeyOf: use.node)
      }),
    Rule(
      "STAGE740", "A canary's deployment that belongs to another API",
      why: "\"Invalid Deployment identifier specified\"", source: canary,
      bad: [Example("another API's", deployedCanary(of: "Till", "↓!Ref Next"))],
      good: [Example("the stage's own API's", deployedCanary(of: "Shop", "!Ref Next"))],
      check: .stage { stage, api, findings in
        guard let id = stage.value.canary?.value.deploymentId, case .deferred(let node) = id.value,
          let name = findings.spec.referredName(node), case .resource(let index)? = findings.spec.names[name],
          let other = findings.spec.api(of: findings.spec.declarations.resources[index].value), other.name != api.name
        else { return }
        findings.report(.foreignDeployment(name, of: other.name), at: id.node)
      }),
  ]

  /// Two APIs, and the deployment of one that a canary of `Shop` uses.
  private static func deployedCanary(of api: String, _ id: String) -> String {
    """
    resources:
      Next: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref \(api)}}
    apis:
      Shop:
        stages:
          live: {canary: {percentTraffic: 10, deploymentId: \(id)}}
        paths:
          /orders:
            GET: {}
      Till:
        paths:
          /bills:
            GET: {}
    """
  }
}

/// IDs of deployments are of lower-case letters and digits.
private func isIDByte(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...122).contains(byte) }

extension Stage {
  /// Whether the stage has a cache, or may have one for all that is known.
  var mayHaveCache: Bool {
    if let enabled = cacheClusterEnabled { return enabled.known() != false }
    return cacheClusterSize != nil || allSettings.contains { !$0.settings.cachingEnabled.isOff }
  }
}

extension ResolvedSpec {
  /// Whether a name stands for something that is known to be no deployment.
  fileprivate func isOtherThanDeployment(_ name: String) -> Bool {
    guard let thing = names[name] else { return false }
    guard case .resource(let index) = thing else { return true }
    let type = declarations.resources[index].value.type
    return type.hasPrefix("AWS::") && type != "AWS::ApiGateway::Deployment"
  }
}

extension Message {
  fileprivate static let noPercentage = Message(
    "STAGE735", "'percentTraffic' must be from 0 to 100", help: "write a percentage")

  fileprivate static func noDeployment(_ text: String) -> Message {
    Message(
      "STAGE738", "'\(text)' is no deployment", help: "write a deployment's ID, or '!Ref' to one among 'resources'")
  }

  fileprivate static let noCacheToShare = Message(
    "STAGE739", .info, "the stage has no cache that a canary could share", help: "delete 'useStageCache'")

  fileprivate static func foreignDeployment(_ name: String, of api: String) -> Message {
    Message("STAGE740", "deployment '\(name)' belongs to API '\(api)'", help: "name a deployment of this API")
  }
}
