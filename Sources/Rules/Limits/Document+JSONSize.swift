import Document
import Spec

extension Document {
  /// The least number of bytes of a value as compact JSON: what an intrinsic becomes may be empty.
  func jsonSize(_ node: NodeID) -> Int {
    if Intrinsic(node, in: self) != nil { return 2 }
    switch kind(node) {
    case .mapping:
      let inside = entries(node).reduce(0) { $0 + textSize($1.key) + 2 + jsonSize($1.value) }
      return max(2, inside + 1)
    case .sequence: return max(2, items(node).reduce(1) { $0 + 1 + jsonSize($1) })
    case .scalar, .alias:
      switch freeScalar(node) {
      case .string: return textSize(node)
      case .null: return 4
      case .bool(let value): return value ? 4 : 5
      case .number(let digits): return digits.utf8.count
      }
    }
  }

  /// A text in quotes, with a backslash before what needs one.
  private func textSize(_ node: NodeID) -> Int {
    bytes(node) { bytes in
      bytes.count + 2 + bytes.count { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
  }

  /// The least number of bytes of a text that goes into the template.
  func size(of text: TemplateText) -> Int {
    switch text {
    case .text(let text): text.utf8.count
    case .json(let node): jsonSize(node)
    case .intrinsic: 0
    }
  }
}

extension Integration {
  /// Every mapping template of the integration.
  func forEachTemplate(_ body: (Located<TemplateText>) -> Void) {
    for template in options.requestTemplates?.value ?? [] { body(Located(template.value, at: template.node)) }
    for response in options.integrationResponses?.value ?? [] {
      for template in response.value.responseTemplates?.value ?? [] {
        body(Located(template.value, at: template.node))
      }
    }
    if let text = mockResponse?.value.body { body(text) }
  }
}
