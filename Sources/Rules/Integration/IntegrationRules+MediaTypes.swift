import Diagnostics
import Document
import Spec
import VTL

extension IntegrationRules {
  /// The content types of templates and models.
  static let mediaTypes: [Rule] = [
    Rule(
      "INT267", "A key that is no media type",
      why: "templates and models are chosen by media types: \"Invalid content type specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html",
      bad: [
        Example(
          "short names",
          """
          apis:
            Shop:
              models: {Order: {schema: {type: object}}}
              paths:
                /orders:
                  PUT:
                    requestValidatorOptions: {validateRequestBody: true}
                    requestModels: {↓json: Order}
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      requestTemplates: {↓json: $input.body}
                      integrationResponses: [{statusCode: 200, responseTemplates: {↓application: $input.body}}]
                    methodResponses: [{statusCode: 200, responseModels: {↓$default: Order}}]
          """)
      ],
      good: [
        Example(
          "media types",
          """
          apis:
            Shop:
              models: {Order: {schema: {type: object}}}
              paths:
                /orders:
                  PUT:
                    requestModels: {application/json: Order}
                    integration:
                      type: http
                      url: https://orders.example.com
                      proxy: false
                      requestTemplates: {application/json: $input.body}
                      integrationResponses: [{statusCode: 200, responseTemplates: {application/vnd.order+json: $input.body}}]
                    methodResponses: [{statusCode: 200, responseModels: {application/json: Order}}]
          """)
      ],
      check: .operation(with: .mediaTypes) { operation, _, findings in
        findings.check(operation.options.requestModels?.value, orDefault: true)
        // By their indexes: to hand each response out costs more than to look at it.
        let declared = operation.options.methodResponses?.value ?? []
        for index in declared.indices { findings.check(declared[index].value.responseModels?.value) }
        guard let integration = operation.integration else { return }
        findings.check(integration.options.requestTemplates?.value)
        let responses = integration.options.integrationResponses?.value ?? []
        for index in responses.indices { findings.check(responses[index].value.responseTemplates?.value) }
      })
  ]
}

extension Findings {
  /// A request's model may stand under `$default`, for the types that have none of their own.
  fileprivate mutating func check<Value>(_ entries: [Named<Value>]?, orDefault takesDefault: Bool = false) {
    guard let entries else { return }
    for entry in entries where entry.name != lastMediaType {
      if (try? MediaType(parsing: entry.name)) != nil {
        lastMediaType = entry.name
      } else if !takesDefault || entry.name != "$default" {
        report(.notAMediaType(entry.name), atKeyOf: entry.node)
      }
    }
  }
}

extension Message {
  fileprivate static func notAMediaType(_ name: String) -> Message {
    let common = ["application/json", "application/xml", "text/plain", "text/html", "text/csv"]
    let near = common.first { $0.hasSuffix("/" + name.lowercased()) }
      .map { Nearest($0, isCertain: $0 != "application/xml") }
    return Message(
      "INT267", "'\(name)' is no media type", near: near ?? nearest(name, in: common),
      help: "write type/subtype, as in application/json")
  }
}
