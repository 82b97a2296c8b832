import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// How functions are called, and how they fail.
  static let functionCalls: [Rule] = [
    Rule(
      "INT222", "An asynchronous call through a proxy", severity: .warning,
      why: "a proxy integration always waits: the header becomes a part of the event, and nothing else",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integration-async.html",
      bad: [
        Example(
          "a proxy",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    integration:
                      type: lambda
                      handler: orders
                      requestParameters: {↓integration.request.header.X-Amz-Invocation-Type: "'Event'"}
          """)
      ],
      good: [
        Example(
          "no proxy, and another header",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  POST:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      requestParameters: {integration.request.header.X-Amz-Invocation-Type: "'Event'"}
                      integrationResponses: [{statusCode: 202}]
                    methodResponses: [{statusCode: 202}]
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      requestParameters: {integration.request.header.X-Shop: "'open'"}
          """)
      ],
      check: .integration(with: [.proxy, .requestMappings]) { integration, _, _, findings in
        guard integration.isProxy, integration.isFunction else { return }
        for mapping in integration.options.requestParameters?.value ?? [] {
          guard mapping.name.lowercased() == "integration.request.header.x-amz-invocation-type" else { continue }
          if mapping.value.known != "'RequestResponse'" { findings.report(.proxyWaits, atKeyOf: mapping.node) }
        }
      }),

    Rule(
      "INT229", "A function's error pattern that must be the whole message", severity: .warning,
      why: "a pattern has to match all of errorMessage: with more text around it the answer is taken for a success",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html",
      bad: [
        Example(
          "a word",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 404, selectionPattern: ↓NotFound}]
                    methodResponses: [{statusCode: 200}, {statusCode: 404}]
          """)
      ],
      good: [
        Example(
          "anything around it",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 404, selectionPattern: .*NotFound.*}]
                    methodResponses: [{statusCode: 200}, {statusCode: 404}]
          """)
      ],
      check: .integration(with: .selectionPatterns) { integration, _, _, findings in
        guard integration.isFunction, !integration.isProxy else { return }
        for response in integration.options.integrationResponses?.value ?? [] {
          guard let pattern = response.value.pattern, isPlainPhrase(pattern.value) else { continue }
          findings.report(.wholeMessage(pattern.value), at: pattern.node)
        }
      }),
  ]

  /// Words alone: a number is taken for a status, by INT228.
  private static func isPlainPhrase(_ text: String) -> Bool {
    text.utf8.allSatisfy { !#"\^$.|?*+()[]{}"#.utf8.contains($0) } && text.utf8.contains { $0 | 0x20 >= 0x61 }
      && !text.utf8.allSatisfy { (48...57).contains($0) || $0 | 0x20 == UInt8(ascii: "x") }
  }
}

extension Integration {
  /// Whether a Lambda function answers.
  fileprivate var isFunction: Bool {
    switch backend {
    case .lambda: true
    case .aws(let aws): aws.isLambda
    default: false
    }
  }
}

extension Message {
  fileprivate static let proxyWaits = Message(
    "INT222", .warning, "a proxy integration waits for the function all the same",
    help: "set 'proxy: false' to call it asynchronously")

  fileprivate static func wholeMessage(_ pattern: String) -> Message {
    Message(
      "INT229", .warning, "'\(pattern)' has to be the function's whole errorMessage",
      help: "write '.*\(pattern).*' to find it anywhere")
  }
}
