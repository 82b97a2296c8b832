import Diagnostics

/// The help of a command as a terminal has room for it.
struct HelpText {
  /// The columns up to which descriptions stand below their words: beside them a few words a line would be left.
  private static let narrow = 60
  /// The columns that the parser leaves for words before their descriptions.
  private static let wordColumns = 26
  /// More columns than any line of a help takes.
  private static let unbroken = 10_000

  private let breaker: LineBreaker

  /// - Parameter descriptor: the stream that the text will go to.
  init(for descriptor: Int32) { breaker = LineBreaker(width: Terminal.width(of: descriptor)) }

  /// The columns in which the parser is to write; nil where it finds out itself.
  var columns: Int? { isNarrow ? Self.unbroken : nil }

  /// The text as it is shown.
  /// - Parameter text: what the parser wrote in `columns`.
  func fitted(_ text: String) -> [UInt8] {
    guard isNarrow, text.hasPrefix("OVERVIEW:") else { return Array(breaker.broken(text, indent: 2).utf8) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map(stacked).joined(separator: "\n").utf8)
  }

  private var isNarrow: Bool { breaker.width.map { $0 <= Self.narrow } ?? false }

  /// A word with its description below it, or a line as it is.
  private func stacked(_ line: Substring) -> String {
    let word = line.prefix(Self.wordColumns)
    let description = line.dropFirst(Self.wordColumns)
    guard word.hasSuffix("  "), !description.isEmpty else {
      return breaker.broken(String(line), indent: line.hasPrefix(" ") || line.hasPrefix("USAGE") ? 2 : 0)
    }
    let below = breaker.broken("      " + description, indent: 6)
    return word.lastIndex { $0 != " " }.map { "\(word[...$0])\n\(below)" } ?? below
  }
}
