/// Goes through the tokens of a form.
struct FormReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let notes: [Form.Note]
  /// The next token's tag.
  private(set) var index: Int
  let end: Int

  init(bytes: UnsafeBufferPointer<UInt8>, notes: [Form.Note], index: Int, end: Int) {
    (self.bytes, self.notes, self.index, self.end) = (bytes, notes, index, end)
  }

  /// A reader of the tokens from one index to another.
  func part(_ start: Int, _ end: Int) -> FormReader {
    FormReader(bytes: bytes, notes: notes, index: start, end: end)
  }

  var isAtEnd: Bool { index >= end }

  /// The bytes from the next token on.
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[index..<end]) }

  /// Whether no note calls an object from here on unsorted; those that come before are of no account.
  var isSorted: Bool {
    !notes.reversed().prefix { $0.index >= index }.contains { $0.kind == .unsorted }
  }

  /// What comes next; a form never ends before the end of its last value.
  var tag: Form.Tag {
    let byte = bytes[index]
    if byte >= KnownText.firstName { return byte < KnownText.firstWord ? .name : .text }
    return Form.Tag(rawValue: byte) ?? .null
  }

  /// The note about the value that comes next.
  var note: Form.Note.Kind? {
    var (low, high) = (0, notes.count)
    while low < high {
      let middle = (low + high) / 2
      if notes[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low < notes.count && notes[low].index == index ? notes[low].kind : nil
  }

  /// Goes over a tag that stands alone: that of a collection, its end, or a word of JSON's.
  mutating func skip() {
    index &+= 1
  }

  /// Takes the text of a text, a number, a name, a `Ref` or an `Fn::Sub`: of one with a known beginning the rest.
  mutating func text() -> UnsafeBufferPointer<UInt8> {
    let byte = bytes[index]
    index &+= 1
    return byte < KnownText.firstName ? restOfText() : KnownText.table.text(byte)
  }

  /// Takes the name and the attribute of an `Fn::GetAtt`.
  mutating func attribute() -> (name: UnsafeBufferPointer<UInt8>, attribute: UnsafeBufferPointer<UInt8>) {
    index &+= 1
    return (restOfText(), restOfText())
  }

  /// Takes the whole text of an `Fn::Sub`.
  mutating func subText() -> [UInt8] {
    let beginning = KnownBeginning(tag).map { Array($0.text.bytes) } ?? []
    return beginning + text()
  }

  private mutating func restOfText() -> UnsafeBufferPointer<UInt8> {
    let start = index
    while bytes[index] != Form.endOfText { index &+= 1 }
    index &+= 1
    return UnsafeBufferPointer(rebasing: bytes[start..<index &- 1])
  }

  /// Takes a list's or an object's end, where it comes next.
  mutating func takesEnd() -> Bool {
    guard tag == .endOfObject || tag == .endOfList else { return false }
    index &+= 1
    return true
  }

  /// Goes over a token: a tag, and the text that follows it.
  mutating func skipToken() {
    switch tag {
    case .text, .number, .name, .ref, .sub, .subOfFunctionUri, .subOfExecuteArn: _ = text()
    case .attribute: _ = attribute()
    case .object, .list, .endOfObject, .endOfList, .true, .false, .null: skip()
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text, which was a string's before.
  var word: String { String(decoding: self, as: UTF8.self) }
}
