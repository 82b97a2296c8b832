import Diagnostics
import Spec

extension IntegrationRules {
  /// How long API Gateway waits for the backend.
  static let timeouts: [Rule] = [
    Rule(
      "INT205", "A timeout below 50 ms",
      why: "API Gateway waits at least 50 ms: \"Timeout should be between 50 ms and 29000 ms\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      bad: [
        Example(
          "too short",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: ↓49ms}}
          """)
      ],
      good: [
        Example(
          "as short as can be",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: 50ms}}
          """)
      ],
      check: .integration(with: .timeout) { integration, _, _, findings in
        guard let timeout = integration.options.timeout, let value = timeout.known(), value.milliseconds < 50 else {
          return
        }
        findings.report(.timeoutTooShort(value), at: timeout.node)
      }),

    Rule(
      "INT206", "A timeout above 29 s on an edge-optimized API",
      why: "the quota of 29 s can be raised for regional and private APIs alone, and EDGE is the default",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html",
      bad: [
        Example(
          "a minute at the edge",
          """
          apis:
            Shop:
              defaultIntegration: {type: http, url: "https://orders.example.com", timeout: ↓1m}
              paths:
                /orders: {GET: {}, PUT: {}}
          """)
      ],
      good: [
        Example(
          "29 seconds",
          """
          apis:
            Shop:
              endpointTypes: [EDGE]
              defaultIntegration: {type: http, url: "https://orders.example.com", timeout: 29s}
              paths:
                /orders: {GET: {}, PUT: {}}
          """)
      ],
      check: .integration(with: .timeout) { integration, _, api, findings in
        guard let timeout = integration.longTimeout, api.endpointType == .edge else { return }
        findings.report(.timeoutBeyondEdge(timeout.value), at: timeout.node)
      }),

    Rule(
      "INT207", "A timeout above 29 s needs a raised quota", severity: .warning,
      why: "without a raised quota in the account: \"Timeout should be between 50 ms and 29000 ms\"",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html",
      bad: [
        Example(
          "a minute in the region",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL]
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: ↓60s}}
          """)
      ],
      good: [
        Example(
          "29 seconds",
          """
          apis:
            Shop:
              endpointTypes: [REGIONAL]
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", timeout: 29000ms}}
          """)
      ],
      check: .integration(with: .timeout) { integration, _, api, findings in
        guard let timeout = integration.longTimeout else { return }
        guard api.endpointType == .regional || api.endpointType == .private else { return }
        findings.report(.timeoutBeyondQuota(timeout.value), at: timeout.node)
      }),

    Rule(
      "INT259", "A streamed answer without a proxy integration",
      why: "only AWS_PROXY and HTTP_PROXY integrations stream; the CDK and API Gateway refuse the others",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html",
      bad: [
        Example(
          "a mapped answer",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      responseTransferMode: ↓STREAM
                      integrationResponses: [{statusCode: 200}]
                    methodResponses: [{statusCode: 200}]
          """)
      ],
      good: [
        Example(
          "an answer passed through",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {integration: {type: http, url: "https://orders.example.com", responseTransferMode: STREAM}}
          """)
      ],
      check: .integration(with: .transferMode) { integration, _, _, findings in
        guard integration.isStreamed, !integration.isProxy, let mode = integration.options.responseTransferMode else {
          return
        }
        findings.report(.streamWithoutProxy, at: mode.node)
      }),

    Rule(
      "INT262", "A streaming timeout above 15 minutes",
      why: "streamed answers end after 15 minutes at the latest",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html",
      bad: [
        Example(
          "16 minutes",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      {type: http, url: "https://orders.example.com", responseTransferMode: STREAM, timeout: ↓16m}
          """)
      ],
      good: [
        Example(
          "15 minutes",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    integration:
                      {type: http, url: "https://orders.example.com", responseTransferMode: STREAM, timeout: 15m}
          """)
      ],
      check: .integration(with: [.timeout, .transferMode]) { integration, _, _, findings in
        guard let timeout = integration.options.timeout, let value = timeout.known(), integration.isStreamed,
          value.milliseconds > 900_000
        else { return }
        findings.report(.streamTooLong(value), at: timeout.node)
      }),
  ]
}

extension Integration {
  /// A timeout above 29 s, unless the answer is streamed, which has a limit of its own.
  fileprivate var longTimeout: Located<Duration>? {
    guard let timeout = options.timeout, let value = timeout.known(), value.milliseconds > 29_000 else { return nil }
    guard case .known(let mode) = options.responseTransferMode?.value ?? .known(.buffered), mode == .buffered else {
      return nil
    }
    return Located(value, at: timeout.node)
  }
}

extension Message {
  fileprivate static func timeoutTooShort(_ value: Duration) -> Message {
    Message("INT205", "a timeout of \(value.words) is below the least, 50ms", help: "give at least 50ms")
  }

  fileprivate static func timeoutBeyondEdge(_ value: Duration) -> Message {
    Message(
      "INT206", "a timeout of \(value.words) is more than the 29s that an edge-optimized API waits",
      help: "lower it, or set 'endpointTypes: [REGIONAL]' and have the account's quota raised")
  }

  fileprivate static func timeoutBeyondQuota(_ value: Duration) -> Message {
    Message(
      "INT207", .warning, "a timeout of \(value.words) deploys only where the account's quota of 29s was raised",
      help: "have the quota 'Maximum integration timeout' raised, or give at most 29s")
  }

  fileprivate static let streamWithoutProxy = Message(
    "INT259", "'responseTransferMode: STREAM' needs a proxy integration",
    help: "set 'proxy: true', or delete 'responseTransferMode'")

  fileprivate static func streamTooLong(_ value: Duration) -> Message {
    Message(
      "INT262", "a timeout of \(value.words) is more than the 15m that a streamed answer may take",
      help: "give at most 15m")
  }
}
