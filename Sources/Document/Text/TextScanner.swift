/// One pass over a file's bytes that finds what is no UTF-8 and which characters must not stand there.
///
/// libyaml gives such errors an offset only and takes U+0085, U+2028 and U+2029 for line ends, so that its lines would
/// not be those of an editor: the text is checked before libyaml sees it.
struct TextScanner {
  /// How strict to be.
  enum Strictness {
    /// A spec: nothing that hides or misleads.
    case spec
    /// The content of a file that becomes text: UTF-8 without NUL.
    case content
    /// Text from which YAML's escapes are resolved: any character.
    case decoded
  }

  /// Marks that may follow one character, as in Unicode's stream-safe text (UAX #15): to compare texts takes time
  /// quadratic in their number.
  static let mostMarks = 30

  /// More problems than these say nothing new.
  static let mostProblems = 100

  private(set) var problems: [(problem: TextProblem, offset: Int)] = []
  private(set) var isASCII = true
  private var marks = 0
  private let bytes: UnsafeBufferPointer<UInt8>
  private let strictness: Strictness

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ strictness: Strictness) {
    self.bytes = bytes
    self.strictness = strictness
    if strictness != .decoded, Self.isWide(bytes) { problems = [(.wideEncoding, 0)] } else { scan(from: start) }
  }

  private mutating func scan(from start: Int) {
    guard let first = bytes.baseAddress else { return }
    var at = start
    while at < bytes.count {
      if at <= bytes.count - Self.block, Self.isPlain(first + at) {
        at &+= Self.block
        marks = 0
        continue
      }
      let end = min(at + Self.block, bytes.count)
      while at < end {
        guard let length = step(at), problems.count < Self.mostProblems else { return }
        at += length
      }
    }
  }

  /// Judges one character and tells its length; nil where the bytes stop being UTF-8.
  private mutating func step(_ offset: Int) -> Int? {
    guard let (scalar, length) = decodeUTF8(bytes, at: offset) else {
      problems.append((.notUTF8(bytes[offset]), offset))
      return nil
    }
    if scalar >= 0x80 { isASCII = false }
    let isRefused =
      switch strictness {
      case .spec: RefusedCharacter(scalar) != nil
      case .content: scalar == 0
      case .decoded: false
      }
    if isRefused { problems.append((.character(scalar), offset)) }
    countMark(scalar, offset)
    return length
  }

  private mutating func countMark(_ scalar: UInt32, _ offset: Int) {
    // U+0300 is the first of all combining marks.
    guard scalar >= 0x300, let properties = Unicode.Scalar(scalar)?.properties,
      properties.canonicalCombiningClass != .notReordered
    else {
      marks = 0
      return
    }
    marks += 1
    if marks == Self.mostMarks + 1 { problems.append((.marks(scalar), offset)) }
  }

  private static let block = 64

  /// Whether a block of bytes is all printable ASCII, tabs and line ends; without branches, so that it becomes vector code.
  @inline(__always) private static func isPlain(_ bytes: UnsafePointer<UInt8>) -> Bool {
    var strange: UInt8 = 0
    for at in 0..<block {
      let byte = bytes[at]
      let isPrintable: UInt8 = byte &- 0x20 < 0x5F ? 1 : 0
      let isBlank: UInt8 = byte == 0x0A ? 1 : byte == 0x0D ? 1 : byte == 0x09 ? 1 : 0
      strange |= 1 ^ (isPrintable | isBlank)
    }
    return strange == 0
  }

  /// UTF-16 or UTF-32, by its mark or by the zero bytes that ASCII has there.
  private static func isWide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    if (bytes[0], bytes[1]) == (0xFE, 0xFF) || (bytes[0], bytes[1]) == (0xFF, 0xFE) { return true }
    guard bytes.count >= 4 else { return false }
    let isZero = (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0)
    return isZero.1 && isZero.3 && !isZero.0 || isZero.0 && isZero.2
  }
}
