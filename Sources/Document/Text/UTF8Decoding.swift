/// The character that begins at an offset and how many bytes it takes, or nil where the bytes are no UTF-8
/// (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int)? {
  let first = bytes[offset]
  if first < 0x80 { return (UInt32(first), 1) }
  guard let form = UTF8Form(leading: first), offset + form.length <= bytes.count,
    form.second.contains(bytes[offset + 1])
  else { return nil }
  var scalar = UInt32(first & form.mask) << 6 | UInt32(bytes[offset + 1] & 0x3F)
  for next in offset + 2..<max(offset + 2, offset + form.length) {
    guard bytes[next] & 0xC0 == 0x80 else { return nil }
    scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
  }
  return (scalar, form.length)
}

/// What a leading byte promises: the length of the sequence and the range of its second byte.
private struct UTF8Form {
  let length: Int
  let mask: UInt8
  let second: ClosedRange<UInt8>

  init?(leading byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: (length, mask, second) = (2, 0x1F, 0x80...0xBF)
    case 0xE0: (length, mask, second) = (3, 0x0F, 0xA0...0xBF)
    case 0xED: (length, mask, second) = (3, 0x0F, 0x80...0x9F)
    case 0xE1...0xEF: (length, mask, second) = (3, 0x0F, 0x80...0xBF)
    case 0xF0: (length, mask, second) = (4, 0x07, 0x90...0xBF)
    case 0xF1...0xF3: (length, mask, second) = (4, 0x07, 0x80...0xBF)
    case 0xF4: (length, mask, second) = (4, 0x07, 0x80...0x8F)
    default: return nil
    }
  }
}
