/// MurmurHash3 in its form for 64-bit machines that gives 128 bits (x64_128, seed 0), published by Austin Appleby.
///
/// What is hashed here becomes part of names: a name must change when what it stands for does, and nobody gains by
/// making two things meet, as both are their own. So even mixing is enough, and no cryptographic hash is needed, which
/// would cost ten times as much. Words are read least significant byte first on every machine: a name stays the same
/// over platforms and releases.
struct MurmurHash3 {
  private var words = Words(0, 0)
  private var length: UInt64 = 0
  /// The bytes after the last whole block, least significant first; the length tells how many.
  private var rest = Words(0, 0)

  typealias Words = (first: UInt64, second: UInt64)

  /// The hash of nothing yet.
  init() {}

  /// Takes further bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset < bytes.count && length & 15 != 0 {
      take(bytes[offset])
      offset &+= 1
    }
    while offset &+ 16 <= bytes.count {
      mix(MurmurHash3.word(bytes, at: offset), MurmurHash3.word(bytes, at: offset &+ 8))
      length &+= 16
      offset &+= 16
    }
    if bytes.count >= 8 && length & 15 == 0 { return takeRest(of: bytes, from: offset) }
    while offset < bytes.count {
      take(bytes[offset])
      offset &+= 1
    }
  }

  /// Takes fewer than sixteen bytes from an index to the end, out of words that end there, at the beginning of a block.
  @inline(__always)
  private mutating func takeRest(of bytes: UnsafeRawBufferPointer, from offset: Int) {
    let count = UInt64(bytes.count &- offset)
    let last = MurmurHash3.word(bytes, at: bytes.count &- 8)
    if count >= 8 {
      // Where there are eight, all of the last word is shifted out.
      rest = (MurmurHash3.word(bytes, at: offset), count == 8 ? 0 : last &>> (8 &* (16 &- count)))
    } else if count > 0 {
      rest.first = last &>> (8 &* (8 &- count))
    }
    length &+= count
  }

  /// The hash of all that was taken, as two words.
  func finished() -> Words {
    var (first, second) = words
    second ^= MurmurHash3.spread(rest.second, 33, MurmurHash3.factors.second, MurmurHash3.factors.first)
    first ^= MurmurHash3.spread(rest.first, 31, MurmurHash3.factors.first, MurmurHash3.factors.second)
    first ^= length
    second ^= length
    first &+= second
    second &+= first
    first = MurmurHash3.avalanche(first)
    second = MurmurHash3.avalanche(second)
    first &+= second
    second &+= first
    return (first, second)
  }

  private mutating func take(_ byte: UInt8) {
    let index = length & 15
    if index < 8 {
      rest.first |= UInt64(byte) &<< (8 &* index)
    } else {
      rest.second |= UInt64(byte) &<< (8 &* index &- 64)
    }
    length &+= 1
    guard length & 15 == 0 else { return }
    mix(rest.first, rest.second)
    rest = (0, 0)
  }

  @inline(__always)
  private mutating func mix(_ first: UInt64, _ second: UInt64) {
    words.first ^= MurmurHash3.spread(first, 31, MurmurHash3.factors.first, MurmurHash3.factors.second)
    words.first = (MurmurHash3.rotate(words.first, 27) &+ words.second) &* 5 &+ 0x52dc_e729
    words.second ^= MurmurHash3.spread(second, 33, MurmurHash3.factors.second, MurmurHash3.factors.first)
    words.second = (MurmurHash3.rotate(words.second, 31) &+ words.first) &* 5 &+ 0x3849_5ab5
  }
}

extension MurmurHash3 {
  private static let factors = Words(0x87c3_7b91_1142_53d5, 0x4cf5_ad43_2745_937f)

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    (word &<< count) | (word &>> (64 &- count))
  }

  @inline(__always)
  private static func spread(_ word: UInt64, _ count: UInt64, _ factor: UInt64, _ second: UInt64) -> UInt64 {
    rotate(word &* factor, count) &* second
  }

  private static func avalanche(_ word: UInt64) -> UInt64 {
    var word = word
    word ^= word &>> 33
    word = word &* 0xff51_afd7_ed55_8ccd
    word ^= word &>> 33
    word = word &* 0xc4ce_b9fe_1a85_ec53
    return word ^ (word &>> 33)
  }
}

extension MurmurHash3 {
  /// The words as 32 lower-case hex digits, the first word's most significant one first.
  static func hexadecimal(_ words: Words) -> String {
    String(unsafeUninitializedCapacity: 32) { text in
      for index in 0..<16 {
        let shift = UInt64(60 - 4 * index)
        text[index] = hexadecimalDigit(UInt8(truncatingIfNeeded: words.first >> shift & 15))
        text[16 + index] = hexadecimalDigit(UInt8(truncatingIfNeeded: words.second >> shift & 15))
      }
      return 32
    }
  }
}
