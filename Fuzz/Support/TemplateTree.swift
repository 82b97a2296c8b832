import Diagnostics
import Document

/// A template as it is read back, JSON or YAML, short tags written out.
public indirect enum TemplateTree: Hashable {
  /// A string, or what a plain scalar of JSON stands for.
  case string(String)
  case plain(String)
  case list([TemplateTree])
  case object([String: TemplateTree])

  /// Reads a template; nil where it is no well-formed text.
  public init?(_ bytes: [UInt8]) {
    var report = Report()
    let reading = Document.read(bytes, name: "template", files: FewFiles(), limits: .none, into: &report)
    guard let document = reading.document, !report.hasErrors else { return nil }
    self.init(document, document.root)
  }

  private init(_ document: Document, _ node: NodeID) {
    let content: TemplateTree =
      switch document.kind(node) {
      case .mapping:
        .object(
          Dictionary(
            document.entries(node).map { (document.string($0.key), TemplateTree(document, $0.value)) },
            uniquingKeysWith: { $1 }))
      case .sequence: .list(document.items(node).map { TemplateTree(document, $0) })
      default:
        document.isPlain(node) && Self.isTyped(document.string(node))
          ? .plain(document.string(node)) : .string(document.string(node))
      }
    self = document.tag(node).map { Self.long($0, content) } ?? content
  }

  /// Whether a reader of YAML 1.1 makes more than a string of a plain scalar.
  private static func isTyped(_ text: String) -> Bool {
    if ["", "~", "null", "Null", "NULL"].contains(text) { return true }
    let lower = text.lowercased()
    if ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(lower) { return true }
    let digits = lower.drop { $0 == "+" || $0 == "-" }
    if digits == ".inf" || digits == ".nan" { return true }
    if digits.hasPrefix("0x") { return digits.dropFirst(2).allSatisfy { "0123456789abcdef_".contains($0) } }
    if digits.hasPrefix("0b") || digits.hasPrefix("0o") {
      return digits.dropFirst(2).allSatisfy { "01234567_".contains($0) }
    }
    // Numbers, also by sixties, and the beginnings of times.
    return digits.first.map { "0123456789.".contains($0) } == true
      && digits.allSatisfy { "0123456789_.:e+- tz".contains($0) }
  }

  private static func long(_ tag: String, _ content: TemplateTree) -> TemplateTree {
    switch (tag, content) {
    case ("!Ref", _): return .object(["Ref": content])
    case ("!Condition", _): return .object(["Condition": content])
    case ("!GetAtt", .string(let text)):
      let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return .object(["Fn::GetAtt": .list(parts.map { .string($0) })])
    default: return .object(["Fn::" + tag.dropFirst(): content])
    }
  }
}
