import Document
import Spec

/// What the language says of a place for a value.
struct Slot {
  /// What may stand there, one alternative each; empty where the language says nothing.
  let shapes: [Shape]
  /// The row of the key that the value belongs to; nil for names of the user's.
  let row: TableDescription.Row?
  /// What the record is called that has the row: "an integration".
  let record: String?

  init(_ shape: Shape, row: TableDescription.Row? = nil, record: String? = nil) {
    (shapes, self.row, self.record) = (Self.alternatives(shape), row, record)
  }

  private init() { (shapes, row, record) = ([], nil, nil) }

  /// A place of which the language says nothing.
  static var unknown: Slot { Slot() }

  /// The place of a whole spec.
  static var spec: Slot { Slot(.record { TableDescription(Declarations.table) }) }

  private static func alternatives(_ shape: Shape) -> [Shape] {
    guard case .either(let first, let second) = shape else { return [shape] }
    return alternatives(first) + alternatives(second)
  }

  /// What may stand in a sequence here.
  var item: Slot {
    for shape in shapes {
      if case .list(let item) = shape { return Slot(item, row: row, record: record) }
    }
    return .unknown
  }

  /// What may stand under a key of a mapping here.
  ///
  /// - Parameter mapping: what is written in the place; where keys depend on the word under another one, it says which.
  func value(of key: String, in mapping: NodeID, _ document: Document) -> Slot {
    if key == "<<" { return self }
    for shape in shapes {
      switch shape {
      case .record(let table): if let slot = Self.value(of: key, table()) { return slot }
      case .union(let union): if let slot = Self.value(of: key, union(), in: mapping, document) { return slot }
      case .map(let names, let item):
        return names.takesExtensions && key.hasPrefix("x-") ? .unknown : Slot(item)
      default: continue
      }
    }
    return .unknown
  }

  private static func value(of key: String, _ table: TableDescription) -> Slot? {
    if let row = table.rows.first(where: { $0.name == key }) { return Slot(row.shape, row: row, record: table.name) }
    guard let others = table.others, others.includes(key) else { return nil }
    return Slot(others.shape)
  }

  private static func value(
    of key: String, _ union: UnionDescription, in mapping: NodeID, _ document: Document
  ) -> Slot? {
    if key == union.tag { return Slot(union.tagRow.shape, row: union.tagRow, record: union.shared.name) }
    return union.tables(in: mapping, document).lazy.compactMap { value(of: key, $0) }.first
  }
}

extension TableDescription.OtherKeys {
  /// Whether a key is one of these.
  func includes(_ key: String) -> Bool {
    names.contains(key) || ignoresCase && names.contains { $0.lowercased() == key.lowercased() }
  }
}

extension UnionDescription {
  /// The tables whose keys a mapping may have: the shared one, and that of its case, or those of all where it names none.
  func tables(in mapping: NodeID, _ document: Document) -> [TableDescription] {
    let word = document.value(tag, in: mapping).map { document.string($0) }
    let chosen = cases.filter { $0.word == word }
    return [shared] + (chosen.isEmpty ? cases : chosen).map(\.table)
  }
}
