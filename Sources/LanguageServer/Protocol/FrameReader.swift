/// Takes messages out of a stream of bytes: each has a header, `Content-Length: 123`, a blank line and so many bytes.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
public struct FrameReader: Sendable {
  /// What came of a stretch of the stream.
  public enum Frame: Hashable, Sendable {
    case message([UInt8])
    /// A header without a length, or a message of more bytes than are taken; it was passed over.
    case refused(String)
  }

  /// Bytes of a message: the largest spec, each character as an escape, and some.
  public static let largestMessage = 32 << 20
  private static let largestHeader = 8192

  private var buffer: [UInt8] = []
  /// Where in the buffer the next frame begins.
  private var start = 0
  /// Bytes of a message that is too large, still to come.
  private var surplus = 0

  public init() {}

  /// Takes in what was read.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    let passed = min(surplus, bytes.count)
    surplus -= passed
    buffer.append(contentsOf: bytes.dropFirst(passed))
  }

  /// The next frame; nil where it is not there as a whole yet.
  public mutating func next() -> Frame? {
    guard let (length, body) = header else {
      guard buffer.count - start > Self.largestHeader else { return nil }
      discard(buffer.count - start)
      return .refused("the header does not end")
    }
    guard let length else {
      discard(body - start)
      return .refused("the header has no 'Content-Length'")
    }
    guard length <= Self.largestMessage else {
      let there = min(length, buffer.count - body)
      surplus = length - there
      discard(body + there - start)
      return .refused("the message is too large: \(Self.largestMessage) bytes are the limit")
    }
    guard buffer.count - body >= length else { return nil }
    let message = Array(buffer[body..<(body + length)])
    discard(body + length - start)
    return .message(message)
  }

  private mutating func discard(_ count: Int) {
    start += count
    // Now and then, so that a thousand small messages are not moved a thousand times.
    guard start == buffer.count || start > 1 << 16 else { return }
    buffer.removeFirst(start)
    start = 0
  }

  /// The length that the header names, and where the message begins; nil where the header is not whole yet.
  private var header: (length: Int?, body: Int)? {
    let end = buffer.indices.dropFirst(start).prefix(Self.largestHeader).first { index in
      buffer[index] == 0x0A && (buffer[start..<index].suffix(3).elementsEqual([0x0D, 0x0A, 0x0D]))
    }
    guard let end else { return nil }
    let lines = buffer[start..<end].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let lengths = lines.compactMap { Self.length(in: String(decoding: $0, as: UTF8.self)) }
    return (lengths.first, end + 1)
  }

  private static func length(in line: String) -> Int? {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
    guard let length = Int(parts[1].filter { $0 != " " && $0 != "\t" }), length >= 0 else { return nil }
    return length
  }
}

extension FrameReader {
  /// Appends a message with its header.
  static func write(_ message: JSON, to output: inout [UInt8]) {
    var text: [UInt8] = []
    message.write(to: &text)
    output.append(contentsOf: "Content-Length: \(text.count)\r\n\r\n".utf8)
    output.append(contentsOf: text)
  }
}
