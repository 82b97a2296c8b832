import Diagnostics
import Document
import Spec

extension SecurityRules {
  private static let permission =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html"

  /// Permissions among the raw resources; those of integrations and authorizers are derived and name their source.
  static let permissions: [Rule] = [
    Rule(
      "SEC014", "A permission for every API", severity: .warning,
      why: "an API of any account that knows the function's ARN can invoke it", source: permission,
      bad: [Example("no source", raw("↓Properties", "Principal: apigateway.amazonaws.com"))],
      good: [
        Example(
          "an API", raw("Properties", "Principal: apigateway.amazonaws.com, SourceArn: !Sub \"${Api}/*/GET/orders\"")),
        Example("an account", raw("Properties", "Principal: apigateway.amazonaws.com, SourceAccount: 111122223333")),
      ],
      check: .spec { findings in
        for item in findings.spec.rawResources("AWS::Lambda::Permission") {
          guard findings.spec.text("Principal", of: item.value)?.value == "apigateway.amazonaws.com",
            let properties = findings.spec.document.value("Properties", in: item.node),
            !["SourceArn", "SourceAccount", "PrincipalOrgID"].contains(where: {
              findings.spec.document.value($0, in: properties) != nil
            })
          else { continue }
          findings.report(.everyAPI, atKeyOf: properties)
        }
      }),
    Rule(
      "SEC015", "A permission for everyone", why: "anyone with an account of AWS can invoke the function",
      source: permission,
      bad: [Example("a star", raw("Properties", "Principal: ↓\"*\""))],
      good: [
        Example("an organization", raw("Properties", "Principal: \"*\", PrincipalOrgID: o-a1b2c3d4e5")),
        Example("a function's public URL", raw("Properties", "Principal: \"*\", FunctionUrlAuthType: NONE")),
      ],
      check: .spec { findings in
        for item in findings.spec.rawResources("AWS::Lambda::Permission") {
          guard let principal = findings.spec.text("Principal", of: item.value), principal.value == "*",
            findings.spec.document.property("PrincipalOrgID", of: item.value) == nil,
            findings.spec.document.property("FunctionUrlAuthType", of: item.value) == nil
          else { continue }
          findings.report(.anyInvoker, at: principal.node)
        }
      }),
  ]

  private static func raw(_ properties: String, _ entries: String) -> String {
    """
    parameters:
      Api: {Type: String}
    resources:
      Permission:
        Type: AWS::Lambda::Permission
        \(properties): {Action: lambda:InvokeFunction, FunctionName: orders, \(entries)}
    """
  }
}

extension Message {
  fileprivate static let everyAPI = Message(
    "SEC014", .warning, "an API of any account can invoke this function", help: "add 'SourceArn'")

  fileprivate static let anyInvoker = Message(
    "SEC015", "anyone can invoke this function", help: "name the service or the account, and 'SourceArn'")
}
