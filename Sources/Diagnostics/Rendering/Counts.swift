/// How many findings of each severity a run had, shown or not.
public struct Counts: Hashable, Sendable {
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var infos = 0

  public init() {}

  mutating func add(_ report: Report) {
    for diagnostic in report.diagnostics {
      switch diagnostic.message.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }
}
