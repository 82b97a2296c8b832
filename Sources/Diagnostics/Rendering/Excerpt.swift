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

  let sources: SourceMap
  let table: LineTable
  let theme: Theme
  private var marks: [(line: Int, mark: Mark)] = []

  init(of sources: SourceMap, table: LineTable, theme: Theme) {
    (self.sources, self.table, self.theme) = (sources, table, theme)
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
    let window = LineWindow(text, around: Int(first.span.start), in: sources.bytes)
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
    if !mark.label.isEmpty {
      output.append(0x20)
      SafeText(form: .text).write(Prose.cut(mark.label), to: &output)
    }
    output.append(0x0A)
  }

  private func gutter(_ line: Int?, to output: inout [UInt8]) {
    let widest = max(5, Self.digits(of: marks.reduce(0) { max($0, $1.line) }))
    output.append(contentsOf: theme.dim.utf8)
    output.append(contentsOf: repeatElement(0x20, count: widest - (line.map(Self.digits) ?? 0)))
    if let line { output.append(contentsOf: String(line).utf8) }
    output.append(contentsOf: " |".utf8)
    output.append(contentsOf: theme.reset.utf8)
  }

  private static func digits(of number: Int) -> Int { number < 10 ? 1 : 1 + digits(of: number / 10) }
}
