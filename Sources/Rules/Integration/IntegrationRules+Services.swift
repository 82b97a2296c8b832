import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// AWS services as backends.
  static let services: [Rule] = [
    Rule(
      "INT215", "An aws proxy integration of a service other than Lambda",
      why:
        "\"Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "a bucket",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: s3
                      path: orders/today.json
                      proxy: ↓true
                      credentialsRole: arn:aws:iam::111122223333:role/reader
          """)
      ],
      good: [
        Example(
          "a function that a stage variable names",
          """
          apis:
            Shop:
              stages: {live: {variables: {fn: orders}}}
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: "2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.fn}/invocations"
                      proxy: true
          """)
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend, aws.proxy.value, let service = aws.service else { return }
        guard !["lambda", "firehose"].contains(service.value) else { return }
        findings.report(.proxyToService(service.value), at: aws.proxy.node)
      }),

    Rule(
      "INT216", "An AWS service called as nobody",
      why: "every service but Lambda is called as a role: \"Role ARN must be specified for AWS integrations\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html",
      bad: [
        Example(
          "a queue without a role",
          """
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    ↓integration:
                      type: aws
                      service: sqs
                      path: 111122223333/orders
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "with a role",
          """
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    integration:
                      type: aws
                      service: sqs
                      path: 111122223333/orders
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend, let service = aws.service, service.value != "lambda" else {
          return
        }
        guard integration.options.credentialsRole == nil, !integration.options.credentialsPassthrough.value,
          findings.spec.isWhole(integration.node)
        else { return }
        findings.report(.roleMissing(service.value), atKeyOf: integration.node)
      }),

    Rule(
      "INT285", "Path and action of a service: both or neither",
      why: "the integration's ARN ends in either path/… or action/…; the CDK refuses both and AWS neither",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "both",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              paths:
                /orders:
                  POST:
                    integration:
                      type: aws
                      service: sqs
                      action: SendMessage
                      ↓path: 111122223333/orders
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      integrationResponses: [{statusCode: 200}]
          """),
        Example(
          "neither, and parameters of no action",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}]}
              paths:
                /orders:
                  POST:
                    ↓integration:
                      type: aws
                      service: sqs
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      integrationResponses: [{statusCode: 200}]
                  PUT:
                    integration:
                      type: aws
                      service: sqs
                      path: 111122223333/orders
                      ↓actionParameters: {Version: "2012-11-05"}
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      integrationResponses: [{statusCode: 200}]
          """),
      ],
      good: [
        Example(
          "an action with its parameters",
          """
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    integration:
                      type: aws
                      service: sqs
                      action: SendMessage
                      actionParameters: {Version: "2012-11-05"}
                      credentialsRole: arn:aws:iam::111122223333:role/sender
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend else { return }
        if let action = aws.action, let path = aws.path {
          findings.report(.pathAndAction, conflictOf: action.node, path.node)
        }
        guard aws.action == nil, findings.spec.isWhole(integration.node) else { return }
        if aws.path == nil {
          findings.report(.neitherPathNorAction, atKeyOf: integration.node)
        } else if let parameters = aws.actionParameters {
          findings.report(.parametersWithoutAction, atKeyOf: parameters.node)
        }
      }),
  ]
}

extension Message {
  fileprivate static func proxyToService(_ service: String) -> Message {
    Message(
      "INT215", "'\(service)' takes no proxy integration: only functions and Firehose streams do",
      help: "set 'proxy: false' and write 'requestTemplates' and 'integrationResponses'")
  }

  fileprivate static func roleMissing(_ service: String) -> Message {
    Message(
      "INT216", "an integration of '\(service)' needs 'credentialsRole'",
      help: "add 'credentialsRole', or 'credentialsPassthrough: true' to call it as the caller")
  }

  fileprivate static let pathAndAction = Message(
    "INT285", "'action' and 'path' exclude each other", help: "keep the one that the service's API is called by")

  fileprivate static let neitherPathNorAction = Message(
    "INT285", "an aws integration needs 'action' or 'path'",
    help: "add 'action' for a service that is called by action, such as 'SendMessage', else 'path'")

  fileprivate static let parametersWithoutAction = Message(
    "INT285", "'actionParameters' belongs to 'action', which is not given",
    help: "add 'action', or write them into 'path'")
}
