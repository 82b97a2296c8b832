/// Texts like one that is being typed in, with a word of the server's own where the cursor stands, so that they can be read:
/// the nearest first.
struct Repair {
  /// Stands for what is not typed yet; nobody writes it.
  static let mark = "apigwSynthCursor"

  /// What the word is taken for.
  enum Role { case key, value }

  private let text: [UInt8]
  private let cursor: Cursor

  init(_ text: [UInt8], at cursor: Cursor) { (self.text, self.cursor) = (text, cursor) }

  /// Where the mark begins in all of them.
  func markOffset(as role: Role) -> Int { cursor.word.lowerBound + (role == .value && cursor.touchesColon ? 1 : 0) }

  /// The texts to try.
  func attempts(as role: Role) -> [[UInt8]] {
    let before = Array(text[..<cursor.word.lowerBound])
    let after = Array(text[cursor.word.upperBound...])
    let rest = Array(text[cursor.word.upperBound..<cursor.line.upperBound])
    let below = Array(text[cursor.line.upperBound...])
    let (word, closers) = (word(as: role), cursor.closers)
    return [
      before + word + after, before + word + closers + below, before + word + rest, before + word + closers,
      skeleton + word + closers,
    ] as [[UInt8]]
  }

  private func word(as role: Role) -> [UInt8] {
    switch role {
    case .key: Array((Self.mark + (cursor.isKey ? "" : ": ")).utf8)
    case .value: Array(((cursor.touchesColon ? " " : "") + Self.mark).utf8)
    }
  }
}

extension Repair {
  /// The text before the word with blanks for everything that is wrong, or may be: what is left are the keys above it that lead
  /// to its line, and its neighbours. All stands where it stood.
  private var skeleton: [UInt8] {
    var kept = text[..<cursor.word.lowerBound].map { $0 == 0x0A || $0 == 0x0D ? $0 : 0x20 }
    var ladder = Ladder(for: cursor.before)
    for index in cursor.before.indices { kept[index] = text[index] }
    for line in lines(above: cursor.line.lowerBound).reversed() {
      guard let part = ladder.part(of: text[line]) else { continue }
      for index in part { kept[index] = text[index] }
    }
    return kept
  }

  private func lines(above end: Int) -> [Range<Int>] {
    text[..<end].split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }.map { $0.startIndex..<$0.endIndex }
  }
}

/// Goes up from a line, and picks the lines that it hangs on by their indentation.
private struct Ladder {
  /// Lines of this indentation are neighbours; nil once the way has left them.
  private var neighbours: Int?
  /// Lines of less indentation are above.
  private var limit: Int
  /// Whether a key may stand as far in as the items that it holds.
  private var endsList: Bool

  init(for line: ArraySlice<UInt8>) {
    let (indent, content) = Self.indents(of: line)
    endsList = indent < content
    (neighbours, limit) = (endsList ? nil : content, indent)
  }

  /// Where the key of a line stands, with a plain value where that may matter; nil for a line that does not count.
  mutating func part(of line: ArraySlice<UInt8>) -> Range<Int>? {
    let (indent, content) = Self.indents(of: line)
    guard let colon = Self.colon(in: line) else { return nil }
    if content == neighbours {
      if indent < content { climb(to: indent, isItem: true) }
      return line.startIndex..<(Self.isPlain(line[(colon + 1)...]) ? line.endIndex : colon + 1)
    }
    guard content < limit || content == limit && endsList && indent == content else { return nil }
    climb(to: indent, isItem: indent < content)
    return line.startIndex..<(colon + 1)
  }

  private mutating func climb(to indent: Int, isItem: Bool) { (neighbours, limit, endsList) = (nil, indent, isItem) }

  /// How far in a line begins, and how far in what it says behind the dashes of items.
  private static func indents(of line: ArraySlice<UInt8>) -> (indent: Int, content: Int) {
    let blanks = line.prefix { $0 == 0x20 }
    let head = line.prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    return (blanks.count, head.last == UInt8(ascii: "-") ? blanks.count : head.count)
  }

  /// The colon behind the first word of a line.
  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isPlain(line[..<colon]) else { return nil }
    return colon + 1 == line.endIndex || line[colon + 1] == 0x20 ? colon : nil
  }

  /// Whether a text has nothing that opens or means something: words, and paths.
  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte & 0xDF) || " -_./".utf8.contains(byte)
    }
  }
}
