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
  /// Where each line's text begins, as an offset into the source map.
  private var starts: [UInt32] = []
  /// How many code points of the file begin before each block, so that a column costs one block, however long its line.
  private var codePoints: [UInt32] = []

  public init(of file: SourceFile, in sources: SourceMap) {
    self.file = file
    sources.bytes.withUnsafeBufferPointer { bytes in
      let (start, end) = (Int(file.start), Int(file.end))
      let hasMark = end - start >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF
      let scan = LineScan(bytes, in: start..<end)
      starts = [UInt32(hasMark ? start + 3 : start)] + scan.starts
      codePoints = scan.codePoints
    }
  }

  /// The number of lines; a file that ends in a line end has an empty last line.
  public var count: Int { starts.count }

  /// The place of an offset; one outside the file stands for the file's nearest end.
  public func location(of offset: UInt32, in sources: SourceMap) -> Location {
    let offset = min(max(offset, starts[0]), max(file.end, starts[0]))
    let line = self.line(of: offset)
    let column = codePoints(before: offset, in: sources) - codePoints(before: starts[line - 1], in: sources)
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
    guard !codePoints.isEmpty else { return 0 }
    let distance = Int(offset - file.start)
    let block = min(distance / LineScan.blockLength, codePoints.count - 1)
    var count = Int(codePoints[block])
    for index in (Int(file.start) + block * LineScan.blockLength)..<Int(offset)
    where sources.bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}
