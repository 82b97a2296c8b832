import Diagnostics
import Spec

extension ModelRules {
  /// Keywords that draft 4 does not know, or API Gateway does not obey.
  static let keywords: [Rule] = [
    Rule(
      "MODEL609", "A keyword that draft 4 does not know",
      why: "CreateModel answers \"Unsupported keyword(s)\" to all but those of draft 4",
      source: "https://github.com/aws/aws-cdk/issues/25546",
      bad: [
        Example("of draft 6", spec(schema: "{type: object, properties: {kind: {type: string, ↓const: cat}}}")),
        Example("of OpenAPI", spec(schema: "{type: object, properties: {kind: {type: string, ↓nullable: true}}}")),
        Example("a typo", spec(schema: "{type: object, ↓propertes: {id: {type: string}}}")),
        Example("in JSON", spec(schema: "'{\"type\": \"object\", ↓\"examples\": []}'")),
      ],
      good: [
        Example("the same in draft 4", spec(schema: "{type: object, properties: {kind: {type: string, enum: [cat]}}}")),
        Example(
          "properties of these names", spec(schema: "{type: object, properties: {const: {}, xml: {}, example: {}}}")),
        Example("values", spec(schema: "{type: object, enum: [{const: 1}]}")),
      ],
      check: .schema { schema, _, findings in
        for member in schema.keywords where !known.contains(member.name) && member.name != "ref" {
          findings.report(.unknownKeyword(member.name), at: member.key)
        }
      }),
    Rule(
      "MODEL610", "'ref' without its dollar", why: "CreateModel answers \"Unsupported keyword(s): [\\\"ref\\\"]\"",
      source: "https://github.com/aws/aws-cdk/issues/25546",
      bad: [
        Example(
          "as the CDK spells it",
          spec(
            schema: "{type: object, definitions: {id: {type: string}}, properties: {id: {↓ref: \"#/definitions/id\"}}}")
        )
      ],
      good: [
        Example(
          "as JSON Schema does",
          spec(
            schema: "{type: object, definitions: {id: {type: string}}, properties: {ref: {$ref: \"#/definitions/id\"}}}"
          ))
      ],
      check: .schema { schema, _, findings in
        if let member = schema["ref"] { findings.report(.ref, at: member.key) }
      }),
    Rule(
      "MODEL628", "A default that nobody fills in", severity: .info,
      why: "API Gateway checks requests and changes nothing in them", source: knownIssues,
      bad: [Example("of a property", spec(schema: "{type: object, properties: {page: {type: integer, ↓default: 1}}}"))],
      good: [
        Example("a property of this name", spec(schema: "{type: object, properties: {default: {type: integer}}}"))
      ],
      check: .schema { schema, _, findings in
        if let member = schema["default"] { findings.report(.defaultValue, at: member.key) }
      }),
  ]

  private static let known: Set<String> = [
    "$schema", "id", "$ref", "title", "description", "default", "type", "enum", "allOf", "anyOf", "oneOf", "not",
    "definitions", "format", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
    "minLength", "pattern", "items", "additionalItems", "maxItems", "minItems", "uniqueItems", "properties",
    "patternProperties", "additionalProperties", "required", "maxProperties", "minProperties", "dependencies",
  ]

  /// How draft 4 says what later drafts and OpenAPI say with these.
  private static let alternatives: [String: String] = [
    "const": "write 'enum' with one value", "if": "combine 'anyOf', 'allOf' and 'not'",
    "then": "combine 'anyOf', 'allOf' and 'not'", "else": "combine 'anyOf', 'allOf' and 'not'",
    "contains": "write 'not: {items: {not: …}}'",
    "propertyNames": "write 'patternProperties' with 'additionalProperties: false'", "$id": "write 'id'",
    "$defs": "write 'definitions'", "$anchor": "write 'id' with a '#' before the name",
    "dependentRequired": "write 'dependencies'", "dependentSchemas": "write 'dependencies'",
    "prefixItems": "write 'items' with a list", "unevaluatedItems": "write 'additionalItems'",
    "unevaluatedProperties": "write 'additionalProperties'", "nullable": "write 'type: [TYPE, \"null\"]'",
    "example": "put it into 'description'", "examples": "put it into 'description'",
    "$comment": "put it into 'description'", "deprecated": "put it into 'description'",
    "readOnly": "delete it, or put it into 'description'", "writeOnly": "delete it, or put it into 'description'",
  ]

  fileprivate static func alternative(to keyword: String) -> String? { alternatives[keyword] }

  fileprivate static func nearestKeyword(to keyword: String) -> Nearest? { nearest(keyword, in: known.sorted()) }
}

extension Message {
  fileprivate static func unknownKeyword(_ keyword: String) -> Message {
    let alternative = ModelRules.alternative(to: keyword)
    return Message(
      "MODEL609", "draft 4 of JSON Schema has no keyword '\(keyword)'",
      near: alternative == nil ? ModelRules.nearestKeyword(to: keyword) : nil,
      help: alternative ?? "delete it: API Gateway takes the keywords of draft 4 alone")
  }

  fileprivate static let ref = Message(
    "MODEL610", "JSON Schema has no keyword 'ref'", help: "write '$ref'", correction: .text("$ref"))

  fileprivate static let defaultValue = Message(
    "MODEL628", .info, "API Gateway does not fill in defaults", help: "let the backend do it, or delete the line")
}
