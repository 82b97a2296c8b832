import Diagnostics
import Spec

extension MethodRules {
  private static let types =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html"

  /// Gateway responses that do something else than their type says.
  static let gatewayResponseStatuses: [Rule] = [
    Rule(
      "METH466", "413 of one's own", severity: .warning,
      why: "API Gateway answers 413 its own way, whatever REQUEST_TOO_LARGE says",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [Example("a header", spec(response: "↓REQUEST_TOO_LARGE: {responseHeaders: {X-Shop: \"'closed'\"}}"))],
      good: [Example("its class", spec(response: "DEFAULT_4XX: {responseHeaders: {X-Shop: \"'closed'\"}}"))],
      check: .api { api, findings in
        for response in api.api.gatewayResponses where response.name == "REQUEST_TOO_LARGE" {
          findings.report(.noEffect, atKeyOf: response.node)
        }
      }),
    Rule(
      "METH467", "One status for all errors of a class", severity: .warning,
      why: "401, 403, 404 and 429 all become the status of DEFAULT_4XX, unless their types have one of their own",
      source: types,
      bad: [Example("one for all", spec(response: "DEFAULT_4XX: {↓statusCode: 400}"))],
      good: [Example("one for one type", spec(response: "UNAUTHORIZED: {statusCode: 403}"))],
      check: .api { api, findings in
        for response in api.api.gatewayResponses where response.name.hasPrefix("DEFAULT_") {
          guard let status = response.value.statusCode, response.keepsClass != false else { continue }
          findings.report(.statusOfClass(response.name), atKeyOf: status.node)
        }
      }),
    Rule(
      "METH470", "An error answered as something else", severity: .warning,
      why: "clients and metrics count by the class of the status: an error with 200 is a success to them",
      source: types,
      bad: [
        Example("a refusal as success", spec(response: "UNAUTHORIZED: {statusCode: ↓200}")),
        Example("a failure as the client's", spec(response: "DEFAULT_5XX: {statusCode: ↓400}")),
      ],
      good: [Example("another of the class", spec(response: "MISSING_AUTHENTICATION_TOKEN: {statusCode: 404}"))],
      check: .api { api, findings in
        for response in api.api.gatewayResponses {
          guard let status = response.value.statusCode, response.keepsClass == false else { continue }
          findings.report(.otherClass(response.name, status.value), at: status.node)
        }
      }),
  ]

  /// A spec with one gateway response.
  static func spec(response: String) -> String {
    """
    apis:
      Shop:
        gatewayResponses:
          \(response)
        paths:
          /orders:
            GET: {}
    """
  }
}

extension Named<GatewayResponse> {
  /// Whether the status is of the class that the type has by itself; nil where one of them is not known.
  fileprivate var keepsClass: Bool? {
    guard let own = MethodRules.gatewayResponseTypes[name], let given = value.statusCode?.value.first else {
      return nil
    }
    return own == given
  }
}

extension Message {
  fileprivate static let noEffect = Message(
    "METH466", .warning, "API Gateway ignores what 'REQUEST_TOO_LARGE' says", help: "delete it")

  fileprivate static func statusOfClass(_ type: String) -> Message {
    Message(
      "METH467", .warning, "every error of '\(type)' gets this status, unless its own type has one",
      help: "delete it, or set it on the types that are meant")
  }

  fileprivate static func otherClass(_ type: String, _ status: String) -> Message {
    Message(
      "METH470", .warning, "'\(type)' answered as \(status) hides the error from clients and metrics",
      help: "choose a status of the same class")
  }
}
