import Diagnostics
import Document
import Spec

extension LimitRules {
  /// How long texts may be.
  static let sizes: [Rule] = [
    Rule(
      "LIM908", "Stage variables beyond the quota",
      why: "a stage takes 100 variables, names of 64 characters and values of 512", source: quotas,
      bad: [
        Example("a name of 65", variables("{↓\(text(65)): x}")),
        Example("a value of 513", variables("{host: ↓\(text(513))}")),
        Example("101 variables", variables(list(100) + "\n          ↓v101: x")),
      ],
      good: [
        Example("a name of 64 and a value of 512", variables("{\(text(64)): \(text(512))}")),
        Example("100 variables", variables(list(100))),
      ],
      check: .stage { stage, _, findings in
        guard let variables = stage.value.variables?.value else { return }
        if variables.count > 100 { findings.report(.variables(variables.count), atKeyOf: variables[100].node) }
        for variable in stage.value.allVariables {
          if variable.name.utf8.count > 64, variable.name.unicodeScalars.count > 64 {
            findings.report(.variableName, atKeyOf: variable.node)
          }
          if let value = variable.value.known, value.utf8.count > 512, value.unicodeScalars.count > 512 {
            findings.report(.variableValue, at: variable.node)
          }
        }
      }),
    Rule(
      "LIM910", "A mapping template of more than 300 KB", why: "API Gateway refuses templates of more than 300 KB",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [Example("one byte too many", template("↓" + text(307_201)))],
      good: [Example("300 KB", template(text(307_200)))],
      check: .integration(with: .templates) { integration, _, _, findings in
        integration.forEachTemplate { findings.checkSize($0) }
      }),
  ]

  private static func text(_ count: Int) -> String { String(repeating: "a", count: count) }

  private static func list(_ count: Int) -> String { (1...count).map { "\n          v\($0): x" }.joined() }

  private static func variables(_ variables: String) -> String {
    """
    apis:
      Shop:
        stages:
          live:
            variables: \(variables)
        paths:
          /orders:
            GET: {}
    """
  }

  private static func template(_ text: String) -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            POST:
              integration:
                type: http
                proxy: false
                httpMethod: POST
                url: https://example.com/orders
                requestTemplates:
                  text/plain: \(text)
                integrationResponses: [{statusCode: 200}]
              methodResponses: [{statusCode: 200}]
    """
  }
}

extension Findings {
  fileprivate mutating func checkSize(_ template: Located<TemplateText>) {
    let size = spec.document.size(of: template.value)
    if size > 307_200 { report(.templateSize(size), at: template.node) }
  }
}

extension Message {
  fileprivate static func variables(_ count: Int) -> Message {
    Message("LIM908", "this stage has \(count) variables, and 100 are allowed", help: "delete those that nobody uses")
  }

  fileprivate static let variableName = Message(
    "LIM908", "a stage variable's name has at most 64 characters", help: "shorten it")

  fileprivate static let variableValue = Message(
    "LIM908", "a stage variable's value has at most 512 characters", help: "shorten it")

  fileprivate static func templateSize(_ count: Int) -> Message {
    Message("LIM910", "this template has \(count) bytes, and 307200 are allowed", help: "do the work in the backend")
  }
}
