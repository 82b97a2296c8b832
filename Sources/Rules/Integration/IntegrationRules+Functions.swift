import Diagnostics
import Document
import Spec

extension IntegrationRules {
  /// Functions as backends.
  static let functions: [Rule] = [
    Rule(
      "INT247", "A function that may run longer than API Gateway waits", severity: .warning,
      why: "the caller gets 504 while the function goes on, and a retry starts it anew",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html",
      bad: [
        Example(
          "a minute",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, timeout: ↓1m}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      good: [
        Example(
          "as long as API Gateway waits",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, timeout: 29s}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """),
        Example(
          "a call that nobody waits for",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, timeout: 10m}
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
          """),
      ],
      check: .integration(with: .lambda) { integration, _, _, findings in
        guard findings.limitsFunctions, let function = findings.function(of: integration),
          let timeout = findings.spec.declarations.functions[function].value.timeout,
          let value = timeout.known(), !integration.isStreamed, !integration.isAsynchronous
        else { return }
        guard case .known(let limit) = integration.options.timeout?.value ?? .known(Duration(milliseconds: 29_000)),
          value.milliseconds > limit.milliseconds
        else { return }
        let related = integration.options.timeout.map { [findings.related("API Gateway waits this long", at: $0.node)] }
        findings.report(.functionOutlives(value, limit), at: timeout.node, related: related ?? [])
      }),

    Rule(
      "INT248", "A function that may never run", severity: .warning,
      why: "with no reserved concurrency left every call is throttled and answers an error",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
      bad: [
        Example(
          "switched off",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, reservedConcurrentExecutions: ↓0}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      good: [
        Example(
          "one call at once",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, reservedConcurrentExecutions: 1}
          apis:
            Shop:
              paths:
                /orders: {GET: orders}
          """)
      ],
      check: .integration(with: .lambda) { integration, _, _, findings in
        guard findings.limitsFunctions, let function = findings.function(of: integration),
          let count = findings.spec.declarations.functions[function].value.reservedConcurrentExecutions,
          count.known() == 0
        else { return }
        findings.report(.functionThrottled, at: count.node)
      }),
  ]
}

extension Integration {
  /// Whether the function is started and not waited for.
  fileprivate var isAsynchronous: Bool {
    options.requestParameters?.value.contains {
      $0.name.lowercased() == "integration.request.header.x-amz-invocation-type"
    } ?? false
  }
}

extension Findings {
  /// The index of the function of this spec that answers.
  fileprivate func function(of integration: Integration) -> Int? {
    guard case .lambda(let lambda) = integration.backend, let handler = lambda.handler else { return nil }
    guard case .function(let index, _)? = spec.target(of: handler.value, as: .function) else { return nil }
    return index
  }
}

extension Message {
  fileprivate static func functionOutlives(_ value: Duration, _ limit: Duration) -> Message {
    Message(
      "INT247", .warning, "the function may run \(value.words), but API Gateway gives up after \(limit.words)",
      help: "lower the function's 'timeout' to at most \(limit.words), or call it asynchronously")
  }

  fileprivate static let functionThrottled = Message(
    "INT248", .warning, "the function is throttled to zero, so that every call of the API fails",
    help: "raise 'reservedConcurrentExecutions', or delete it")
}
