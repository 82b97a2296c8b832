import Diagnostics

/// A spec with all of its certain mistakes mended, in memory.
///
/// Works in passes, because what was mended can bring to light what was hidden: a key that is spelt right is read. A pass
/// whose edits leave more errors than there were is tried again in halves, until the harmful edits are left out.
struct FixedSpec {
  /// What the files hold, those that are not edited left out, by their real paths.
  private(set) var contents: [String: [UInt8]]
  /// What was done, in order.
  private(set) var done: [Fix] = []
  /// What was said of the spec as it was.
  let before: Findings
  /// What remains to be said.
  private(set) var findings: Findings

  private let limits: Limits
  private let read: ([String: [UInt8]]) -> Findings
  private let edit: ([String: [UInt8]], [Edit], SourceMap) -> [String: [UInt8]]?
  private var attempts = 0

  struct Limits {
    /// Whether warnings are mended too.
    var fixesWarnings = false
    /// Passes over the spec: each mends what the one before it brought to light.
    var passes = 10
    /// Readings of the spec in all.
    var attempts = 500
  }

  /// - Parameters:
  ///   - contents: of the files that were edited already.
  ///   - read: what is said of the spec when files hold these contents.
  ///   - edit: the contents after edits to the text that was read; nil where one cannot be made.
  init(
    _ contents: [String: [UInt8]], limits: Limits, read: @escaping ([String: [UInt8]]) -> Findings,
    edit: @escaping ([String: [UInt8]], [Edit], SourceMap) -> [String: [UInt8]]?
  ) {
    (self.contents, self.limits, self.read, self.edit) = (contents, limits, read, edit)
    before = read(contents)
    findings = before
    for _ in 0..<limits.passes {
      guard mendOnce() else { break }
    }
  }

  /// Makes one pass; false when there is nothing left to do.
  private mutating func mendOnce() -> Bool {
    let fixes = Fix.all(in: findings.report, of: findings.sources, fixesWarnings: limits.fixesWarnings)
    var best = State(contents: contents, findings: findings, fixes: [])
    add(fixes[...], to: &best)
    guard !best.fixes.isEmpty, best.contents != contents else { return false }
    (contents, findings) = (best.contents, best.findings)
    done += best.fixes
    return true
  }

  private struct State {
    var contents: [String: [UInt8]]
    var findings: Findings
    var fixes: [Fix]
  }

  /// Adds fixes to those that are known to do no harm; where they do, each half of them for itself.
  private mutating func add(_ fixes: ArraySlice<Fix>, to best: inout State) {
    guard !fixes.isEmpty, attempts < limits.attempts else { return }
    attempts += 1
    let wanted = best.fixes + fixes
    if let changed = edit(contents, wanted.flatMap(\.finding.edits), findings.sources) {
      let found = read(changed)
      if isNoWorse(found, than: best.findings) {
        best = State(contents: changed, findings: found, fixes: wanted)
        return
      }
    }
    guard fixes.count > 1 else { return }
    let middle = fixes.startIndex + fixes.count / 2
    add(fixes[..<middle], to: &best)
    add(fixes[middle...], to: &best)
  }

  private func isNoWorse(_ after: Findings, than before: Findings) -> Bool {
    // Of a text that is no YAML any more little is said.
    if before.spec != nil, after.spec == nil { return false }
    func count(_ findings: Findings) -> Int {
      findings.report.count(.error) + (limits.fixesWarnings ? findings.report.count(.warning) : 0)
    }
    // Of two keys that became one, one error speaks where two did.
    func repetitions(_ findings: Findings) -> Int {
      findings.report.diagnostics.count { $0.message.rule == "SPEC104" }
    }
    return count(after) <= count(before) && repetitions(after) <= repetitions(before)
  }
}
