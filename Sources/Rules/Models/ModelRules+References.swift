import Diagnostics
import Document
import Spec

extension ModelRules {
  private static let models =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html"

  /// Where a `$ref` leads to.
  static let references: [Rule] = [
    Rule(
      "MODEL616", "A reference that API Gateway does not follow",
      why:
        "a reference leads into its own schema or to a model's address: \"Model reference must be in canonical form\"",
      source: models,
      bad: [
        Example("a file", spec(schema: "{type: array, items: {$ref: ↓item.json}}")),
        Example("an address elsewhere", spec(schema: "{type: array, items: {$ref: ↓\"https://example.com/item\"}}")),
        Example("as in an OpenAPI document", spec(schema: "{type: array, items: {$ref: ↓/components/schemas/Item}}")),
        Example("a name in JSON", spec(schema: "'{\"type\": \"array\", \"items\": {\"$ref\": ↓\"Item\"}}'")),
        Example("an intrinsic", spec(schema: "{type: array, items: {$ref: ↓!Sub \"https://example.com/${Shop}\"}}")),
        Example("no text", spec(schema: "{type: array, items: {$ref: ↓[Item]}}")),
      ],
      good: [
        Example(
          "a model's name, a definition and an address",
          """
          apis:
            Shop:
              models:
                Item: {modelName: Item, schema: {type: object, properties: {id: {type: string}}}}
                Order:
                  schema:
                    type: object
                    definitions: {name: {type: string}}
                    properties:
                      items: {type: array, items: {$ref: Item}}
                      name: {$ref: "#/definitions/name"}
                      item: {$ref: !Sub "https://apigateway.amazonaws.com/restapis/${Shop}/models/Item"}
                      last: {$ref: !Join ["", ["https://apigateway.amazonaws.com/restapis/", !Ref Shop, /models/Item]]}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .schema { schema, _, findings in
        guard let value = schema.reference?.value else { return }
        switch SchemaReference(value, in: findings.spec.document) {
        case .elsewhere(let text): findings.report(.elsewhere(text), at: value.place)
        case .noText: findings.report(.noReference, at: value.place)
        case .local, .named, .address, .unknown: break
        }
      }),
    Rule(
      "MODEL617", "A reference to an unknown model",
      why: "a model's references are resolved when it is made: the other one must exist by then", source: models,
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
          "the name, and a model that every API has",
          """
          apis:
            Shop:
              models:
                Item: {schema: {type: object, properties: {id: {type: string}}}}
                Order: {schema: {type: array, items: {anyOf: [{$ref: Item}, {$ref: Error}]}}}
              paths:
                /orders:
                  GET: {}
          """)
      ],
      check: .schema { schema, schemas, findings in
        guard let value = schema.reference?.value,
          case .named(let name) = SchemaReference(value, in: findings.spec.document), schemas.index(of: name) == nil,
          name != "Empty", name != "Error", !findings.isDeclared(name, under: "models", of: schemas.api)
        else { return }
        let near = findings.nearest(name, in: schemas.api.api.models.lazy.map(\.name))
        findings.report(.unknownModel(name, near: near), at: value.place)
      }),
    Rule(
      "MODEL618", "A reference to nothing in its schema", why: refused, source: core,
      bad: [
        Example(
          "a typo",
          spec(
            schema: "{type: array, definitions: {item: {type: string}}, items: {$ref: ↓\"#/definitions/itm\"}}")),
        Example("no definitions", spec(schema: "{$ref: ↓\"#/definitions/item\"}")),
        Example("no pointer", spec(schema: "{type: array, items: {$ref: ↓\"#item\"}}")),
      ],
      good: [
        Example(
          "definitions, a property, all of it, a name",
          spec(
            schema: """
              {type: object, definitions: {a/b: {type: string}, c: {id: "#c"}}, properties: {a: {$ref: \
              "#/definitions/a~1b"}, b: {$ref: "#/properties/a"}, c: {$ref: "#c"}, d: {$ref: "#"}}}
              """))
      ],
      check: .schema { schema, schemas, findings in
        guard let value = schema.reference?.value,
          case .local(let pointer) = SchemaReference(value, in: findings.spec.document),
          let root = schemas.roots[schema.model], !root.value.isUnknown, root.value[pointer: pointer] == nil
        else { return }
        let names = findings.schemaNames(of: schema.model, in: schemas)
        if !names.contains("#" + pointer) { findings.report(.nothingThere(pointer), at: value.place) }
      }),
  ]
}

extension Findings {
  /// The `id`s of all schemas in a model.
  fileprivate mutating func schemaNames(of model: Int, in schemas: ModelSchemas) -> Set<String> {
    if let known = schemaNames, known.schemas === schemas, known.model == model { return known.names }
    let names = Set(schemas.all(of: model).compactMap { $0.value["id"]?.value.string })
    schemaNames = (schemas, model, names)
    return names
  }
}

extension Message {
  fileprivate static func elsewhere(_ text: String) -> Message {
    Message(
      "MODEL616", "API Gateway does not follow a reference to '\(text)'",
      help: "write a model's name, where the schema is a mapping, or '#/definitions/NAME'")
  }

  fileprivate static let noReference = Message(
    "MODEL616", "'$ref' is a text", help: "write a model's name or '#/definitions/NAME'")

  fileprivate static func unknownModel(_ name: String, near: Nearest?) -> Message {
    Message(
      "MODEL617", "no model is named '\(name)'", near: near?.amongChosenNames,
      help: "name a model of the API, or a definition: '#/definitions/NAME'")
  }

  fileprivate static func nothingThere(_ pointer: String) -> Message {
    Message(
      "MODEL618", "this schema has nothing at '#\(pointer)'",
      help: "write '#/definitions/NAME' for a name under the schema's own 'definitions'")
  }
}
