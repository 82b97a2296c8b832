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

  /// Hands on what has gathered.
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
    (base + count).copyMemory(from: start, byteCount: bytes.count)
    count &+= bytes.count
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

  /// Appends blanks, eight at a time; the last eight may reach beyond what counts.
  mutating func append(spaces: Int) {
    guard capacity &- count >= spaces &+ 8 else {
      for _ in 0..<spaces { append(UInt8(ascii: " ")) }
      return
    }
    var offset = 0
    while offset < spaces {
      base.storeBytes(of: 0x2020_2020_2020_2020, toByteOffset: count &+ offset, as: UInt64.self)
      offset &+= 8
    }
    count &+= spaces
  }
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
