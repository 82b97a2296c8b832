import Diagnostics
import Document

extension Kind where Value: TableDecodable {
  /// Another table's record; nothing at all is an empty one.
  ///
  /// Asks for the table only when a value is read or described: a record may nest in itself.
  public static var record: Kind {
    Kind(.record { TableDescription(Value.table) }) { node, reader in
      guard reader.isMapping(node), Intrinsic(node, in: reader.document) == nil else {
        reader.wrongValue(node, wanted: "a mapping")
        return nil
      }
      var model = Value()
      model.node = node
      Value.table.decode(node, into: &model, reader: &reader)
      return model
    }
  }
}

/// One of the cases of a union: the keys that a record has only when its tag says so.
///
/// Its table is made once a record has the tag: a small spec has few of them.
public struct Variant<Payload>: Sendable {
  public let tag: String
  public let shape: @Sendable () -> TableDescription
  private let fieldNames: @Sendable () -> [String]
  let read: @Sendable (NodeID, _ elsewhere: Elsewhere, _ shared: [String], inout Reader) -> Payload

  /// Takes a key that all cases share.
  typealias Elsewhere = (Entry, KeyMark, inout Reader) -> Bool

  public init<Model: TableDecodable>(_ tag: String, _ make: @escaping @Sendable (Model) -> Payload) {
    self.tag = tag
    fieldNames = { Model.table.names }
    shape = { TableDescription(Model.table) }
    read = { node, elsewhere, shared, reader in
      var model = Model()
      model.node = node
      Model.table.decode(node, into: &model, reader: &reader, elsewhere: elsewhere, candidates: shared)
      return make(model)
    }
  }

  public var names: [String] { fieldNames() }
}

extension Kind {
  /// A record with keys that depend on the word under its tag, and keys that all cases share.
  ///
  /// - Parameter rule: the catalogue's rule for an unknown tag.
  public static func tagged<Shared: TableDecodable, Payload>(
    _ tag: String, _ shared: Shared.Type, _ variants: [Variant<Payload>], rule: RuleID,
    _ make: @escaping @Sendable (Shared, Payload) -> Value
  ) -> Kind {
    let table = Shared.table
    let words = variants.map(\.tag)
    let wordIndex = KeyIndex(words)
    let tagMark = KeyMark(tag)
    precondition(tagMark.isWhole, "a tag has at most 24 bytes")
    let sharedNames = [tag] + table.names
    return Kind(.union { UnionDescription(tag, table, variants) }) { node, reader in
      guard
        let index = reader.variant(
          node, tag: tag, tagMark, of: variants, words: (words, wordIndex), shared: sharedNames, table.name, rule)
      else {
        return nil
      }
      var model = Shared()
      model.node = node
      let payload = variants[index].read(
        node,
        { entry, mark, reader in
          mark == tagMark || table.take(entry, mark, into: &model, &reader)
            || reader.refuse(entry.key, ofOther: variants, than: variants[index], in: node, table.name)
        }, sharedNames, &reader)
      return make(model, payload)
    }
  }
}

extension Reader {
  /// The place of the case that a record's tag names; reports a missing or unknown tag.
  fileprivate mutating func variant<Payload>(
    _ node: NodeID, tag: String, _ mark: KeyMark, of variants: [Variant<Payload>],
    words: (all: [String], index: KeyIndex), shared: [String], _ record: String, _ rule: RuleID
  ) -> Int? {
    guard document.kind(node) == .mapping, Intrinsic(node, in: document) == nil else {
      wrongValue(node, wanted: "a mapping with '\(tag)'")
      return nil
    }
    guard let value = document.entries(node).first(where: { document.bytes($0.key, KeyMark.init) == mark })?.value
    else {
      let known = shared + variants.flatMap(\.names)
      if let key = misspelling(of: tag, in: node, known: known) {
        _ = unknownKeys([key], of: record, in: node, candidates: known)
      } else {
        missingKey(tag, of: record, in: node)
      }
      return nil
    }
    guard !document.isRefused(value) else {
      markBroken(around: value)
      return nil
    }
    if isLiteral(value), let index = document.bytes(value, { words.index.index(of: $0) }) {
      return index
    }
    let word = isLiteral(value) ? document.string(value) : ""
    let near = nearest(word, in: words.all)
    wrongValue(
      value, wanted: Shape.choice(words.all).words, rule: rule, help: near?.question, correction: near?.correction)
    return nil
  }

  /// The key of a mapping that nobody knows and that is meant as the given one.
  private func misspelling(of tag: String, in mapping: NodeID, known: [String]) -> NodeID? {
    document.entries(mapping).map(\.key).first { key in
      let name = document.string(key)
      return !known.contains(name) && nearest(name, in: known)?.name == tag
    }
  }

  /// Reports a key that only other cases of a union have; false where none has it.
  fileprivate mutating func refuse<Payload>(
    _ key: NodeID, ofOther variants: [Variant<Payload>], than variant: Variant<Payload>, in mapping: NodeID,
    _ record: String
  ) -> Bool {
    let name = document.string(key)
    let owners = variants.filter { $0.names.contains(name) }.map(\.tag)
    guard !owners.isEmpty else { return false }
    broken.insert(document.target(mapping))
    fail(.keyOfOtherCase(name, of: record, owners: Shape.choice(owners).words, here: variant.tag), at: key)
    return true
  }
}

extension Message {
  /// - Parameter record: the union in words: "an integration".
  fileprivate static func keyOfOtherCase(_ name: String, of record: String, owners: String, here: String) -> Message {
    let noun = record.split(separator: " ").last ?? ""
    return Message(
      "SPEC101", "'\(name)' belongs to \(noun)s of type \(owners), this one is \(here)",
      help: "delete it, or write another 'type'")
  }
}
