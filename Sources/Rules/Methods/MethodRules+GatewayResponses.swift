import Diagnostics
import Spec

extension MethodRules {
  /// Answers that API Gateway makes itself.
  static let gatewayResponses: [Rule] = [
    Rule(
      "METH460", "Unknown gateway response",
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
        for response in api.api.gatewayResponses where gatewayResponseTypes[response.name] == nil {
          findings.report(.unknownType(response.name), atKeyOf: response.node)
        }
      }),
    Rule(
      "METH462", "No status code of a gateway response",
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

  /// The published types, and the classes of their statuses by default.
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
  static let gatewayResponseTypes: [String: Character] = [
    "ACCESS_DENIED": "4", "API_CONFIGURATION_ERROR": "5", "AUTHORIZER_CONFIGURATION_ERROR": "5",
    "AUTHORIZER_FAILURE": "5", "BAD_REQUEST_BODY": "4", "BAD_REQUEST_PARAMETERS": "4", "DEFAULT_4XX": "4",
    "DEFAULT_5XX": "5", "EXPIRED_TOKEN": "4", "INTEGRATION_FAILURE": "5", "INTEGRATION_TIMEOUT": "5",
    "INVALID_API_KEY": "4", "INVALID_SIGNATURE": "4", "MISSING_AUTHENTICATION_TOKEN": "4", "QUOTA_EXCEEDED": "4",
    "REQUEST_TOO_LARGE": "4", "RESOURCE_NOT_FOUND": "4", "THROTTLED": "4", "UNAUTHORIZED": "4",
    "UNSUPPORTED_MEDIA_TYPE": "4", "WAF_FILTERED": "4",
  ]
}

extension Message {
  fileprivate static func unknownType(_ name: String) -> Message {
    let types = MethodRules.gatewayResponseTypes.keys.sorted()
    return Message(
      "METH460", "API Gateway has no gateway response '\(name)'", near: nearest(name, in: types),
      help: "types: \(types.joined(separator: ", "))")
  }
}
