import Spec

/// Why a text is no JSON (RFC 8259), and on which of its lines.
struct JSONFault: Error, Equatable {
  let words: String

  /// Nil for a text that is JSON.
  init?(in text: String) {
    var scanner = JSONScanner(Array(text.utf8))
    guard let fault = scanner.fault() else { return nil }
    let line = scanner.line(at: fault.offset)
    words = line == 1 ? fault.words : "\(fault.words) in line \(line)"
  }
}

/// Reads JSON without keeping it. What is open stands in a list, so that no text is too deep.
private struct JSONScanner {
  private typealias Fault = (words: String, offset: Int)

  private let text: [UInt8]
  private var at = 0
  /// The ends of the objects and arrays that are open.
  private var ends: [UInt8] = []

  init(_ text: [UInt8]) { self.text = text }

  func line(at offset: Int) -> Int { 1 + text[..<min(offset, text.count)].count { $0 == UInt8(ascii: "\n") } }

  mutating func fault() -> (words: String, offset: Int)? {
    repeat {
      if let fault = value() ?? close() { return fault }
    } while !ends.isEmpty
    skipBlanks()
    return at < text.count ? ("something stands after its end", at) : nil
  }

  /// A scalar, or the start of an object or array up to its first value.
  private mutating func value() -> Fault? {
    while true {
      skipBlanks()
      guard at < text.count else { return ("it ends too early", at) }
      switch text[at] {
      case UInt8(ascii: "{"):
        at += 1
        ends.append(UInt8(ascii: "}"))
        if peek(UInt8(ascii: "}")) { return nil }
        if let fault = name() { return fault }
      case UInt8(ascii: "["):
        at += 1
        ends.append(UInt8(ascii: "]"))
        if peek(UInt8(ascii: "]")) { return nil }
      case UInt8(ascii: "\""): return string()
      default: return word()
      }
    }
  }

  /// The ends that follow a value, and the comma before the next one.
  private mutating func close() -> Fault? {
    while let end = ends.last {
      skipBlanks()
      guard at < text.count else { return ("it ends too early", at) }
      if text[at] == end {
        at += 1
        ends.removeLast()
      } else if text[at] == UInt8(ascii: ",") {
        at += 1
        return end == UInt8(ascii: "}") ? name() : nil
      } else {
        return ("a ',' or '\(Unicode.Scalar(end))' is missing", at)
      }
    }
    return nil
  }

  /// A member's name and its colon.
  private mutating func name() -> Fault? {
    skipBlanks()
    guard at < text.count, text[at] == UInt8(ascii: "\"") else { return ("a name in double quotes is missing", at) }
    if let fault = string() { return fault }
    guard peek(UInt8(ascii: ":")) else { return ("a ':' is missing", at) }
    at += 1
    return nil
  }

  private mutating func string() -> Fault? {
    let start = at
    at += 1
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "\""):
        at += 1
        return nil
      case UInt8(ascii: "\\"): at += 2
      case 0..<0x20: return ("a text holds a control character", at)
      default: at += 1
      }
    }
    return ("a text is never closed", start)
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() -> Fault? {
    let start = at
    while at < text.count, !" \t\r\n,]}:".utf8.contains(text[at]) { at += 1 }
    let word = String(decoding: text[start..<at], as: UTF8.self)
    if ["true", "false", "null"].contains(word) || JSONNumber(word) != nil { return nil }
    return ("'\(word)' is no value", start)
  }

  private mutating func peek(_ byte: UInt8) -> Bool {
    skipBlanks()
    return at < text.count && text[at] == byte
  }

  private mutating func skipBlanks() {
    while at < text.count, " \t\r\n".utf8.contains(text[at]) { at += 1 }
  }
}
