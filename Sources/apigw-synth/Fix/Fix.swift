import Diagnostics

/// A finding with the changes that mend it.
struct Fix {
  let finding: Diagnostic
  /// Where it stands, in the text as it was when it was found.
  let location: Location

  /// The fixes of a report that can be made together, in source order.
  ///
  /// - Parameter fixesWarnings: whether warnings are mended too: a spec that has no errors is as its author wants it, unless
  ///   warnings fail.
  static func all(in report: Report, of sources: SourceMap, fixesWarnings: Bool) -> [Fix] {
    var chosen = DisjointEdits()
    var tables = LineTables(of: sources)
    return report.sorted.compactMap { finding in
      let counts = finding.message.severity == .error || fixesWarnings && finding.message.severity == .warning
      guard counts, !finding.edits.isEmpty, chosen.insert(finding.edits) else { return nil }
      return Fix(finding: finding, location: tables.location(of: finding.span.start))
    }
  }

  /// What was done, on one line that a terminal can show: `spec.yaml:3:5: fixed: …`.
  var line: String {
    let message = finding.message
    return printable("\(location.file):\(location.line):\(location.column): fixed: \(message.text) [\(message.rule)]")
  }
}
