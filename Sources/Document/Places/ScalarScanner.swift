import Diagnostics

/// Reads the source of one scalar again, as libyaml does, and notes where each byte of its text comes from.
struct ScalarScanner {
  let bytes: [UInt8]
  /// The end of the file, which block scalars may reach.
  let end: Int
  /// How many bytes the text has.
  let wanted: Int
  var at: Int
  private(set) var places: [Span] = []

  /// A span for each byte of a scalar's text; nil where the source reads otherwise.
  ///
  /// - Parameter text: where the text stands.
  static func places(of node: Node, _ text: Span, in sources: SourceMap) -> [Span]? {
    guard let file = sources.file(at: node.start) else { return nil }
    let isBlock = node.style == .literal || node.style == .folded
    var scanner = ScalarScanner(
      bytes: sources.bytes, end: Int(isBlock ? file.end : node.end), wanted: Int(text.end - text.start),
      at: Int(node.start))
    scanner.skipProperties()
    if isBlock {
      scanner.block(isFolded: node.style == .folded, text: Int(text.start)..<Int(text.end))
    } else {
      scanner.flow()
    }
    return scanner.places.count == scanner.wanted ? scanner.places : nil
  }

  /// Where the text or its quotes begin, behind an anchor and a tag; nil for a place in no file.
  static func start(of node: Node, in sources: SourceMap) -> UInt32? {
    guard sources.file(at: node.start) != nil else { return nil }
    var scanner = ScalarScanner(bytes: sources.bytes, end: Int(node.end), wanted: 0, at: Int(node.start))
    scanner.skipProperties()
    return UInt32(scanner.at)
  }

  private init(bytes: [UInt8], end: Int, wanted: Int, at: Int) {
    (self.bytes, self.end, self.wanted, self.at) = (bytes, end, wanted, at)
    places.reserveCapacity(wanted)
  }

  var current: UInt8? { at < end ? bytes[at] : nil }

  /// Notes that the next bytes of the text come from a stretch of source.
  mutating func emit(_ range: Range<Int>, count: Int = 1) {
    let span = Span(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
    for _ in 0..<count where places.count < wanted { places.append(span) }
  }

  /// The line end at the cursor, stepped over; nil where there is none.
  mutating func lineEnd() -> Range<Int>? {
    guard let byte = current, Self.isLineEnd(byte) else { return nil }
    let start = at
    at += byte == 0x0D && at + 1 < end && bytes[at + 1] == 0x0A ? 2 : 1
    return start..<at
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Steps over an anchor and a tag, and what may stand behind them.
  private mutating func skipProperties() {
    while let byte = current, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
      while let byte = current, byte > 0x20 { at += 1 }
      skipSpace()
    }
  }

  private mutating func skipSpace() {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        while let byte = current, !Self.isLineEnd(byte) { at += 1 }
      } else if byte <= 0x20 {
        at += 1
      } else {
        return
      }
    }
  }
}
