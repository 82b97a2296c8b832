/// Which findings of a run are shown. What is left out is counted.
public struct Selection: Sendable {
  /// Findings shown of one file; `nil` shows all.
  public var perFile: Int? = 100
  /// Findings shown of all files together; `nil` shows all.
  public var inAll: Int? = 1000
  /// Whether findings that are only worth knowing are shown.
  public var showsInfo = false

  public init() {}

  /// The findings to show, in source order. Where a file has too many, its errors come before its warnings.
  func choose(from report: Report, of sources: SourceMap, shown: Int) -> [Diagnostic] {
    var visible = report.sorted
    if !showsInfo { visible.removeAll { $0.message.severity == .info } }
    var chosen: [Diagnostic] = []
    var first = 0
    while first < visible.count {
      let file = sources.file(at: visible[first].span.start)
      let next = visible[first...].firstIndex { sources.file(at: $0.span.start) != file } ?? visible.count
      chosen += Self.worst(perFile, of: visible[first..<next])
      first = next
    }
    return Self.worst(inAll.map { max(0, $0 - shown) }, of: chosen[...])
  }

  private static func worst(_ limit: Int?, of diagnostics: ArraySlice<Diagnostic>) -> [Diagnostic] {
    guard let limit, diagnostics.count > limit else { return Array(diagnostics) }
    let errors = diagnostics.indices.filter { diagnostics[$0].message.severity == .error }
    let others = diagnostics.indices.filter { diagnostics[$0].message.severity != .error }
    return (errors + others).prefix(limit).sorted().map { diagnostics[$0] }
  }
}
