extension SchemaBuilder {
  /// What a field accepts, after YAML has typed the scalars: text may have become a number or a boolean.
  mutating func schema(of shape: Shape) -> SchemaValue {
    switch shape {
    case .text, .name: ["type": ["string", "number", "boolean"]]
    case .integer(let range): Self.integer(range)
    case .number: ["type": "number"]
    case .boolean: ["type": "boolean"]
    case .duration: ["type": "string", "pattern": "^(0|[1-9][0-9]*)(ms|s|m|h|d)$"]
    case .size:
      Self.either([
        ["type": "integer", "minimum": .integer(0)], ["type": "string", "pattern": "^(0|[1-9][0-9]*)[KMG]iB$"],
      ])
    case .statusCode:
      Self.either([
        ["type": "integer", "minimum": .integer(100), "maximum": .integer(599)],
        ["type": "string", "pattern": "^[1-5][0-9][0-9]$"],
      ])
    case .choice(let words): Self.choice(words)
    case .list(let item): ["type": "array", "items": schema(of: item)]
    case .map(let names, let item): map(names, item)
    case .record(let table): reference(to: table())
    case .union(let union): reference(to: union())
    case .either(let first, let second): either(first, second)
    case .intrinsic: ["$ref": "#/definitions/intrinsic"]
    case .free: Self.free
    case .object(let required): Self.object(required)
    }
  }

  private static func integer(_ range: ClosedRange<Int>) -> SchemaValue {
    var members: [SchemaValue.Member] = [.init(name: "type", value: "integer")]
    if range.lowerBound > .min { members.append(.init(name: "minimum", value: .integer(range.lowerBound))) }
    if range.upperBound < .max { members.append(.init(name: "maximum", value: .integer(range.upperBound))) }
    return .object(members)
  }

  /// The words, and what YAML makes of those that look like numbers.
  private static func choice(_ words: [String]) -> SchemaValue {
    let numbers = words.compactMap { JSONNumber($0).map { SchemaValue.number($0.text) } }
    return ["enum": .array(words.map { .string($0) } + numbers)]
  }

  private mutating func map(_ names: MapNames, _ item: Shape) -> SchemaValue {
    let value = schema(of: item)
    guard names.takesExtensions else { return ["type": ["object", "null"], "additionalProperties": value] }
    return [
      "type": ["object", "null"], "patternProperties": ["^x-.": true, "^(?!x-)": value],
    ]
  }

  private static func object(_ required: [String]) -> SchemaValue {
    required.isEmpty
      ? ["type": ["object", "null"], "allOf": [free]]
      : ["type": "object", "required": .strings(required), "allOf": [free]]
  }

  /// A document of the user's beside a record: what has the record's first required key is meant as the record.
  private static func document(beside record: TableDescription) -> SchemaValue {
    let mark = record.rows.filter(\.required).prefix(1).map(\.name)
    return ["type": "object", "not": ["required": .strings(mark)], "allOf": [free]]
  }

  /// Free JSON beside anything else is any value but null.
  private mutating func either(_ first: Shape, _ second: Shape) -> SchemaValue {
    let shapes = Self.alternatives(first) + Self.alternatives(second)
    let isAny = shapes.contains { if case .free = $0 { true } else { false } }
    guard !isAny else { return ["type": ["string", "number", "boolean", "object", "array"], "allOf": [Self.free]] }
    let record = shapes.lazy.compactMap { if case .record(let table) = $0 { table() } else { nil } }.first
    var schemas: [SchemaValue] = []
    for shape in shapes {
      var schema = schema(of: shape)
      if case .object = shape, let record { schema = Self.document(beside: record) }
      if !schemas.contains(schema) { schemas.append(schema) }
    }
    return Self.either(schemas)
  }

  private static func alternatives(_ shape: Shape) -> [Shape] {
    guard case .either(let first, let second) = shape else { return [shape] }
    return alternatives(first) + alternatives(second)
  }

  private static func either(_ schemas: [SchemaValue]) -> SchemaValue {
    if let only = schemas.first, schemas.count == 1 { return only }
    let parts = schemas.flatMap { schema in
      if case .object(let members) = schema, members.count == 1, members[0].name == "anyOf",
        case .array(let inner) = members[0].value
      {
        return inner
      }
      return [schema]
    }
    return ["anyOf": .array(parts)]
  }
}
