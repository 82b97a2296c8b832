import Document
import Spec

/// A text in a policy as far as it is known: `*` stands for what only IAM or the deployment puts in, the variables of a
/// policy and the placeholders of a substitution.
struct PolicyText {
  /// Where it is written.
  let node: NodeID
  let text: String
  /// The text as a person wrote it.
  let written: String

  /// Nil for what is no text, or an intrinsic of which nothing is known.
  init?(_ node: NodeID, in document: Document) {
    self.node = node
    if let intrinsic = Intrinsic(node, in: document) {
      guard let (text, written) = Self.read(intrinsic, in: document) else { return nil }
      (self.text, self.written) = (text, written)
    } else {
      guard document.kind(node) == .scalar, case .string(let literal) = document.freeScalar(node) else { return nil }
      (text, written) = (Self.masked(literal), literal)
    }
  }

  private static func read(_ intrinsic: Intrinsic, in document: Document) -> (text: String, written: String)? {
    switch intrinsic.name {
    case "Fn::Sub":
      let text = document.items(intrinsic.argument).first ?? intrinsic.argument
      guard document.kind(text) == .scalar else { return nil }
      let written = document.string(text)
      return (masked(written), written)
    case "Fn::Join":
      let arguments = document.items(intrinsic.argument)
      guard arguments.count == 2, document.kind(arguments[0]) == .scalar, document.kind(arguments[1]) == .sequence,
        Intrinsic(arguments[1], in: document) == nil
      else { return nil }
      let parts = document.items(arguments[1]).map { PolicyText($0, in: document)?.text ?? "*" }
      let text = parts.joined(separator: document.string(arguments[0]))
      return (text, text)
    default: return nil
    }
  }

  /// Every `${…}` as `*`, and a dynamic reference, `{{resolve:…}}`, too.
  private static func masked(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    if text.contains("{{resolve:") { return "*" }
    var masked: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let isOpen = byte == UInt8(ascii: "$") && rest.dropFirst().first == UInt8(ascii: "{")
      if isOpen, let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        masked.append(UInt8(ascii: "*"))
        rest = rest[(end + 1)...]
      } else {
        masked.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: masked, as: UTF8.self)
  }
}
