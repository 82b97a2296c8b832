/// A page of the documentation that is made from what the program knows.
struct Page {
  /// Where it lies under `docs`.
  let path: String
  /// Markdown.
  let text: String

  /// - Parameter source: what the page is made from: "the tables that read a spec".
  init(_ path: String, _ title: String, from source: String, _ body: String) {
    self.path = path
    text = "<!-- `make docs` writes this page, from \(source). -->\n\n# \(title)\n\n\(body)"
  }
}

/// Markdown of the smaller kind.
enum Markdown {
  /// A table; what stands in a cell may hold `|`.
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head, head.map { _ in "---" }] + rows.map { row in row.map(cell) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// The words as code: "`a`, `b` or `c`".
  static func choice(_ words: [String]) -> String {
    let codes = words.map { "`\($0)`" }
    guard let last = codes.last, codes.count > 1 else { return codes.joined() }
    return codes.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The fragment that leads to a heading.
  static func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
      .split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")
  }
}
