/// What takes a resource's properties one by one and makes their form, so that no tree of them is ever in memory.
///
/// An object is begun, its members are each a name and a value, and it is ended; a list is begun, its values follow, and
/// it is ended.
public struct PropertyWriter: ~Copyable {
  private var bytes: GrowingBytes
  private var notes: [Form.Note] = []

  /// - Parameter capacity: the bytes that are expected.
  init(capacity: Int = 1_000) {
    bytes = GrowingBytes(capacity: capacity)
  }

  /// How many bytes are written.
  var count: Int { bytes.count }

  /// What is written; what follows is another form.
  mutating func take() -> Form {
    bytes.makeRoom(for: Form.margin)
    (bytes.base + bytes.count).storeBytes(of: .zero, as: SIMD16<UInt8>.self)
    defer { notes = [] }
    return Form(bytes: FormBytes(bytes.take()), notes: notes)
  }

  /// What is written from an index on.
  func read(from start: Int) -> FormReader {
    FormReader(bytes: bytes.all, notes: notes, index: start, end: count)
  }

  /// Has an `Fn::Sub` at the end say the beginning of its text by its tag, if that is a known one.
  mutating func shortenSub(from start: Int) {
    let text = UnsafeBufferPointer(rebasing: bytes.all[(start + 1)...])
    guard let beginning = KnownBeginning(of: text) else { return }
    bytes.set(beginning.tag.rawValue, at: start)
    bytes.remove((start + 1)..<(start + 1 + beginning.text.utf8CodeUnitCount))
  }

  /// Takes back what was written from an index on, in which there are no notes.
  mutating func cut(to index: Int) { bytes.cut(to: index) }

  /// Adds the resource that was written last to a hash.
  func add(_ place: ResourcePlace, to hash: inout ContentHash) {
    hash.add(FormReader(bytes: bytes.all, notes: notes, index: place.start, end: place.attributes))
  }

  /// Notes something about the value that begins next, or at an index after which nothing is noted yet.
  mutating func note(_ kind: Form.Note.Kind, at index: Int? = nil) {
    notes.append(Form.Note(index: index ?? count, kind: kind))
  }

  /// Whether the last note is about the value at an index.
  func isNoted(_ index: Int) -> Bool { notes.last?.index == index }

  /// Begins an object where a value is due.
  public mutating func beginObject() { append(.object) }

  public mutating func endObject() { append(.endOfObject) }

  /// Begins a list where a value is due.
  public mutating func beginList() { append(.list) }

  public mutating func endList() { append(.endOfList) }

  /// Names an object's next member; its value follows.
  public mutating func writeName(_ name: PropertyName) {
    bytes.append(name.code)
  }

  /// Names an object's next member by any text; its value follows.
  public mutating func writeName(_ name: String) {
    name.withBytes { name in
      if let code = KnownText.table.name(name) { bytes.append(code) } else { append(.name, name) }
    }
  }

  /// Writes a value that was written before.
  public mutating func write(_ value: WrittenValue) {
    append(value.form.bytes.all, value.form.notes[...], from: 0)
  }

  /// Appends tokens that were written elsewhere, with the notes about them.
  ///
  /// - Parameter start: the index there of the first token.
  mutating func append(_ tokens: UnsafeBufferPointer<UInt8>, _ their: ArraySlice<Form.Note>, from start: Int) {
    for note in their { notes.append(Form.Note(index: count + note.index - start, kind: note.kind)) }
    bytes.append(tokens)
  }

  /// Appends the tokens of a reader, with the notes about them.
  mutating func append(_ reader: FormReader) {
    let range = reader.index..<reader.end
    let notes = reader.notes.filter { range.contains($0.index) }
    append(UnsafeBufferPointer(rebasing: reader.bytes[range]), notes[...], from: range.lowerBound)
  }

  /// Writes a word that resources of many kinds have.
  mutating func write(_ word: KnownWord) {
    bytes.append(word.code)
  }

  /// Writes text.
  public mutating func write(_ text: String) {
    text.withBytes { write($0) }
  }

  /// Writes a text of this program's.
  public mutating func write(_ text: StaticString) {
    write(text.bytes)
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    if let code = KnownText.table.word(text) { bytes.append(code) } else { append(.text, text) }
  }

  /// Writes `Ref` to a resource of the template.
  public mutating func write(ref id: LogicalID) {
    id.text.withBytes { append(.ref, $0) }
  }

  /// Writes `Fn::GetAtt`.
  mutating func writeAttribute(_ name: String, _ attribute: String) {
    name.withBytes { append(.attribute, $0) }
    append(attribute)
    endText()
  }
}

extension PropertyWriter {
  @inline(__always)
  mutating func append(_ tag: Form.Tag) {
    bytes.append(tag.rawValue)
  }

  /// Appends a token that has a text.
  mutating func append(_ tag: Form.Tag, _ text: UnsafeBufferPointer<UInt8>) {
    bytes.makeRoom(for: text.count &+ 2)
    bytes.put(tag.rawValue)
    bytes.put(text)
    bytes.put(Form.endOfText)
  }

  /// Appends a part of a text.
  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(text)
  }

  /// Appends a part of a text.
  mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  /// Appends a byte of a text.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Ends a text that was appended in parts.
  @inline(__always)
  mutating func endText() {
    bytes.append(Form.endOfText)
  }
}
