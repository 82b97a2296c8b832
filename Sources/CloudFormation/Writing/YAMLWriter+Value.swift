extension YAMLWriter {
  mutating func write(_ value: Value) {
    switch value {
    case .string(let text): write(text)
    case .integer(let number): writeVerbatim(String(number))
    case .number(let spelling): writeVerbatim(YAMLWriter.number(spelling))
    case .bool(true): writeVerbatim("true")
    case .bool(false): writeVerbatim("false")
    case .null: writeVerbatim("null")
    case .list(let items): writeList(items)
    case .object(let members): writeObject(members)
    case .ref(let id): write(ref: id)
    case .getAtt(let id, let attribute): writeAttribute(id.text, attribute)
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument)
    }
  }

  private mutating func writeVerbatim(_ text: String) {
    output.append(UInt8(ascii: " "))
    output.append(verbatim: text)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func writeList(_ items: [Value]) {
    beginList()
    for item in items {
      startItem()
      write(item)
    }
    endList()
  }

  private mutating func writeObject(_ members: [Member]) {
    beginObject()
    write(members: members)
    endObject()
  }

  private mutating func writeAttribute(_ name: String, _ attribute: String) {
    output.append(" !GetAtt")
    write(name + "." + attribute)
  }

  private mutating func writeSub(_ pieces: [Piece]) {
    let quotation: Quotation = pieces.areBetterInSingleQuotes ? .single : .yaml
    output.append(pieces.contains(where: \.isPlaceholder) ? " !Sub " : " ")
    output.append(quotation.mark)
    output.append(pieces, for: quotation)
    output.append(quotation.mark)
    output.append(UInt8(ascii: "\n"))
  }

  /// A node has one tag: a function whose argument is a tagged value, or one whose type a tag would hide, is written
  /// in its long form, as is one that readers may not know.
  private mutating func writeFunction(_ name: String, _ argument: Value) {
    guard let tag = YAMLWriter.tag(of: name), argument.takesTag else {
      beginObject()
      writeName(name)
      write(argument)
      return endObject()
    }
    output.append(" !")
    output.append(verbatim: tag)
    isAfterDash = false
    write(argument)
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
