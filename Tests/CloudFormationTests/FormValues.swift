@testable import CloudFormation

extension FormReader {
  /// Takes the value that comes next, intrinsic functions as the objects that JSON has for them.
  mutating func value() -> Value {
    switch tag {
    case .text: return .string(text().word)
    case .number:
      let spelling = text().word
      return Int(spelling).map { .integer($0) } ?? .number(spelling)
    case .object: return .object(collection { Member($0.text().word, $0.value()) })
    case .list: return .list(collection { $0.value() })
    case .true, .false: return .bool(word() == .true)
    case .ref: return .object([Member("Ref", .string(text().word))])
    case .sub, .subOfFunctionUri, .subOfExecuteArn:
      return .object([Member("Fn::Sub", .string(String(decoding: subText(), as: UTF8.self)))])
    case .attribute:
      let (name, attribute) = attribute()
      return .object([Member("Fn::GetAtt", .list([.string(name.word), .string(attribute.word)]))])
    case .null, .endOfObject, .endOfList, .name:
      skip()
      return .null
    }
  }

  private mutating func collection<Entry>(_ entry: (inout FormReader) -> Entry) -> [Entry] {
    skip()
    var entries: [Entry] = []
    while !takesEnd() { entries.append(entry(&self)) }
    return entries
  }

  private mutating func word() -> Form.Tag {
    defer { skip() }
    return tag
  }
}

private func members(_ write: (inout PropertyWriter) -> Void) -> [Member] {
  var writer = PropertyWriter()
  write(&writer)
  return writer.take().read { reader in
    var (reader, members) = (reader, [Member]())
    while !reader.isAtEnd { members.append(Member(reader.text().word, reader.value())) }
    return members
  }
}

extension Resource {
  /// The properties that are written.
  var properties: [Member] { members { write(to: &$0) } }
}

extension PropertyType {
  /// The shape as a value.
  var object: Value { .object(members { write(to: &$0) }) }
}
