import Diagnostics
import Spec

extension MethodRules {
  /// Answers that API Gateway makes itself.
  static let gatewayResponses: [Rule] = [
    Rule(
      "METH460", "unknown gateway response",
      why: "PutGatewayResponse takes one of 21 published types and refuses all else",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html",
      bad: [
        Example(
          "a status for a class",
          """
          apis:
            Shop:
              gatewayResponses:
                ↓DEFAULT_400: {responseHeaders: {X-Shop: "'closed'"}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "the class",
          """
          apis:
            Shop:
              gatewayResponses:
                DEFAULT_4XX: {responseHeaders: {X-Shop: "'closed'"}}
                WAF_FILTERED: {statusCode: 403}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses where !gatewayResponseTypes.contains(response.name) {
          findings.report(.unknownType(response.name), atKeyOf: response.node)
        }
      }),
    Rule(
      "METH462", "no status code of a gateway response",
      why: "PutGatewayResponse takes three digits, \"[1-5]\\d\\d\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html",
      bad: [
        Example(
          "a class of codes",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {statusCode: ↓4xx}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "a code",
          """
          apis:
            Shop:
              gatewayResponses:
                THROTTLED: {statusCode: 429}
              paths:
                /orders:
                  GET: {}
          """)
      ], check: .elsewhere),
  ]

  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
  fileprivate static let gatewayResponseTypes: Set<String> = [
    "ACCESS_DENIED", "API_CONFIGURATION_ERROR", "AUTHORIZER_CONFIGURATION_ERROR", "AUTHORIZER_FAILURE",
    "BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS", "DEFAULT_4XX", "DEFAULT_5XX", "EXPIRED_TOKEN", "INTEGRATION_FAILURE",
    "INTEGRATION_TIMEOUT", "INVALID_API_KEY", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "QUOTA_EXCEEDED",
    "REQUEST_TOO_LARGE", "RESOURCE_NOT_FOUND", "THROTTLED", "UNAUTHORIZED", "UNSUPPORTED_MEDIA_TYPE", "WAF_FILTERED",
  ]
}

extension Message {
  fileprivate static func unknownType(_ name: String) -> Message {
    let types = MethodRules.gatewayResponseTypes.sorted()
    return Message(
      "METH460", "API Gateway has no gateway response '\(name)'",
      help: nearest(name, in: types).map { "did you mean '\($0)'?" } ?? "types: \(types.joined(separator: ", "))")
  }
}
