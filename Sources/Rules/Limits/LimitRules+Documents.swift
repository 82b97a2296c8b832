import Diagnostics
import Document
import Spec

extension LimitRules {
  /// Policies, schemas, formats and documentation.
  static let documents: [Rule] = [
    Rule(
      "LIM909", "A resource policy of more than 8192 letters", why: "API Gateway refuses it", source: quotas,
      bad: [Example("200 callers", policy(200, mark: "↓"))], good: [Example("100 callers", policy(100, mark: ""))],
      check: .api { api, findings in
        guard let policy = api.api.policy else { return }
        let size = findings.spec.document.jsonSize(policy.node)
        if size > 8192 { findings.report(.policy(size), at: policy.node) }
      }),
    Rule(
      "LIM911", "A model of more than 400 KB", severity: .warning, why: "API Gateway refuses it", source: quotas,
      bad: [Example("a long description", schema(String(repeating: "a", count: 409_600), mark: "↓"))],
      good: [Example("a short one", schema("an order", mark: ""))],
      check: .api { api, findings in
        for model in api.api.models {
          guard let schema = model.value.schema else { continue }
          let size = findings.spec.document.size(of: schema.value)
          if size > 409_600 { findings.report(.schema(size), at: schema.node) }
        }
      }),
    Rule(
      "LIM916", "More than 2000 parts of documentation", why: "\"LimitExceededException\"", source: quotas,
      bad: [Example("2001", documented(2001, mark: "↓"))], good: [Example("2000", documented(2000, mark: ""))],
      check: .api { api, findings in
        guard case .document(let definition)? = api.api.definition?.value else { return }
        let document = findings.spec.document
        guard let all = document.value("x-amazon-apigateway-documentation", in: definition.node),
          let parts = document.value("documentationParts", in: all)
        else { return }
        let count = document.items(parts).count
        if count > 2000 { findings.report(.documentation(count), at: parts) }
      }),
    Rule(
      "LIM919", "An access log's format of more than 3 KB", severity: .warning,
      why: "the quota is given for HTTP APIs; of REST APIs nothing else is known", source: quotas,
      bad: [Example("a long text in it", format(String(repeating: "a", count: 3072), mark: "↓"))],
      good: [Example("a short one", format("orders", mark: ""))],
      check: .stage { stage, _, findings in
        guard let format = stage.value.accessLogFormat, case .format(let text) = format.value else { return }
        let size = findings.spec.document.size(of: text)
        if size > 3072 { findings.report(.logFormat(size), at: format.node) }
      }),
  ]

  private static func policy(_ count: Int, mark: String) -> String {
    """
    apis:
      Shop:
        policy:
          \(mark)Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: execute-api:Invoke
              Resource: execute-api:/*
              Principal:
                AWS:
    \(lines(count) { "              - arn:aws:iam::111122223333:role/caller-\($0)" })
        paths:
          /orders:
            GET: {}
    """
  }

  private static func schema(_ description: String, mark: String) -> String {
    """
    apis:
      Shop:
        models:
          Order:
            schema:
              \(mark)$schema: http://json-schema.org/draft-04/schema#
              title: Order
              type: object
              description: \(description)
              properties: {id: {type: string}}
        paths:
          /orders:
            GET: {}
    """
  }

  private static func documented(_ count: Int, mark: String) -> String {
    """
    apis:
      Shop:
        definition:
          openapi: "3.0.1"
          info: {title: Shop, version: "1"}
          paths:
            /orders: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://example.com}}}
          x-amazon-apigateway-documentation:
            documentationParts:
              \(mark)- {location: {type: PATH_PARAMETER, name: id0}, properties: {description: an ID}}
    \(lines(count - 1) { "        - {location: {type: PATH_PARAMETER, name: id\($0)}, properties: {description: an ID}}" })
    """
  }

  private static func format(_ text: String, mark: String) -> String {
    """
    resources:
      Log: {Type: AWS::Logs::LogGroup}
    apis:
      Shop:
        stages:
          live:
            accessLogDestination: Log
            accessLogFormat: \(mark)$context.requestId $context.extendedRequestId \(text)
        paths:
          /orders:
            GET: {}
    """
  }
}

extension Message {
  fileprivate static func policy(_ size: Int) -> Message {
    Message(
      "LIM909", "this policy has \(size) characters, and 8192 are allowed",
      help: "name accounts in place of roles, or let '*' stand for several resources")
  }

  fileprivate static func schema(_ size: Int) -> Message {
    Message("LIM911", .warning, "this schema has \(size) bytes, and 409600 are allowed", help: "split the model")
  }

  fileprivate static func documentation(_ count: Int) -> Message {
    Message(
      "LIM916", "this API has \(count) parts of documentation, and 2000 are allowed", help: "take some of them together"
    )
  }

  fileprivate static func logFormat(_ size: Int) -> Message {
    Message("LIM919", .warning, "this format has \(size) bytes, and 3072 are allowed", help: "log fewer variables")
  }
}
