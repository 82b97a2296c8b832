import CloudFormation
import Document
import Spec

/// YAML written as JSON text: no blanks, keys in the spec's order, non-ASCII and `/` as they are.
extension ValueConverter {
  /// One text; with intrinsics inside, a text that CloudFormation joins from parts.
  ///
  /// - Parameter replacement: what stands for a text under a key; nil for the text itself.
  func jsonText(_ node: NodeID, replacement: ((_ key: String, _ text: String) -> Value?)? = nil) -> Value {
    var writer = JSONTextWriter(values: self, replacement: replacement)
    writer.write(node)
    return .joined(writer.parts())
  }
}

extension Document {
  /// Whether a null stands anywhere in free JSON, outside intrinsics.
  func holdsNull(_ node: NodeID) -> Bool {
    if Intrinsic(node, in: self) != nil { return false }
    return switch kind(node) {
    case .mapping: entries(node).contains { holdsNull($0.value) }
    case .sequence: items(node).contains { holdsNull($0) }
    case .scalar, .alias: freeScalar(node) == .null
    }
  }
}

private struct JSONTextWriter {
  let values: ValueConverter
  private let replacement: ((String, String) -> Value?)?
  private var text: [UInt8] = []
  private var finished: [Value] = []

  init(values: ValueConverter, replacement: ((String, String) -> Value?)?) {
    self.values = values
    self.replacement = replacement
  }

  func parts() -> [Value] {
    finished + [.string(String(decoding: text, as: UTF8.self))]
  }

  mutating func write(_ node: NodeID) {
    let document = values.document
    if let intrinsic = Intrinsic(node, in: document) { return write(intrinsic) }
    switch document.kind(node) {
    case .mapping:
      write(document.entries(node), between: "{", "}") { writer, entry in
        writer.write(text: document.string(entry.key))
        writer.text.append(UInt8(ascii: ":"))
        if let other = writer.replacement(of: entry) { writer.write(quoted: other) } else { writer.write(entry.value) }
      }
    case .sequence: write(document.items(node), between: "[", "]") { $0.write($1) }
    case .scalar, .alias: write(document.freeScalar(node))
    }
  }

  private func replacement(of entry: Entry) -> Value? {
    guard let replacement, case .string(let text) = values.document.freeScalar(entry.value) else { return nil }
    return replacement(values.document.string(entry.key), text)
  }

  /// What an intrinsic gives is text: it stands between quotes.
  private mutating func write(_ intrinsic: Intrinsic) { write(quoted: values.value(intrinsic)) }

  private mutating func write(quoted value: Value) {
    text.append(UInt8(ascii: "\""))
    finished += [.string(String(decoding: text, as: UTF8.self)), value]
    text = [UInt8(ascii: "\"")]
  }

  private mutating func write<Items: Sequence>(
    _ items: Items, between open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ one: (inout JSONTextWriter, Items.Element) -> Void
  ) {
    text.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      one(&self, item)
    }
    text.append(UInt8(ascii: close))
  }

  private mutating func write(_ scalar: FreeScalar) {
    switch scalar {
    case .null: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .number(let number): text += number.utf8
    case .string(let string): write(text: string)
    }
  }

  private mutating func write(text string: String) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): text += "\\n".utf8
      case UInt8(ascii: "\r"): text += "\\r".utf8
      case UInt8(ascii: "\t"): text += "\\t".utf8
      case 0..<0x20: text += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
