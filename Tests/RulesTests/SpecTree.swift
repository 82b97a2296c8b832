import Diagnostics
import Document

/// A spec as a tree that can be damaged and written again.
indirect enum SpecTree: Equatable {
  case scalar(String)
  case sequence([SpecTree], tag: String = "")
  case mapping([Entry], tag: String = "")

  struct Entry: Equatable {
    var key: String
    var value: SpecTree
  }

  init(_ document: Document, _ node: NodeID) {
    let tag = document.tag(node).map { "\($0) " } ?? ""
    switch document.kind(node) {
    case .mapping:
      self = .mapping(
        document.entries(node).map {
          Entry(key: Self.quoted(document, $0.key), value: SpecTree(document, $0.value))
        }, tag: tag)
    case .sequence: self = .sequence(document.items(node).map { SpecTree(document, $0) }, tag: tag)
    default: self = .scalar(tag + Self.quoted(document, node))
    }
  }

  /// Plain text stays plain where it can, because quotes may change its type.
  private static func quoted(_ document: Document, _ node: NodeID) -> String {
    let text = document.string(node)
    let isSafe = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "/_.-".utf8.contains(byte)
    }
    if document.isPlain(node), isSafe { return text }
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: scalar.value < 0x20 ? "\\x" + String(scalar.value + 0x100, radix: 16).suffix(2) : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// YAML in flow style, on one line.
  var text: String {
    switch self {
    case .scalar(let text): text
    case .sequence(let items, let tag): "\(tag)[\(items.map(\.text).joined(separator: ", "))]"
    case .mapping(let entries, let tag):
      "\(tag){\(entries.map { "\(Self.start(of: $0.key)): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }

  /// YAML wants a sign before keys of more than 1024 characters.
  private static func start(of key: String) -> String { key.utf8.count > 1000 ? "? \(key) " : key }

  /// Every tree that differs from this one by one fault: something dropped, doubled, swapped, or replaced.
  var mutants: [SpecTree] { changes + replacements }

  private var replacements: [SpecTree] {
    ["", "{}", "[]", "x", "-1", "99999999999999999999", "{Ref: Nothing}", "!Ref [x]", "[[[]]]", "\u{E9}"].map {
      .scalar($0)
    }
  }

  private var changes: [SpecTree] {
    switch self {
    case .scalar: []
    case .sequence(let items, let tag):
      Self.lists(items).map { .sequence($0, tag: tag) }
        + items.indices.flatMap { index in
          items[index].mutants.map { mutant in
            var copy = items
            copy[index] = mutant
            return .sequence(copy, tag: tag)
          }
        }
    case .mapping(let entries, let tag):
      (Self.lists(entries) + Self.swappedValues(entries)).map { .mapping($0, tag: tag) }
        + entries.indices.flatMap { index in
          entries[index].value.mutants.map { mutant in
            var copy = entries
            copy[index].value = mutant
            return .mapping(copy, tag: tag)
          }
        }
    }
  }

  /// Lists with an element dropped, doubled, or swapped with the next.
  private static func lists<Element>(_ elements: [Element]) -> [[Element]] {
    elements.indices.flatMap { index -> [[Element]] in
      var (dropped, doubled, swapped) = (elements, elements, elements)
      dropped.remove(at: index)
      doubled.insert(elements[index], at: index)
      if index > 0 { swapped.swapAt(index - 1, index) }
      return [dropped, doubled, swapped]
    }
  }

  private static func swappedValues(_ entries: [Entry]) -> [[Entry]] {
    entries.indices.dropFirst().map { index in
      var copy = entries
      (copy[index - 1].value, copy[index].value) = (entries[index].value, entries[index - 1].value)
      return copy
    }
  }
}
