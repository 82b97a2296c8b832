/// A text as an editor holds it, changed a stretch at a time.
public struct TextBuffer: Sendable {
  public private(set) var bytes: [UInt8]
  public private(set) var lines: TextLines
  let encoding: PositionEncoding

  /// - Parameter skipsMark: whether the text comes from a file, whose byte order mark editors do not count.
  public init(_ bytes: [UInt8], _ encoding: PositionEncoding, skipsMark: Bool = false) {
    (self.bytes, self.encoding) = (bytes, encoding)
    lines = TextLines(bytes, skipsMark: skipsMark)
  }

  public func offset(of position: Position) -> Int { lines.offset(of: position, in: bytes[...], encoding) }

  public func position(of offset: Int) -> Position { lines.position(of: offset, in: bytes[...], encoding) }

  /// The stretch between two offsets.
  func range(_ range: Range<Int>) -> JSON { .range(position(of: range.lowerBound), position(of: range.upperBound)) }

  /// The line in which an offset lies, without its line end.
  public func line(around offset: Int) -> Range<Int> { lines.range(ofLine: lines.line(of: offset), in: bytes[...]) }

  /// Puts text in the place of a stretch.
  public mutating func replace(_ range: Range<Int>, with text: some Collection<UInt8>) {
    bytes.replaceSubrange(range, with: text)
    lines = TextLines(bytes)
  }

  /// Takes in one of the changes of `textDocument/didChange`.
  mutating func apply(_ change: JSON) throws(RequestError) {
    guard let text = change["text"]?.string else { throw .invalidParams("a change needs 'text'") }
    guard let range = change["range"], range != .null else {
      self = TextBuffer(Array(text.utf8), encoding)
      return
    }
    guard let start = Position(range["start"]), let end = Position(range["end"]) else {
      throw .invalidParams("a range needs 'start' and 'end'")
    }
    let (first, last) = (offset(of: start), offset(of: end))
    replace(min(first, last)..<max(first, last), with: Array(text.utf8))
  }
}
