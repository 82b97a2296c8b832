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
    let all = report.sorted
    let visible = all.indices.filter { showsInfo || all[$0].message.severity != .info }
    let chosen = sources.files.count == 1 ? Self.worst(perFile, of: visible[...], all) : eachFile(visible, all, sources)
    return Self.worst(inAll.map { max(0, $0 - shown) }, of: chosen[...], all).map { all[$0] }
  }

  private func eachFile(_ visible: [Int], _ all: [Diagnostic], _ sources: SourceMap) -> [Int] {
    var chosen: [Int] = []
    var first = 0
    while first < visible.count {
      let file = sources.file(at: all[visible[first]].span.start)
      let next = visible[first...].firstIndex { sources.file(at: all[$0].span.start) != file } ?? visible.count
      chosen += Self.worst(perFile, of: visible[first..<next], all)
      first = next
    }
    return chosen
  }

  private static func worst(_ limit: Int?, of indices: ArraySlice<Int>, _ all: [Diagnostic]) -> [Int] {
    guard let limit, indices.count > limit else { return Array(indices) }
    let errors = indices.filter { all[$0].message.severity == .error }
    let others = errors.count < limit ? indices.filter { all[$0].message.severity != .error } : []
    return (errors + others).prefix(limit).sorted()
  }
}
