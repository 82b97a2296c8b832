import Document
import Spec

/// What stands where JSON Schema (draft 4) expects a schema: all of a model, or a part of it.
public struct Schema: Sendable {
  let value: JSONValue
  /// The key that owns it; in a list, itself.
  let owner: JSONPlace
  /// Whether other schemas say more about the same value: it stands in `allOf`, `anyOf`, `oneOf`, `not` or `dependencies`.
  let isBranch: Bool
  /// Whether it is all of its model.
  let isWhole: Bool
  /// Its model among the API's.
  let model: Int

  /// The keywords; nothing but `$ref` counts where that stands, and a value that is no object has none.
  var keywords: [JSONMember] { reference == nil ? value.members ?? [] : [] }

  /// A keyword that counts.
  subscript(_ keyword: String) -> JSONMember? { reference == nil ? value[keyword] : nil }

  /// The `$ref` that stands for the whole schema.
  var reference: JSONMember? { value["$ref"] }
}

/// The schemas of an API's models.
public final class ModelSchemas: Sendable {
  let api: ResolvedAPI
  /// The schema of each of the API's models; nil where it has none that could be read.
  let roots: [Schema?]
  private let indexes: [String: Int]

  init(_ api: ResolvedAPI, in document: Document) {
    self.api = api
    roots = api.api.models.enumerated().map { index, model in
      model.value.schema.map { schema in
        let value = JSONValue(schema, in: document)
        return Schema(
          value: value, owner: .node(document.owner(schema.node)), isBranch: false, isWhole: true, model: index)
      }
    }
    indexes = Dictionary(api.api.models.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the model of a name stands among the API's.
  func index(of name: String) -> Int? { indexes[name] }

  /// Every schema of a model, the outer before the inner.
  func all(of model: Int) -> [Schema] {
    guard let root = roots[model] else { return [] }
    var walk = SchemaWalk(model: model)
    walk.visit(root)
    return walk.found
  }
}

extension JSONValue {
  fileprivate init(_ schema: Located<TemplateText>, in document: Document) {
    switch schema.value {
    case .text(let text): self.init(text: text, of: schema.node)
    case .intrinsic(let node): self.init(content: .unknown(node), place: .node(node))
    case .json(let node): self.init(node, in: document)
    }
  }
}

/// Finds the schemas inside a schema by the keywords that hold them.
private struct SchemaWalk {
  let model: Int
  var found: [Schema] = []

  init(model: Int) { self.model = model }

  mutating func visit(_ schema: Schema) {
    found.append(schema)
    // Beside a reference only definitions are of use, to other references.
    if schema.reference != nil {
      if let definitions = schema.value["definitions"] { visit(definitions, in: .named) }
      return
    }
    for member in schema.keywords {
      if let holding = Holding.byKeyword[member.name] { visit(member, in: holding) }
    }
  }

  private mutating func visit(_ member: JSONMember, in holding: Holding) {
    switch holding {
    case .one: add(member.value, owner: member.key)
    case .oneOrFlag: if member.value.boolean == nil { add(member.value, owner: member.key) }
    case .oneOrList:
      guard let items = member.value.items else { return add(member.value, owner: member.key) }
      for item in items { add(item, owner: item.place) }
    case .named: for entry in member.value.members ?? [] { add(entry.value, owner: entry.key) }
    case .branch: add(member.value, owner: member.key, isBranch: true)
    case .branches: for item in member.value.items ?? [] { add(item, owner: item.place, isBranch: true) }
    case .namedBranches:
      for entry in member.value.members ?? [] where entry.value.items == nil {
        add(entry.value, owner: entry.key, isBranch: true)
      }
    }
  }

  private mutating func add(_ value: JSONValue, owner: JSONPlace, isBranch: Bool = false) {
    visit(Schema(value: value, owner: owner, isBranch: isBranch, isWhole: false, model: model))
  }
}

/// How a keyword holds schemas.
private enum Holding {
  case one, oneOrFlag, oneOrList, named, branch, branches, namedBranches

  static let byKeyword: [String: Holding] = [
    "properties": .named, "patternProperties": .named, "definitions": .named, "items": .oneOrList,
    "additionalItems": .oneOrFlag, "additionalProperties": .oneOrFlag, "not": .branch, "allOf": .branches,
    "anyOf": .branches, "oneOf": .branches, "dependencies": .namedBranches,
  ]
}
