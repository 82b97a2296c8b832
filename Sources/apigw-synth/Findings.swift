import CloudFormation
import Diagnostics
import Spec

/// What came of one spec.
struct Findings {
  /// Absent when the spec has errors.
  let template: Template?
  let report: Report
  let sources: SourceMap
  /// The spec as it was read; nil where it was not.
  var spec: ResolvedSpec?

  /// Leaves the memory of it all to the end of the process, which gives it back whole: taking a large spec and its
  /// template apart costs as much as writing them.
  func keepToTheEnd() { _ = Unmanaged.passRetained(Kept(findings: self)) }
}

private final class Kept {
  let findings: Findings

  init(findings: Findings) { self.findings = findings }
}

extension SpecFile {
  /// What is said of a spec that is not read for its size.
  func refusal(limit: Int) -> Findings {
    guard case .tooLarge(let start, let size) = contents else {
      preconditionFailure("only a spec over the limit is refused for its size")
    }
    var sources = SourceMap()
    let file = sources.add(name: name, contents: start)
    var report = Report()
    report.add(.specTooLarge(size, limit), at: Span(start: file.start, end: file.start))
    return Findings(template: nil, report: report, sources: sources)
  }
}

extension Message {
  fileprivate static func specTooLarge(_ size: Int?, _ limit: Int) -> Message {
    let bytes = size.map { "\($0) bytes" } ?? "more than \(limit) bytes"
    return Message(
      "SPEC107", .error, "the spec is too large: it has \(bytes), and \(limit) are the limit",
      help: "split it into several specs, or move texts into files that it names with '!File'")
  }
}
