import Diagnostics
import Document

/// Events as lines of the YAML test suite's notation.
struct EventPrinter {
  private(set) var output: [UInt8] = []

  /// Prints all events up to the first problem, which goes into the report.
  mutating func printAll(of bytes: UnsafeBufferPointer<UInt8>, into report: inout Report) {
    guard let text = CheckedText(bytes, base: 0, into: &report) else { return }
    var stream = EventStream(text)
    do {
      while true {
        let event = try stream.next()
        print(event)
        if event.kind == .streamEnd { return }
      }
    } catch {
      report.add(error.message, at: error.span, related: error.related)
    }
  }

  private mutating func print(_ event: Event) {
    output += Self.name(of: event.kind).utf8
    if event.kind == .alias {
      add(" *", event.anchor)
    } else {
      add(" &", event.anchor)
      add(" <", event.tag, ">")
    }
    if event.kind == .scalar {
      output += [UInt8(ascii: " "), Self.sign(of: event.style)]
      for byte in event.text { add(escaping: byte) }
    }
    output.append(0x0A)
  }

  private mutating func add(_ before: String, _ name: UnsafePointer<UInt8>?, _ after: String = "") {
    guard let name else { return }
    output += before.utf8
    output += String(cString: name).utf8
    output += after.utf8
  }

  private mutating func add(escaping byte: UInt8) {
    switch byte {
    case 0x5C: output += "\\\\".utf8
    case 0x00: output += "\\0".utf8
    case 0x08: output += "\\b".utf8
    case 0x0A: output += "\\n".utf8
    case 0x0D: output += "\\r".utf8
    case 0x09: output += "\\t".utf8
    default: output.append(byte)
    }
  }

  private static func name(of kind: Event.Kind) -> String {
    switch kind {
    case .streamStart: "+STR"
    case .streamEnd: "-STR"
    case .documentStart: "+DOC"
    case .documentEnd: "-DOC"
    case .mappingStart: "+MAP"
    case .mappingEnd: "-MAP"
    case .sequenceStart: "+SEQ"
    case .sequenceEnd: "-SEQ"
    case .scalar: "=VAL"
    case .alias: "=ALI"
    }
  }

  private static func sign(of style: Node.Style) -> UInt8 {
    switch style {
    case .singleQuoted: UInt8(ascii: "'")
    case .doubleQuoted: UInt8(ascii: "\"")
    case .literal: UInt8(ascii: "|")
    case .folded: UInt8(ascii: ">")
    case .plain, .flow, .block: UInt8(ascii: ":")
    }
  }
}
