/// A table without its model: what the schema and the reference read.
public struct TableDescription: Sendable {
  public struct Row: Sendable {
    public let name: String
    public let doc: String
    public let required: Bool
    public let shape: Shape
    /// What holds where the key is left out, as a spec would write it; nil where that is nothing, or not one value.
    public let standard: String?
  }

  /// Keys that are a closed list of names beside the rows.
  public struct OtherKeys: Sendable {
    /// What such a key is: "an HTTP method".
    public let words: String
    public let names: [String]
    /// Whether capitals and small letters are the same.
    public let ignoresCase: Bool
    public let shape: Shape
  }

  /// What the record is called in messages: "an integration".
  public let name: String
  public let doc: String
  public let rows: [Row]
  public let others: OtherKeys?
  /// Whether `x-` keys are ignored.
  public let takesExtensions: Bool
  /// Sets of keys of which one must be there; none where there is no such choice.
  public let alternatives: [[String]]

  public init<Model: TableDecodable>(_ table: Table<Model>) {
    let blank = Model()
    (name, doc, takesExtensions) = (table.name, table.doc, table.takesExtensions)
    alternatives = table.alternatives
    others = table.others.map(OtherKeys.init)
    rows = table.fields.map { Row($0, of: blank) }
  }
}

extension TableDescription.Row {
  /// The default is the property's value in a record that was just made.
  fileprivate init<Model>(_ field: Field<Model>, of blank: Model) {
    let property: PartialKeyPath<Model> = field.property()
    let standard = field.need == .required ? nil : (blank[keyPath: property] as? any WrittenDefault)?.written
    self.init(
      name: field.name, doc: field.doc, required: field.need == .required, shape: field.shape, standard: standard)
  }
}

extension TableDescription.OtherKeys {
  fileprivate init<Model>(_ others: Others<Model>) {
    let ignoresCase = others.names.first.map { others.takes($0.lowercased()) } ?? false
    self.init(words: others.words, names: others.names, ignoresCase: ignoresCase, shape: others.shape)
  }
}

/// A union without its model: the tag, the keys of all cases, and those of each.
public struct UnionDescription: Sendable {
  public struct Case: Sendable {
    /// The word under the tag.
    public let word: String
    public let table: TableDescription
  }

  /// The key whose word decides: `type`.
  public let tag: String
  public let shared: TableDescription
  public let cases: [Case]

  init<Shared: TableDecodable, Payload>(_ tag: String, _ shared: Table<Shared>, _ variants: [Variant<Payload>]) {
    self.tag = tag
    self.shared = TableDescription(shared)
    cases = variants.map { Case(word: $0.tag, table: $0.shape()) }
  }

  /// The key that decides, as a row like any other.
  public var tagRow: TableDescription.Row {
    TableDescription.Row(
      name: tag, doc: "Which of these it is.", required: true, shape: .choice(cases.map(\.word)), standard: nil)
  }
}

/// A default that can be shown as a spec would write it.
public protocol WrittenDefault {
  var written: String { get }
}

extension Bool: WrittenDefault {
  public var written: String { self ? "true" : "false" }
}

extension Choice {
  public var written: String { rawValue }
}

extension Located: WrittenDefault where Value: WrittenDefault {
  public var written: String { value.written }
}
