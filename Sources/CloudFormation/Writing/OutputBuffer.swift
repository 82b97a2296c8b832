/// Bytes on their way out, handed on whenever the buffer is full.
struct OutputBuffer: ~Copyable {
  private let base: UnsafeMutableRawPointer
  private let capacity: Int
  private var count = 0
  private let sink: (UnsafeRawBufferPointer) -> Void

  /// A buffer of so many bytes, 1,024 or more.
  init(capacity: Int, sink: @escaping (UnsafeRawBufferPointer) -> Void) {
    base = .allocate(byteCount: capacity, alignment: 16)
    self.capacity = capacity
    self.sink = sink
  }

  deinit {
    base.deallocate()
  }

  /// Hands on what has gathered. It is a call of its own, so that appending needs no registers for it.
  @inline(never)
  mutating func flush() {
    guard count > 0 else { return }
    sink(UnsafeRawBufferPointer(start: base, count: count))
    count = 0
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { flush() }
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends eight bytes, the least significant first.
  @inline(__always)
  mutating func append(_ word: UInt64) {
    if capacity &- count < 8 { flush() }
    base.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count &+= 8
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    if bytes.count > capacity &- count {
      flush()
      guard bytes.count <= capacity else {
        sink(bytes)
        return
      }
    }
    OutputBuffer.copy(start, to: base + count, bytes.count)
    count &+= bytes.count
  }

  /// Copies bytes; most texts are short enough for two words that may overlap.
  @inline(__always)
  private static func copy(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ count: Int) {
    guard count >= 8 && count <= 16 else { return target.copyMemory(from: source, byteCount: count) }
    target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
    target.storeBytes(
      of: source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self), toByteOffset: count &- 8, as: UInt64.self)
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
    if capacity &- count < 2 { flush() }
    base.storeBytes(of: pair.littleEndian, toByteOffset: count, as: UInt16.self)
    count &+= 2
  }

  /// Appends bytes with another one before and after them.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, between mark: UInt8) {
    append(bytes, after: mark, before: mark)
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, after first: UInt8, before last: UInt8) {
    guard let start = bytes.baseAddress, capacity &- count &- 2 >= bytes.count else {
      return appendSingly(bytes, after: first, before: last)
    }
    let target = base + count
    target.storeBytes(of: first, as: UInt8.self)
    OutputBuffer.copy(UnsafeRawPointer(start), to: target + 1, bytes.count)
    target.storeBytes(of: last, toByteOffset: bytes.count &+ 1, as: UInt8.self)
    count &+= bytes.count &+ 2
  }

  @inline(never)
  private mutating func appendSingly(_ bytes: UnsafeBufferPointer<UInt8>, after first: UInt8, before last: UInt8) {
    append(first)
    append(bytes)
    append(last)
  }

  /// Appends a newline and blanks, all at once as a rule.
  @inline(__always)
  mutating func appendLine(indentation: Int) {
    guard capacity &- count > 32 && indentation <= 32 else { return appendFarLine(indentation: indentation) }
    base.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: count, as: UInt8.self)
    base.storeBytes(of: OutputBuffer.blanks, toByteOffset: count &+ 1, as: SIMD32<UInt8>.self)
    count &+= indentation &+ 1
  }

  @inline(never)
  private mutating func appendFarLine(indentation: Int) {
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
