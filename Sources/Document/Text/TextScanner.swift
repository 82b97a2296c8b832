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
  }

  /// More problems than these say nothing new.
  static let mostProblems = 100

  private(set) var problems: [(problem: TextProblem, offset: Int)] = []
  private(set) var isASCII = true
  private let bytes: UnsafeBufferPointer<UInt8>
  private let strictness: Strictness

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ strictness: Strictness) {
    self.bytes = bytes
    self.strictness = strictness
    if Self.isWide(bytes) { problems = [(.wideEncoding, 0)] } else { scan(from: start) }
  }

  private mutating func scan(from start: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at < bytes.count {
      if at + 8 <= bytes.count, Self.isPlain(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
        at += 8
        continue
      }
      guard let length = step(at), problems.count < Self.mostProblems else { return }
      at += length
    }
  }

  /// Judges one character and tells its length; nil where the bytes stop being UTF-8.
  private mutating func step(_ offset: Int) -> Int? {
    guard let (scalar, length) = decodeUTF8(bytes, at: offset) else {
      problems.append((.notUTF8(bytes[offset]), offset))
      return nil
    }
    if scalar >= 0x80 { isASCII = false }
    if strictness == .content ? scalar == 0 : RefusedCharacter(scalar) != nil {
      problems.append((.character(scalar), offset))
    }
    return length
  }

  /// Whether eight bytes are all printable ASCII, tabs and line ends. Each mask has the top bit of the bytes it is about;
  /// exact, as no byte borrows from its neighbour while its top bit is set.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &* 0x80
    func equal(_ byte: UInt64) -> UInt64 { ~(((word ^ (ones &* byte)) | tops) &- ones) & tops }
    guard word & tops == 0 else { return false }
    let low = ~((word | tops) &- (ones &* 0x20)) & tops
    return low == equal(0x0A) | equal(0x09) | equal(0x0D) && equal(0x7F) == 0
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
