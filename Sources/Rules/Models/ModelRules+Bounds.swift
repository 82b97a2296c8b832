import Diagnostics
import Spec

extension ModelRules {
  /// Least and most.
  static let bounds: [Rule] = [
    Rule(
      "MODEL611", "An exclusive bound that is no flag",
      why: "in draft 4 'exclusiveMinimum' says true or false about 'minimum', and the number stands there: \(refused)",
      source: validation,
      bad: [
        Example(
          "as in draft 6", spec(schema: "{type: object, properties: {price: {type: number, exclusiveMinimum: ↓0}}}")),
        Example(
          "without its bound",
          spec(schema: "{type: object, properties: {price: {type: number, ↓exclusiveMaximum: true}}}")),
      ],
      good: [
        Example(
          "as in draft 4",
          spec(schema: "{type: object, properties: {price: {type: number, minimum: 0, exclusiveMinimum: true}}}"))
      ],
      check: .schema { schema, _, findings in
        for (name, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
          guard let member = schema[name], !member.value.isUnknown else { continue }
          if member.value.boolean == nil {
            findings.report(.noFlag(name, bound, member.value.number), at: member.value.place)
          } else if schema[bound] == nil {
            findings.report(.noBound(name, bound), at: member.key)
          }
        }
      }),
    Rule(
      "MODEL622", "Bounds that no value meets",
      why:
        "counts are whole and not negative, and a divisor is more than 0; where the least is more than the most, every "
        + "request gets 400",
      source: validation,
      bad: [
        Example(
          "least and most swapped",
          spec(schema: "{type: object, properties: {id: {type: string, minLength: 5, ↓maxLength: 2}}}")),
        Example(
          "nothing between them",
          spec(
            schema: """
              {type: object, properties: {size: {maximum: 3, exclusiveMaximum: true, ↓minimum: 3}}}
              """)),
        Example("a negative count", spec(schema: "{type: array, items: {}, minItems: ↓-1}")),
        Example("no count", spec(schema: "{type: object, minProperties: ↓\"2\"}")),
        Example("a divisor of 0", spec(schema: "{type: object, properties: {size: {multipleOf: ↓0}}}")),
        Example("no number", spec(schema: "{type: object, properties: {size: {minimum: ↓none}}}")),
      ],
      good: [
        Example(
          "one value", spec(schema: "{type: object, properties: {id: {type: string, minLength: 5, maxLength: 5}}}")),
        Example(
          "fractions",
          spec(schema: "{type: object, properties: {size: {multipleOf: 0.01, minimum: -1.5, maximum: -1}}}")),
      ],
      check: .schema { schema, _, findings in
        for member in schema.keywords {
          guard let sort = BoundSort.byKeyword[member.name], !member.value.isUnknown else { continue }
          if !sort.takes(member.value) { findings.report(.noBound(member.name, sort), at: member.value.place) }
        }
        for pair in pairs { findings.check(pair, of: schema) }
      }),
  ]

  private static let pairs: [BoundPair] = [
    BoundPair(least: "minLength", most: "maxLength"), BoundPair(least: "minItems", most: "maxItems"),
    BoundPair(least: "minProperties", most: "maxProperties"), BoundPair(least: "minimum", most: "maximum"),
  ]
}

/// Two keywords of which one is a lower bound and the other an upper.
private struct BoundPair: Sendable {
  let least: String
  let most: String
}

/// What a bound's value must be.
private enum BoundSort: String {
  case count = "a whole number of at least 0"
  case number = "a number"
  case divisor = "a number of more than 0"

  static let byKeyword: [String: BoundSort] = [
    "minLength": .count, "maxLength": .count, "minItems": .count, "maxItems": .count, "minProperties": .count,
    "maxProperties": .count, "minimum": .number, "maximum": .number, "multipleOf": .divisor,
  ]

  func takes(_ value: JSONValue) -> Bool {
    guard let number = value.number else { return false }
    switch self {
    case .count: return number.value >= 0 && number.value.rounded() == number.value
    case .number: return true
    case .divisor: return number.value > 0
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ pair: BoundPair, of schema: Schema) {
    guard let least = schema[pair.least], let most = schema[pair.most], let low = least.value.number,
      let high = most.value.number
    else { return }
    if low.value > high.value {
      report(.swapped(pair.least, low, pair.most, high), conflictOf: least, most)
    } else if pair.least == "minimum", low.value == high.value, schema.isExclusive {
      report(.nothingBetween, conflictOf: least, most)
    }
  }
}

extension Schema {
  fileprivate var isExclusive: Bool {
    self["exclusiveMinimum"]?.value.boolean == true || self["exclusiveMaximum"]?.value.boolean == true
  }
}

extension Message {
  fileprivate static func noFlag(_ name: String, _ bound: String, _ number: JSONNumber?) -> Message {
    Message(
      "MODEL611", "in draft 4 '\(name)' is true or false",
      help: "write '\(bound): \(number?.text ?? "NUMBER")' and '\(name): true'")
  }

  fileprivate static func noBound(_ name: String, _ bound: String) -> Message {
    Message("MODEL611", "'\(name)' says something about '\(bound)', which is not here", help: "add '\(bound)'")
  }

  fileprivate static func noBound(_ name: String, _ sort: BoundSort) -> Message {
    Message("MODEL622", "'\(name)' is \(sort.rawValue)")
  }

  fileprivate static func swapped(_ least: String, _ low: JSONNumber, _ most: String, _ high: JSONNumber) -> Message {
    Message(
      "MODEL622", "'\(least)' is more than '\(most)', \(low.text) against \(high.text): no value passes",
      help: "swap them, or delete one")
  }

  fileprivate static let nothingBetween = Message(
    "MODEL622", "'minimum' and 'maximum' are equal, and one of them is exclusive: no value passes",
    help: "move one of them, or write 'enum' with one value")
}
