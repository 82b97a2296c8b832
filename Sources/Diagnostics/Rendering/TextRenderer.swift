/// Writes findings for people: a line that other programs can read too, an excerpt of the source, and what would help.
///
/// On a terminal no line is longer than the terminal is wide, where it can be broken between words.
public struct TextRenderer: Renderer {
  private let selection: Selection
  private let theme: Theme
  /// What stands before a help.
  private let helpPrefix: [UInt8]
  private let breaker: LineBreaker
  private var shown = 0
  private var counts = Counts()

  /// - Parameter width: the terminal's columns; nil where other programs may read.
  public init(_ selection: Selection = Selection(), theme: Theme = .plain, width: Int? = nil) {
    self.selection = selection
    self.theme = theme
    helpPrefix = Array("\(theme.dim)   =\(theme.reset) \(theme.strong)help:\(theme.reset) ".utf8)
    breaker = LineBreaker(width: width)
  }

  /// Appends the findings of one spec and what it includes.
  public mutating func render(_ report: Report, of sources: SourceMap, into output: inout [UInt8]) {
    counts.add(report)
    let chosen = selection.choose(from: report, of: sources, shown: shown)
    var tables = LineTables(of: sources)
    for diagnostic in chosen { write(diagnostic, &tables, to: &output) }
    shown += chosen.count
  }

  /// Appends a line with the true numbers when findings were left out.
  public func finish(into output: inout [UInt8]) {
    let infos = selection.showsInfo ? counts.infos : 0
    guard shown < counts.errors + counts.warnings + infos else { return }
    // Not 'joined', whose generic code takes longer to get ready than all of this to run.
    var numbers = ""
    func add(_ count: Int, _ name: String) {
      if count > 0 { numbers += "\(numbers.isEmpty ? "" : ", ")\(count) \(name)\(count == 1 ? "" : "s")" }
    }
    add(counts.errors, "error")
    add(counts.warnings, "warning")
    add(infos, "info")
    let start = output.count
    output.append(contentsOf: "… \(numbers) in all, of which \(shown) \(shown == 1 ? "is" : "are") shown\n".utf8)
    breaker.breakLine(from: start, of: &output, indent: 2)
  }

  private func write(_ diagnostic: Diagnostic, _ tables: inout LineTables, to output: inout [UInt8]) {
    let message = diagnostic.message
    let severity = message.severity
    let start = output.count
    heading(severity.rawValue, theme.style(of: severity), at: tables.location(of: diagnostic.span.start), to: &output)
    output.append(contentsOf: theme.strong.utf8)
    SafeText(form: .text).write(Prose.cut(message.text), to: &output)
    output.append(contentsOf: theme.reset.utf8)
    for part in [" [", message.rule.description, "]\n"] { output.append(contentsOf: part.utf8) }
    breaker.breakLine(from: start, of: &output, indent: 4)

    guard let table = tables.table(of: diagnostic.span.start, and: diagnostic.related) else {
      return help(message, to: &output)
    }
    var excerpt = Excerpt(of: tables.sources, table: table, theme: theme, width: breaker.width)
    _ = excerpt.add(.init(span: diagnostic.span, isPrimary: true, label: ""))
    let far = diagnostic.related.filter { !excerpt.add(.init(span: $0.span, isPrimary: false, label: $0.text)) }
    excerpt.write(to: &output, severity: severity)
    for related in far { note(related, &tables, to: &output) }
    help(message, to: &output)
  }

  /// A related place in another file, or far away.
  private func note(_ related: Related, _ tables: inout LineTables, to output: inout [UInt8]) {
    let start = output.count
    heading("note", theme.info, at: tables.location(of: related.span.start), to: &output)
    SafeText(form: .text).write(Prose.cut(related.text), to: &output)
    output.append(0x0A)
    breaker.breakLine(from: start, of: &output, indent: 4)
    guard let table = tables.table(of: related.span.start) else { return }
    var excerpt = Excerpt(of: tables.sources, table: table, theme: theme, width: breaker.width)
    _ = excerpt.add(.init(span: related.span, isPrimary: true, label: ""))
    excerpt.write(to: &output, severity: nil)
  }

  private func help(_ message: Message, to output: inout [UInt8]) {
    guard let help = message.help else { return }
    let start = output.count
    output.append(contentsOf: helpPrefix)
    SafeText(form: .text).write(Prose.cut(help), to: &output)
    output.append(0x0A)
    breaker.breakLine(from: start, of: &output, indent: 11)
  }

  private func heading(_ word: String, _ style: String, at location: Location, to output: inout [UInt8]) {
    output.append(contentsOf: theme.strong.utf8)
    write(fileName: location.file, to: &output)
    let place = ":\(location.line):\(location.column):"
    for part in [place, theme.reset, " ", style, word, ":", theme.reset, " "] { output.append(contentsOf: part.utf8) }
  }

  /// A name that begins with colons would make the line an order to a CI runner.
  private func write(fileName: String, to output: inout [UInt8]) {
    guard fileName.utf8.first == 0x20 || fileName.utf8.first == UInt8(ascii: ":") else {
      return SafeText(form: .text).write(fileName, to: &output)
    }
    let blank = fileName.unicodeScalars.prefix { $0 == " " }
    let rest = fileName.unicodeScalars.dropFirst(blank.count)
    output.append(contentsOf: repeatElement(0x20, count: blank.count))
    if rest.first == ":" {
      output.append(contentsOf: "\\u{3A}".utf8)
      SafeText(form: .text).write(String(rest.dropFirst()), to: &output)
    } else {
      SafeText(form: .text).write(String(rest), to: &output)
    }
  }
}
