import CYaml

/// Gives libyaml a checked text as if its own reader had decoded it already.
///
/// That reader takes the input character by character into a buffer and judges each on the way: 18 % of the instructions of
/// reading a spec, after `CheckedText` has judged the text at a tenth of the price. The scanner behind it knows nothing
/// but the buffer, which is UTF-8 with a NUL at its end; the text is put there whole, and the reader told that the input
/// has ended.
struct DecodedInput: ~Copyable {
  private let text: UnsafeMutablePointer<UInt8>
  private let ownBuffer: UnsafeMutablePointer<UInt8>?

  /// The scanner looks up to four bytes ahead without asking, also behind the NUL.
  private static let lookahead = 8

  /// - Parameter parser: a new parser that knows its input's encoding, and has a handler to read it.
  init(_ content: UnsafeBufferPointer<UInt8>, for parser: UnsafeMutablePointer<yaml_parser_t>) {
    let size = content.count + Self.lookahead
    text = .allocate(capacity: size)
    let copied = UnsafeMutableBufferPointer(start: text, count: size).update(fromContentsOf: content)
    (text + copied).update(repeating: 0, count: size - copied)
    ownBuffer = parser.pointee.buffer.start
    parser.pointee.buffer.start = text
    parser.pointee.buffer.pointer = text
    parser.pointee.buffer.last = text + content.count + 1
    parser.pointee.buffer.end = text + size
    // Counts characters; that it is too high for a text beyond ASCII makes no difference, as the NUL ends it.
    parser.pointee.unread = content.count + 1
    parser.pointee.eof = 1
  }

  /// Takes the text away again, before the parser is deleted with what it holds.
  func remove(from parser: UnsafeMutablePointer<yaml_parser_t>) {
    parser.pointee.buffer.start = ownBuffer
    text.deallocate()
  }
}
