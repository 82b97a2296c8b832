import Diagnostics
import Document

/// The warnings and remarks that a spec's comments silence.
public struct Ignores {
  /// A line of one of the files.
  private struct Line: Hashable {
    let file: UInt32
    let number: Int
  }

  /// What a comment silences.
  private struct Target: Hashable {
    let line: Line
    let rule: RuleID
  }

  /// A guess compares a name with all rules: a spec that is made of wrong names shall not take longer for it.
  private static let mostGuesses = 100

  private let comments: [IgnoreComment]
  private let names: [IgnoreComment.Name]
  private let lines: [Line]
  private let tables: [UInt32: LineTable]
  private let sources: SourceMap

  /// - Parameter document: the spec, whose included files count as well.
  public init(_ document: Document) {
    let sources = document.sources
    let comments = document.comments(beginningWith: IgnoreComment.word).map { IgnoreComment($0, in: sources) }
    (self.sources, self.comments, names) = (sources, comments, comments.flatMap(\.names))
    guard !comments.isEmpty else {
      (lines, tables) = ([], [:])
      return
    }
    var tables: [UInt32: LineTable] = [:]
    for file in sources.files { tables[file.start] = LineTable(of: file, in: sources) }
    self.tables = tables
    // From the last on, so that comments under each other share the way to the line that they are about.
    var known: [Line: Line] = [:]
    var lines: [Line] = []
    for comment in comments.reversed() {
      guard let line = Self.line(of: comment.span.start, sources, tables), let table = tables[line.file] else {
        lines.append(Line(file: 0, number: 0))
        continue
      }
      let about = comment.isAlone ? Self.nextLine(after: line, table, sources, known) : line
      known[line] = about
      lines.append(about)
    }
    self.lines = lines.reversed()
  }

  /// Takes away what the comments silence, and adds what is wrong with the comments themselves.
  ///
  /// - Parameter checksQuotas: whether the rules of quotas ran, so that their silence says something.
  public func apply(to report: Report, checksQuotas: Bool) -> Report {
    if comments.isEmpty { return report }
    var used: Set<Int> = []
    let number = numbers
    var kept = report.filter { diagnostic in
      guard diagnostic.message.severity != .error,
        let line = Self.line(of: diagnostic.span.start, sources, tables),
        let index = number[Target(line: line, rule: diagnostic.message.rule)]
      else { return true }
      used.insert(index)
      return false
    }
    let severities = Dictionary(uniqueKeysWithValues: Catalogue.all.map { ($0.id, $0.severity) })
    var guesses = 0
    // A comment may name one rule very often: it gets the same message, and not a copy.
    var messages: [RuleID: Message?] = [:]
    for (index, name) in names.enumerated() where !used.contains(index) {
      if let severity = severities[name.rule] {
        let message = messages[name.rule] ?? problem(with: name.rule, severity, in: kept, checksQuotas)
        messages[name.rule] = .some(message)
        if let message { kept.add(message, at: name.span) }
      } else {
        guesses += 1
        let message = Message.unknownRule(name.rule.description, guesses: guesses <= Self.mostGuesses)
        kept.add(message, at: name.span, edits: message.edits(at: name.span))
      }
    }
    for comment in comments where comment.names.isEmpty { kept.add(.notAnIgnore, at: comment.span) }
    return kept
  }

  /// Where each rule is named first for a line, as indices into `names`.
  private var numbers: [Target: Int] {
    var numbers: [Target: Int] = [:]
    var next = 0
    for (comment, line) in zip(comments, lines) {
      for name in comment.names {
        if numbers[Target(line: line, rule: name.rule)] == nil { numbers[Target(line: line, rule: name.rule)] = next }
        next += 1
      }
    }
    return numbers
  }

  /// What is wrong with a name that silenced nothing. Where the spec has errors, not all was looked at.
  private func problem(
    with id: RuleID, _ severity: Severity, in report: Report, _ checksQuotas: Bool
  ) -> Message? {
    if severity == .error { return .notSilenced(id.description) }
    let ran = checksQuotas || !id.description.hasPrefix("LIM")
    return ran && !report.hasErrors ? .unusedIgnore(id.description) : nil
  }

  private static func line(of offset: UInt32, _ sources: SourceMap, _ tables: [UInt32: LineTable]) -> Line? {
    guard let file = sources.file(at: offset), let table = tables[file.start] else { return nil }
    return Line(file: file.start, number: table.line(of: offset))
  }

  /// The next line that is more than a comment.
  private static func nextLine(
    after line: Line, _ table: LineTable, _ sources: SourceMap, _ known: [Line: Line]
  ) -> Line {
    var next = line.number + 1
    while next <= table.count {
      if let about = known[Line(file: line.file, number: next)], about.number != next { return about }
      let text = sources.bytes[table.text(ofLine: next, in: sources)].drop { $0 == 0x20 || $0 == 0x09 }
      guard text.first == UInt8(ascii: "#") else { break }
      next += 1
    }
    return Line(file: line.file, number: next)
  }
}

extension Message {
  /// The correction of a word that is no scalar.
  fileprivate func edits(at span: Span) -> [Edit] {
    if case .text(let word)? = correction { [Edit(span, word)] } else { [] }
  }

  fileprivate static func unusedIgnore(_ rule: String) -> Message {
    Message("SPEC144", .warning, "'\(rule)' reports nothing here that could be silenced", help: "remove '\(rule)'")
  }

  fileprivate static func notSilenced(_ rule: String) -> Message {
    Message(
      "SPEC145", .warning, "'\(rule)' reports errors, which cannot be silenced",
      help: "mend what it says, and remove '\(rule)' from the comment")
  }

  fileprivate static func unknownRule(_ rule: String, guesses: Bool) -> Message {
    let near = guesses ? nearest(rule, in: Catalogue.all.lazy.map(\.id.description)) : nil
    return Message(
      "SPEC145", .warning, "no rule is called '\(rule)'", near: near,
      help: "'apigw-synth explain' lists all rules")
  }

  fileprivate static let notAnIgnore = Message(
    "SPEC145", .warning, "the comment is for apigw-synth, but says nothing that it knows",
    help: "write '# apigw-synth: ignore', then the names of rules")
}
