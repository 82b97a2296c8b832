import Diagnostics

extension Report {
  /// Demands that every place lies in one file.
  public func demandPlaces(in sources: SourceMap) {
    for diagnostic in diagnostics {
      for span in [diagnostic.span] + diagnostic.related.map(\.span) {
        let file = sources.file(at: span.start)
        demand(
          file.map { span.start <= span.end && span.end <= $0.end } ?? false,
          "a place is outside of its file: \(diagnostic.message)")
      }
    }
  }

  /// What is said of a spec, with lines and columns.
  public func lines(in sources: SourceMap) -> [String] {
    var tables: [SourceFile: LineTable] = [:]
    return sorted.map { diagnostic in
      guard let file = sources.file(at: diagnostic.span.start) else { return "nowhere" }
      let table = tables[file] ?? LineTable(of: file, in: sources)
      tables[file] = table
      let place = table.location(of: diagnostic.span.start, in: sources)
      return "\(place.file):\(place.line):\(place.column) \(diagnostic.message)"
    }
  }
}
