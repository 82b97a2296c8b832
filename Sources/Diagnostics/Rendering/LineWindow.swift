/// A line of source as it is printed: escaped, its tabs widened, and cut to what fits around a place.
struct LineWindow {
  /// Columns of a line that are shown at most, where the terminal does not say.
  static let longest = 200
  /// Bytes that are looked at before a place and behind it at most: marks that are put over letters take no column.
  private static let reach = 4 * longest
  /// Columns that a tab takes.
  static let tab = 4

  /// What is printed, without a line end.
  private(set) var text: [UInt8] = []
  /// Where each printed code point begins: offsets in the source with their columns, and the end of the last.
  private var columns: [(offset: Int, column: Int)] = []
  /// The line itself, where it is printed as it is and whole: each byte is a column.
  private var plain: Range<Int>?

  /// - Parameters:
  ///   - line: the line's text, as offsets into `bytes`.
  ///   - offset: the place that must be seen.
  ///   - width: the columns to fill at most, with what stands for a part that was cut off.
  init(_ line: Range<Int>, around offset: Int, in bytes: [UInt8], width: Int = longest) {
    if line.count <= width, bytes[line].withUnsafeBufferPointer(SafeText(form: .text).isPlain) {
      (plain, text) = (line, Array(bytes[line]))
      return
    }
    let place = min(max(offset, line.lowerBound), line.upperBound)
    let part = Self.part(of: line, around: place, in: bytes, width: width)
    var column = 0
    if part.lowerBound > line.lowerBound { column += Self.cut(&text) }
    var index = part.lowerBound
    while index < part.upperBound {
      columns.append((index, column))
      let (count, width) = Self.write(at: index, in: bytes, end: line.upperBound, to: &text)
      column += width
      index += count
    }
    columns.append((index, column))
    if part.upperBound < line.upperBound { _ = Self.cut(&text) }
  }

  /// The column, from 0, at which an offset is printed; the nearest end for one that was cut off.
  func column(of offset: Int) -> Int {
    if let plain { return min(max(offset, plain.lowerBound), plain.upperBound) - plain.lowerBound }
    return (columns.first { $0.offset >= offset } ?? columns.last)?.column ?? 0
  }

  private static func cut(_ text: inout [UInt8]) -> Int {
    text.append(contentsOf: "…".utf8)
    return 1
  }

  /// The part of a line that fits: all of it, else half of the width before the place, the rest behind it, and more
  /// before it when the line ends early.
  private static func part(of line: Range<Int>, around offset: Int, in bytes: [UInt8], width: Int) -> Range<Int> {
    let whole = fill(width, of: line, around: offset, in: bytes)
    return whole == line ? line : fill(width - 2, of: line, around: offset, in: bytes)
  }

  private static func fill(_ width: Int, of line: Range<Int>, around offset: Int, in bytes: [UInt8]) -> Range<Int> {
    var scratch: [UInt8] = []
    var (start, end, used) = (offset, offset, 0)
    func before(_ limit: Int) {
      while start > line.lowerBound, offset - start < reach {
        let previous = codePoint(before: start, in: bytes, from: line.lowerBound)
        let width = write(at: previous, in: bytes, end: line.upperBound, to: &scratch).columns
        if used + width > limit { return }
        (start, used) = (previous, used + width)
      }
    }
    before(width / 2)
    while end < line.upperBound, end - offset < reach {
      let (count, columns) = write(at: end, in: bytes, end: line.upperBound, to: &scratch)
      if used + columns > width { break }
      (end, used) = (end + count, used + columns)
    }
    before(width)
    return start..<end
  }

  private static func codePoint(before offset: Int, in bytes: [UInt8], from start: Int) -> Int {
    var index = offset - 1
    while index > start, offset - index < 4, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return decode(at: index, in: bytes, end: offset).count == offset - index ? index : offset - 1
  }

  /// Prints what stands at an offset.
  private static func write(
    at index: Int, in bytes: [UInt8], end: Int, to text: inout [UInt8]
  ) -> (count: Int, columns: Int) {
    if bytes[index] == 0x09 {
      text.append(contentsOf: repeatElement(0x20, count: tab))
      return (1, tab)
    }
    let (scalar, count) = decode(at: index, in: bytes, end: end)
    let safe = SafeText(form: .text)
    guard let scalar else { return (1, safe.write(invalid: bytes[index], to: &text)) }
    return (count, safe.write(scalar, to: &text))
  }

  /// The code point at an offset; none, and one byte, where the bytes are no UTF-8.
  private static func decode(at index: Int, in bytes: [UInt8], end: Int) -> (scalar: Unicode.Scalar?, count: Int) {
    if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    var decoder = UTF8()
    var source = bytes[index..<min(index + 4, end)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&source) else { return (nil, 1) }
    return (scalar, UTF8.width(scalar))
  }
}
