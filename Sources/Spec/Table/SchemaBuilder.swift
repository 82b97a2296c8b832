/// Turns descriptions of records into schemas, each record into one definition that others refer to.
struct SchemaBuilder {
  private var definitions: [String: SchemaValue] = [:]
  /// The keys of the records that have a definition: two records may not share a name.
  private var keys: [String: [String]] = [:]

  /// The definitions by name.
  var allDefinitions: SchemaValue {
    let own = definitions.sorted { $0.key < $1.key }.map { SchemaValue.Member(name: $0.key, value: $0.value) }
    return .object(
      own + [.init(name: "intrinsic", value: Self.intrinsic), .init(name: "json", value: Self.json)])
  }

  /// A record's schema in place.
  mutating func schema(of table: TableDescription) -> SchemaValue {
    let required = table.rows.filter(\.required).map(\.name)
    var members: [SchemaValue.Member] = [
      .init(name: "description", value: .string(table.doc)),
      // Nothing at all is an empty mapping, which lacks what is required.
      .init(
        name: "type", value: required.isEmpty && table.alternatives.isEmpty ? ["object", "null"] : "object"),
      .init(name: "properties", value: .object(properties(of: table))),
    ]
    let patterns = patterns(of: table)
    if !patterns.isEmpty { members.append(.init(name: "patternProperties", value: .object(patterns))) }
    if !required.isEmpty { members.append(.init(name: "required", value: .strings(required))) }
    if !table.alternatives.isEmpty {
      let choices = table.alternatives.map { SchemaValue.object([.init(name: "required", value: .strings($0))]) }
      members.append(.init(name: "anyOf", value: .array(choices)))
    }
    members.append(.init(name: "additionalProperties", value: false))
    return .object(members)
  }

  private mutating func properties(of table: TableDescription) -> [SchemaValue.Member] {
    var members: [SchemaValue.Member] = []
    for row in table.rows { members.append(.init(name: row.name, value: schema(of: row))) }
    guard let others = table.others else { return members }
    let value = described(schema(of: others.shape), as: others.words)
    return members + others.names.map { .init(name: $0, value: value) }
  }

  private mutating func patterns(of table: TableDescription) -> [SchemaValue.Member] {
    var members: [SchemaValue.Member] = []
    if let others = table.others, others.ignoresCase {
      let names = others.names.map { name in
        name.unicodeScalars.map { "[\($0.properties.uppercaseMapping)\($0.properties.lowercaseMapping)]" }.joined()
      }
      members.append(.init(name: "^(\(names.joined(separator: "|")))$", value: schema(of: others.shape)))
    }
    if table.takesExtensions { members.append(.init(name: "^x-.", value: true)) }
    return members
  }

  private mutating func schema(of row: TableDescription.Row) -> SchemaValue {
    let schema = described(schema(of: row.shape), as: row.doc)
    guard let standard = row.standard else { return schema }
    let value: SchemaValue = if case .boolean = row.shape { .boolean(standard == "true") } else { .string(standard) }
    return schema.with([.init(name: "default", value: value)])
  }

  /// A description beside a `$ref` counts for nothing in draft 7, so that the reference goes a level down.
  private func described(_ schema: SchemaValue, as doc: String) -> SchemaValue {
    let head: SchemaValue = ["description": .string(doc)]
    guard case .object(let members) = schema else { return head }
    guard members.first?.name != "$ref" else { return head.with([.init(name: "allOf", value: [schema])]) }
    return head.with(members.filter { $0.name != "description" })
  }
}

extension SchemaBuilder {
  /// The reference to a record's definition, which is made at its first use: a record may nest in itself.
  mutating func reference(to table: TableDescription) -> SchemaValue {
    refer(table.name, keys: table.rows.map(\.name)) { $0.schema(of: table) }
  }

  mutating func reference(to union: UnionDescription) -> SchemaValue {
    let keys = union.cases.flatMap { $0.table.rows.map(\.name) }
    return refer(union.shared.name, keys: keys) { $0.schema(of: union) }
  }

  private mutating func refer(
    _ record: String, keys: [String], to make: (inout SchemaBuilder) -> SchemaValue
  ) -> SchemaValue {
    let name = Self.definitionName(record)
    if let known = self.keys[name] {
      precondition(known == keys, "every record has a name of its own: '\(record)'")
    } else {
      self.keys[name] = keys
      definitions[name] = make(&self)
    }
    return ["$ref": .string("#/definitions/\(name)")]
  }

  /// "a stage's 'canary'" becomes `stageCanary`.
  static func definitionName(_ record: String) -> String {
    let words = record.split(separator: " ").filter { !["a", "an", "the", "of"].contains($0) }.map { word in
      (word.hasSuffix("'s") ? word.dropLast(2) : word).filter { $0 != "'" }
    }
    guard let first = words.first else { preconditionFailure("a record has a name") }
    let isWord = first.dropFirst().allSatisfy(\.isLowercase)
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return (isWord ? first.lowercased() : first) + rest
  }

  /// What all cases share stands here; each case says which of the keys are its own, and that there are no others.
  private mutating func schema(of union: UnionDescription) -> SchemaValue {
    let words: SchemaValue = .strings(union.cases.map(\.word))
    let tag: SchemaValue = ["description": .string(union.tagRow.doc), "enum": words]
    var cases: [SchemaValue] = []
    for each in union.cases {
      cases.append([
        "if": [
          "properties": .object([.init(name: union.tag, value: ["const": .string(each.word)])]),
          "required": [.string(union.tag)],
        ],
        "then": schema(of: each.table, beside: [union.tag] + union.shared.rows.map(\.name)),
      ])
    }
    return [
      "description": .string(union.shared.doc), "type": "object",
      "properties": .object([.init(name: union.tag, value: tag)] + properties(of: union.shared)),
      "required": .strings([union.tag] + union.shared.rows.filter(\.required).map(\.name)), "allOf": .array(cases),
    ]
  }

  /// A case's keys, and the shared ones, which are described elsewhere.
  private mutating func schema(of table: TableDescription, beside shared: [String]) -> SchemaValue {
    let own = schema(of: table)
    guard case .object(let members) = own else { preconditionFailure("a record's schema is an object") }
    return .object(
      members.map { member in
        guard member.name == "properties" else { return member }
        let others = shared.map { SchemaValue.Member(name: $0, value: true) }
        return .init(name: member.name, value: member.value.with(others))
      })
  }
}
