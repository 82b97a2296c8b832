/// Whether two stretches of bytes are the same, by words; in a hot loop, where a call would cost more.
@inline(__always) func sameBytes(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
  var at = 0
  while at &+ 8 <= count {
    guard word(left, at) == word(right, at) else { return false }
    at &+= 8
  }
  if at == count { return true }
  // The last word overlaps the one before it.
  if count >= 8 { return word(left, count &- 8) == word(right, count &- 8) }
  return lastBytes(left, count) == lastBytes(right, count)
}

@inline(__always) private func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
  bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
}

/// One to seven bytes in one number, some of them twice.
@inline(__always) private func lastBytes(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
  if count >= 4 {
    return UInt64(bytes.loadUnaligned(as: UInt32.self)) << 32
      | UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
  }
  return UInt64(bytes.load(as: UInt8.self)) << 16
    | UInt64(bytes.load(fromByteOffset: count &>> 1, as: UInt8.self)) << 8
    | UInt64(bytes.load(fromByteOffset: count &- 1, as: UInt8.self))
}

/// Hashes of mapping keys: equal for keys that are canonically equivalent text.
///
/// The seed is new in every run, so that nobody can write keys that all collide; no result depends on it.
package struct KeyHasher: Sendable {
  private let seed = UInt64.random(in: .min ... .max)

  package init() {}

  package func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let start = UnsafeRawPointer(text.baseAddress) else { return mixed(seed, 0) }
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var (all, at) = (UInt64(0), 0)
    while at &+ 8 <= text.count {
      all |= word(start, at)
      hash = folded(hash ^ word(start, at))
      at &+= 8
    }
    let rest = at == text.count ? 0 : lastBytes(start + at, text.count &- at)
    guard (all | rest) & 0x8080_8080_8080_8080 == 0 else { return canonicalHash(text) }
    return mixed(hash, rest)
  }

  /// Beyond ASCII `String` knows which sequences are equivalent; three characters are equivalent to one of ASCII.
  private func canonicalHash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let string = canonical(String(decoding: text, as: UTF8.self))
    guard string.utf8.contains(where: { $0 >= 0x80 }) else {
      return Array(string.utf8).withUnsafeBufferPointer { hash($0) }
    }
    return UInt32(truncatingIfNeeded: string.hashValue)
  }

  private func canonical(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{37E}": result.append(";")
      case "\u{1FEF}": result.append("`")
      case "\u{212A}": result.append("K")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  @inline(__always) private func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  @inline(__always) private func mixed(_ hash: UInt64, _ rest: UInt64) -> UInt32 {
    let result = folded(hash ^ rest)
    return UInt32(truncatingIfNeeded: result ^ result >> 32)
  }
}
