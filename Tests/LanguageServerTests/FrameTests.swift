import Testing

@testable import LanguageServer

@Suite("messages in a stream of bytes") struct FrameTests {
  private func frames(_ pieces: [[UInt8]]) -> [FrameReader.Frame] {
    var reader = FrameReader()
    var frames: [FrameReader.Frame] = []
    for piece in pieces {
      reader.append(piece)
      while let frame = reader.next() { frames.append(frame) }
    }
    return frames
  }

  private func frames(_ text: String) -> [FrameReader.Frame] { frames([Array(text.utf8)]) }

  @Test("a message is as long as its header says, in bytes")
  func length() {
    #expect(
      frames("Content-Length: 4\r\n\r\né12Content-Length: 0\r\n\r\n") == [.message(Array("é12".utf8)), .message([])])
  }

  @Test("a message may come in pieces of any size, and several in one")
  func pieces() {
    let text = Array("Content-Length: 2\r\n\r\nab".utf8)
    let whole = Array(repeating: text, count: 3).flatMap { $0 }
    let expected = Array(repeating: FrameReader.Frame.message(Array("ab".utf8)), count: 3)
    #expect(frames([whole]) == expected)
    #expect(frames(whole.map { [$0] }) == expected)
  }

  @Test("names of headers are the same in capitals, and other headers are passed over")
  func headers() {
    let text = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:1\r\n\r\nx"
    #expect(frames(text) == [.message([0x78])])
  }

  @Test(
    "a header without a length is refused, and the next message is read",
    arguments: [
      "Content-Length: -1", "Content-Length: x", "Content-Length:", "Length: 4", "Content-Length: 99999999999999999999",
    ])
  func noLength(_ header: String) {
    let found = frames("\(header)\r\n\r\nContent-Length: 1\r\n\r\nx")
    #expect(found == [.refused("the header has no 'Content-Length'"), .message([0x78])])
  }

  @Test("a message that is too large is passed over without being kept")
  func tooLarge() {
    let size = FrameReader.largestMessage + 1
    var reader = FrameReader()
    reader.append(Array("Content-Length: \(size)\r\n\r\nabc".utf8))
    #expect(reader.next() == .refused("the message is too large: \(FrameReader.largestMessage) bytes are the limit"))
    #expect(reader.next() == nil)
    reader.append([UInt8](repeating: 0x7B, count: size - 3))
    reader.append(Array("Content-Length: 1\r\n\r\nx".utf8))
    #expect(reader.next() == .message([0x78]))
  }

  @Test("a header that does not end is refused")
  func endless() {
    var reader = FrameReader()
    reader.append([UInt8](repeating: 0x41, count: 10_000))
    #expect(reader.next() == .refused("the header does not end"))
    #expect(reader.next() == nil)
  }
}
