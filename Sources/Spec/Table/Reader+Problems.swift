import Diagnostics
import Document

extension Reader {
  /// Reports the keys that a record does not have, each with the nearest one that it has; these are the answer.
  mutating func unknownKeys(
    _ keys: [NodeID], of record: String, in mapping: NodeID, candidates: [String],
    _ refusal: ((String, Nearest?) -> Message?)? = nil
  ) -> [String] {
    broken.insert(document.target(mapping))
    let nearest = keys.map { Diagnostics.nearest(document.string($0), in: candidates) }
    let counts = Dictionary(nearest.compactMap { $0.map { ($0.name, 1) } }, uniquingKeysWith: +)
    for (key, near) in zip(keys, nearest) {
      let name = document.string(key)
      // Of two that are near to one key, neither is surely it.
      let near = near.map { counts[$0.name] == 1 ? $0 : Nearest($0.name, isCertain: false) }
      fail(refusal?(name, near) ?? .unknownKey(name, of: record, near: near, all: candidates), at: key)
    }
    return nearest.compactMap { $0?.name }
  }

  /// Reports a key that a record needs, at the key that owns the mapping.
  mutating func missingKey(_ name: String, of record: String, in mapping: NodeID) {
    broken.insert(document.target(mapping))
    fail(.missingKey(name, of: record), at: document.owner(mapping))
  }

  /// Reports a value of the wrong sort; `rule` where the catalogue has one of its own for the field.
  mutating func wrongValue(
    _ node: NodeID, wanted: String, rule: RuleID = "SPEC103", help: String? = nil, correction: Correction? = nil
  ) {
    markBroken(around: node)
    if isNull(node) {
      fail(.null(name(of: node), wanted: wanted), at: node)
    } else {
      let isIntrinsic = Intrinsic(node, in: document) != nil
      let advice = OtherTools.advice(onValue: document.string(node), among: wanted)
      let help = isIntrinsic ? "the value must be known when the template is made: write it out" : advice ?? help
      let message = Message.wrongValue(
        name(of: node), wanted: wanted, found: words(for: node), rule: rule, help: help,
        correction: isIntrinsic || advice != nil ? nil : correction)
      fail(message, at: node)
    }
  }

  /// What to do about a quoted scalar where a plain one is wanted.
  func helpWithQuotes(_ node: NodeID) -> String? {
    isLiteral(node) && !document.isPlain(node) ? "write it without quotes" : nil
  }

  /// The text of a quoted scalar without its quotes.
  /// - Parameter isRight: whether it then is what is wanted.
  func withoutQuotes(_ node: NodeID, isRight: Bool) -> Correction? {
    isRight && isLiteral(node) ? .plain(document.string(node)) : nil
  }

  /// Marks the record that holds a value as broken, so that rules about what is absent from it stay silent.
  mutating func markBroken(around node: NodeID) {
    var at = node
    while let parent = parent(of: at) {
      broken.insert(parent)
      if document.kind(parent) == .mapping { return }
      at = parent
    }
  }

  func isExtension(_ key: NodeID) -> Bool {
    document.bytes(key) { $0.count > 2 && $0[0] == UInt8(ascii: "x") && $0[1] == UInt8(ascii: "-") }
  }
}

extension Message {
  static func unknownKey(_ name: String, of record: String, near: Nearest?, all: [String]) -> Message {
    let advice = OtherTools.advice(on: name, in: record)
    return Message(
      "SPEC101", "unknown key '\(name)' in \(record)", near: advice == nil ? near : nil,
      help: advice ?? "allowed: \(all.joined(separator: ", "))")
  }

  static func missingKey(_ name: String, of record: String) -> Message {
    Message("SPEC102", "\(record) needs '\(name)'", help: "add '\(name)'")
  }

  static func null(_ name: String, wanted: String) -> Message {
    Message(
      "SPEC113", "'\(name)' has no value: null where \(wanted) is wanted",
      help: "give a value or delete the line; quote the word if it is meant as text")
  }

  static func wrongValue(
    _ name: String, wanted: String, found: String, rule: RuleID, help: String?, correction: Correction? = nil
  ) -> Message {
    Message(rule, "'\(name)' must be \(wanted), got \(found)", help: help, correction: correction)
  }
}
