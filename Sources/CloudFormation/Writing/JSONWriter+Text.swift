extension JSONWriter {
  mutating func writeText(_ text: String) {
    output.append(UInt8(ascii: "\""))
    output.append(escaping: text, for: .json)
    output.append(UInt8(ascii: "\""))
  }

  mutating func writeSubText(_ pieces: [Piece]) {
    output.append(UInt8(ascii: "\""))
    output.append(pieces, for: .json)
    output.append(UInt8(ascii: "\""))
  }
}

/// Whose double quotes a text stands in.
enum Quotation {
  case json
  case yaml
}

extension OutputBuffer {
  /// Appends a text as it stands between double quotes: runs of bytes that need no escape are copied whole.
  mutating func append(escaping text: String, for quotation: Quotation) {
    var text = text
    text.withUTF8 { append(escaping: $0, for: quotation) }
  }

  mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>, for quotation: Quotation) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = bytes.lengthToEscape(at: index, for: quotation)
      guard length > 0 else {
        index &+= 1
        continue
      }
      append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<index])))
      appendEscape(bytes.codePoint(at: index, length: length), for: quotation)
      index &+= length
      start = index
    }
    append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start...])))
  }

  private mutating func appendEscape(_ codePoint: UInt32, for quotation: Quotation) {
    append(UInt8(ascii: "\\"))
    switch codePoint {
    case 0x22, 0x5c: append(UInt8(truncatingIfNeeded: codePoint))
    case 0x0a: append(UInt8(ascii: "n"))
    case 0x0d: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x08: append(UInt8(ascii: "b"))
    case 0x0c: append(UInt8(ascii: "f"))
    default:
      append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        append(hexadecimalDigit(UInt8(truncatingIfNeeded: codePoint >> shift & 15)))
      }
    }
  }
}
