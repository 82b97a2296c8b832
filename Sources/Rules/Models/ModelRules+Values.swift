import Diagnostics
import Spec

extension ModelRules {
  /// What sort of values a schema takes.
  static let values: [Rule] = [
    Rule(
      "MODEL614", "A choice of nothing, or of the same twice",
      why: "the values of 'enum' are at least one, and no two are equal: \(refused)",
      source: "https://github.com/aws/aws-cdk/issues/18715",
      bad: [
        Example("twice", spec(schema: "{type: object, properties: {kind: {enum: [cat, dog, ↓cat]}}}")),
        Example(
          "equal numbers", spec(schema: "{type: object, properties: {size: {enum: [1, {a: [2]}, ↓1.0, ↓{a: [2]}]}}}")),
        Example("nothing", spec(schema: "{type: object, properties: {kind: {enum: ↓[]}}}")),
        Example("no list", spec(schema: "{type: object, properties: {kind: {enum: ↓cat}}}")),
      ],
      good: [Example("text and number", spec(schema: "{type: object, properties: {size: {enum: [1, \"1\", 2]}}}"))],
      check: .schema { schema, _, findings in
        guard let list = schema["enum"]?.value, !list.isUnknown else { return }
        guard let values = list.items, !values.isEmpty else { return findings.report(.noChoice, at: list.place) }
        let known = values.compactMap { value in value.canonical.map { (text: $0, place: value.place) } }
        for pair in duplicates(known.map(\.text)) { findings.report(.choiceTwice, at: known[pair.later].place) }
      }),
    Rule(
      "MODEL620", "An unknown type", why: refused, source: core,
      bad: [
        Example("a format", spec(schema: "{type: object, properties: {born: {type: ↓date}}}")),
        Example("in a list", spec(schema: "{type: object, properties: {id: {type: [string, ↓Null]}}}")),
        Example("no text", spec(schema: "{type: object, properties: {id: {type: ↓null}}}")),
      ],
      good: [
        Example("all of them", spec(schema: "{type: object, properties: {id: {type: [boolean, integer, \"null\"]}}}")),
        Example("a property of this name", spec(schema: "{type: object, properties: {type: {type: string}}}")),
      ],
      check: .schema { schema, _, findings in
        guard let type = schema["type"]?.value else { return }
        if let list = type.items, list.isEmpty { return findings.report(.noType, at: type.place) }
        for item in type.items ?? [type] where !item.isUnknown {
          if let name = item.string, types.contains(name) { continue }
          findings.report(.unknownType(item), at: item.place)
        }
      }),
    Rule(
      "MODEL625", "An array of anything", severity: .warning, why: "elements that no schema describes are not checked",
      source: validation,
      bad: [
        Example("a property", spec(schema: "{type: object, properties: {↓tags: {type: array}}}")),
        Example("a whole model", spec("Order", "↓schema: {type: array, minItems: 1}")),
        Example("in a list", spec(schema: "{type: array, items: [↓{type: array}, {type: string}]}")),
      ],
      good: [
        Example("described", spec(schema: "{type: object, properties: {tags: {type: array, items: {type: string}}}}")),
        Example("anything on purpose", spec(schema: "{type: object, properties: {tags: {type: array, items: {}}}}")),
        Example("not at all", spec(schema: "{type: object, properties: {tags: {not: {type: array}}}}")),
      ],
      check: .schema { schema, _, findings in
        guard let type = schema["type"]?.value, (type.items ?? [type]).contains(where: { $0.string == "array" }) else {
          return
        }
        if schema.isBranch || ["items", "enum", "allOf", "anyOf", "oneOf"].contains(where: { schema[$0] != nil }) {
          return
        }
        findings.report(.anyElement, at: schema.owner)
      }),
  ]

  fileprivate static let types = ["array", "boolean", "integer", "null", "number", "object", "string"]
}

extension Message {
  fileprivate static let noChoice = Message("MODEL614", "'enum' is a list of values, at least one")

  fileprivate static let choiceTwice = Message("MODEL614", "'enum' has this value already", help: "delete one of them")

  fileprivate static let noType = Message("MODEL620", "'type' lists no type", help: "name one")

  fileprivate static func unknownType(_ type: JSONValue) -> Message {
    guard let name = type.string else {
      return Message(
        "MODEL620", "a type is a text",
        help: "write \"null\" in quotes for the type of nothing, else one of: \(typeList)")
    }
    let near = nearest(name.lowercased(), in: ModelRules.types)
    return Message("MODEL620", "JSON Schema has no type '\(name)'", near: near, help: "types: \(typeList)")
  }

  private static let typeList = ModelRules.types.joined(separator: ", ")

  fileprivate static let anyElement = Message(
    "MODEL625", .warning, "the elements of this array are not checked", help: "add 'items', their schema")
}
