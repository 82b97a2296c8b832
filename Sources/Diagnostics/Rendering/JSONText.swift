/// Appends JSON, member by member, to a buffer.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// Whether the next value of the innermost collection needs a comma before it.
  private var needsComma = false

  mutating func object(_ body: (inout JSONText) -> Void) { collection("{", "}", body) }

  mutating func array(_ body: (inout JSONText) -> Void) { collection("[", "]", body) }

  mutating func member(_ name: StaticString, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: "\": ".utf8)
    needsComma = false
    body(&self)
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ text: String) { member(name) { $0.string(text) } }

  mutating func member(_ name: StaticString, _ number: Int) {
    member(name) { $0.bytes.append(contentsOf: String(number).utf8) }
  }

  /// A string, safe for whoever prints the JSON as it stands.
  mutating func string(_ text: String) {
    separate()
    bytes.append(0x22)
    SafeText(form: .json).write(text, to: &bytes)
    bytes.append(0x22)
    needsComma = true
  }

  mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(contentsOf: ", ".utf8) }
  }

  private mutating func collection(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(contentsOf: open.utf8)
    needsComma = false
    body(&self)
    bytes.append(contentsOf: close.utf8)
    needsComma = true
  }
}
