/// Where the lines of a text begin: what turns offsets in bytes into an editor's positions and back.
///
/// LF, CRLF and CR end a line, as the protocol has it.
public struct TextLines: Sendable {
  /// A byte order mark of a file on the disk, which editors take off before they count.
  private let mark: Int
  private var starts: [Int] = [0]
  private let count: Int

  /// - Parameter skipsMark: whether a byte order mark at the beginning counts for nothing.
  public init(_ text: some Collection<UInt8>, skipsMark: Bool = false) {
    count = text.count
    mark = skipsMark && text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isAfterReturn = false
    for (offset, byte) in text.enumerated() {
      if byte == 0x0A {
        if isAfterReturn { starts[starts.count - 1] = offset + 1 } else { starts.append(offset + 1) }
      } else if byte == 0x0D {
        starts.append(offset + 1)
      }
      isAfterReturn = byte == 0x0D
    }
  }

  /// The line in which an offset lies, from 0.
  public func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line's text begins and ends, its line end left out.
  /// - Parameter line: from 0; one behind the last stands for the text's end.
  public func range(ofLine line: Int, in text: ArraySlice<UInt8>) -> Range<Int> {
    guard line < starts.count else { return count..<count }
    let start = line == 0 ? mark : starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] : count
    while end > start, [0x0A, 0x0D].contains(text[text.startIndex + end - 1]) { end -= 1 }
    return start..<end
  }

  /// The position of an offset.
  /// - Parameter text: the text that the lines are of.
  public func position(of offset: Int, in text: ArraySlice<UInt8>, _ encoding: PositionEncoding) -> Position {
    let offset = min(max(offset, mark), count)
    let line = line(of: offset)
    let start = line == 0 ? mark : starts[line]
    let units = text[(text.startIndex + start)..<(text.startIndex + offset)].reduce(0) { $0 + encoding.units(of: $1) }
    return Position(line: line, character: units)
  }

  /// The offset of a position; one behind its line's end stands for that end, one inside of a character for its start.
  public func offset(of position: Position, in text: ArraySlice<UInt8>, _ encoding: PositionEncoding) -> Int {
    let line = range(ofLine: position.line, in: text)
    var (left, offset) = (position.character, line.lowerBound)
    while offset < line.upperBound {
      var next = offset + 1
      while next < line.upperBound, text[text.startIndex + next] & 0xC0 == 0x80 { next += 1 }
      let units = (offset..<next).reduce(0) { $0 + encoding.units(of: text[text.startIndex + $1]) }
      if left < units { break }
      left -= units
      offset = next
    }
    return offset
  }
}
