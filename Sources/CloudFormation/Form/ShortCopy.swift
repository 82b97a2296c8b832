extension UnsafeMutableRawPointer {
  /// Copies bytes that are few as a rule. Most names and texts have 4 to 32, for which two words that may overlap do: a
  /// call of `memcpy` takes three times as long as these.
  @inline(__always)
  func copyShort(from source: UnsafeBufferPointer<UInt8>) {
    guard let start = UnsafeRawPointer(source.baseAddress) else { return }
    let count = source.count
    switch count {
    case 4..<8: copyEnds(start, count, as: UInt32.self)
    case 8...16: copyEnds(start, count, as: UInt64.self)
    case 17...32: copyEnds(start, count, as: SIMD16<UInt8>.self)
    default: copyMemory(from: start, byteCount: count)
    }
  }

  @inline(__always)
  private func copyEnds<Word: BitwiseCopyable>(_ source: UnsafeRawPointer, _ count: Int, as type: Word.Type) {
    let last = count &- MemoryLayout<Word>.size
    storeBytes(of: source.loadUnaligned(as: type), as: type)
    storeBytes(of: source.loadUnaligned(fromByteOffset: last, as: type), toByteOffset: last, as: type)
  }
}
