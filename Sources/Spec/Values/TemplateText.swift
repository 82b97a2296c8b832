import Document

/// A mapping template: text, an intrinsic, or YAML that is written as compact JSON text.
public enum TemplateText: Hashable, Sendable {
  case text(String)
  case intrinsic(NodeID)
  case json(NodeID)
}

/// Content type → template.
public typealias Templates = [Named<TemplateText>]

private let templateText = Kind<String>.text("a mapping template")

extension Kind where Value == TemplateText {
  /// A text, `!File`, an intrinsic, or a mapping or sequence.
  public static let template = Kind(.either(.text("text"), .free)) { node, reader in
    if let intrinsic = Intrinsic(node, in: reader.document) {
      return reader.read(intrinsic) ? .intrinsic(node) : nil
    }
    if reader.document.kind(node) != .scalar {
      reader.readFree(node, takesNull: true)
      return .json(node)
    }
    return templateText.read(node, &reader).map { .text($0) }
  }
}

extension Kind where Value == Templates {
  public static let templates = Kind.map("a content type", .template)
}
