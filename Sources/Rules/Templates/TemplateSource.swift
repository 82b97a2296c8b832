import Document
import Spec

/// The text of a mapping template as API Gateway gets it, and which scalars of the spec it was made of.
struct TemplateSource: Sendable {
  /// A stretch of the text that comes from a scalar.
  private struct Piece {
    let range: Range<Int>
    let node: NodeID
    /// Whether the stretch is the scalar's text with JSON's escapes.
    let isEscaped: Bool
  }

  private(set) var bytes: [UInt8] = []
  private let node: NodeID
  private var pieces: [Piece] = []

  /// Nil for what only CloudFormation knows.
  init?(_ template: Named<TemplateText>, in document: Document) {
    node = template.node
    switch template.value {
    case .intrinsic: return nil
    case .text(let text):
      bytes = Array(text.utf8)
      pieces = [Piece(range: 0..<bytes.count, node: template.node, isEscaped: false)]
    case .json(let node): write(node, document)
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The scalar that a part of the text comes from, and the part of the scalar's text.
  func place(of part: Range<Int>) -> (node: NodeID, part: Range<Int>)? {
    guard let piece = pieces.last(where: { $0.range.lowerBound <= part.lowerBound }) else { return nil }
    let start = piece.range.lowerBound
    let part = part.clamped(to: piece.range)
    guard piece.isEscaped else { return (piece.node, part.lowerBound - start..<part.upperBound - start) }
    let (lower, upper) = (unescapedCount(start..<part.lowerBound), unescapedCount(start..<part.upperBound))
    return (piece.node, lower..<upper)
  }

  /// How many bytes of a scalar's text stand in a stretch of JSON.
  private func unescapedCount(_ range: Range<Int>) -> Int {
    var (count, at) = (0, range.lowerBound)
    while at < range.upperBound {
      let isEscape = bytes[at] == UInt8(ascii: "\\") && at + 1 < range.upperBound
      at += !isEscape ? 1 : bytes[at + 1] == UInt8(ascii: "u") ? 6 : 2
      count += 1
    }
    return count
  }
}

/// YAML written as JSON text.
extension TemplateSource {
  private mutating func write(_ node: NodeID, _ document: Document) {
    // What an intrinsic gives is text.
    if Intrinsic(node, in: document) != nil { return bytes += "\"\"".utf8 }
    switch document.kind(node) {
    case .mapping:
      write(document.entries(node), "{", "}") { source, entry in
        source.write(string: document.string(entry.key), of: entry.key)
        source.bytes.append(UInt8(ascii: ":"))
        source.write(entry.value, document)
      }
    case .sequence: write(document.items(node), "[", "]") { $0.write($1, document) }
    case .scalar, .alias: write(document.freeScalar(node), of: node)
    }
  }

  private mutating func write<Items: Sequence>(
    _ items: Items, _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ one: (inout TemplateSource, Items.Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      one(&self, item)
    }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func write(_ scalar: FreeScalar, of node: NodeID) {
    switch scalar {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number): bytes += number.utf8
    case .string(let string): write(string: string, of: node)
    }
  }

  private mutating func write(string: String, of node: NodeID) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    pieces.append(Piece(range: start..<bytes.count, node: node, isEscaped: true))
    bytes.append(UInt8(ascii: "\""))
  }
}
