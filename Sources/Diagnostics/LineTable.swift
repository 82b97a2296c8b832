/// Where something stands in a file.
public struct Location: Hashable, Sendable {
  /// The file's name as the user wrote it.
  public let file: String
  /// From 1.
  public let line: Int
  /// In Unicode code points, from 1.
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// The lines of one file. LF, CR and CRLF end a line, nothing else does; a byte order mark at the file's start is no
/// column.
public struct LineTable: Sendable {
  public let file: SourceFile
  private var scan: LineScan

  public init(of file: SourceFile, in sources: SourceMap) {
    self.init(of: file, in: sources, upTo: file.end)
  }

  /// The lines up to the one in which an offset lies; asked for a place behind it, it does not know.
  init(of file: SourceFile, in sources: SourceMap, upTo offset: UInt32) {
    self.file = file
    let (start, end) = (Int(file.start), Int(file.end))
    let hasMark = sources.bytes[start..<end].starts(with: [0xEF, 0xBB, 0xBF])
    scan = LineScan(in: start..<end, first: hasMark ? start + 3 : start)
    reach(offset, in: sources)
  }

  /// Learns of the lines up to the one in which an offset lies.
  mutating func reach(_ offset: UInt32, in sources: SourceMap) {
    sources.bytes.withUnsafeBufferPointer { scan.reach(offset, in: $0) }
  }

  /// Where each line's text begins, as an offset into the source map.
  private var starts: [UInt32] { scan.starts }

  /// The number of lines; a file that ends in a line end has an empty last line.
  public var count: Int { starts.count }

  /// The place of an offset; one outside the file stands for the file's nearest end.
  public func location(of offset: UInt32, in sources: SourceMap) -> Location {
    let offset = min(max(offset, starts[0]), max(file.end, starts[0]))
    let line = self.line(of: offset)
    let start = starts[line - 1]
    // Only a long line is worth the counts of the whole file.
    let column =
      Int(offset - start) <= LineScan.blockLength
      ? Self.codePoints(in: Int(start)..<Int(offset), of: sources)
      : codePoints(before: offset, in: sources) - codePoints(before: start, in: sources)
    return Location(file: file.name, line: line, column: column + 1)
  }

  /// The line, from 1, in which an offset lies.
  public func line(of offset: UInt32) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of a line, without its line end.
  /// - Parameter line: from 1 to `count`.
  public func text(ofLine line: Int, in sources: SourceMap) -> Range<Int> {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : max(Int(file.end), start)
    while end > start, sources.bytes[end - 1] == 0x0A || sources.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  private func codePoints(before offset: UInt32, in sources: SourceMap) -> Int {
    guard !scan.codePoints.isEmpty else { return 0 }
    let block = min(Int(offset - file.start) / LineScan.blockLength, scan.codePoints.count - 1)
    let start = Int(file.start) + block * LineScan.blockLength
    return Int(scan.codePoints[block]) + Self.codePoints(in: start..<Int(offset), of: sources)
  }

  private static func codePoints(in range: Range<Int>, of sources: SourceMap) -> Int {
    sources.bytes.withUnsafeBufferPointer { bytes in
      range.reduce(0) { bytes[$1] & 0xC0 != 0x80 ? $0 &+ 1 : $0 }
    }
  }
}
