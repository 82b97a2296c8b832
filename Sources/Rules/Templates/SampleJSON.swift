import Spec

/// Why a text is no JSON (RFC 8259), where some of its bytes are only known when a call comes.
///
/// A hole may be anything that makes sense in its place: the benefit of every doubt is the text's.
struct SampleJSON {
  /// Stands for what is not known; no template can hold it.
  static let hole: UInt8 = 0

  struct Fault: Equatable {
    let words: String
    let offset: Int
  }

  private let text: UnsafeBufferPointer<UInt8>
  /// Names without quotes and texts in single ones, which mocks take.
  private let isLenient: Bool
  private var at = 0
  /// One bit for each open object or array, innermost lowest: whether it is an object.
  private var open: UInt64 = 0
  private var depth = 0
  /// Set where only a call can tell.
  private var isUnknown = false

  /// Whether a text that begins as JSON may be JSON.
  static func isJSON(_ text: UnsafeBufferPointer<UInt8>, isLenient: Bool) -> Bool {
    fault(in: text, isLenient: isLenient) == nil
  }

  /// What is wrong with a text that begins with `{` or `[`; nil for any other.
  static func fault(in text: UnsafeBufferPointer<UInt8>, isLenient: Bool) -> Fault? {
    var scanner = SampleJSON(text, isLenient)
    scanner.skipBlanks()
    guard let first = scanner.current, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
    let fault = scanner.document()
    return scanner.isUnknown ? nil : fault
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, _ isLenient: Bool) {
    (self.text, self.isLenient) = (text, isLenient)
  }

  private var current: UInt8? { at < text.count ? text[at] : nil }

  private mutating func document() -> Fault? {
    repeat {
      if let fault = value() ?? close() { return fault }
    } while depth > 0 && !isUnknown
    skipBlanks()
    if current == Self.hole { isUnknown = true }
    return current == nil ? nil : fault("something stands after its end")
  }

  private func fault(_ words: String, at offset: Int? = nil) -> Fault { Fault(words: words, offset: offset ?? at) }

  private mutating func push(isObject: Bool) {
    at += 1
    depth += 1
    // Deeper than anyone means.
    if depth == 64 { isUnknown = true }
    open = open << 1 | (isObject ? 1 : 0)
    skipBlanks()
  }

  private mutating func pop() {
    at += 1
    depth -= 1
    open >>= 1
  }

  /// A scalar, or the start of an object or array up to its first value.
  private mutating func value() -> Fault? {
    while !isUnknown {
      skipBlanks()
      guard let byte = current else { return fault("it ends too early") }
      switch byte {
      case UInt8(ascii: "{"):
        push(isObject: true)
        if current == UInt8(ascii: "}") { return nil }
        if let fault = name() { return fault }
      case UInt8(ascii: "["):
        push(isObject: false)
        if current == UInt8(ascii: "]") { return nil }
      case UInt8(ascii: "\""): return string()
      case UInt8(ascii: "'") where isLenient: return string()
      default: return word()
      }
    }
    return nil
  }

  /// The ends that follow a value, and the comma before the next one.
  private mutating func close() -> Fault? {
    while depth > 0, !isUnknown {
      skipBlanks()
      let isObject = open & 1 == 1
      let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      guard let byte = current else { return fault("it ends too early") }
      if byte == end {
        pop()
      } else if byte == UInt8(ascii: ",") {
        let comma = at
        at += 1
        skipBlanks()
        if current == end { return fault("a ',' stands before '\(Unicode.Scalar(end))'", at: comma) }
        return isObject ? name() : nil
      } else {
        if byte == Self.hole { isUnknown = true }
        return fault("a ',' or '\(Unicode.Scalar(end))' is missing")
      }
    }
    return nil
  }

  /// A member's name and its colon.
  private mutating func name() -> Fault? {
    skipBlanks()
    guard let byte = current else { return fault("it ends too early") }
    if byte == UInt8(ascii: "\"") || isLenient && byte == UInt8(ascii: "'") {
      if let fault = string() { return fault }
    } else if isLenient || byte == Self.hole {
      skipWord()
    } else {
      return fault("a name in double quotes is missing")
    }
    skipBlanks()
    guard current == UInt8(ascii: ":") else {
      if byte == Self.hole || current == Self.hole { isUnknown = true }
      return fault("a ':' is missing")
    }
    at += 1
    return nil
  }

  private mutating func string() -> Fault? {
    let (start, quote) = (at, text[at])
    at += 1
    while let byte = current {
      switch byte {
      case quote:
        at += 1
        return nil
      case UInt8(ascii: "\\"):
        at += 1
        if current == UInt8(ascii: "'"), quote != UInt8(ascii: "'") {
          return fault("\"\\'\" is no escape of JSON", at: at - 1)
        }
        at += 1
      case 1..<0x20: return fault("a text runs over a line end or holds a control character", at: start)
      default: at += 1
      }
    }
    return fault("a text is never closed", at: start)
  }

  /// `true`, `false`, `null`, a number, or what only a call can tell.
  private mutating func word() -> Fault? {
    let start = at
    skipWord()
    let word = UnsafeBufferPointer(rebasing: text[start..<at])
    if word.contains(Self.hole) {
      skipBlanks()
      // What stands behind may belong to it.
      if let byte = current, !",]}".utf8.contains(byte) { isUnknown = true }
      return nil
    }
    if Self.isValue(word) { return nil }
    let string = String(decoding: word, as: UTF8.self)
    return fault(string.isEmpty ? "a value is missing" : "'\(string)' is no value", at: start)
  }

  private static func isValue(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return switch first {
    case UInt8(ascii: "1")...UInt8(ascii: "9") where word.allSatisfy({ (48...57).contains($0) }): true
    case UInt8(ascii: "t"): word.elementsEqual("true".utf8)
    case UInt8(ascii: "f"): word.elementsEqual("false".utf8)
    case UInt8(ascii: "n"): word.elementsEqual("null".utf8)
    default: JSONNumber(String(decoding: word, as: UTF8.self)) != nil
    }
  }

  private mutating func skipWord() {
    while let byte = current, byte == Self.hole || byte > 0x20, !Self.endsWord(byte) { at += 1 }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "{"),
      UInt8(ascii: "["), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { at += 1 }
  }
}
