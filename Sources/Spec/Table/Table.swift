import Diagnostics
import Document

/// A record of the language: made empty, then filled by its table.
public protocol TableDecodable: Sendable {
  init()
  /// The mapping that it was read from, for messages about what is missing.
  var node: NodeID { get set }
  static var table: Table<Self> { get }
}

/// All keys of a record, read by one loop.
///
/// A class, because every record that is read is handed its table.
public final class Table<Model>: Sendable {
  /// What the record is called in messages: "an integration".
  public let name: String
  public let doc: String
  public let fields: [Field<Model>]
  /// The keys of the rows.
  let names: [String]
  /// Keys that are names of the user's or of AWS's, beside the fields; nil where there are none.
  public let others: Others<Model>?
  /// Whether `x-` keys are ignored here (a place for anchors).
  public let takesExtensions: Bool
  /// Sets of keys of which one must be there, for the schema: whoever reads the record says so by himself.
  public let alternatives: [[String]]
  /// What to say of a key that no row names, where there is something better than that it is unknown.
  public let refusal: Refusal?

  /// A key's text and the nearest key that the record has → the message; nil for the common one.
  public typealias Refusal = @Sendable (_ key: String, _ near: Nearest?) -> Message?

  /// The keys apart from the rows: all that the loop looks at.
  private let keys: KeyIndex
  /// The rows that a record cannot do without, as bits.
  private let required: UInt64

  /// - Parameter shared: rows of a record whose keys stand among this one's.
  public init(
    _ name: String, doc: String, extensions: Bool = false, others: Others<Model>? = nil, _ own: [Field<Model>],
    sharing shared: [Field<Model>] = [], refusing refusal: Refusal? = nil, needing alternatives: [[String]] = []
  ) {
    let fields = own + shared
    precondition(fields.count <= 64, "a table has at most 64 rows: the seen ones are bits of a word")
    (self.name, self.doc, self.others, self.fields) = (name, doc, others, fields)
    takesExtensions = extensions
    self.alternatives = alternatives
    self.refusal = refusal
    names = fields.map(\.name)
    keys = KeyIndex(names)
    required = fields.indices.reduce(0) { fields[$1].need == .required ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Reads a mapping into a model; goes on after every error.
  ///
  /// - Parameter elsewhere: takes a key before this table does (the keys that all cases of a union share).
  func decode(
    _ node: NodeID, into model: inout Model, reader: inout Reader,
    elsewhere: (Entry, KeyMark, inout Reader) -> Bool = { _, _, _ in false }, candidates: [String] = []
  ) {
    var seen: UInt64 = 0
    var unknown: [NodeID] = []
    for entry in reader.document.entries(node) {
      let mark = reader.document.bytes(entry.key) { KeyMark($0) }
      if let index = find(entry.key, mark, in: reader.document) {
        seen |= 1 << UInt64(index)
        fields[index].store(entry.value, &model, &reader)
      } else if !elsewhere(entry, mark, &reader), !takeOther(entry, &model, &reader) {
        unknown.append(entry.key)
      }
    }
    if !unknown.isEmpty {
      let known = candidates + names + otherNames
      let meant = reader.unknownKeys(unknown, of: name, in: node, candidates: known, refusal)
      // A required key that is misspelt is not missing as well.
      for (index, field) in fields.enumerated() where meant.contains(field.name) { seen |= 1 << UInt64(index) }
    }
    let missing = required & ~seen
    guard missing != 0 else { return }
    for (index, field) in fields.enumerated() where missing & (1 << UInt64(index)) != 0 {
      reader.missingKey(field.name, of: name, in: node)
    }
  }

  /// Stores one entry where a row takes it; the caller goes through the mapping.
  func take(_ entry: Entry, _ mark: KeyMark, into model: inout Model, _ reader: inout Reader) -> Bool {
    guard let index = find(entry.key, mark, in: reader.document) else { return false }
    fields[index].store(entry.value, &model, &reader)
    return true
  }

  private var otherNames: [String] { others?.names ?? [] }

  private func takeOther(_ entry: Entry, _ model: inout Model, _ reader: inout Reader) -> Bool {
    if takesExtensions, reader.isExtension(entry.key) { return true }
    return others?.store(entry, &model, &reader) ?? false
  }

  private func find(_ key: NodeID, _ mark: KeyMark, in document: Document) -> Int? {
    keys.index(of: mark) { name in document.bytes(key) { name.elementsEqual($0) } }
  }
}

/// Keys of a record that no row names: verbs of a path, further properties of a Lambda function.
public struct Others<Model>: Sendable {
  /// What the keys are, in words.
  public let words: String
  /// The keys, where they are a closed list; they help to guess a typo.
  public let names: [String]
  public let shape: Shape
  /// Whether a key is one of these.
  let takes: @Sendable (String) -> Bool
  let store: @Sendable (Entry, inout Model, inout Reader) -> Bool

  /// - Parameters:
  ///   - accept: the name to store for a key in UTF-8; nil for a key that is none of these.
  ///   - item: what is stored of a name, the value and its node.
  @inline(__always)
  public init<Name, Value, Item>(
    _ words: String, names: [String],
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, [Item]> & Sendable,
    _ kind: Kind<Value>, accept: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Name?,
    item: @escaping @Sendable (Name, Value, NodeID) -> Item
  ) {
    self.init(words, names, kind, accept) { model, name, value, node in
      // Most have two or more; a list that grows from nothing grows twice.
      if model[keyPath: property()].isEmpty { model[keyPath: property()].reserveCapacity(2) }
      model[keyPath: property()].append(item(name, value, node))
    }
  }

  @inline(never)
  private init<Name, Value>(
    _ words: String, _ names: [String], _ kind: Kind<Value>,
    _ accept: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Name?,
    append: @escaping @Sendable (inout Model, Name, Value, NodeID) -> Void
  ) {
    (self.words, self.names, shape) = (words, names, kind.shape)
    takes = { key in Array(key.utf8).withUnsafeBufferPointer { accept($0) != nil } }
    store = { entry, model, reader in
      guard let name = reader.document.bytes(entry.key, accept) else { return false }
      if let value = reader.read(entry.value, with: kind.read) { append(&model, name, value, entry.value) }
      return true
    }
  }
}
