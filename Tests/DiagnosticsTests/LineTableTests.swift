import Testing

@testable import Diagnostics

@Suite struct LineTableTests {
  private func places(_ text: String, of offsets: [UInt32]) -> [[Int]] {
    var sources = SourceMap()
    _ = sources.add(name: "other", contents: Array("x: y\nz".utf8))
    let file = sources.add(name: "shop.yaml", contents: Array(text.utf8))
    let table = LineTable(of: file, in: sources)
    return offsets.map { offset in
      let location = table.location(of: file.start + offset, in: sources)
      return [location.line, location.column]
    }
  }

  @Test func lineFeedCarriageReturnAndBothEndALine() {
    #expect(places("a\nb\rc\r\nd", of: [0, 2, 4, 7]) == [[1, 1], [2, 1], [3, 1], [4, 1]])
    #expect(places("\r\r\n\n", of: [0, 1, 3, 4]) == [[1, 1], [2, 1], [3, 1], [4, 1]])
  }

  @Test func nextLineAndItsLikeEndNoLine() {
    #expect(places("a\u{85}\u{2028}b", of: [6]) == [[1, 4]])
  }

  @Test func columnsAreCodePoints() {
    #expect(places("é😀日x", of: [0, 2, 6, 9]) == [[1, 1], [1, 2], [1, 3], [1, 4]])
  }

  @Test func aByteOrderMarkIsNoColumn() {
    #expect(places("\u{FEFF}a: b\n\u{FEFF}c", of: [0, 3, 6, 8, 11]) == [[1, 1], [1, 1], [1, 4], [2, 1], [2, 2]])
  }

  @Test func offsetsOutsideTheFileAreItsEnds() {
    #expect(places("ab\nc", of: [4, 5, 4000]) == [[2, 2], [2, 2], [2, 2]])
    #expect(places("", of: [0, 7]) == [[1, 1], [1, 1]])
  }

  @Test func columnsOfLongLinesAreExact() {
    let text = String(repeating: "é", count: 5000) + "\n" + String(repeating: "x😀", count: 3000)
    let second: UInt32 = 10_001
    #expect(places(text, of: [9_998, 10_000]) == [[1, 5000], [1, 5001]])
    #expect(places(text, of: [second, second + 5 * 2999 + 1]) == [[2, 1], [2, 6000]])
  }

  @Test func theEndOfAFileIsNotTheStartOfTheNext() {
    var sources = SourceMap()
    let first = sources.add(name: "a", contents: [0x61])
    let second = sources.add(name: "b", contents: [0x62])
    #expect(sources.file(at: first.end) == first)
    #expect(sources.file(at: second.start) == second)
    #expect(sources.string(Span(start: second.start, end: second.end)) == "b")
  }
}
