import Document
import Spec

/// A text in a policy as far as it is known: `*` stands for what only IAM or the deployment puts in, the variables of a
/// policy and the placeholders of a substitution; `unknownPart` for those that hold no separator.
struct PolicyText {
  /// No character of YAML: an account, a region, an API's ID.
  static let unknownPart = UInt8(1)

  /// Where it is written.
  let node: NodeID
  let text: String
  /// The text as a person wrote it.
  let written: String

  /// Nil for what is no text, or an intrinsic of which nothing is known.
  init?(_ node: NodeID, in spec: ResolvedSpec) {
    self.node = node
    if let intrinsic = Intrinsic(node, in: spec.document) {
      guard let (text, written) = Self.read(intrinsic, in: spec) else { return nil }
      (self.text, self.written) = (text, written)
    } else {
      guard spec.document.kind(node) == .scalar, case .string(let literal) = spec.document.freeScalar(node) else {
        return nil
      }
      (text, written) = (Self.masked(literal) { _ in false }, literal)
    }
  }

  private static func read(_ intrinsic: Intrinsic, in spec: ResolvedSpec) -> (text: String, written: String)? {
    let document = spec.document
    switch intrinsic.name {
    case "Fn::Sub":
      let text = document.items(intrinsic.argument).first ?? intrinsic.argument
      guard document.kind(text) == .scalar else { return nil }
      let written = document.string(text)
      return (masked(written) { isPart($0, in: spec) }, written)
    case "Fn::Join":
      let arguments = document.items(intrinsic.argument)
      guard arguments.count == 2, document.kind(arguments[0]) == .scalar, document.kind(arguments[1]) == .sequence,
        Intrinsic(arguments[1], in: document) == nil
      else { return nil }
      let parts = document.items(arguments[1]).map { PolicyText($0, in: spec)?.text ?? "*" }
      let text = parts.joined(separator: document.string(arguments[0]))
      return (text, text)
    default: return nil
    }
  }

  /// Whether a placeholder stands for something without `/` and `:`.
  private static func isPart(_ name: String, in spec: ResolvedSpec) -> Bool {
    if case .api? = spec.names[name] { return true }
    return ["AWS::Partition", "AWS::Region", "AWS::AccountId", "AWS::StackName"].contains(name)
  }

  /// Every `${…}` as what stands for it, and a dynamic reference, `{{resolve:…}}`, as `*`.
  private static func masked(_ text: String, isPart: (String) -> Bool) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    if text.contains("{{resolve:") { return "*" }
    var masked: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let isOpen = byte == UInt8(ascii: "$") && rest.dropFirst().first == UInt8(ascii: "{")
      if isOpen, let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        let name = String(decoding: rest[..<end].dropFirst(2), as: UTF8.self)
        masked.append(isPart(name) ? unknownPart : UInt8(ascii: "*"))
        rest = rest[(end + 1)...]
      } else {
        masked.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: masked, as: UTF8.self)
  }
}
