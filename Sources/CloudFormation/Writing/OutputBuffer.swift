/// Bytes on their way out, handed on whenever the buffer is full.
struct OutputBuffer: ~Copyable {
  private let base: UnsafeMutableRawPointer
  private let capacity: Int
  private var count = 0
  private let sink: (UnsafeRawBufferPointer) -> Void

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

  mutating func append(_ byte: UInt8) {
    if count == capacity { flush() }
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
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

  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text as it is.
  mutating func append(verbatim text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(spaces: Int) {
    for _ in 0..<spaces { append(UInt8(ascii: " ")) }
  }
}
