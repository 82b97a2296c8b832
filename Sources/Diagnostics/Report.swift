/// All that was found in one run. Stages append; readers take `sorted`.
public struct Report: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// Finds the first diagnostic at a place by the place's hash, and any other by its own.
  private var table = PlaceTable()

  public init() {}

  public private(set) var hasErrors = false

  /// Adds a finding, unless the very same one is here already (a value that is reached twice through an alias).
  public mutating func add(_ message: Message, at span: Span, related: [Related] = [], edits: [Edit] = []) {
    let message = message.sharing(diagnostics.last?.message)
    add(Diagnostic(message, at: span, related: related, edits: edits))
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    var hash = diagnostic.span.hash
    if let first = table.find(hash, { diagnostics[$0].span == diagnostic.span }) {
      if diagnostics[first] == diagnostic { return }
      hash = UInt32(truncatingIfNeeded: diagnostic.hashValue)
      if table.find(hash, { diagnostics[$0] == diagnostic }) != nil { return }
    }
    table.add(hash)
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

extension Span {
  /// Places lie close together: a product with a large odd number takes them apart.
  fileprivate var hash: UInt32 {
    let product = (UInt64(start) << 32 | UInt64(end)) &* 0x9e37_79b9_7f4a_7c15
    return UInt32(truncatingIfNeeded: product >> 32)
  }
}
