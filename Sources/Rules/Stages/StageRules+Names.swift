import Diagnostics
import Spec

extension StageRules {
  static let names: [Rule] = [
    Rule(
      "STAGE701", "Characters that a stage's name cannot have",
      why: "the name is a part of the URL: CreateStage takes letters, digits, '_' and '-'",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
      bad: [Example("a dot", spec("↓v1.0", options: "{}"))],
      good: [Example("a hyphen", spec("v1-0_next", options: "{}"))],
      check: .stage { stage, _, findings in
        guard stage.node != .none, !stage.name.utf8.allSatisfy(isNameByte), !stage.name.hasPrefix("$default") else {
          return
        }
        findings.report(.stageName(stage.name), atKeyOf: stage.node)
      }),
    Rule(
      "STAGE702", "A stage's name of more than 128 characters", why: "CreateStage takes 128 characters",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
      bad: [Example("129", spec("↓" + String(repeating: "v", count: 129), options: "{}"))],
      good: [Example("128", spec(String(repeating: "v", count: 128), options: "{}"))],
      check: .stage { stage, _, findings in
        if stage.name.utf8.count > 128 {
          findings.report(.longStageName(stage.name.unicodeScalars.count), atKeyOf: stage.node)
        }
      }),
    Rule(
      "STAGE703", "The default stage of HTTP APIs", why: "a REST API's URL always names its stage",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html",
      bad: [Example("$default", spec("↓$default", options: "{}"))],
      good: [Example("a name", spec("default", options: "{}"))],
      check: .stage { stage, _, findings in
        if stage.name == "$default" { findings.report(.defaultStage, atKeyOf: stage.node) }
      }),
  ]

  static let variables: [Rule] = [
    Rule(
      "STAGE707", "Characters that a stage variable's name cannot have",
      why: "CreateStage answers \"Please use names with only word characters\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html",
      bad: [Example("a hyphen", spec("live", options: "{variables: {↓log-level: debug}}"))],
      good: [Example("an underscore", spec("live", options: "{variables: {log_level: debug}}"))],
      check: .stage { stage, _, findings in
        for variable in stage.value.allVariables
        where !variable.name.utf8.allSatisfy(isWordByte) || variable.name.isEmpty {
          findings.report(.variableName(variable.name), atKeyOf: variable.node)
        }
      }),
    Rule(
      "STAGE708", "A value that a stage variable cannot hold",
      why: "CreateStage takes letters, digits and -._~:/?#&=, and answers \"Invalid stage variable value\" to all else",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html",
      bad: [
        Example("a dollar", spec("live", options: "{variables: {alias: ↓$LATEST}}")),
        Example("nothing", spec("live", options: "{variables: {alias: ↓\"\"}}")),
      ],
      good: [Example("a URL", spec("live", options: "{variables: {url: \"https://example.com:8443/a?b=c&d=e,f#g\"}}"))],
      check: .stage { stage, _, findings in
        for variable in stage.value.allVariables {
          guard let value = variable.value.known else { continue }
          if value.isEmpty || !value.utf8.allSatisfy(isVariableByte) {
            findings.report(.variableValue(variable.name), at: variable.node)
          }
        }
      }),
  ]
}

extension Stage {
  /// The variables and what a canary has in their place.
  var allVariables: [Named<Deferrable<String>>] {
    (variables?.value ?? []) + (canary?.value.stageVariableOverrides?.value ?? [])
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || byte < 0x80 && (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
}

private func isNameByte(_ byte: UInt8) -> Bool { isWordByte(byte) || byte == UInt8(ascii: "-") }

private func isVariableByte(_ byte: UInt8) -> Bool { isWordByte(byte) || "-.~:/?#&=, ".utf8.contains(byte) }

extension Message {
  fileprivate static func stageName(_ name: String) -> Message {
    Message("STAGE701", "a stage cannot be named '\(name)'", help: "use letters, digits, '_' and '-'")
  }

  fileprivate static func longStageName(_ count: Int) -> Message {
    Message("STAGE702", "this stage's name has \(count) characters, and 128 are allowed", help: "shorten it")
  }

  fileprivate static let defaultStage = Message(
    "STAGE703", "'$default' is a stage of HTTP APIs alone", help: "give the stage a name")

  fileprivate static func variableName(_ name: String) -> Message {
    Message("STAGE707", "a stage variable cannot be named '\(name)'", help: "use letters, digits and '_'")
  }

  fileprivate static func variableValue(_ name: String) -> Message {
    Message(
      "STAGE708", "stage variable '\(name)' has a value that API Gateway refuses",
      help: "use letters, digits and -._~:/?#&=, and at least one of them")
  }
}
