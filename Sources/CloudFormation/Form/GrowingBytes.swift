/// Bytes in memory of their own that grow at the end.
struct GrowingBytes: ~Copyable {
  /// The first byte.
  private(set) var base: UnsafeMutableRawPointer
  private var capacity: Int
  private let firstCapacity: Int
  /// How many are written.
  private(set) var count = 0

  /// - Parameter capacity: the bytes that are expected.
  init(capacity: Int) {
    self.capacity = capacity
    firstCapacity = capacity
    base = .allocate(byteCount: capacity, alignment: 1)
  }

  deinit {
    base.deallocate()
  }

  /// All that is written.
  var all: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafePointer(base.assumingMemoryBound(to: UInt8.self)), count: count)
  }

  /// The memory with all that is written, which is the caller's from now on; there is as much room anew as at first.
  mutating func take() -> UnsafeBufferPointer<UInt8> {
    let taken = all
    capacity = firstCapacity
    base = .allocate(byteCount: capacity, alignment: 1)
    count = 0
    return taken
  }

  /// Takes back all that was written after so many bytes.
  @inline(__always)
  mutating func cut(to length: Int) { count = length }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    put(byte)
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    makeRoom(for: bytes.count)
    put(bytes)
  }

  mutating func insert(_ byte: UInt8, at index: Int) {
    makeRoom(for: 1)
    (base + index + 1).copyMemory(from: base + index, byteCount: count - index)
    base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    count += 1
  }

  mutating func remove(_ range: Range<Int>) {
    (base + range.lowerBound).copyMemory(from: base + range.upperBound, byteCount: count - range.upperBound)
    count -= range.count
  }

  /// Adds a byte for which there is room.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Adds bytes for which there is room.
  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    (base + count).copyShort(from: bytes)
    count &+= bytes.count
  }

  /// Sets a byte that was written before.
  @inline(__always)
  mutating func set(_ byte: UInt8, at index: Int) {
    base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
  }

  /// Makes room for so many further bytes.
  @inline(__always)
  mutating func makeRoom(for length: Int) {
    if capacity &- count < length { grow(by: length) }
  }

  @inline(never)
  private mutating func grow(by length: Int) {
    capacity = max(capacity + capacity / 2, count + length)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = larger
  }
}
