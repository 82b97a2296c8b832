import Diagnostics
import Spec

extension ModelRules {
  /// What texts look like.
  static let patterns: [Rule] = [
    Rule(
      "MODEL621", "A pattern that is none", why: "patterns are regular expressions of ECMA 262: \(refused)",
      source: validation,
      bad: [
        Example("an open class", spec(schema: "{type: object, properties: {id: {type: string, pattern: ↓\"[\"}}}")),
        Example(
          "nothing to repeat", spec(schema: "{type: object, properties: {id: {type: string, pattern: ↓\"*a\"}}}")),
        Example("Java's flags", spec(schema: "{type: object, properties: {id: {type: string, pattern: ↓\"(?i)a\"}}}")),
        Example("for names", spec(schema: "{type: object, patternProperties: {↓\"(a\": {type: string}}}")),
        Example("no text", spec(schema: "{type: object, properties: {id: {type: string, pattern: ↓5}}}")),
      ],
      good: [
        Example(
          "a class, a group, a count",
          spec(schema: "{type: object, properties: {id: {type: string, pattern: '^(?:[a-z\\]-]{2,4}|x{,3})+?$'}}}")),
        Example("a property of this name", spec(schema: "{type: object, properties: {pattern: {type: integer}}}")),
      ],
      check: .schema { schema, _, findings in
        if let pattern = schema["pattern"]?.value, !pattern.isUnknown {
          if let text = pattern.string {
            if let words = ECMAPattern.problem(in: text) { findings.report(.noPattern(words), at: pattern.place) }
          } else {
            findings.report(.noText, at: pattern.place)
          }
        }
        for member in schema["patternProperties"]?.value.members ?? [] {
          if let words = ECMAPattern.problem(in: member.name) { findings.report(.noPattern(words), at: member.key) }
        }
      }),
    Rule(
      "MODEL626", "A format that draft 4 does not know", severity: .warning,
      why: "API Gateway checks the formats of draft 4 alone; others, such as OpenAPI's int32, pass everything",
      source: knownIssues,
      bad: [
        Example("of OpenAPI", spec(schema: "{type: object, properties: {size: {type: integer, format: ↓int32}}}")),
        Example("of a later draft", spec(schema: "{type: object, properties: {born: {type: string, format: ↓date}}}")),
      ],
      good: [
        Example(
          "a date with its time", spec(schema: "{type: object, properties: {born: {type: string, format: date-time}}}"))
      ],
      check: .schema { schema, _, findings in
        guard let format = schema["format"]?.value, let name = format.string, !formats.contains(name) else { return }
        findings.report(.unknownFormat(name), at: format.place)
      }),
  ]

  fileprivate static let formats = ["date-time", "email", "hostname", "ipv4", "ipv6", "uri"]
}

extension Message {
  fileprivate static func noPattern(_ words: String) -> Message {
    Message("MODEL621", "the pattern is no regular expression: \(words)")
  }

  fileprivate static let noText = Message("MODEL621", "a pattern is a text", help: "quote it")

  fileprivate static func unknownFormat(_ name: String) -> Message {
    Message(
      "MODEL626", .warning, "format '\(name)' is not checked", near: nearest(name, in: ModelRules.formats),
      help: "say it with 'pattern', 'minimum' or 'maximum'; formats: \(ModelRules.formats.joined(separator: ", "))")
  }
}
