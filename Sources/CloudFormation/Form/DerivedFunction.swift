/// A function that is a tag of its own in a form, with its texts.
enum DerivedFunction {
  case ref([UInt8])
  case sub([UInt8])
  case attribute(of: [UInt8], [UInt8])

  /// Nil for any but an object with one member that has such a function's name and argument.
  init?(_ object: FormReader) {
    var reader = object
    reader.skip()
    // All of them are names without a byte of their own.
    guard reader.bytes[reader.index] == Form.Tag.name.rawValue else { return nil }
    switch (reader.text().word, reader.tag) {
    case ("Ref", .text): self = .ref(Array(reader.text()))
    case ("Fn::Sub", .text): self = .sub(Array(reader.text()))
    case ("Fn::GetAtt", .list):
      guard let texts = reader.twoTexts() else { return nil }
      self = .attribute(of: texts.0, texts.1)
    default: return nil
    }
  }
}

extension FormReader {
  /// Takes a list of two texts; nil for any other.
  fileprivate mutating func twoTexts() -> ([UInt8], [UInt8])? {
    skip()
    guard tag == .text else { return nil }
    let first = Array(text())
    guard tag == .text else { return nil }
    let second = Array(text())
    return takesEnd() ? (first, second) : nil
  }
}
