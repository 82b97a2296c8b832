/// The lines of source that a diagnostic speaks of, with a mark under each place.
struct Excerpt {
  /// A place in the excerpt.
  struct Mark {
    let span: Span
    let isPrimary: Bool
    let label: String
  }

  /// Lines between two places that still are one excerpt.
  static let reach: Int = 20
  /// Bytes between two places of one line that still are one excerpt.
  static let reachInLine: UInt32 = 100

  /// What is shown of a line on the narrowest of terminals.
  static let fewestColumns = 12

  let sources: SourceMap
  let table: LineTable
  let theme: Theme
  /// The terminal's columns, where there is one.
  let width: Int?
  private var marks: [(line: Int, mark: Mark)] = []

  init(of sources: SourceMap, table: LineTable, theme: Theme, width: Int?) {
    (self.sources, self.table, self.theme, self.width) = (sources, table, theme, width)
  }

  /// Takes in a place, the primary one first.
  /// - Returns: whether the place is near enough to be shown here.
  mutating func add(_ mark: Mark) -> Bool {
    let line = table.line(of: mark.span.start)
    if let first = marks.first {
      let (start, other) = (mark.span.start, first.mark.span.start)
      guard table.file.start <= start, start <= table.file.end else { return false }
      guard abs(line - first.line) <= Self.reach else { return false }
      let distance = start > other ? start - other : other - start
      if line == first.line, distance > Self.reachInLine { return false }
    }
    marks.append((line, mark))
    return true
  }

  func write(to output: inout [UInt8], severity: Severity?) {
    var last: Int?
    let lines = marks.count == 1 ? [marks[0].line] : Set(marks.map(\.line)).sorted()
    for line in lines {
      if let last, line > last + 1 { output.append(contentsOf: "\(theme.dim)  ... |\(theme.reset)\n".utf8) }
      write(line, of: lines, to: &output, severity: severity)
      last = line
    }
  }

  private func write(_ line: Int, of lines: [Int], to output: inout [UInt8], severity: Severity?) {
    let here = marks.filter { $0.line == line }.map(\.mark)
    guard let first = here.first else { return }
    let text = table.text(ofLine: line, in: sources)
    let window = LineWindow(text, around: Int(first.span.start), in: sources.bytes, width: columns)
    gutter(line, to: &output)
    if !window.text.isEmpty { output.append(0x20) }
    output.append(contentsOf: window.text)
    output.append(0x0A)
    for mark in here { write(mark, under: window, ending: text.upperBound, to: &output, severity: severity) }
  }

  private func write(
    _ mark: Mark, under window: LineWindow, ending end: Int, to output: inout [UInt8], severity: Severity?
  ) {
    let start = window.column(of: Int(mark.span.start))
    let width = max(1, window.column(of: min(Int(mark.span.end), end)) - start)
    gutter(nil, to: &output)
    output.append(contentsOf: repeatElement(0x20, count: start + 1))
    output.append(contentsOf: (mark.isPrimary ? severity.map(theme.style(of:)) ?? theme.dim : theme.dim).utf8)
    output.append(contentsOf: repeatElement(UInt8(ascii: mark.isPrimary && severity != nil ? "^" : "-"), count: width))
    output.append(contentsOf: theme.reset.utf8)
    write(label: mark.label, of: start..<(start + width), to: &output)
    output.append(0x0A)
  }

  /// Writes what is said of a place behind its mark or, where it does not fit there, on lines of its own under it.
  private func write(label: String, of mark: Range<Int>, to output: inout [UInt8]) {
    guard !label.isEmpty else { return }
    var text: [UInt8] = []
    SafeText(form: .text).write(Prose.cut(label), to: &text)
    if width == nil || mark.upperBound + 1 + LineBreaker.columns(of: text) <= columns {
      output += [0x20] + text
      return
    }
    let lines = LineBreaker(width: columns).broken(text, indent: 0).split(separator: 0x0A)
    let widest = lines.map(LineBreaker.columns(of:)).max() ?? 0
    let indent = 1 + max(0, min(mark.lowerBound, columns - widest))
    for line in lines {
      output.append(0x0A)
      gutter(nil, to: &output)
      output.append(contentsOf: repeatElement(0x20, count: indent))
      output += line
    }
  }

  /// The columns to the right of the gutter.
  private var columns: Int {
    guard let width else { return LineWindow.longest }
    return min(LineWindow.longest, max(Self.fewestColumns, width - numberWidth - 3))
  }

  private var numberWidth: Int { max(5, Self.digits(of: marks.indices.reduce(0) { max($0, marks[$1].line) })) }

  private func gutter(_ line: Int?, to output: inout [UInt8]) {
    output.append(contentsOf: theme.dim.utf8)
    output.append(contentsOf: repeatElement(0x20, count: numberWidth - (line.map(Self.digits) ?? 0)))
    if let line { output.append(contentsOf: String(line).utf8) }
    output.append(contentsOf: " |".utf8)
    output.append(contentsOf: theme.reset.utf8)
  }

  private static func digits(of number: Int) -> Int { number < 10 ? 1 : 1 + digits(of: number / 10) }
}
