import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// Functions that an `aws` integration calls by their path.
  static let functionPaths: [Rule] = [
    Rule(
      "INT210", "A function that is not called by POST",
      why: "Lambda is invoked by POST alone: with another method every call answers 500", source: lambdaIntegrations,
      bad: [
        Example(
          "the caller's method",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: 2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations
                      integrationHttpMethod: ↓GET
                      proxy: true
          """)
      ],
      good: [
        Example(
          "POST, and a query of the functions there are",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: 2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations
                      proxy: true
                /functions:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: 2015-03-31/functions
                      integrationHttpMethod: GET
                      credentialsRole: arn:aws:iam::111122223333:role/reader
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend, let method = aws.integrationHttpMethod,
          let verb = method.known(), verb != .post, findings.lambdaPath(of: integration) != nil
        else { return }
        findings.report(.notPOST(verb), at: method.node)
      }),

    Rule(
      "INT246", "A path that does not hold a function's ARN",
      why: "PutIntegration answers \"Invalid ARN specified in the request\"", source: lambdaIntegrations,
      bad: [
        Example(
          "a bare name",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: ↓2015-03-31/functions/orders/invocations
                      proxy: true
          """)
      ],
      good: [
        Example(
          "the ARN of an alias",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: 2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders:live/invocations
                      proxy: true
          """)
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend, aws.isLambda, let path = aws.path,
          let function = path.known().flatMap(LambdaPath.init)?.function, !isFunction(String(function))
        else { return }
        findings.report(.notAFunction(function), at: path.node)
      }),

    Rule(
      "INT260", "A function's path that does not fit the way of its answer",
      why: "only response-streaming-invocations streams an answer, and it answers in no other way",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html",
      bad: [
        Example(
          "a stream from the buffered path, and the reverse",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: ↓2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations
                      proxy: true
                      responseTransferMode: STREAM
                /items:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: ↓2021-11-15/functions/arn:aws:lambda:eu-west-1:111122223333:function:items/response-streaming-invocations
                      proxy: true
          """)
      ],
      good: [
        Example(
          "a stream from the streaming path",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: aws
                      service: lambda
                      path: 2021-11-15/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/response-streaming-invocations
                      proxy: true
                      responseTransferMode: STREAM
          """)
      ],
      check: .integration(with: .aws) { integration, _, _, findings in
        guard case .aws(let aws) = integration.backend, let path = aws.path,
          let call = findings.lambdaPath(of: integration), findings.spec.isWhole(integration.node)
        else { return }
        let mode = integration.options.responseTransferMode
        if mode?.known() == .stream, !call.isStreaming {
          findings.report(.streamFromBufferedPath, at: path.node)
        } else if mode.map({ $0.known() == .buffered }) ?? true, call.isStreaming {
          findings.report(.bufferedFromStreamingPath, at: path.node)
        }
      }),
  ]

  static let lambdaIntegrations = "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html"

  private static func isFunction(_ text: String) -> Bool {
    // A stage variable may hold any part of it.
    if text.contains("${") { return true }
    guard let arn = ARN(text) else { return false }
    return arn.service == "lambda" && arn.resource.hasPrefix("function:")
  }
}

extension Message {
  fileprivate static func notPOST(_ verb: Verb) -> Message {
    Message(
      "INT210", "functions are called by POST, whatever method a client uses, and not by \(verb.rawValue)",
      help: "delete 'integrationHttpMethod'")
  }

  fileprivate static func notAFunction(_ text: Substring) -> Message {
    Message(
      "INT246", "'\(text)' is not the ARN of a function",
      help: "write arn:aws:lambda:<region>:<account>:function:<name>, or use 'type: lambda' with its 'handler'")
  }

  fileprivate static let streamFromBufferedPath = Message(
    "INT260", "'responseTransferMode: STREAM' needs the path '2021-11-15/functions/…/response-streaming-invocations'",
    help: "write that path, or use 'type: lambda', which finds it")

  fileprivate static let bufferedFromStreamingPath = Message(
    "INT260", "a streaming path needs 'responseTransferMode: STREAM'",
    help: "add it, or write '2015-03-31/functions/…/invocations'")
}
