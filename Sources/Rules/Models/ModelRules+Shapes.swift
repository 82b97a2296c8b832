import Diagnostics
import Spec

extension ModelRules {
  /// Whether there is a schema where there must be one.
  static let shapes: [Rule] = [
    Rule(
      "MODEL606", "An empty schema",
      why: "CreateModel answers \"Model schema must have at least 1 property or array items defined\"",
      source: createModel,
      bad: [
        Example("no keyword", spec(schema: "↓{}")), Example("no text", spec(schema: "↓\"\"")),
        Example("no keyword in JSON", spec(schema: "\"↓{ }\"")),
      ],
      good: [
        Example("anything that is an object", spec(schema: "{type: object}")),
        Example("an empty schema inside another", spec(schema: "{type: object, properties: {id: {}}}")),
      ],
      check: .schema { schema, _, findings in
        guard schema.isWhole else { return }
        switch schema.value.content {
        case .object(let object) where object.members.isEmpty: findings.report(.empty, at: schema.value.place)
        case .unreadable(.blank): findings.report(.empty, at: schema.value.place)
        default: break
        }
      }),
    Rule(
      "MODEL607", "No schema where there must be one", why: "in draft 4 every schema is an object: \(refused)",
      source: core,
      bad: [
        Example("a type alone", spec(schema: "↓string")),
        Example("a list, and a list as text", spec(schema: "↓[string]")),
        Example("a list as text", spec(schema: "'↓[\"string\"]'")),
        Example("a type for a property's schema", spec(schema: "{type: object, properties: {id: ↓string}}")),
        Example("a list of properties", spec(schema: "{type: object, properties: ↓[id]}")),
        Example("no choice", spec(schema: "{oneOf: ↓[]}")),
      ],
      good: [
        Example("objects", spec(schema: "{type: object, properties: {id: {type: string}, string: {oneOf: [{}, {}]}}}")),
        Example("an intrinsic", spec(schema: "!Sub '{\"type\": \"object\"}'")),
      ],
      check: .schema { schema, _, findings in
        switch schema.value.content {
        case .object: findings.checkShapes(schema)
        case .boolean where !schema.isWhole: break
        case .unknown, .unreadable(.blank), .unreadable(.fault): break
        case .null, .boolean, .number, .string, .array, .unreadable(.noObject):
          findings.report(.noSchema, at: schema.value.place)
        }
      }),
    Rule(
      "MODEL608", "A schema of another draft", severity: .warning,
      why: "API Gateway reads models as draft 4, whatever they say: keywords of later drafts are refused",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html",
      bad: [
        Example("draft 7", spec(schema: "{$schema: ↓\"http://json-schema.org/draft-07/schema#\", type: object}")),
        Example("no address", spec(schema: "{$schema: ↓4, type: object}")),
      ],
      good: [Example("draft 4", spec(schema: "{$schema: \"http://json-schema.org/draft-04/schema#\", type: object}"))],
      check: .schema { schema, _, findings in
        guard let draft = schema["$schema"]?.value, !draft.isUnknown else { return }
        if let address = draft.string, address.contains("json-schema.org/draft-04/") { return }
        findings.report(.otherDraft, at: draft.place)
      }),
    Rule(
      "MODEL627", "True or false for a schema", why: "draft 6 brought schemas that are booleans: \(refused)",
      source: core,
      bad: [
        Example("any value", spec(schema: "{type: object, properties: {id: ↓true}}")),
        Example("no value", spec(schema: "{type: array, items: ↓false}")),
      ],
      good: [
        Example("where draft 4 takes them", spec(schema: "{type: object, additionalProperties: false}")),
        Example("the same as schemas", spec(schema: "{type: object, properties: {id: {}, ident: {not: {}}}}")),
      ],
      check: .schema { schema, _, findings in
        guard !schema.isWhole, let flag = schema.value.boolean else { return }
        findings.report(.booleanSchema(flag), at: schema.value.place)
      }),
    Rule(
      "MODEL629", "A schema that is no JSON", why: refused, source: createModel,
      bad: [Example("a name without quotes", spec(schema: "↓'{type: object}'"))],
      good: [Example("JSON", spec(schema: "'{\"type\": \"object\", \"properties\": {\"id\": {}}}'"))],
      check: .schema { schema, _, findings in
        guard case .unreadable(.fault(let fault)) = schema.value.content else { return }
        findings.report(.notJSON(fault), at: schema.value.place)
      }),
  ]
}

/// What a keyword's value must be, where that is not what another rule is about.
private enum KeywordShape: String {
  case mapping = "a mapping"
  case schemas = "a list of schemas, at least one"
  case text = "a text"
  case flag = "true or false"

  static let byKeyword: [String: KeywordShape] = [
    "properties": .mapping, "patternProperties": .mapping, "definitions": .mapping, "dependencies": .mapping,
    "allOf": .schemas, "anyOf": .schemas, "oneOf": .schemas, "title": .text, "description": .text, "id": .text,
    "format": .text, "uniqueItems": .flag,
  ]

  func takes(_ value: JSONValue) -> Bool {
    switch self {
    case .mapping: value.members != nil
    case .schemas: value.items.map { !$0.isEmpty } ?? false
    case .text: value.string != nil
    case .flag: value.boolean != nil
    }
  }
}

extension Findings {
  fileprivate mutating func checkShapes(_ schema: Schema) {
    for member in schema.keywords {
      guard let shape = KeywordShape.byKeyword[member.name], !member.value.isUnknown, !shape.takes(member.value) else {
        continue
      }
      report(.keywordShape(member.name, shape.rawValue), at: member.value.place)
    }
  }
}

extension Message {
  fileprivate static let empty = Message(
    "MODEL606", "the schema is empty", help: "write at least a type: 'type: object'")

  fileprivate static let noSchema = Message(
    "MODEL607", "a schema is a mapping of keywords", help: "write for example 'type: string'")

  fileprivate static func keywordShape(_ keyword: String, _ words: String) -> Message {
    Message("MODEL607", "'\(keyword)' is \(words)")
  }

  fileprivate static let otherDraft = Message(
    "MODEL608", .warning, "API Gateway knows draft 4 of JSON Schema alone",
    help: "write 'http://json-schema.org/draft-04/schema#'",
    correction: .text("http://json-schema.org/draft-04/schema#"))

  fileprivate static func booleanSchema(_ flag: Bool) -> Message {
    Message(
      "MODEL627", "draft 4 has no schema '\(flag)'",
      help: flag ? "write '{}' for any value" : "write '{not: {}}' for none",
      correction: .plain(flag ? "{}" : "{not: {}}"))
  }

  fileprivate static func notJSON(_ fault: JSONFault) -> Message {
    Message(
      "MODEL629", "the schema's text is no JSON: \(fault.words)", help: "write the schema as a mapping, or as JSON")
  }
}
