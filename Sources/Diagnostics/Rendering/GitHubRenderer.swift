/// Writes findings as workflow commands of GitHub Actions, which the runner shows beside the changed lines.
public struct GitHubRenderer: Renderer {
  private let selection: Selection
  private var shown = 0

  public init(_ selection: Selection) { self.selection = selection }

  public mutating func render(_ report: Report, of sources: SourceMap, into output: inout [UInt8]) {
    var tables = LineTables(of: sources)
    for diagnostic in selection.choose(from: report, of: sources, shown: shown) {
      write(diagnostic, &tables, to: &output)
      shown += 1
    }
  }

  public func finish(into output: inout [UInt8]) {}

  private func write(_ diagnostic: Diagnostic, _ tables: inout LineTables, to output: inout [UInt8]) {
    let message = diagnostic.message
    let start = tables.location(of: diagnostic.span.start)
    let end = tables.location(of: max(diagnostic.span.start, diagnostic.span.end))
    output.append(contentsOf: "::\(message.severity.command) file=".utf8)
    Self.write(start.file, isProperty: true, to: &output)
    output.append(contentsOf: ",line=\(start.line),endLine=\(end.line),col=\(start.column)".utf8)
    // The runner takes columns of one line only.
    if end.line == start.line { output.append(contentsOf: ",endColumn=\(end.column)".utf8) }
    output.append(contentsOf: ",title=\(message.rule)::".utf8)
    Self.write(Prose.cut(message.text), isProperty: false, to: &output)
    if let help = message.help {
      output.append(contentsOf: "%0Ahelp: ".utf8)
      Self.write(Prose.cut(help), isProperty: false, to: &output)
    }
    for related in diagnostic.related {
      let place = tables.location(of: related.span.start)
      output.append(contentsOf: "%0A".utf8)
      let text = "\(place.file):\(place.line):\(place.column): \(Prose.cut(related.text))"
      Self.write(text, isProperty: false, to: &output)
    }
    output.append(0x0A)
  }

  /// Text as the runner takes it: what would end a value or the command is written as `%` and two digits.
  private static func write(_ text: String, isProperty: Bool, to output: inout [UInt8]) {
    var safe: [UInt8] = []
    SafeText(form: .text).write(text, to: &safe)
    for byte in safe {
      switch byte {
      case UInt8(ascii: "%"): output.append(contentsOf: "%25".utf8)
      case UInt8(ascii: ":") where isProperty: output.append(contentsOf: "%3A".utf8)
      case UInt8(ascii: ",") where isProperty: output.append(contentsOf: "%2C".utf8)
      default: output.append(byte)
      }
    }
  }
}

extension Severity {
  /// The runner's word for it.
  fileprivate var command: String { self == .info ? "notice" : rawValue }
}
