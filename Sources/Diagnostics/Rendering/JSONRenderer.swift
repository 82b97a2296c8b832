/// Writes findings for programs, as one JSON object on lines of their own: `version`, `diagnostics`, `summary`.
public struct JSONRenderer: Renderer {
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
    var json = JSONText()
    json.object { object in
      Self.write(tables.location(of: diagnostic.span.start), to: &object)
      object.member("endLine", end.line)
      object.member("endColumn", end.column)
      object.member("severity", message.severity.rawValue)
      object.member("rule", message.rule.description)
      object.member("message", Prose.cut(message.text))
      object.member("help") { help in
        if let text = message.help { help.string(Prose.cut(text)) } else { help.null() }
      }
      object.member("related") {
        $0.array { list in
          for related in diagnostic.related {
            list.object { place in
              Self.write(tables.location(of: related.span.start), to: &place)
              place.member("message", Prose.cut(related.text))
            }
          }
        }
      }
      if !diagnostic.edits.isEmpty {
        object.member("edits") { $0.array { Self.write(diagnostic.edits, &tables, to: &$0) } }
      }
    }
    output.append(contentsOf: json.bytes)
  }

  private static func write(_ edits: [Edit], _ tables: inout LineTables, to list: inout JSONText) {
    for edit in edits {
      let end = tables.location(of: edit.span.end)
      list.object { object in
        write(tables.location(of: edit.span.start), to: &object)
        object.member("endLine", end.line)
        object.member("endColumn", end.column)
        object.member("text", edit.replacement)
      }
    }
  }

  private static func write(_ location: Location, to json: inout JSONText) {
    json.member("file", location.file)
    json.member("line", location.line)
    json.member("column", location.column)
  }
}
