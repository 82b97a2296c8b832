extension YAMLWriter {
  mutating func writeName(_ reader: FormReader) -> Int {
    var reader = reader
    writeName(reader.text())
    return reader.index
  }

  mutating func write(_ reader: FormReader) {
    var reader = reader
    while !reader.isAtEnd {
      if reader.tag == .name { writeName(reader.text()) } else { write(from: &reader) }
    }
  }

  mutating func writeItem(_ reader: FormReader, at index: Int) {
    var reader = reader.part(index, reader.end)
    writeItem(reader.text())
  }

  private mutating func writeItem(_ text: UnsafeBufferPointer<UInt8>) {
    startItem()
    writeLine(text)
  }

  private mutating func write(from reader: inout FormReader) {
    switch reader.tag {
    case .text: writeLine(reader.text())
    case .ref, .attribute, .sub, .subOfFunctionUri, .subOfExecuteArn: writeFunction(from: &reader)
    case .number: writeVerbatim(YAMLWriter.number(reader.text().word))
    case .object: writeObject(from: &reader)
    case .list: writeList(from: &reader)
    case .true: writeWord("true", from: &reader)
    case .false: writeWord("false", from: &reader)
    case .null: writeWord("null", from: &reader)
    case .endOfObject, .endOfList, .name: reader.skip()
    }
  }

  private mutating func writeWord(_ word: String, from reader: inout FormReader) {
    writeVerbatim(word)
    reader.skip()
  }

  private mutating func writeVerbatim(_ text: String) {
    output.append(UInt8(ascii: " "))
    output.append(verbatim: text)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func writeList(from reader: inout FormReader) {
    reader.skip()
    beginList()
    while !reader.takesEnd() {
      startItem()
      write(from: &reader)
    }
    endList()
  }

  private mutating func writeObject(from reader: inout FormReader) {
    if reader.note == .function, writesTagged(from: &reader) { return }
    reader.skip()
    beginObject()
    while !reader.takesEnd() {
      writeName(reader.text())
      write(from: &reader)
    }
    endObject()
  }

  /// Writes a function that is a token of its own by its short tag, or as the user wrote it.
  private mutating func writeFunction(from reader: inout FormReader) {
    let (note, tag) = (reader.note, reader.tag)
    if note == .plain { return writePlain(from: &reader) }
    output.append(tag == .ref ? " !Ref" : tag == .attribute ? " !GetAtt" : " !Sub")
    switch tag {
    case .ref: writeLine(reader.text())
    case .attribute:
      let (name, attribute) = reader.attribute()
      if note == .function { return writeItems([name, attribute]) }
      (name.word + "." + attribute.word).withBytes { writeLine($0) }
    default:
      reader.subText().withUnsafeBufferPointer { if note == nil { writeQuotedLine($0) } else { writeLine($0) } }
    }
  }

  private mutating func writeQuotedLine(_ text: UnsafeBufferPointer<UInt8>) {
    output.append(UInt8(ascii: " "))
    writeQuoted(text)
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes what has the form of a function and is none.
  private mutating func writePlain(from reader: inout FormReader) {
    beginObject()
    writeName(reader.tag.function.bytes)
    if reader.tag == .attribute {
      let (name, attribute) = reader.attribute()
      writeItems([name, attribute])
    } else if reader.tag == .ref {
      writeLine(reader.text())
    } else {
      reader.subText().withUnsafeBufferPointer { writeLine($0) }
    }
    endObject()
  }

  private mutating func writeItems(_ texts: [UnsafeBufferPointer<UInt8>]) {
    isAfterDash = false
    beginList()
    for text in texts { writeItem(text) }
    endList()
  }

  /// A node has one tag: a function whose argument is a tagged value, or one whose type a tag would hide, is written
  /// in its long form, as is one that readers may not know.
  private mutating func writesTagged(from reader: inout FormReader) -> Bool {
    var rest = reader
    rest.skip()
    guard let tag = YAMLWriter.tag(of: rest.text().word), rest.takesTag else { return false }
    output.append(" !")
    output.append(verbatim: tag)
    isAfterDash = false
    write(from: &rest)
    rest.skip()
    reader = rest
    return true
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

extension FormReader {
  /// Whether a tag may stand before the value that comes next: text and untagged collections.
  fileprivate var takesTag: Bool {
    switch tag {
    case .text, .list: true
    case .object: note != .function
    case .ref, .attribute, .sub, .subOfFunctionUri, .subOfExecuteArn: note == .plain
    case .number, .true, .false, .null, .endOfObject, .endOfList, .name: false
    }
  }
}
