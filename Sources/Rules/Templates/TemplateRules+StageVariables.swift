import Diagnostics
import Spec
import VTL

extension TemplateRules {
  static let stageVariables: [Rule] = [
    Rule(
      "VTL007", "A stage variable in a template that a stage does not define",
      why: "it gives an empty text on that stage, and nothing tells",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html",
      bad: [
        Example(
          "one of two stages knows the table",
          """
          apis:
            Shop:
              stages:
                dev: {variables: {table: orders-dev}}
                live: {variables: {tabel: orders}}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response:
                        statusCode: 200
                        body: '{"table": "↓$stageVariables.table", "again": "↓${stageVariables.table}"}'
          """),
        Example("the default stage has no variables", request("{\"table\": \"↓$stageVariables.get('table')\"}")),
      ],
      good: [
        Example(
          "every stage knows it",
          """
          apis:
            Shop:
              stages:
                dev: {variables: {table: orders-dev}}
                live: {variables: {table: orders}}
              paths:
                /orders:
                  GET:
                    integration:
                      type: mock
                      response: {statusCode: 200, body: '{"table": "$stageVariables.table"}'}
          """)
      ],
      check: .template { template, findings in
        for reference in template.references where reference.root == .stageVariables {
          guard let name = reference.path.first, let step = reference.steps.first else { continue }
          if case .property("size") = step.kind { continue }
          let end = reference.steps.count == 1 ? reference.range.upperBound : step.range.upperBound
          findings.check(name, at: reference.range.lowerBound..<end, in: template)
        }
      })
  ]
}

extension Findings {
  /// Reports the first stage that does not define a variable.
  fileprivate mutating func check(_ variable: String, at range: Range<Int>, in template: BodyTemplate) {
    for stage in template.api.stages {
      let variables = stage.value.variables
      if has(variable, in: variables) { continue }
      guard knows(variables), spec.isWhole(stage.node) else { continue }
      let near = variables.flatMap { nearest(variable, in: $0.value.lazy.map(\.name)) }
      let places = stage.node == .none ? [] : [related("this stage", atKeyOf: stage.node)]
      return report(.undefined(variable, stage: stage.name, near: near), at: range, in: template, related: places)
    }
  }
}

extension Message {
  fileprivate static func undefined(_ name: String, stage: String, near: Nearest?) -> Message {
    let guess = near.map { "\($0.question) " } ?? ""
    return Message(
      "VTL007", "stage '\(stage)' does not define the variable '\(name)'",
      help: "\(guess)define it under 'variables' of every stage")
  }
}
