import Document
import Spec

extension JSONValue {
  /// Free JSON of a spec.
  init(_ node: NodeID, in document: Document) {
    place = .node(node)
    if document.isRefused(node) || Intrinsic(node, in: document) != nil {
      content = .unknown(node)
      return
    }
    switch document.kind(node) {
    case .mapping:
      let members = document.entries(node).map { entry in
        let value = JSONValue(entry.value, in: document)
        return JSONMember(name: document.string(entry.key), key: .node(entry.key), value: value)
      }
      content = .object(JSONObject(members))
    case .sequence: content = .array(document.items(node).map { JSONValue($0, in: document) })
    case .scalar, .alias: content = Self.scalar(node, in: document)
    }
  }

  private static func scalar(_ node: NodeID, in document: Document) -> Content {
    switch document.freeScalar(node) {
    case .null: .null
    case .bool(let flag): .boolean(flag)
    case .number(let text): JSONNumber(text).map { .number($0) } ?? .unknown(node)
    case .string(let text): document.isPlain(node) && isAlmostNumber(text) ? .unknown(node) : .string(text)
    }
  }

  /// Whether a text is a number to other YAML readers, which is said already.
  private static func isAlmostNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, (48...57).contains(first) || "+-.".utf8.contains(first) else { return false }
    return text.utf8.allSatisfy { (48...57).contains($0) || "+-._:abcdefABCDEFxo".utf8.contains($0) }
      || [".inf", ".nan"].contains(text.suffix(4).lowercased())
  }

  /// JSON that a scalar holds as text.
  init(text: String, of node: NodeID) {
    if let problem = JSONTextProblem(text) {
      self.init(content: .unreadable(problem), place: .node(node))
    } else {
      var reader = JSONTextReader(text, of: node)
      self = reader.value()
    }
  }
}

extension JSONTextProblem {
  /// Nil for JSON.
  fileprivate init?(_ text: String) {
    let first = text.utf8.first { !" \t\r\n".utf8.contains($0) }
    if first == nil {
      self = .blank
    } else if let fault = JSONFault(in: text) {
      self = first == UInt8(ascii: "{") ? .fault(fault) : .noObject
    } else {
      return nil
    }
  }
}
