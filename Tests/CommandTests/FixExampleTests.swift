import Diagnostics
import Document
import Foundation
import Rules
import Synthesizer
import Testing

@testable import apigw_synth

/// Every bad example of every rule, mended.
@Suite struct FixExampleTests {
  /// Reads and edits one spec in memory.
  private static func fixed(_ text: String) -> (before: apigw_synth.Findings, after: FixedSpec, text: String) {
    let bytes = Array(text.utf8)
    var limits = FixedSpec.Limits()
    limits.fixesWarnings = true
    let fixed = FixedSpec([:], limits: limits) { contents in
      let outcome = synthesize(contents["-"] ?? bytes, name: "a.yaml", files: NoFiles(), options: Options())
      return apigw_synth.Findings(template: nil, report: outcome.report, sources: outcome.sources, spec: outcome.spec)
    } edit: { contents, edits, _ in
      var all = DisjointEdits()
      guard all.insert(edits) else { return nil }
      return ["-": all.applied(to: contents["-"] ?? bytes)]
    }
    return (fixed.before, fixed, fixed.contents["-"].map { String(decoding: $0, as: UTF8.self) } ?? text)
  }

  private static func examples(of rule: Rule) -> [String] {
    rule.bad.map { $0.spec.replacingOccurrences(of: "↓", with: "") }
  }

  @Test("a fixed example has no more errors, and a second run changes nothing", arguments: Catalogue.all)
  func convergence(rule: Rule) {
    for example in Self.examples(of: rule) {
      let (before, after, text) = Self.fixed(example)
      #expect(after.findings.report.count(.error) <= before.report.count(.error), "\(rule.id): \(text)")
      let again = Self.fixed(text)
      #expect(again.text == text && again.after.done.isEmpty, "\(rule.id)")
    }
  }

  @Test("where a rule's own finding is mended, it is gone", arguments: Catalogue.all)
  func disappearance(rule: Rule) {
    for example in Self.examples(of: rule) {
      let after = Self.fixed(example).after
      let mended = after.done.filter { $0.finding.message.rule == rule.id }.map(\.finding.message.text)
      let left = after.findings.report.diagnostics.filter { $0.message.rule == rule.id }.map(\.message.text)
      #expect(!mended.contains { left.contains($0) }, "\(rule.id): \(mended) \(left)")
    }
  }

  @Test("a good example stays as it is", arguments: Catalogue.all)
  func validSpecs(rule: Rule) {
    for example in rule.good {
      let outcome = synthesize(Array(example.spec.utf8), name: "a.yaml", files: NoFiles(), options: Options())
      let edits = outcome.report.diagnostics.filter { $0.message.severity == .error }.flatMap(\.edits)
      #expect(outcome.report.hasErrors || edits.isEmpty)
    }
  }

  /// All that is certain in the catalogue's bad examples, a line for each: what a review looks at.
  @Test func whatIsMendedInExamples() throws {
    let lines = Catalogue.all.flatMap { rule in
      Self.examples(of: rule).flatMap { example in
        let before = Self.fixed(example).before
        return before.report.sorted.filter { $0.message.rule == rule.id }.flatMap { finding in
          finding.edits.map { "\(rule.id): \(before.sources.string($0.span)) → \($0.replacement)" }
        }
      }
    }
    let file = Self.folder.appendingPathComponent("examples.txt")
    let text = lines.map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    #expect(Set(lines.map { $0.prefix { $0 != ":" } }).count > 25)
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("FixGoldens")
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id.description }
}
