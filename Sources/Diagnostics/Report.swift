/// All that was found in one run. Stages append; readers take `sorted`.
public struct Report: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// Where in `diagnostics` the first one at a place stands, by the place; any other by its hash, or where that is taken by
  /// the next free number.
  private var places: [Int: Int] = [:]

  public init() {}

  public private(set) var hasErrors = false

  /// Adds a finding, unless the very same one is here already (a value that is reached twice through an alias).
  public mutating func add(_ message: Message, at span: Span, related: [Related] = []) {
    add(Diagnostic(message, at: span, related: related))
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    var hash = Int(diagnostic.span.start) << 32 | Int(diagnostic.span.end)
    var isFirst = true
    while let place = places[hash] {
      if diagnostics[place] == diagnostic { return }
      hash = isFirst ? diagnostic.hashValue : hash &+ 1
      isFirst = false
    }
    places[hash] = diagnostics.count
    if diagnostic.message.severity == .error { hasErrors = true }
    diagnostics.append(diagnostic)
  }

  /// In source order; at one place errors first.
  public var sorted: [Diagnostic] {
    let isSorted = zip(diagnostics, diagnostics.dropFirst()).allSatisfy { first, second in
      (first.span.start, first.message.severity) <= (second.span.start, second.message.severity)
    }
    return isSorted ? diagnostics : diagnosticsInOrder
  }

  private var diagnosticsInOrder: [Diagnostic] {
    diagnostics.indices.sorted { left, right in
      let (a, b) = (diagnostics[left], diagnostics[right])
      return (a.span.start, a.message.severity, left) < (b.span.start, b.message.severity, right)
    }.map { diagnostics[$0] }
  }

  public func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.message.severity == severity }
  }

  /// The findings that a choice keeps.
  public func filter(_ isKept: (Diagnostic) -> Bool) -> Report {
    var report = Report()
    for diagnostic in diagnostics where isKept(diagnostic) { report.add(diagnostic) }
    return report
  }
}
