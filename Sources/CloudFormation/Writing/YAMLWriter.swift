/// Writes YAML in block style with CloudFormation's short tags. A value's first blank belongs to the value: names and
/// dashes are written without one.
struct YAMLWriter: ~Copyable, TemplateSyntax {
  var output: OutputBuffer
  private(set) var indentation = 0

  init(_ output: consuming OutputBuffer) {
    self.output = output
  }

  mutating func begin() {}

  mutating func end() {
    output.flush()
  }

  mutating func open(_ name: String) {
    output.append(spaces: indentation)
    writeName(name)
    output.append(UInt8(ascii: "\n"))
    indentation += 2
  }

  mutating func close() {
    indentation -= 2
  }

  mutating func write(_ name: String, _ value: Value) {
    output.append(spaces: indentation)
    writeName(name)
    write(value, afterDash: false)
  }

  /// Writes a value after a name, a tag or a dash, down to the end of its last line.
  private mutating func write(_ value: Value, afterDash: Bool) {
    switch value {
    case .string(let text): writeText(text, indentation: indentation + 2)
    case .integer(let number): writeLine(String(number))
    case .number(let spelling): writeLine(YAMLWriter.number(spelling))
    case .bool(true): writeLine("true")
    case .bool(false): writeLine("false")
    case .null: writeLine("null")
    case .list(let items): writeList(items, afterDash: afterDash)
    case .object(let members): writeObject(members, afterDash: afterDash)
    case .ref(let id): writeTagged("Ref", .string(id.text))
    case .getAtt(let id, let attribute): writeTagged("GetAtt", .string(id.text + "." + attribute))
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument, afterDash: afterDash)
    }
  }

  private mutating func writeLine(_ text: String) {
    output.append(UInt8(ascii: " "))
    output.append(verbatim: text)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func writeList(_ items: [Value], afterDash: Bool) {
    guard !items.isEmpty else {
      writeLine("[]")
      return
    }
    startCollection(afterDash: afterDash)
    for (index, item) in items.enumerated() {
      startEntry(isInline: afterDash && index == 0)
      output.append(UInt8(ascii: "-"))
      write(item, afterDash: true)
    }
    indentation -= 2
  }

  private mutating func writeObject(_ members: [Member], afterDash: Bool) {
    guard !members.isEmpty else {
      writeLine("{}")
      return
    }
    startCollection(afterDash: afterDash)
    for (index, member) in members.enumerated() {
      startEntry(isInline: afterDash && index == 0)
      writeName(member.name)
      write(member.value, afterDash: false)
    }
    indentation -= 2
  }

  private mutating func startCollection(afterDash: Bool) {
    output.append(afterDash ? UInt8(ascii: " ") : UInt8(ascii: "\n"))
    indentation += 2
  }

  private mutating func startEntry(isInline: Bool) {
    if !isInline { output.append(spaces: indentation) }
  }
}

extension YAMLWriter {
  private mutating func writeSub(_ pieces: [Piece]) {
    output.append(pieces.contains(where: \.isPlaceholder) ? " !Sub \"" : " \"")
    output.append(pieces, for: .yaml)
    output.append("\"\n")
  }

  private mutating func writeTagged(_ tag: String, _ argument: Value) {
    output.append(" !")
    output.append(verbatim: tag)
    write(argument, afterDash: false)
  }

  /// A node has one tag: a function whose argument is a tagged value, or one whose type a tag would hide, is written
  /// in its long form, as is one that readers may not know.
  private mutating func writeFunction(_ name: String, _ argument: Value, afterDash: Bool) {
    guard let tag = YAMLWriter.tag(of: name), argument.takesTag else {
      writeObject([Member(name, argument)], afterDash: afterDash)
      return
    }
    writeTagged(tag, argument)
  }

  private static func tag(of name: String) -> String? {
    switch name {
    case "Ref", "Condition": name
    case "Fn::And", "Fn::Base64", "Fn::Cidr", "Fn::Equals", "Fn::FindInMap", "Fn::GetAtt", "Fn::GetAZs",
      "Fn::GetStackOutput", "Fn::If", "Fn::ImportValue", "Fn::Join", "Fn::Length", "Fn::Not", "Fn::Or", "Fn::Select",
      "Fn::Split", "Fn::Sub", "Fn::ToJsonString", "Fn::Transform":
      String(name.dropFirst(4))
    default: nil
    }
  }

  /// YAML 1.1 wants a point in a number that has an exponent, and the exponent's sign.
  private static func number(_ spelling: String) -> String {
    guard let mark = spelling.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return spelling }
    let mantissa = spelling[..<mark]
    let exponent = spelling[spelling.utf8.index(after: mark)...]
    let isSigned = exponent.utf8.first == UInt8(ascii: "+") || exponent.utf8.first == UInt8(ascii: "-")
    return mantissa + (mantissa.utf8.contains(UInt8(ascii: ".")) ? "e" : ".0e") + (isSigned ? "" : "+") + exponent
  }
}

extension Value {
  /// Whether a tag may stand before the value: text and untagged collections.
  fileprivate var takesTag: Bool {
    switch self {
    case .string, .list, .object: true
    case .sub(let pieces): !pieces.contains(where: \.isPlaceholder)
    case .integer, .number, .bool, .null, .ref, .getAtt, .function: false
    }
  }
}
