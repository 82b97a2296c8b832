/// Writes values to a hash. Each token is a tag and, for text, its UTF-8 and a byte that UTF-8 never holds, so that
/// different values give different bytes; values that a template would hold the same JSON for give the same, whichever
/// way they are put together. An object's members are taken in the order of their names.
struct ContentWriter: ~Copyable, PropertyWriter {
  private enum Tag: UInt8 {
    case text = 1
    case number, `true`, `false`, null, object, list, end, name
  }

  private final class Hash {
    var murmur = MurmurHash3()
  }

  private static let endOfText: UInt8 = 0xff

  private let hash: Hash
  private var output: OutputBuffer

  init() {
    let hash = Hash()
    self.hash = hash
    output = OutputBuffer(capacity: 16_384) { hash.murmur.update($0) }
  }

  /// The hash of all that was written; what is written next is hashed anew.
  mutating func finish() -> MurmurHash3.Words {
    output.flush()
    let words = hash.murmur.finished()
    hash.murmur = MurmurHash3()
    return words
  }

  mutating func write(word: UInt64) {
    output.append(word)
  }

  mutating func beginObject() {
    output.append(Tag.object.rawValue)
  }

  mutating func endObject() {
    output.append(Tag.end.rawValue)
  }

  mutating func beginList() {
    output.append(Tag.list.rawValue)
  }

  mutating func endList() {
    output.append(Tag.end.rawValue)
  }

  mutating func startItem() {}

  mutating func writeName(_ name: StaticString) {
    output.append(name.bytes, after: Tag.name.rawValue, before: ContentWriter.endOfText)
  }

  mutating func writeName(_ name: String) {
    write(.name, name)
  }

  mutating func write(_ text: String) {
    write(.text, text)
  }

  mutating func write(ref id: LogicalID) {
    beginObject()
    writeName("Ref" as StaticString)
    write(.text, id.text)
    endObject()
  }

  private mutating func write(_ tag: Tag, _ text: String) {
    text.withBytes { output.append($0, after: tag.rawValue, before: ContentWriter.endOfText) }
  }
}

extension ContentWriter {
  mutating func write(_ value: Value) {
    switch value {
    case .string(let text): write(.text, text)
    case .integer(let number): write(.number, String(number))
    case .number(let spelling): write(.number, spelling)
    case .bool(true): output.append(Tag.true.rawValue)
    case .bool(false): output.append(Tag.false.rawValue)
    case .null: output.append(Tag.null.rawValue)
    case .list(let items): writeList(items)
    case .object(let members): writeObject(members)
    case .ref(let id): write(ref: id)
    case .getAtt(let id, let attribute): writeAttribute(id.text, attribute)
    case .sub(let pieces): writeSub(pieces)
    case .function(let name, let argument): writeFunction(name, argument)
    }
  }

  private mutating func writeList(_ items: [Value]) {
    beginList()
    for item in items { write(item) }
    endList()
  }

  private mutating func writeObject(_ members: [Member]) {
    beginObject()
    if members.areSortedByName {
      write(members: members)
    } else {
      write(members: members.sorted { $0.precedes($1) })
    }
    endObject()
  }

  private mutating func writeSub(_ pieces: [Piece]) {
    guard pieces.contains(where: \.isPlaceholder) else { return writeText(pieces) }
    beginObject()
    writeName("Fn::Sub" as StaticString)
    writeText(pieces)
    endObject()
  }

  private mutating func writeText(_ pieces: [Piece]) {
    output.append(Tag.text.rawValue)
    output.append(pieces, for: .none)
    output.append(ContentWriter.endOfText)
  }

  private mutating func writeFunction(_ name: String, _ argument: Value) {
    if name == "Fn::GetAtt", case .string(let path) = argument, let dot = path.utf8.firstIndex(of: 0x2e) {
      return writeAttribute(String(path[..<dot]), String(path[path.utf8.index(after: dot)...]))
    }
    beginObject()
    writeName(name)
    write(argument)
    endObject()
  }

  private mutating func writeAttribute(_ name: String, _ attribute: String) {
    beginObject()
    writeName("Fn::GetAtt" as StaticString)
    beginList()
    write(.text, name)
    write(.text, attribute)
    endList()
    endObject()
  }
}

extension [Member] {
  fileprivate var areSortedByName: Bool {
    indices.dropFirst().allSatisfy { !self[$0].precedes(self[$0 - 1]) }
  }
}

extension Member {
  fileprivate func precedes(_ other: Member) -> Bool {
    name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }
}
