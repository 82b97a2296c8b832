import CloudFormation
import Document
import Spec

/// YAML written as JSON text: no blanks, keys in the spec's order, non-ASCII and `/` as they are.
extension ValueConverter {
  /// One text; with intrinsics inside, a text that CloudFormation joins from parts.
  func jsonText(_ node: NodeID) -> Value {
    var writer = JSONTextWriter(values: self)
    writer.write(node)
    return .joined(writer.parts())
  }
}

private struct JSONTextWriter {
  let values: ValueConverter
  private var text: [UInt8] = []
  private var finished: [Value] = []

  init(values: ValueConverter) {
    self.values = values
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
        writer.write(entry.value)
      }
    case .sequence: write(document.items(node), between: "[", "]") { $0.write($1) }
    case .scalar, .alias: write(document.freeScalar(node))
    }
  }

  /// What an intrinsic gives is text: it stands between quotes.
  private mutating func write(_ intrinsic: Intrinsic) {
    text.append(UInt8(ascii: "\""))
    finished += [.string(String(decoding: text, as: UTF8.self)), values.value(intrinsic)]
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
