import Diagnostics
import Spec

extension ModelRules {
  /// The names that an object must have.
  static let required: [Rule] = [
    Rule(
      "MODEL612", "An empty list of required names", why: "draft 4 wants one name at least: \(refused)",
      source: "https://github.com/aws/aws-cdk/issues/27433",
      bad: [Example("no name", spec(schema: "{type: object, required: ↓[], properties: {id: {type: string}}}"))],
      good: [
        Example("no list", spec(schema: "{type: object, properties: {id: {type: string}}}")),
        Example("a name", spec(schema: "{type: object, required: [id], properties: {id: {type: string}}}")),
      ],
      check: .schema { schema, _, findings in
        guard let list = schema["required"]?.value, list.items?.isEmpty == true else { return }
        findings.report(.nothingRequired, at: list.place)
      }),
    Rule(
      "MODEL613", "'required' without a list",
      why: "draft 3 and OpenAPI mark a property, draft 4 lists names: \(refused)",
      source: validation,
      bad: [
        Example("on a property", spec(schema: "{type: object, properties: {id: {type: string, required: ↓true}}}")),
        Example("a name alone", spec(schema: "{type: object, required: ↓id, properties: {id: {type: string}}}")),
        Example("no name", spec(schema: "{type: object, required: [↓1], properties: {id: {type: string}}}")),
      ],
      good: [
        Example("a list of names", spec(schema: "{type: object, required: [id], properties: {id: {type: string}}}")),
        Example("a property of this name", spec(schema: "{type: object, properties: {required: {type: boolean}}}")),
      ],
      check: .schema { schema, _, findings in
        guard let list = schema["required"]?.value, !list.isUnknown else { return }
        guard let names = list.items else {
          return findings.report(.noList(isFlag: list.boolean != nil), at: list.place)
        }
        for name in names where name.string == nil && !name.isUnknown { findings.report(.noName, at: name.place) }
      }),
    Rule(
      "MODEL615", "A name that is required twice", why: "the names of 'required' are unique: \(refused)",
      source: validation,
      bad: [Example("twice", spec(schema: "{type: object, required: [id, ↓id], properties: {id: {type: string}}}"))],
      good: [
        Example(
          "in another case",
          spec(schema: "{type: object, required: [id, ID], properties: {id: {type: string}, ID: {type: string}}}"))
      ],
      check: .schema { schema, _, findings in
        let names = (schema["required"]?.value.items ?? []).filter { $0.string != nil }
        for pair in duplicates(names.map(\.string)) {
          findings.report(.requiredTwice(names[pair.later].string ?? ""), at: names[pair.later].place)
        }
      }),
    Rule(
      "MODEL623", "A required name that is not described", severity: .warning,
      why: "a name that is misspelt is demanded all the same, and every request that lacks it gets 400",
      source: validation,
      bad: [
        Example("a typo", spec(schema: "{type: object, required: [↓nmae], properties: {name: {type: string}}}"))
      ],
      good: [
        Example("the name", spec(schema: "{type: object, required: [name], properties: {name: {type: string}}}")),
        Example(
          "described by another part",
          spec(
            schema: """
              {allOf: [{properties: {name: {type: string}}}, {properties: {id: {type: string}}, required: [name]}]}
              """)),
        Example(
          "described by its pattern",
          spec(schema: "{type: object, required: [x-id], properties: {}, patternProperties: {^x-: {type: string}}}")),
      ],
      check: .schema { schema, _, findings in
        guard schema.describesAllNames, let properties = schema["properties"]?.value.members else { return }
        let described = Set(properties.map(\.name))
        for name in schema["required"]?.value.items ?? [] {
          guard let text = name.string, !described.contains(text) else { continue }
          let near = findings.nearest(text, in: properties.lazy.map(\.name))
          findings.report(.notDescribed(text, near: near), at: name.place)
        }
      }),
  ]
}

extension Schema {
  /// Whether 'properties' is all that is said about an object's names.
  fileprivate var describesAllNames: Bool {
    if isBranch || self["additionalProperties"]?.value.members != nil { return false }
    return !["patternProperties", "allOf", "anyOf", "oneOf", "dependencies"].contains { self[$0] != nil }
  }
}

extension Message {
  fileprivate static let nothingRequired = Message(
    "MODEL612", "'required' lists no name", help: "delete the line, or name a property")

  fileprivate static func noList(isFlag: Bool) -> Message {
    Message(
      "MODEL613", "'required' is a list of names",
      help: isFlag ? "name the property in 'required' of the object around it" : "write it as a list")
  }

  fileprivate static let noName = Message(
    "MODEL613", "'required' lists names alone", help: "quote it to have it as text")

  fileprivate static func requiredTwice(_ name: String) -> Message {
    Message("MODEL615", "'\(name)' is required twice", help: "delete one of them")
  }

  fileprivate static func notDescribed(_ name: String, near: Nearest?) -> Message {
    // Which of the two is misspelt, nobody knows.
    Message(
      "MODEL623", .warning, "'\(name)' is required, and no property describes it",
      help: near?.question ?? "add it to 'properties'")
  }
}
