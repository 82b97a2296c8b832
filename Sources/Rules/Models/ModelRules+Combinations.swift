import Diagnostics
import Spec

extension ModelRules {
  /// Schemas that say something about one value together.
  static let combinations: [Rule] = [
    Rule(
      "MODEL624", "A closed object in 'allOf'", severity: .warning,
      why:
        "'additionalProperties: false' knows the properties beside it alone: what the other parts describe is refused "
        + "with 400",
      source: validation,
      bad: [
        Example(
          "one part of two",
          spec(schema: "{allOf: [{properties: {a: {}}, additionalProperties: ↓false}, {properties: {b: {}}}]}")),
        Example(
          "around the parts",
          spec(schema: "{properties: {a: {}}, additionalProperties: ↓false, allOf: [{properties: {b: {}}}]}")),
        Example(
          "a model",
          """
          apis:
            Shop:
              models:
                Item: {schema: {type: object, properties: {id: {type: string}}, additionalProperties: false}}
                Order: {schema: {allOf: [{$ref: ↓Item}, {properties: {count: {type: integer}}}]}}
              paths:
                /orders:
                  GET: {}
          """),
      ],
      good: [
        Example("open", spec(schema: "{allOf: [{properties: {a: {}}}, {properties: {b: {}}}]}")),
        Example(
          "all described",
          spec(schema: "{allOf: [{properties: {a: {}, b: {}}, additionalProperties: false}, {properties: {b: {}}}]}")),
      ],
      check: .schema { schema, schemas, findings in
        guard let branches = schema["allOf"]?.value.items, !branches.isEmpty else { return }
        let all = ([schema.value] + branches).map { schemas.part($0, in: schema.model, findings) }
        let described = all.reduce(into: Set<String>()) { $0.formUnion($1.names) }
        for part in all where part.names.count < described.count {
          if let place = part.closing { findings.report(.closed, at: place) }
        }
      })
  ]
}

/// What a part of an `allOf` says about an object's names.
private struct CombinedPart {
  var names: Set<String> = []
  /// Where it says that there are no others.
  var closing: JSONPlace?
}

extension ModelSchemas {
  fileprivate func part(_ value: JSONValue, in model: Int, _ findings: Findings) -> CombinedPart {
    var (value, model) = (value, model)
    var reference: JSONPlace?
    for _ in 0..<10 {
      guard let link = value["$ref"]?.value else { break }
      reference = reference ?? link.place
      guard let next = target(SchemaReference(link, in: findings.spec.document), from: model) else {
        return CombinedPart()
      }
      (value, model) = next
    }
    var part = CombinedPart(names: Set((value["properties"]?.value.members ?? []).map(\.name)))
    if let rest = value["additionalProperties"]?.value, rest.boolean == false, value["patternProperties"] == nil {
      part.closing = reference ?? rest.place
    }
    return part
  }

  /// What a reference leads to, and in which model; nil where that is not known.
  private func target(_ reference: SchemaReference, from model: Int) -> (JSONValue, Int)? {
    switch reference {
    case .local(let pointer): return roots[model]?.value[pointer: pointer].map { ($0, model) }
    case .named(let name):
      guard let index = index(of: name) else { return nil }
      return roots[index].map { ($0.value, index) }
    case .address, .elsewhere, .noText, .unknown: return nil
    }
  }
}

extension Message {
  fileprivate static let closed = Message(
    "MODEL624", .warning,
    "'additionalProperties: false' refuses the properties that the other parts of 'allOf' describe",
    help: "name them here too, or delete the line")
}
