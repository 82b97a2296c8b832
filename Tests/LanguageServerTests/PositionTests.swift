import Testing

@testable import LanguageServer

@Suite("positions in a text") struct PositionTests {
  /// An emoji, an accent, a tab.
  private static let text = "a😀b\ré\tc\r\n\nlast"

  @Test(
    "a character counts as the encoding says",
    arguments: [
      (PositionEncoding.utf8, [0, 1, 5, 6]), (.utf16, [0, 1, 3, 4]), (.utf32, [0, 1, 2, 3]),
    ])
  func units(_ encoding: PositionEncoding, _ characters: [Int]) {
    let buffer = TextBuffer(Array(Self.text.utf8), encoding)
    for (offset, character) in zip([0, 1, 5, 6], characters) {
      let position = Position(line: 0, character: character)
      #expect(buffer.position(of: offset) == position)
      #expect(buffer.offset(of: position) == offset)
    }
  }

  @Test("CR, CRLF and LF end a line")
  func lines() {
    let buffer = TextBuffer(Array(Self.text.utf8), .utf16)
    let starts = (0...3).map { buffer.offset(of: Position(line: $0, character: 0)) }
    #expect(starts == [0, 7, 13, 14])
    #expect(buffer.position(of: 10) == Position(line: 1, character: 2))
    #expect(buffer.offset(of: Position(line: 1, character: 2)) == 10)
  }

  @Test("a position behind a line's end stands for that end, one behind the last line for the end of the text")
  func clamped() {
    let buffer = TextBuffer(Array(Self.text.utf8), .utf16)
    #expect(buffer.offset(of: Position(line: 0, character: 99)) == 6)
    #expect(buffer.offset(of: Position(line: 1, character: 99)) == 11)
    #expect(buffer.offset(of: Position(line: 99, character: 0)) == 18)
    #expect(buffer.offset(of: Position(line: .max, character: .max)) == 18)
  }

  @Test("a position inside of a character stands for its start")
  func inside() {
    #expect(TextBuffer(Array("😀".utf8), .utf16).offset(of: Position(line: 0, character: 1)) == 0)
    #expect(TextBuffer(Array("😀".utf8), .utf8).offset(of: Position(line: 0, character: 2)) == 0)
  }

  @Test("a byte order mark counts in a document, and not in a file on the disk")
  func mark() {
    let bytes = Array("\u{FEFF}ab".utf8)
    #expect(TextBuffer(bytes, .utf16).position(of: 4) == Position(line: 0, character: 2))
    #expect(TextBuffer(bytes, .utf16, skipsMark: true).position(of: 4) == Position(line: 0, character: 1))
    #expect(TextBuffer(bytes, .utf16, skipsMark: true).offset(of: Position(line: 0, character: 1)) == 4)
  }

  @Test("every position of an offset leads back to it, whatever the bytes")
  func there() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let pieces = (0..<20).map { _ in ["a", "é", "😀", "\n", "\r\n", "\t"].randomElement(using: &random) ?? "" }
      let text = Array(pieces.joined().utf8)
      for encoding in [PositionEncoding.utf8, .utf16, .utf32] {
        let buffer = TextBuffer(text, encoding)
        for offset in 0...text.count where offset == text.count || text[offset] & 0xC0 != 0x80 && text[offset] != 0x0A {
          #expect(buffer.offset(of: buffer.position(of: offset)) == offset)
        }
      }
    }
  }

  @Test("changes are made one after another")
  func changes() throws {
    var buffer = TextBuffer(Array("a😀b\nc".utf8), .utf16)
    try buffer.apply(["range": .range(Position(line: 0, character: 1), Position(line: 0, character: 3)), "text": "é"])
    try buffer.apply(["range": .range(Position(line: 0, character: 3), Position(line: 1, character: 0)), "text": ""])
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "aébc")
    try buffer.apply(["text": "new\n"])
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "new\n")
    #expect(throws: RequestError.self) { try buffer.apply(["range": ["start": 1]]) }
    #expect(throws: RequestError.self) { try buffer.apply(["range": ["start": 1], "text": "x"]) }
  }

  @Test("the first encoding is taken that both can do")
  func negotiation() {
    #expect(PositionEncoding(preferredIn: ["utf-7", "utf-32", "utf-8"]) == .utf32)
    #expect(PositionEncoding(preferredIn: nil) == .utf16)
    #expect(PositionEncoding(preferredIn: []) == .utf16)
  }
}
