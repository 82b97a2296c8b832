import Diagnostics
import Spec
import VTL

extension ModelRules {
  private static let schema = "schema: {type: object, properties: {id: {type: string}}}"

  static let names: [Rule] = [
    Rule(
      "MODEL601", "Characters that a model's name cannot have", why: "\"Model name must be alphanumeric\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [
        Example("a hyphen", spec("Order", "modelName: ↓shop-order, " + schema)),
        Example("in the spec's own name", spec("↓shop-order", schema)),
      ],
      good: [Example("letters and digits", spec("Order", "modelName: shopOrder2, " + schema))],
      check: .api { api, findings in
        for model in api.api.models {
          if let name = model.value.modelName {
            guard let text = name.known(), !text.isBlank, !text.utf8.allSatisfy(isAlphanumeric) else { continue }
            findings.report(.modelName(text), at: name.node)
          } else if !model.name.isBlank, !model.name.utf8.allSatisfy(isAlphanumeric) {
            findings.report(.modelName(model.name), atKeyOf: model.node)
          }
        }
      }),
    Rule(
      "MODEL602", "A model without a name", why: "\"Model name must be non-empty\"", source: createModel,
      bad: [Example("an empty name", spec("Order", "modelName: ↓\"\", " + schema))],
      good: [Example("none of its own", spec("Order", schema))],
      check: .api { api, findings in
        for model in api.api.models {
          if let name = model.value.modelName {
            if name.known()?.isBlank == true { findings.report(.blankModel, at: name.node) }
          } else if model.name.isBlank {
            findings.report(.blankModel, atKeyOf: model.node)
          }
        }
      }),
    Rule(
      "MODEL603", "Two models of one name", why: "\"Model name already exists for this REST API\"", source: createModel,
      bad: [
        Example(
          "a name given twice",
          """
          apis:
            Shop:
              models:
                Order: {modelName: order, schema: {type: object, properties: {id: {type: string}}}}
                Offer: {modelName: ↓order, schema: {type: object, properties: {id: {type: string}}}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "two names",
          """
          apis:
            Shop:
              models:
                Order: {modelName: order, schema: {type: object, properties: {id: {type: string}}}}
                Offer: {modelName: offer, schema: {type: object, properties: {id: {type: string}}}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        let named = api.api.models.compactMap { model in
          model.value.modelName.flatMap { name in name.known().map { Located($0, at: name.node) } }
        }
        for pair in duplicates(named.map(\.value)) {
          let first = findings.related("the first of the name", at: named[pair.first].node)
          findings.report(.modelTwice(named[pair.later].value), at: named[pair.later].node, related: [first])
        }
      }),
    Rule(
      "MODEL604", "A model that every API has already", severity: .warning,
      why: "API Gateway makes the models Empty and Error with every API", source: createModel,
      bad: [Example("Error", spec("↓Error", schema))], good: [Example("another name", spec("Failure", schema))],
      check: .api { api, findings in
        for model in api.api.models {
          let name = model.value.modelName.map { $0.known() } ?? model.name
          guard name == "Empty" || name == "Error" else { continue }
          if let given = model.value.modelName {
            findings.report(.builtIn(name ?? ""), at: given.node)
          } else {
            findings.report(.builtIn(model.name), atKeyOf: model.node)
          }
        }
      }),
    Rule(
      "MODEL605", "No content type", why: "CreateModel answers \"Invalid content type specified\"", source: createModel,
      bad: [Example("a subtype alone", spec("Order", "contentType: ↓json, " + schema))],
      good: [Example("type and subtype", spec("Order", "contentType: application/vnd.shop+json, " + schema))],
      check: .api { api, findings in
        for model in api.api.models {
          guard let type = model.value.contentType, let text = type.known() else { continue }
          if (try? MediaType(parsing: text)) == nil { findings.report(.contentType(text), at: type.node) }
        }
      }),
  ]
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || byte < 0x80 && (65...90).contains(byte & 0xDF)
}

extension Message {
  fileprivate static func modelName(_ name: String) -> Message {
    Message("MODEL601", "a model cannot be named '\(name)'", help: "use letters and digits alone")
  }

  fileprivate static let blankModel = Message("MODEL602", "a model's name cannot be empty", help: "give it a name")

  fileprivate static func modelTwice(_ name: String) -> Message {
    Message("MODEL603", "another model of this API is named '\(name)' too", help: "give each a name of its own")
  }

  fileprivate static func builtIn(_ name: String) -> Message {
    Message("MODEL604", .warning, "'\(name)' is a model that every API has", help: "choose another name")
  }

  fileprivate static func contentType(_ text: String) -> Message {
    Message("MODEL605", "'\(text)' is no content type", help: "write for example 'application/json'")
  }
}
