/// All that was found in one run. Stages append; readers take `sorted`.
public struct Report: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// Where in `diagnostics` the first one at a place stands, by the place; any other by its hash, or where that is taken by
  /// the next free number.
  private var places: [Int: Int] = [:]

  public init() {}

  public private(set) var hasErrors = false

  /// Adds a finding, unless the very same one is here already (a value that is reached twice through an alias).
  public mutating func add(_ message: Message, at span: Span, related: [Related] = [], edits: [Edit] = []) {
    add(Diagnostic(message, at: span, related: related, edits: edits))
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
  public var sorted: [Diagnostic] { order.map { diagnostics[$0] } }

  /// The places in `diagnostics`, in the order of `sorted`.
  var order: [Int] {
    // One number each, which sorts at a tenth of the price of what it stands for.
    var keys = diagnostics.indices.map { index in
      let place = UInt64(diagnostics[index].span.start) << 2 | UInt64(diagnostics[index].message.severity.rank)
      return place << 30 | UInt64(index)
    }
    keys.sort()
    return keys.map { Int($0 & (1 << 30 - 1)) }
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
