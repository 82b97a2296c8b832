/// Block scalars: `|` and `>`.
extension ScalarScanner {
  /// - Parameter text: where the decoded text stands.
  mutating func block(isFolded: Bool, text: Range<Int>) {
    while let byte = current, !Self.isLineEnd(byte) { at += 1 }
    _ = lineEnd()
    guard let indent = indentation(of: text) else { return }
    var (ending, empty): (Range<Int>?, [Range<Int>]) = (nil, [])
    var startsWithBlank = false
    while places.count < wanted, startsLine(indent, &empty), let first = current {
      if let ending, !isFolded || startsWithBlank || Self.isBlank(first) || empty.isEmpty { emit(ending) }
      for lineEnd in empty { emit(lineEnd) }
      (empty, startsWithBlank) = ([], Self.isBlank(first))
      while let byte = current, !Self.isLineEnd(byte) {
        emit(at..<at + 1)
        at += 1
      }
      ending = lineEnd()
    }
    if let ending { emit(ending) }
    for lineEnd in empty { emit(lineEnd) }
  }

  /// How many blanks before each line are no text: those of the first line with text, less those that the text has.
  private func indentation(of text: Range<Int>) -> Int? {
    let text = bytes[text]
    let emptyLines = text.prefix { $0 == 0x0A }.count
    // No line has text: whatever blanks there are, are no text.
    if emptyLines == text.count { return 1 << 30 }
    var scanner = self
    for _ in 0..<emptyLines {
      while let byte = scanner.current, !Self.isLineEnd(byte) { scanner.at += 1 }
      _ = scanner.lineEnd()
    }
    let written = bytes[scanner.at..<end].prefix { $0 == 0x20 }.count
    let read = text.dropFirst(emptyLines).prefix { $0 == 0x20 }.count
    return written >= read ? written - read : nil
  }

  /// Steps over empty lines, which are noted, and the indentation; false where the scalar is over.
  private mutating func startsLine(_ indent: Int, _ empty: inout [Range<Int>]) -> Bool {
    while true {
      let start = at
      while at < start + indent, current == 0x20 { at += 1 }
      if let range = lineEnd() {
        empty.append(range)
      } else {
        return at < end && at == start + indent
      }
    }
  }
}
