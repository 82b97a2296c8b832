import Diagnostics
import Document
import Spec

extension ModelRules {
  static let schemas: [Rule] = [
    Rule(
      "MODEL617", "a reference to an unknown model",
      why: "a model's references are resolved when it is made: the other one must exist by then",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html",
      bad: [
        Example(
          "a typo",
          """
          apis:
            Shop:
              models:
                Item: {schema: {type: object, properties: {id: {type: string}}}}
                Order: {schema: {type: array, items: {$ref: ↓Itm}}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      good: [
        Example(
          "a model, a definition and an address",
          """
          apis:
            Shop:
              models:
                Item: {schema: {type: object, properties: {id: {type: string}}}}
                Order:
                  schema:
                    type: object
                    definitions: {name: {type: string}}
                    properties:
                      items: {type: array, items: {$ref: Item}}
                      name: {$ref: "#/definitions/name"}
                      item: {$ref: !Sub "https://apigateway.amazonaws.com/restapis/${Shop}/models/Item"}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .api { api, findings in
        for model in api.api.models {
          if case .json(let node)? = model.value.schema?.value { findings.checkReferences(node, api) }
        }
      }),
    Rule(
      "MODEL629", "a schema that is no JSON", why: "CreateModel answers \"Invalid model schema specified\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html",
      bad: [Example("a name without quotes", spec("Order", "schema: ↓'{type: object}'"))],
      good: [Example("JSON", spec("Order", "schema: '{\"type\": \"object\", \"properties\": {\"id\": {}}}'"))],
      check: .api { api, findings in
        for model in api.api.models {
          guard let schema = model.value.schema, case .text(let text) = schema.value,
            let fault = JSONFault(in: text)
          else { continue }
          findings.report(.notJSON(fault), at: schema.node)
        }
      }),
  ]
}

extension Findings {
  /// Reports each `$ref` that is a plain name and no model's.
  fileprivate mutating func checkReferences(_ node: NodeID, _ api: ResolvedAPI) {
    for entry in spec.document.entries(node) {
      if spec.document.kind(entry.value) == .scalar, string(entry.key) == "$ref" {
        checkReference(entry.value, api)
      } else {
        checkReferences(entry.value, api)
      }
    }
    for item in spec.document.items(node) { checkReferences(item, api) }
  }

  private mutating func checkReference(_ node: NodeID, _ api: ResolvedAPI) {
    let name = string(node)
    guard !name.hasPrefix("#"), !name.utf8.contains(UInt8(ascii: "/")), Intrinsic(node, in: spec.document) == nil,
      api.model(name) == nil, name != "Empty", name != "Error", !isDeclared(name, under: "models", of: api)
    else { return }
    report(.unknownModel(name, near: nearest(name, in: api.api.models.map(\.name))), at: node)
  }

  /// Whether a name stands in a section of an API, be it that what it stands for could not be read; an OpenAPI
  /// document may declare any.
  func isDeclared(_ name: String, under section: String, of api: ResolvedAPI) -> Bool {
    if spec.document.value("definition", in: api.node) != nil { return true }
    guard let entries = spec.document.value(section, in: api.node) else { return false }
    return spec.document.value(name, in: entries) != nil
  }
}

extension Message {
  fileprivate static func unknownModel(_ name: String, near: String?) -> Message {
    Message(
      "MODEL617", "no model is named '\(name)'",
      help: near.map { "did you mean '\($0)'?" } ?? "name a model of the API, or a definition: '#/definitions/NAME'")
  }

  fileprivate static func notJSON(_ fault: JSONFault) -> Message {
    Message(
      "MODEL629", "the schema's text is no JSON: \(fault.words)", help: "write the schema as a mapping, or as JSON")
  }
}
