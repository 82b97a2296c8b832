import Diagnostics
import Document

/// What the editor offers to do about findings.
struct CodeActions {
  private let analysis: Analysis
  private var ranges: Ranges

  init(_ analysis: Analysis, _ ranges: Ranges) { (self.analysis, self.ranges) = (analysis, ranges) }

  /// The actions for the findings that touch a stretch, and for the file in which it lies.
  ///
  /// - Parameter kinds: those wanted; all where nil.
  mutating func actions(at span: Span, kinds: [String]?) -> [JSON] {
    let found = analysis.findings.filter { $0.span.start <= span.end && span.start <= $0.span.end }
    var actions: [JSON] = []
    if Self.isWanted("quickfix", kinds) {
      actions += found.compactMap { fix($0) }
      actions += found.compactMap { silencing($0) }
    }
    // Offered only to who asks for it: an editor does so at every save, or at a command.
    if let kinds, Self.isWanted("source.fixAll", kinds), let action = fixingAll(around: span) { actions.append(action) }
    return actions
  }

  /// Whether a kind is, or lies below, one of those wanted: `source` wants `source.fixAll`.
  private static func isWanted(_ kind: String, _ kinds: [String]?) -> Bool {
    kinds?.contains { kind == $0 || $0.isEmpty || kind.hasPrefix($0 + ".") } ?? true
  }

  /// What a finding's help asks for.
  private mutating func fix(_ finding: Diagnostic) -> JSON? {
    let certain = finding.edits
    let edits = certain.isEmpty ? analysis.sources.guess(for: finding).map { [$0] } ?? [] : certain
    guard let first = edits.first else { return nil }
    let title = edits.count == 1 ? "Write '\(Prose.cut(first.replacement))'" : "Mend \(finding.message.rule)"
    return action(title, "quickfix", edits, of: finding, isPreferred: !certain.isEmpty)
  }

  private mutating func fixingAll(around span: Span) -> JSON? {
    guard let file = analysis.sources.file(at: span.start) else { return nil }
    let edits = file.certainEdits(of: analysis.findings)
    return edits.isEmpty ? nil : action("Mend everything that is certain", "source.fixAll", edits, of: nil)
  }

  /// The comment that silences a warning, on a line of its own above it.
  private mutating func silencing(_ finding: Diagnostic) -> JSON? {
    let rule = finding.message.rule
    guard finding.message.severity != .error, rule != "SPEC144", rule != "SPEC145",
      let edit = analysis.comment(silencing: rule, at: finding.span.start)
    else { return nil }
    return action("Ignore \(rule) here", "quickfix", [edit], of: finding)
  }

  private mutating func action(
    _ title: String, _ kind: String, _ edits: [Edit], of finding: Diagnostic?, isPreferred: Bool = false
  ) -> JSON? {
    var changes: [String: [JSON]] = [:]
    for edit in edits {
      guard let (path, range) = ranges.place(of: edit.span) else { return nil }
      changes[ranges.address(of: path), default: []].append(["range": range, "newText": .string(edit.replacement)])
    }
    let members = changes.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .array($0.value)) }
    var action: [JSON.Member] = [
      .init("title", .string(title)), .init("kind", .string(kind)), .init("edit", ["changes": .object(members)]),
    ]
    if isPreferred { action.append(.init("isPreferred", true)) }
    if let finding, let (_, range) = ranges.place(of: finding.span) {
      action.append(.init("diagnostics", [finding.json(range, &ranges)]))
    }
    return .object(action)
  }
}

extension SourceFile {
  /// What is certain of findings and lies in this file; of two findings that change the same the first.
  func certainEdits(of findings: [Diagnostic]) -> [Edit] {
    var edits = DisjointEdits()
    for finding in findings where finding.edits.allSatisfy({ start <= $0.span.start && $0.span.end <= end }) {
      _ = edits.insert(finding.edits)
    }
    return edits.edits
  }
}

extension Analysis {
  /// The change that makes a comment above an offset's line name a rule; nil where no comment can stand.
  func comment(silencing rule: RuleID, at offset: UInt32) -> Edit? {
    guard let file = sources.file(at: offset) else { return nil }
    let text = sources.text(of: file)
    let lines = TextLines(text, skipsMark: true)
    let number = lines.line(of: Int(offset - file.start))
    let line = lines.range(ofLine: number, in: text)
    let start = file.start + UInt32(line.lowerBound)
    guard !isInsideScalar(start) else { return nil }
    if number > 0, let end = ignoreComment(lines.range(ofLine: number - 1, in: text), in: text) {
      return Edit(Span(start: file.start + UInt32(end), end: file.start + UInt32(end)), ", \(rule)")
    }
    let blanks = text[(text.startIndex + line.lowerBound)...].prefix { $0 == 0x20 }.count
    let indent = String(repeating: " ", count: blanks)
    let ending = text.contains(0x0D) ? "\r\n" : "\n"
    return Edit(Span(start: start, end: start), "\(indent)# apigw-synth: ignore \(rule)\(ending)")
  }

  /// Where a line ends that is such a comment already.
  private func ignoreComment(_ line: Range<Int>, in text: ArraySlice<UInt8>) -> Int? {
    let words = text[(text.startIndex + line.lowerBound)..<(text.startIndex + line.upperBound)].split(separator: 0x20)
    let isIgnore = words.count > 3 && words[0].elementsEqual("#".utf8) && words[1].elementsEqual("apigw-synth:".utf8)
    return isIgnore && words[2].elementsEqual("ignore".utf8) ? line.upperBound : nil
  }

  /// Whether a line begins in the middle of a text, where a comment would be a part of it.
  private func isInsideScalar(_ start: UInt32) -> Bool {
    document?.nodes.contains { $0.kind == .scalar && $0.start < start && start < $0.end } ?? true
  }
}
