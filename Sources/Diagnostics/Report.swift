/// All that was found in one run. Stages append; readers take `sorted`.
public struct Report: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  public init() {}

  public var hasErrors: Bool { diagnostics.contains { $0.message.severity == .error } }

  /// Adds a finding, unless the very same one is here already (a value that is reached twice through an alias).
  public mutating func add(_ message: Message, at span: Span, related: [Related] = []) {
    let diagnostic = Diagnostic(message, at: span, related: related)
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// In source order; at one place errors first.
  public var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.span.start, a.message.severity, left.offset) < (b.span.start, b.message.severity, right.offset)
    }.map(\.element)
  }

  public func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.message.severity == severity }
  }

  /// The findings that a choice keeps.
  public func filter(_ isKept: (Diagnostic) -> Bool) -> Report {
    var report = Report()
    report.diagnostics = diagnostics.filter(isKept)
    report.seen = Set(report.diagnostics)
    return report
  }
}
