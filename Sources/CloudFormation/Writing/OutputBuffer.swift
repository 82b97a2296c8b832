/// Bytes on their way out, handed on in blocks of one size: of a file whose pieces begin within pages, the system takes
/// twice as long to keep each.
struct OutputBuffer: ~Copyable {
  private let base: UnsafeMutableRawPointer
  private let blockSize: Int
  /// A block, and the room for what is begun before it is handed on.
  private let capacity: Int
  private var count = 0
  private let sink: (UnsafeRawBufferPointer) -> Void

  init(blockSize: Int, sink: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.blockSize = blockSize
    capacity = blockSize + 2_048
    base = .allocate(byteCount: capacity, alignment: 16)
    self.sink = sink
  }

  deinit {
    base.deallocate()
  }

  /// Hands on what is left, after which nothing may be appended.
  mutating func finish() {
    handOnBlock()
    if count > 0 { sink(UnsafeRawBufferPointer(start: base, count: count)) }
    count = 0
  }

  /// Hands on a block, if it is full. It is a call of its own, so that appending needs no registers for it.
  @inline(never)
  private mutating func handOnBlock() {
    guard count >= blockSize else { return }
    sink(UnsafeRawBufferPointer(start: base, count: blockSize))
    count -= blockSize
    base.copyMemory(from: base + blockSize, byteCount: count)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { handOnBlock() }
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// The place for what is appended next, where so many bytes can be written: 1,024 at most.
  @inline(__always)
  mutating func room(for length: Int) -> UnsafeMutableRawPointer {
    if capacity &- count < length { handOnBlock() }
    return base + count
  }

  /// The same at a place up to which it was filled.
  @inline(__always)
  mutating func makeRoom(for length: Int, _ target: inout UnsafeMutableRawPointer) {
    guard base + capacity - target < length else { return }
    fill(to: target)
    target = room(for: length)
  }

  /// Says up to where the room was filled.
  @inline(__always)
  mutating func fill(to end: UnsafeMutableRawPointer) {
    count = end - base
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= capacity &- count else { return appendInParts(bytes) }
    guard let start = bytes.baseAddress else { return }
    (base + count).copyMemory(from: start, byteCount: bytes.count)
    count &+= bytes.count
  }

  @inline(never)
  private mutating func appendInParts(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      if count == capacity { handOnBlock() }
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(capacity - count))
      append(part)
      rest = rest.dropFirst(part.count)
    }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(UnsafeRawBufferPointer(bytes))
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text as it is.
  @inline(__always)
  mutating func append(verbatim text: String) {
    text.withBytes { append($0) }
  }

  /// Appends two bytes, the less significant first.
  @inline(__always)
  mutating func append(_ pair: UInt16) {
    if capacity &- count < 2 { handOnBlock() }
    base.storeBytes(of: pair.littleEndian, toByteOffset: count, as: UInt16.self)
    count &+= 2
  }

  /// Writes a newline and at most 32 blanks, all at once, and a comma before them if it is wanted.
  @inline(__always)
  static func startLine(_ target: inout UnsafeMutableRawPointer, after comma: Bool, indentation: Int) {
    target.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    target += comma ? 1 : 0
    target.storeBytes(of: UInt8(ascii: "\n"), as: UInt8.self)
    target.storeBytes(of: OutputBuffer.blanks, toByteOffset: 1, as: SIMD32<UInt8>.self)
    target += indentation &+ 1
  }

  /// The same with any number of blanks.
  mutating func appendFarLine(after comma: Bool, indentation: Int) {
    if comma { append(UInt8(ascii: ",")) }
    append(UInt8(ascii: "\n"))
    append(spaces: indentation)
  }

  /// Appends blanks, all at once as a rule.
  @inline(__always)
  mutating func append(spaces: Int) {
    guard capacity &- count >= 32 && spaces <= 32 else {
      return appendBlanks(spaces)
    }
    base.storeBytes(of: OutputBuffer.blanks, toByteOffset: count, as: SIMD32<UInt8>.self)
    count &+= spaces
  }

  @inline(never)
  private mutating func appendBlanks(_ count: Int) {
    for _ in 0..<count { append(UInt8(ascii: " ")) }
  }

  private static var blanks: SIMD32<UInt8> { SIMD32(repeating: UInt8(ascii: " ")) }
}

extension StaticString {
  /// The UTF-8, which lives as long as the program.
  @inline(__always)
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}

extension String {
  /// Lends the UTF-8, of which every string that Swift has made holds one run.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
