import Diagnostics
import Spec

extension IntegrationRules {
  /// What a selection pattern matches.
  static let patterns: [Rule] = [
    Rule(
      "INT227", "A selection pattern that is no regular expression",
      why: "patterns are regular expressions of Java: one that does not compile is rejected or never matches",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html",
      bad: [
        Example(
          "a star with nothing before it, an open group",
          """
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 404}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 404, selectionPattern: ↓"*404"}
                        - {statusCode: 500, selectionPattern: ↓"5(0|1"}
          """)
      ],
      good: [
        Example(
          "groups, look-arounds and flags",
          #"""
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 404}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses:
                        - {statusCode: 200}
                        - {statusCode: 404, selectionPattern: '^(?=.*not found)(?!.*retry).*$'}
                        - {statusCode: 500, selectionPattern: '(?s).*(Task timed out|\[5\d{2}\]|Error[^a-z]).*'}
          """#)
      ],
      check: .integration(with: .selectionPatterns) { integration, _, _, findings in
        guard let responses = integration.options.integrationResponses else { return }
        for response in responses.value {
          guard let pattern = response.value.pattern else { continue }
          do throws(JavaPattern.Problem) {
            _ = try JavaPattern(parsing: pattern.value)
          } catch {
            findings.report(.notAPattern(pattern.value, error.text), at: pattern.node)
          }
        }
      }),

    Rule(
      "INT228", "A status as the pattern of a function", severity: .warning,
      why: "a function's pattern is matched against the text of its error, which is no status: the default answers",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html",
      bad: [
        Example(
          "a class of statuses",
          #"""
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 404}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 404, selectionPattern: ↓'4\d{2}'}]
          """#)
      ],
      good: [
        Example(
          "a status inside the text",
          #"""
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 404}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 404, selectionPattern: '.*\[4\d{2}\].*'}]
          """#)
      ],
      check: .integration(with: [.lambda, .selectionPatterns]) { integration, _, _, findings in
        guard case .lambda(let lambda) = integration.backend, !lambda.proxy.value else { return }
        for response in integration.options.integrationResponses?.value ?? [] {
          guard let pattern = response.value.pattern, isStatusPattern(pattern.value) else { continue }
          findings.report(.statusAsPattern(pattern.value), at: pattern.node)
        }
      }),

    Rule(
      "INT230", "A pattern that matches everything beside a default", severity: .warning,
      why: "'.*' matches success too, which then gets the status meant for errors",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html",
      bad: [
        Example(
          "everything is an error",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 500, selectionPattern: ↓".*"}]
          """)
      ],
      good: [
        Example(
          "every text is an error",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              defaultMethodOptions: {methodResponses: [{statusCode: 200}, {statusCode: 500}]}
              paths:
                /orders:
                  GET:
                    integration:
                      type: lambda
                      handler: orders
                      proxy: false
                      integrationResponses: [{statusCode: 200}, {statusCode: 500, selectionPattern: ".+"}]
          """)
      ],
      check: .integration(with: [.manyIntegrationResponses, .selectionPatterns]) { integration, _, _, findings in
        guard let responses = integration.mappedResponses, responses.value.count > 1 else { return }
        guard responses.value.contains(where: { $0.value.isDefault == true }) else { return }
        for response in responses.value {
          guard let pattern = response.value.pattern else { continue }
          let isAll = [".*", "^.*$", ".*?", "(.*)", "(?s).*", "[\\s\\S]*", "(.|\\n)*", "(\\n|.)*"].contains(
            pattern.value)
          if isAll { findings.report(.patternForAll(pattern.value), at: pattern.node) }
        }
      }),
  ]

  /// Digits, classes and counts alone, as in `4\d{2}` and `50[03]`.
  private static func isStatusPattern(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      if (48...57).contains(byte) { hasDigit = true }
      guard (48...57).contains(byte) || "\\d{},()[]|?:^$-.".utf8.contains(byte) else { return false }
    }
    return hasDigit
  }
}

extension Message {
  fileprivate static func notAPattern(_ pattern: String, _ why: String) -> Message {
    Message("INT227", "'\(pattern)' is no regular expression: \(why)", help: "patterns are written in Java's syntax")
  }

  fileprivate static func statusAsPattern(_ pattern: String) -> Message {
    Message(
      "INT228", .warning,
      "'\(pattern)' looks like a status, but a function's pattern is matched against its error's text",
      help: "match the text, as in '.*not found.*'; it must match as a whole")
  }

  fileprivate static func patternForAll(_ pattern: String) -> Message {
    Message(
      "INT230", .warning, "'\(pattern)' matches success too, beside the default response",
      help: "write '.+', or a pattern of errors alone")
  }
}
