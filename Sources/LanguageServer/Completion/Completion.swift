import Document
import Spec

/// Something that may be typed at some place.
struct Completion: Hashable {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#completionItemKind
  enum Kind: Int { case method = 2, variable = 6, property = 10, word = 12, tag = 14, name = 18, choice = 20 }

  let label: String
  let kind: Kind
  var detail: String?
  var documentation: String?
  /// What is typed; the label where nil.
  var text: String?
}

extension Place {
  /// The keys that a mapping here may have and has not yet.
  ///
  /// - Parameter isKey: whether the colon is there already.
  func keys(in document: Document, hasColon: Bool) -> [Completion] {
    guard let mapping = document.parent(of: node) else { return [] }
    let taken = Set(document.entries(mapping).map { document.string($0.key) })
    let tables = slot.shapes.flatMap { shape -> [TableDescription] in
      switch shape {
      case .record(let table): [table()]
      case .union(let union): union().tables(in: mapping, document)
      default: []
      }
    }
    let tags = slot.shapes.compactMap { if case .union(let union) = $0 { union().tagRow } else { nil } }
    let rows = tags.map { ($0, "") } + tables.flatMap { table in table.rows.map { ($0, table.name) } }
    let keys = rows.map { row, record in row.completion(in: record, hasColon: hasColon) }
    let others = tables.flatMap { $0.others?.completions(hasColon: hasColon) ?? [] }
    let parts = expressionKeys(in: document).map { Completion(part: $0, hasColon: hasColon) }
    return (keys + others + parts).filter { !taken.contains($0.label) }
  }

  /// The values that may stand here, where they are words of the language or names of the spec.
  func values(in document: Document, named names: (ReferenceKind) -> [NamedThing]) -> [Completion] {
    let parts = expressionValues(in: document).map { Completion(label: $0, kind: .variable, detail: slot.row?.name) }
    let others = slot.shapes.flatMap { shape -> [Completion] in
      switch shape {
      case .choice(let words): words.map { Completion(label: $0, kind: .choice, detail: slot.row?.name) }
      case .boolean: ["true", "false"].map { Completion(label: $0, kind: .word, detail: slot.row?.name) }
      case .name(_, let kind):
        names(kind).map { Completion(label: $0.name, kind: .name, detail: $0.what) } + words(besides: kind)
      case .intrinsic: Self.tags.map { Completion(label: $0, kind: .tag, text: $0 + " ") }
      default: []
      }
    }
    return parts + others
  }

  /// What may stand in the place of a name without being declared anywhere.
  private func words(besides kind: ReferenceKind) -> [Completion] {
    switch (kind, slot.record) {
    case (.authorizer, _): [Completion(label: "none", kind: .word, detail: "no authorizer")]
    case (.stage, "a domain's mapping"): [Completion(label: "none", kind: .word, detail: "no stage")]
    case (.model, _): ["Empty", "Error"].map { Completion(label: $0, kind: .name, detail: "model of API Gateway") }
    default: []
    }
  }

  private static let tags = ["!Ref", "!GetAtt", "!Sub", "!If", "!ImportValue", "!Join", "!FindInMap", "!Select"]
}

extension Completion {
  /// A part of a request or an answer as a key; without its colon while it wants a name still.
  fileprivate init(part: String, hasColon: Bool) {
    self.init(label: part, kind: .variable, text: hasColon || part.hasSuffix(".") ? nil : part + ": ")
  }
}

extension TableDescription.Row {
  fileprivate func completion(in record: String, hasColon: Bool) -> Completion {
    let need = required ? " (required)" : standard.map { " (default: \($0))" } ?? ""
    return Completion(
      label: name, kind: .property, detail: shape.words + need,
      documentation: described(in: record.isEmpty ? nil : record),
      text: hasColon ? nil : name + (shape.isNested ? ":" : ": "))
  }
}

extension TableDescription.OtherKeys {
  fileprivate func completions(hasColon: Bool) -> [Completion] {
    names.map { Completion(label: $0, kind: .method, detail: words, text: hasColon ? nil : $0 + ":") }
  }
}

extension Shape {
  /// Whether a value goes on the lines below its key.
  fileprivate var isNested: Bool {
    switch self {
    case .list, .map, .record, .union, .object: true
    case .either(let first, let second): first.isNested && second.isNested
    default: false
    }
  }
}
