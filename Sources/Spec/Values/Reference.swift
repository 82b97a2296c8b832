import Document

/// What a field that refers to something holds.
public enum Reference: Hashable, Sendable {
  /// A plain name, looked up among the spec's things, then among raw resources.
  case name(String)
  /// An ARN as it stands.
  case arn(String)
  case intrinsic(NodeID)

  /// The name where it is one.
  public var name: String? {
    if case .name(let name) = self { name } else { nil }
  }
}

extension Kind where Value == Reference {
  static let function = reference(to: "a function", .function)

  /// A name, an ARN or an intrinsic.
  public static func reference(to words: String, _ kind: ReferenceKind) -> Kind {
    let text = Kind<String>.text("\(words)'s name or ARN")
    return Kind(.either(.name("\(words): a name or an ARN", kind), .intrinsic)) { node, reader in
      if let intrinsic = Intrinsic(node, in: reader.document) {
        return reader.read(intrinsic) ? .intrinsic(node) : nil
      }
      return text.read(node, &reader).map { $0.hasPrefix("arn:") ? .arn($0) : .name($0) }
    }
  }
}
