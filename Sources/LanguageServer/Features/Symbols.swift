import Diagnostics
import Document
import Spec

/// The outline of a file: its sections and the things in them, paths and methods included.
struct Outline {
  private let document: Document
  private let file: SourceFile
  private var ranges: Ranges

  /// - Parameter file: whose things are wanted; those of other files of the spec are left out.
  init(_ document: Document, of file: SourceFile, _ ranges: Ranges) {
    (self.document, self.file, self.ranges) = (document, file, ranges)
  }

  /// The symbols of the file, each with those inside of it.
  mutating func symbols() -> [JSON] { symbols(in: document.root, .spec, section: nil) }

  /// - Parameter section: the key of the map whose entries the mapping's keys are; nil for a record's own keys.
  private mutating func symbols(in mapping: NodeID, _ slot: Slot, section: String?) -> [JSON] {
    document.writtenEntries(mapping).flatMap { entry -> [JSON] in
      let key = document.string(entry.key)
      let inner = slot.value(of: key, in: mapping, document)
      guard !inner.shapes.isEmpty, section != nil || inner.hasThings || inner.row == nil && inner.isRecord else {
        return []
      }
      let nested = symbols(in: entry.value, inner, section: inner.hasThings ? key : nil)
      let kind = inner.hasThings && section == nil ? SymbolKind.section : SymbolKind(of: section ?? "method")
      return symbol(key, kind, entry, nested).map { [$0] } ?? nested
    }
  }

  /// An entry as a symbol; nil where it stands in another file.
  private mutating func symbol(_ name: String, _ kind: SymbolKind, _ entry: Entry, _ nested: [JSON]) -> JSON? {
    let (key, value) = (document.span(entry.key), document.span(entry.value))
    guard file.start <= key.start, key.start <= file.end, let (_, own) = ranges.place(of: key),
      let (_, whole) = ranges.place(of: Span(start: key.start, end: max(key.end, value.end)))
    else { return nil }
    return [
      "name": .string(name.isEmpty ? "''" : Prose.cut(name)), "kind": .integer(kind.rawValue), "range": whole,
      "selectionRange": own, "children": .array(nested),
    ]
  }
}

extension Slot {
  /// Whether names of the user's stand here that things have: a map of records, not one of texts.
  fileprivate var hasThings: Bool {
    shapes.contains { shape in
      guard case .map(_, let item) = shape else { return false }
      return Slot(item).isRecord
    }
  }

  /// Whether a record may stand here.
  fileprivate var isRecord: Bool {
    shapes.contains { shape in
      switch shape {
      case .record, .union: true
      default: false
      }
    }
  }
}

/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#symbolKind
private enum SymbolKind: Int {
  case section = 2
  case path = 3
  case api = 5
  case method = 6
  case function = 12
  case resource = 19
  case key = 20
  case model = 23
  case stage = 24

  /// What a thing of a section looks like in an outline.
  init(of section: String) {
    switch section {
    case "functions": self = .function
    case "apis": self = .api
    case "paths": self = .path
    case "method": self = .method
    case "authorizers", "apiKeys": self = .key
    case "models": self = .model
    case "stages": self = .stage
    default: self = .resource
    }
  }
}
