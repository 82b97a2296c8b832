import Document
import Spec

/// Reads a text that is JSON (`JSONFault` finds no fault in it), and keeps where everything stands.
struct JSONTextReader {
  private let text: [UInt8]
  private let node: NodeID
  private var at = 0
  private var depth = 0

  init(_ text: String, of node: NodeID) {
    (self.text, self.node) = (Array(text.utf8), node)
  }

  /// The next value; what lies deeper than mappings of a spec may lie is skipped.
  mutating func value() -> JSONValue {
    skipBlanks()
    let start = at
    let content = self.content()
    return JSONValue(content: content, place: .part(start..<at, of: node))
  }

  private mutating func content() -> JSONValue.Content {
    switch at < text.count ? text[at] : 0 {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if depth == 100 {
        skipNested()
        return .unknown(nil)
      }
      depth += 1
      defer { depth -= 1 }
      return text[at] == UInt8(ascii: "{") ? .object(JSONObject(members())) : .array(items())
    case UInt8(ascii: "\""): return .string(string())
    default: return word()
    }
  }

  private mutating func members() -> [JSONMember] {
    var members: [JSONMember] = []
    at += 1
    while !closes(UInt8(ascii: "}")) {
      let start = at
      let name = string()
      let key = JSONPlace.part(start..<at, of: node)
      skipBlanks()
      at += 1
      members.append(JSONMember(name: name, key: key, value: value()))
    }
    return members
  }

  private mutating func items() -> [JSONValue] {
    var items: [JSONValue] = []
    at += 1
    while !closes(UInt8(ascii: "]")) { items.append(value()) }
    return items
  }

  /// Whether the end of an object or array follows; a comma before the next part is passed over.
  private mutating func closes(_ end: UInt8) -> Bool {
    skipBlanks()
    if at < text.count, text[at] == UInt8(ascii: ",") {
      at += 1
      skipBlanks()
    }
    guard at < text.count, text[at] != end else {
      at += 1
      return true
    }
    return false
  }

  private mutating func word() -> JSONValue.Content {
    let start = at
    while at < text.count, !" \t\r\n,]}:".utf8.contains(text[at]) { at += 1 }
    let word = String(decoding: text[start..<at], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true", "false": return .boolean(word == "true")
    default: return JSONNumber(word).map { .number($0) } ?? .unknown(nil)
    }
  }

  private mutating func string() -> String {
    var units: [UInt8] = []
    at += 1
    while at < text.count, text[at] != UInt8(ascii: "\"") {
      if text[at] == UInt8(ascii: "\\") {
        escape(into: &units)
      } else {
        units.append(text[at])
        at += 1
      }
    }
    at += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape(into units: inout [UInt8]) {
    let letter = at + 1 < text.count ? text[at + 1] : 0
    at += 2
    switch letter {
    case UInt8(ascii: "n"): units.append(10)
    case UInt8(ascii: "t"): units.append(9)
    case UInt8(ascii: "r"): units.append(13)
    case UInt8(ascii: "b"): units.append(8)
    case UInt8(ascii: "f"): units.append(12)
    case UInt8(ascii: "u"): units.append(contentsOf: Array(String(codeUnits()).utf8))
    default: units.append(letter)
    }
  }

  /// The character of one `\u` or of a pair of them, the letter being read already.
  private mutating func codeUnits() -> Character {
    var units = [codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), text[min(at, text.count)...].starts(with: "\\u".utf8) {
      at += 2
      units.append(codeUnit())
    }
    return String(decoding: units, as: UTF16.self).first ?? "\u{FFFD}"
  }

  private mutating func codeUnit() -> UInt16 {
    let end = min(at + 4, text.count)
    let digits = String(decoding: text[min(at, end)..<end], as: UTF8.self)
    at = end
    return UInt16(digits, radix: 16) ?? 0xFFFD
  }

  private mutating func skipNested() {
    var open = 0
    repeat {
      switch text[at] {
      case UInt8(ascii: "\""):
        _ = string()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
      default: break
      }
      at += 1
    } while open > 0 && at < text.count
  }

  private mutating func skipBlanks() {
    while at < text.count, " \t\r\n".utf8.contains(text[at]) { at += 1 }
  }
}
