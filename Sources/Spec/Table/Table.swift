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
    keys = KeyIndex(fields.map(\.name))
    required = fields.indices.reduce(0) { fields[$1].need == .required ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Reads a mapping into a model; goes on after every error.
  ///
  /// - Parameter elsewhere: takes a key before this table does (the keys that all cases of a union share).
  func decode(
    _ node: NodeID, into model: inout Model, reader: inout Reader,
    elsewhere: (Entry, inout Reader) -> Bool = { _, _ in false }, candidates: [String] = []
  ) {
    var seen: UInt64 = 0
    var unknown: [NodeID] = []
    for entry in reader.document.entries(node) {
      if let index = find(entry.key, in: reader.document) {
        seen |= 1 << UInt64(index)
        fields[index].store(entry.value, &model, &reader)
      } else if !elsewhere(entry, &reader), !takeOther(entry, &model, &reader) {
        unknown.append(entry.key)
      }
    }
    if !unknown.isEmpty {
      let known = candidates + fields.map(\.name) + otherNames
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
  func take(_ entry: Entry, into model: inout Model, _ reader: inout Reader) -> Bool {
    guard let index = find(entry.key, in: reader.document) else { return false }
    fields[index].store(entry.value, &model, &reader)
    return true
  }

  private var otherNames: [String] { others?.names ?? [] }

  private func takeOther(_ entry: Entry, _ model: inout Model, _ reader: inout Reader) -> Bool {
    if takesExtensions, reader.isExtension(entry.key) { return true }
    return others?.store(entry, &model, &reader) ?? false
  }

  private func find(_ key: NodeID, in document: Document) -> Int? {
    document.bytes(key) { keys.index(of: $0) }
  }
}

/// Keys of a record that no row names: verbs of a path, further properties of a Lambda function.
public struct Others<Model>: Sendable {
  /// What the keys are, in words.
  public let words: String
  /// The keys, where they are a closed list; they help to guess a typo.
  public let names: [String]
  public let shape: Shape
  /// The name to store for a key; nil for a key that is none of these.
  let accept: @Sendable (String) -> String?
  let store: @Sendable (Entry, inout Model, inout Reader) -> Bool

  /// - Parameter accept: the name to store for a key; nil for a key that is none of these.
  @inline(__always)
  public init<Value>(
    _ words: String, names: [String],
    _ property: @autoclosure @escaping @Sendable () -> any WritableKeyPath<Model, [Named<Value>]> & Sendable,
    _ kind: Kind<Value>, accept: @escaping @Sendable (String) -> String?
  ) {
    self.init(words, names, kind, accept) { model, item in
      // Most have two or more; a list that grows from nothing grows twice.
      if model[keyPath: property()].isEmpty { model[keyPath: property()].reserveCapacity(2) }
      model[keyPath: property()].append(item)
    }
  }

  @inline(never)
  private init<Value>(
    _ words: String, _ names: [String], _ kind: Kind<Value>, _ accept: @escaping @Sendable (String) -> String?,
    append: @escaping @Sendable (inout Model, Named<Value>) -> Void
  ) {
    (self.words, self.names, shape, self.accept) = (words, names, kind.shape, accept)
    store = { entry, model, reader in
      guard let name = accept(reader.document.string(entry.key)) else { return false }
      if let value = reader.read(entry.value, with: kind.read) { append(&model, Named(name, value, at: entry.value)) }
      return true
    }
  }
}
