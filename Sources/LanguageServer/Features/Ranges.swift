import Diagnostics

/// Turns places of a spec into addresses and ranges of the editor's.
struct Ranges {
  private let analysis: Analysis
  private let encoding: PositionEncoding
  /// The addresses of documents that are open, by path.
  private let open: [String: String]
  /// The texts in which places were asked for, by path.
  private var lines: [String: TextLines] = [:]

  init(_ analysis: Analysis, _ encoding: PositionEncoding, open: [String: String]) {
    (self.analysis, self.encoding, self.open) = (analysis, encoding, open)
  }

  /// The editor's address of a file.
  func address(of path: String) -> String { open[path] ?? FileURI.reference(to: path) }

  /// The file and the range of a span; nil for text that stands in no file.
  mutating func place(of span: Span) -> (path: String, range: JSON)? {
    guard let file = analysis.sources.file(at: span.start) else { return nil }
    let path = FileAddress.normalized(file.name)
    let text = analysis.sources.text(of: file)
    let lines = self.lines[path] ?? TextLines(text, skipsMark: open[path] == nil)
    self.lines[path] = lines
    let start = lines.position(of: Int(span.start - file.start), in: text, encoding)
    let end = max(span.start, min(span.end, file.end))
    return (path, .range(start, lines.position(of: Int(end - file.start), in: text, encoding)))
  }

  /// The span as a `Location`.
  mutating func location(of span: Span) -> JSON? {
    guard let (path, range) = place(of: span) else { return nil }
    return ["uri": .string(address(of: path)), "range": range]
  }
}
