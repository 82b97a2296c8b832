/// The hash of FIPS 180-4, fed in pieces.
///
/// A crypto package would bring BoringSSL and Foundation into every start of the program; this is the one function
/// that is needed, and it hashes for identity, not against an attacker with a clock.
public struct SHA256 {
  private var state: SHA256State
  private var block: SHA256Block
  private var filled = 0
  private var length: UInt64 = 0

  /// The hash of nothing yet.
  public init() {
    state = SHA256State()
    block = SHA256Block()
  }

  /// Takes further bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes
    if filled > 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(fill(from: rest)))
      guard filled == 64 else { return }
      compressBlock()
    }
    while rest.count >= 64 {
      state.compress(UnsafeRawBufferPointer(rebasing: rest[..<64]))
      rest = UnsafeRawBufferPointer(rebasing: rest[64...])
    }
    _ = fill(from: rest)
  }

  /// Takes further bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Takes the UTF-8 of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The 32 bytes of the hash of all that was taken. Call it once, at the end.
  public mutating func finish() -> [UInt8] {
    let bits = length &* 8
    let padding = filled < 56 ? 56 - filled : 120 - filled
    var tail = [UInt8](repeating: 0, count: padding + 8)
    tail[0] = 0x80
    for index in 0..<8 { tail[padding + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * index)) }
    update(tail)
    return state.bytes
  }

  /// The hash as 64 lower-case hex digits. Call it once, at the end.
  public mutating func hexadecimal() -> String {
    let hash = finish()
    return String(unsafeUninitializedCapacity: 64) { text in
      for (index, byte) in hash.enumerated() {
        text[2 * index] = hexadecimalDigit(byte >> 4)
        text[2 * index + 1] = hexadecimalDigit(byte & 15)
      }
      return 64
    }
  }

  /// Copies what fits into the block; returns how many bytes that was.
  private mutating func fill(from bytes: UnsafeRawBufferPointer) -> Int {
    let count = min(64 - filled, bytes.count)
    guard count > 0 else { return 0 }
    let start = filled
    withUnsafeMutableBytes(of: &block) { target in
      UnsafeMutableRawBufferPointer(rebasing: target[start...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
    filled += count
    return count
  }

  private mutating func compressBlock() {
    withUnsafeBytes(of: block) { state.compress($0) }
    filled = 0
  }
}

/// 64 bytes without an allocation.
private struct SHA256Block {
  private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
}
