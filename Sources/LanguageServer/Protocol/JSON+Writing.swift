import Diagnostics

extension JSON {
  /// Appends the value as text, in UTF-8 without blanks.
  public func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .number(let number): output.append(contentsOf: String(number).utf8)
    case .string(let text): Self.write(text, to: &output)
    case .array(let items): Self.write(items, "[", "]", to: &output) { $0.write(to: &$1) }
    case .object(let members):
      Self.write(members, "{", "}", to: &output) { member, output in
        Self.write(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
    }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    SafeText(form: .json).write(text, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private static func write<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to output: inout [UInt8],
    _ body: (Item, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      body(item, &output)
    }
    output.append(UInt8(ascii: close))
  }
}
