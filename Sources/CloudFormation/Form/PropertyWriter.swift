/// What takes a resource's properties one by one and makes their form, so that no tree of them is ever in memory.
///
/// An object is begun, its members are each a name and a value, and it is ended; a list is begun, its values follow, and
/// it is ended.
public struct PropertyWriter: ~Copyable {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  /// The bytes that are written.
  private(set) var count = 0
  private var notes: [Form.Note] = []

  /// - Parameter capacity: the bytes that are expected.
  init(capacity: Int = 1_000) {
    self.capacity = capacity
    base = .allocate(byteCount: capacity, alignment: 1)
  }

  deinit {
    base.deallocate()
  }

  /// What is written; what follows is another form.
  mutating func take() -> Form {
    makeRoom(for: Form.margin)
    base.storeBytes(of: .zero, toByteOffset: count, as: SIMD16<UInt8>.self)
    let form = Form(bytes: FormBytes(written), notes: notes)
    base = .allocate(byteCount: capacity, alignment: 1)
    (count, notes) = (0, [])
    return form
  }

  private var written: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafePointer(base.assumingMemoryBound(to: UInt8.self)), count: count)
  }

  /// Adds the resource that was written last to a hash.
  func add(_ place: ResourcePlace, to hash: inout ContentHash) {
    hash.add(FormReader(bytes: written, notes: notes, index: place.start, end: place.attributes))
  }

  /// Notes something about the object that is begun next.
  mutating func note(_ kind: Form.Note.Kind) {
    notes.append(Form.Note(index: count, kind: kind))
  }

  /// Begins an object where a value is due.
  public mutating func beginObject() { append(.object) }

  public mutating func endObject() { append(.end) }

  /// Begins a list where a value is due.
  public mutating func beginList() { append(.list) }

  public mutating func endList() { append(.end) }

  /// Names an object's next member; its value follows. The name is one of CloudFormation's: ASCII letters and digits.
  public mutating func writeName(_ name: StaticString) {
    append(.name, name.bytes)
  }

  /// Names an object's next member by any text; its value follows.
  mutating func writeName(_ name: String) {
    name.withBytes { append(.name, $0) }
  }

  /// Writes text.
  public mutating func write(_ text: String) {
    text.withBytes { append(.text, $0) }
  }

  /// Writes `Ref` to a resource of the template.
  public mutating func write(ref id: LogicalID) {
    beginObject()
    writeName("Ref" as StaticString)
    write(id.text)
    endObject()
  }
}

extension PropertyWriter {
  @inline(__always)
  mutating func append(_ tag: Form.Tag) {
    makeRoom(for: 1)
    base.storeBytes(of: tag.rawValue, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends a token that has a text.
  mutating func append(_ tag: Form.Tag, _ text: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: text.count &+ 2)
    let target = base + count
    target.storeBytes(of: tag.rawValue, as: UInt8.self)
    (target + 1).copyShort(from: text)
    target.storeBytes(of: Form.endOfText, toByteOffset: text.count &+ 1, as: UInt8.self)
    count &+= text.count &+ 2
  }

  /// Appends a part of a text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: text.count)
    (base + count).copyShort(from: text)
    count &+= text.count
  }

  /// Appends a byte of a text, or its end.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  @inline(__always)
  private mutating func makeRoom(for length: Int) {
    if capacity &- count < length { grow(by: length) }
  }

  @inline(never)
  private mutating func grow(by length: Int) {
    capacity = 2 * (count + length)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = larger
  }
}
