import Diagnostics
import Document
import Spec

extension StageRules {
  private static let createStage = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html"
  private static let deployment =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html"

  /// Stages that are made twice, and deployments among the raw resources.
  static let deployments: [Rule] = [
    Rule(
      "STAGE704", "A stage that is made twice", why: "\"Stage already exists\", and the stack is rolled back",
      source: createStage,
      bad: [
        Example(
          "as a raw resource too",
          raw("Stage", "AWS::ApiGateway::Stage", "{RestApiId: !Ref Shop, ↓StageName: live, DeploymentId: a1b2c3}")),
        Example(
          "one existing API twice",
          """
          apis:
            Shop:
              restApiId: a1b2c3d4e5
              rootResourceId: f6g7h8
              stages: {live: {}}
              paths:
                /orders:
                  GET: {}
            Till:
              restApiId: a1b2c3d4e5
              rootResourceId: f6g7h8
              stages: {↓live: {}}
              paths:
                /bills:
                  GET: {}
          """),
      ],
      good: [
        Example(
          "another stage",
          raw("Stage", "AWS::ApiGateway::Stage", "{RestApiId: !Ref Shop, StageName: next, DeploymentId: a1b2c3}"))
      ],
      check: .spec { findings in
        for item in findings.spec.rawResources("AWS::ApiGateway::Stage") {
          findings.reportTwin(of: item.value) { .twoStages($0) }
        }
        findings.reportTwinsOfExistingAPIs()
      }),
    Rule(
      "STAGE705", "A deployment that makes a stage of the API once more",
      why: "\"Stage already exists\", or the stage is replaced without end", source: deployment,
      bad: [
        Example(
          "the same name", raw("Next", "AWS::ApiGateway::Deployment", "{RestApiId: !Ref Shop, ↓StageName: live}"))
      ],
      good: [
        Example("another", raw("Next", "AWS::ApiGateway::Deployment", "{RestApiId: !Ref Shop, StageName: next}"))
      ],
      check: .spec { findings in
        for item in findings.spec.rawResources("AWS::ApiGateway::Deployment") {
          // Of a deployment for a canary STAGE736 speaks.
          guard findings.spec.document.property("DeploymentCanarySettings", of: item.value) == nil else { continue }
          findings.reportTwin(of: item.value) { .stageOfDeployment($0) }
        }
      }),
    Rule(
      "STAGE706", "Settings of a stage that a deployment does not name",
      why: "CloudFormation takes 'StageDescription' together with 'StageName' alone", source: deployment,
      bad: [
        Example(
          "no name",
          raw(
            "Next", "AWS::ApiGateway::Deployment", "{RestApiId: !Ref Shop, ↓StageDescription: {TracingEnabled: true}}"))
      ],
      good: [
        Example(
          "a name",
          raw(
            "Next", "AWS::ApiGateway::Deployment",
            "{RestApiId: !Ref Shop, StageName: next, StageDescription: {TracingEnabled: true}}"))
      ],
      check: .spec { findings in
        for node in findings.settings("StageDescription") { findings.report(.settingsOfNoStage, atKeyOf: node) }
      }),
    Rule(
      "STAGE736", "A canary of a stage that the same stack makes",
      why: "\"Stage live must already be created before making a canary release deployment\"", source: deployment,
      bad: [
        Example(
          "a stage of the spec",
          raw(
            "Next", "AWS::ApiGateway::Deployment",
            "{RestApiId: !Ref Shop, StageName: live, ↓DeploymentCanarySettings: {PercentTraffic: 10}}"))
      ],
      good: [
        Example(
          "a stage that is there",
          raw(
            "Next", "AWS::ApiGateway::Deployment",
            "{RestApiId: a1b2c3d4e5, StageName: live, DeploymentCanarySettings: {PercentTraffic: 10}}")),
        Example("a canary of the stage itself", spec("live", options: "{canary: {percentTraffic: 10}}")),
      ],
      check: .spec { findings in
        for item in findings.spec.rawResources("AWS::ApiGateway::Deployment") {
          guard let canary = findings.spec.document.property("DeploymentCanarySettings", of: item.value),
            let name = findings.spec.text("StageName", of: item.value)?.value,
            findings.spec.api(of: item.value)?.stage(name) != nil
          else { continue }
          findings.report(.earlyCanary(name), atKeyOf: canary)
        }
      }),
    Rule(
      "STAGE737", "A canary of no stage",
      why: "\"Non null and non empty stageName must be provided for canary deployment\"", source: deployment,
      bad: [
        Example(
          "no name",
          raw(
            "Next", "AWS::ApiGateway::Deployment",
            "{RestApiId: a1b2c3d4e5, ↓DeploymentCanarySettings: {PercentTraffic: 10}}"))
      ],
      good: [
        Example(
          "a name",
          raw(
            "Next", "AWS::ApiGateway::Deployment",
            "{RestApiId: a1b2c3d4e5, StageName: live, DeploymentCanarySettings: {PercentTraffic: 10}}"))
      ],
      check: .spec { findings in
        for node in findings.settings("DeploymentCanarySettings") { findings.report(.canaryOfNoStage, atKeyOf: node) }
      }),
  ]

  /// A spec with a raw resource.
  static func raw(_ name: String, _ type: String, _ properties: String) -> String {
    """
    apis:
      Shop:
        stages: {live: {}}
        paths:
          /orders:
            GET: {}
    resources:
      \(name): {Type: \(type), Properties: \(properties)}
    """
  }
}

extension Findings {
  /// Reports a raw resource that names a stage of the spec's API.
  fileprivate mutating func reportTwin(of resource: RawResource, _ message: (String) -> Message) {
    guard let name = spec.text("StageName", of: resource), let stage = spec.api(of: resource)?.stage(name.value) else {
      return
    }
    if stage.node == .none { return report(message(name.value), atKeyOf: name.node) }
    report(message(name.value), conflictOf: name.node, stage.node)
  }

  /// Two entries of `apis` may stand for one API that exists.
  fileprivate mutating func reportTwinsOfExistingAPIs() {
    var known: [String: NodeID] = [:]
    for api in spec.apis {
      guard let id = api.api.restApiId?.known() else { continue }
      for stage in api.stages {
        if let other = known.updateValue(stage.node, forKey: "\(id)/\(stage.name)") {
          report(.twoStages(stage.name), conflictOf: other, stage.node)
        }
      }
    }
  }

  /// A property of raw deployments that want a stage's name and have none.
  fileprivate func settings(_ property: String) -> [NodeID] {
    spec.rawResources("AWS::ApiGateway::Deployment").compactMap { item in
      spec.document.property("StageName", of: item.value) == nil
        ? spec.document.property(property, of: item.value) : nil
    }
  }
}

extension Message {
  fileprivate static func twoStages(_ name: String) -> Message {
    Message("STAGE704", "stage '\(name)' is made twice", help: "delete one of them")
  }

  fileprivate static func stageOfDeployment(_ name: String) -> Message {
    Message(
      "STAGE705", "the API and this deployment both make stage '\(name)'", help: "delete one of them, or rename it")
  }

  fileprivate static let settingsOfNoStage = Message(
    "STAGE706", "'StageDescription' needs 'StageName' beside it", help: "add 'StageName', or use the API's 'stages'")

  fileprivate static func earlyCanary(_ name: String) -> Message {
    Message(
      "STAGE736", "a canary deployment needs stage '\(name)' to exist, and this stack makes it",
      help: "use 'canary' of the stage, or deploy once without")
  }

  fileprivate static let canaryOfNoStage = Message(
    "STAGE737", "a canary deployment must name its stage", help: "add 'StageName'")
}
