/// Writes findings for programs, as one JSON object on lines of their own: `version`, `diagnostics`, `summary`.
public struct JSONRenderer: Sendable {
  private let selection: Selection
  private var shown = 0
  private var counts = Counts()

  /// - Parameter selection: the findings that are written; the summary counts all.
  public init(_ selection: Selection) {
    self.selection = selection
  }

  /// Appends the findings of one spec and what it includes.
  public mutating func render(_ report: Report, of sources: SourceMap, into output: inout [UInt8]) {
    counts.add(report)
    var tables = LineTables(of: sources)
    for diagnostic in selection.choose(from: report, of: sources, shown: shown) {
      output.append(contentsOf: (shown == 0 ? Self.opening : ",\n").utf8)
      write(diagnostic, &tables, to: &output)
      shown += 1
    }
  }

  /// Appends the end of the object.
  public func finish(into output: inout [UInt8]) {
    output.append(contentsOf: (shown == 0 ? Self.opening.dropLast() : "\n").utf8)
    let numbers = #""errors": \#(counts.errors), "warnings": \#(counts.warnings), "infos": \#(counts.infos)"#
    output.append(contentsOf: "], \"summary\": {\(numbers)}}\n".utf8)
  }

  private static let opening = "{\"version\": 1, \"diagnostics\": [\n"

  private func write(_ diagnostic: Diagnostic, _ tables: inout LineTables, to output: inout [UInt8]) {
    let message = diagnostic.message
    let end = tables.location(of: max(diagnostic.span.start, diagnostic.span.end))
    output.append(UInt8(ascii: "{"))
    place(tables.location(of: diagnostic.span.start), to: &output)
    output.append(contentsOf: ", \"endLine\": \(end.line), \"endColumn\": \(end.column)".utf8)
    output.append(contentsOf: ", \"severity\": \"\(message.severity.rawValue)\", \"rule\": ".utf8)
    string(message.rule.description, to: &output)
    output.append(contentsOf: ", \"message\": ".utf8)
    string(Prose.cut(message.text), to: &output)
    output.append(contentsOf: ", \"help\": ".utf8)
    if let help = message.help { string(Prose.cut(help), to: &output) } else { output.append(contentsOf: "null".utf8) }
    output.append(contentsOf: ", \"related\": [".utf8)
    for (index, related) in diagnostic.related.enumerated() {
      output.append(contentsOf: (index == 0 ? "{" : ", {").utf8)
      place(tables.location(of: related.span.start), to: &output)
      output.append(contentsOf: ", \"message\": ".utf8)
      string(Prose.cut(related.text), to: &output)
      output.append(UInt8(ascii: "}"))
    }
    output.append(contentsOf: "]}".utf8)
  }

  private func place(_ location: Location, to output: inout [UInt8]) {
    output.append(contentsOf: "\"file\": ".utf8)
    string(location.file, to: &output)
    output.append(contentsOf: ", \"line\": \(location.line), \"column\": \(location.column)".utf8)
  }

  private func string(_ text: String, to output: inout [UInt8]) {
    output.append(0x22)
    SafeText(form: .json).write(text, to: &output)
    output.append(0x22)
  }
}
