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
  var tag: Form.Tag { Form.Tag(rawValue: bytes[index]) ?? .end }

  /// The note about the object that comes next.
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

  /// Takes the text of a text, a number or a name.
  mutating func text() -> UnsafeBufferPointer<UInt8> {
    let start = index &+ 1
    var length = 0
    while bytes[start &+ length] != Form.endOfText { length &+= 1 }
    index = start &+ length &+ 1
    return UnsafeBufferPointer(rebasing: bytes[start..<start &+ length])
  }

  /// Takes a list's or an object's end, where it comes next.
  mutating func takesEnd() -> Bool {
    guard tag == .end else { return false }
    index &+= 1
    return true
  }

  /// Goes over a token: a tag, and the text that follows it.
  mutating func skipToken() {
    switch tag {
    case .text, .number, .name: _ = text()
    case .object, .list, .end, .true, .false, .null: skip()
    }
  }
}

/// A function that is made here, as the form of an object with one member.
enum DerivedFunction {
  case ref(UnsafeBufferPointer<UInt8>)
  case attribute(of: UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)
  case sub(UnsafeBufferPointer<UInt8>)
}

extension FormReader {
  /// Takes the object that comes next if it is such a function; else stays where it is.
  mutating func derivedFunction() -> DerivedFunction? {
    var rest = self
    guard let function = rest.function() else { return nil }
    self = rest
    return function
  }

  private mutating func function() -> DerivedFunction? {
    guard tag == .object, note == nil else { return nil }
    skip()
    guard tag == .name else { return nil }
    let function: DerivedFunction
    let name = text()
    guard name.isDerivedFunction else { return nil }
    switch (name.count, tag) {
    case (3, .text): function = .ref(text())
    case (7, .text): function = .sub(text())
    case (10, .list):
      guard let attribute = attribute() else { return nil }
      function = attribute
    default: return nil
    }
    return takesEnd() ? function : nil
  }

  private mutating func attribute() -> DerivedFunction? {
    skip()
    guard tag == .text else { return nil }
    let name = text()
    guard tag == .text else { return nil }
    let attribute = text()
    return takesEnd() ? .attribute(of: name, attribute) : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the name is that of a function that is made here; each has a length of its own.
  var isDerivedFunction: Bool {
    switch count {
    case 3: elementsEqual("Ref".utf8)
    case 7: elementsEqual("Fn::Sub".utf8)
    case 10: elementsEqual("Fn::GetAtt".utf8)
    default: false
    }
  }

  /// The text, which was a string's before.
  var word: String { String(decoding: self, as: UTF8.self) }
}
