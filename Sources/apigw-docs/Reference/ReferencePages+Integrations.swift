import Spec

extension ReferencePage {
  static let integrations = ReferencePage(
    file: "integrations.md", title: "Integrations",
    about: "Where a method sends the request: `integration` of a method, `defaultIntegration` of a path or an API.",
    sections: [
      ReferenceSection(
        "An integration", ReferenceSection.union(Kind<Integration>.full), becomes: "AWS::ApiGateway::Method",
        in: "Integration", properties: shared.merging(backends) { own, _ in own }, effects: effects),
      ReferenceSection(
        "A mock's response", ReferenceSection.table(MockResponse.self),
        effects: [
          "statusCode": "`StatusCode` of both responses, and the request template's",
          "headers": "`ResponseParameters` of both responses",
          "body": "`ResponseTemplates` of the integration response",
        ]),
      ReferenceSection(
        "An integration response", ReferenceSection.table(IntegrationResponse.self),
        becomes: "AWS::ApiGateway::Method", in: "Integration.IntegrationResponses"),
      ReferenceSection("A request context", ReferenceSection.table(RequestContext.self)),
    ])

  private static let shared = [
    "credentialsPassthrough": "Integration.Credentials", "credentialsRole": "Integration.Credentials",
    "timeout": "Integration.TimeoutInMillis", "vpcLink": "Integration.ConnectionId",
  ]

  private static let backends = [
    "lambda.handler": "Integration.Uri", "lambda.proxy": "Integration.Type", "http.url": "Integration.Uri",
    "http.proxy": "Integration.Type", "http.httpMethod": "Integration.IntegrationHttpMethod",
    "aws.service": "Integration.Uri", "aws.action": "Integration.Uri", "aws.path": "Integration.Uri",
    "aws.actionParameters": "Integration.Uri", "aws.subdomain": "Integration.Uri", "aws.region": "Integration.Uri",
    "aws.proxy": "Integration.Type", "sageMaker.endpoint": "Integration.Uri",
  ]

  private static let input = "the input that the request template makes"

  private static let effects = [
    "mock.response": "a request template, an integration response and a method response",
    "lambda.allowTestInvoke": "an `AWS::Lambda::Permission` for the console",
    "lambda.scopePermissionToMethod": "how many `AWS::Lambda::Permission` there are",
    "stepFunctions.stateMachine": "the request template's machine, and the role's policy",
    "stepFunctions.requestContext": input, "stepFunctions.querystring": input, "stepFunctions.path": input,
    "stepFunctions.headers": input, "stepFunctions.authorizer": input,
    "stepFunctions.useDefaultMethodResponses": "`MethodResponses` of the method",
  ]
}
