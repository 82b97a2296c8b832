import Diagnostics
import Spec

/// VTL0xx: mapping templates.
enum TemplateRules {
  static let groups: [[Rule]] = [
    directives,
    expressions,
    members,
    variables,
    stageVariables,
    parameters,
    authorizers,
    overrides,
    json,
    printing,
    comments,
  ]

  static let precluded: [Precluded] = []

  static let reference =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html"
  static let velocity = "https://velocity.apache.org/engine/1.7/user-guide.html"
}

/// Specs for examples: a template in its place.
extension TemplateRules {
  /// A method whose request template is a literal block.
  static func request(_ template: String) -> String {
    integration(
      """
      type: http
      proxy: false
      url: https://orders.example.com/orders
      httpMethod: POST
      requestTemplates:
        application/json: |
      \(template.indented(by: 4))
      integrationResponses: [{statusCode: 200}]
      """)
  }

  /// A method whose response template is a literal block.
  static func response(_ template: String) -> String {
    integration(
      """
      type: http
      proxy: false
      url: https://orders.example.com/orders
      integrationResponses:
        - statusCode: 200
          responseTemplates:
            application/json: |
      \(template.indented(by: 8))
      """)
  }

  /// A method with an integration that answers 200.
  static func integration(_ integration: String) -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            POST:
              methodResponses: [{statusCode: 200}]
              integration:
    \(integration.indented(by: 12))
    """
  }
}

extension String {
  fileprivate func indented(by count: Int) -> String {
    let blanks = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blanks + $0 }
      .joined(separator: "\n")
  }
}
