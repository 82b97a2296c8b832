/// JSON with its members in the order given.
indirect enum SchemaValue: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    let name: String
    let value: SchemaValue
  }

  case object([Member])
  case array([SchemaValue])
  case string(String)
  /// A number by its JSON spelling.
  case number(String)
  case boolean(Bool)
}

extension SchemaValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral members: (String, SchemaValue)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  init(arrayLiteral items: SchemaValue...) { self = .array(items) }
  init(stringLiteral text: String) { self = .string(text) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }

  static func integer(_ number: Int) -> SchemaValue { .number(String(number)) }

  static func strings(_ texts: [String]) -> SchemaValue { .array(texts.map { .string($0) }) }
}

extension SchemaValue {
  /// This object with further members after its own.
  func with(_ members: [Member]) -> SchemaValue {
    guard case .object(let own) = self else { preconditionFailure("only objects have members") }
    return .object(own + members)
  }

  /// Indented JSON text, without a newline at its end.
  var text: String {
    var output = ""
    write(to: &output, indent: "")
    return output
  }

  private func write(to output: inout String, indent: String) {
    switch self {
    case .object(let members):
      Self.write("{", members, "}", to: &output, indent) { member, output, inner in
        Self.quote(member.name, to: &output)
        output += ": "
        member.value.write(to: &output, indent: inner)
      }
    case .array(let items):
      Self.write("[", items, "]", to: &output, indent) { $0.write(to: &$1, indent: $2) }
    case .string(let text): Self.quote(text, to: &output)
    case .number(let text): output += text
    case .boolean(let value): output += value.written
    }
  }

  /// Collections stand on lines of their own, unless there is nothing in them.
  private static func write<Item>(
    _ open: String, _ items: [Item], _ close: String, to output: inout String, _ indent: String,
    _ body: (Item, inout String, String) -> Void
  ) {
    output += open
    for (index, item) in items.enumerated() {
      output += index == 0 ? "\n" : ",\n"
      output += indent + "  "
      body(item, &output, indent + "  ")
    }
    output += items.isEmpty ? close : "\n\(indent)\(close)"
  }

  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": output += "\\\(scalar)"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
