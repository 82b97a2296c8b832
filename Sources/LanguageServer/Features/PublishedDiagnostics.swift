import Diagnostics

extension Analysis {
  /// So many findings of a spec are shown; nobody looks at more.
  private static var mostFindings: Int { 1000 }

  /// The findings as the editor takes them, by the path of the file in which they lie. Every file of the spec is there.
  func published(_ ranges: inout Ranges) -> [String: [JSON]] {
    var published = Dictionary(uniqueKeysWithValues: paths.map { ($0, [JSON]()) })
    for finding in mostImportant {
      guard let (path, range) = ranges.place(of: finding.span) else { continue }
      published[path, default: []].append(finding.json(range, &ranges))
    }
    return published
  }

  /// Errors before warnings where there are too many.
  private var mostImportant: ArraySlice<Diagnostic> {
    guard findings.count > Self.mostFindings else { return findings[...] }
    let errors = findings.filter { $0.message.severity == .error }
    return (errors + findings.filter { $0.message.severity != .error }).prefix(Self.mostFindings)
  }
}

extension Diagnostic {
  func json(_ range: JSON, _ ranges: inout Ranges) -> JSON {
    var members: [JSON.Member] = [
      .init("range", range), .init("severity", .integer(message.severity.number)),
      .init("code", .string(message.rule.description)), .init("source", "apigw-synth"),
      .init("message", .string(message.whole)),
    ]
    if message.isAboutSurplus { members.append(.init("tags", [1])) }
    let others = related.compactMap { other in
      ranges.location(of: other.span).map { location -> JSON in
        ["location": location, "message": .string(Prose.cut(other.text))]
      }
    }
    if !others.isEmpty { members.append(.init("relatedInformation", .array(others))) }
    return .object(members)
  }
}

extension Message {
  /// The message with what is to be done: editors have no field for it.
  var whole: String { Prose.cut(text) + (help.map { "\nhelp: \(Prose.cut($0))" } ?? "") }

  /// Whether editors may grey the place out: it could go, and nothing would change.
  fileprivate var isAboutSurplus: Bool { rule == "SPEC118" || rule == "SPEC144" }
}

extension Severity {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#diagnosticSeverity
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
