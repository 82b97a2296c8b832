import Diagnostics
import Document
import Foundation
import Rules
import Synthesizer
import Testing

/// What the AWS CDK refuses, or takes although it is wrong, said in a spec: `Tests/CDKDefects/<name>/apigw.yaml`, whose
/// first line names the rule that has to say so, at `↓`. `names.txt` lists the CDK's own checks, `unsayable.txt` those
/// that no spec can fail, with the reason.
@Suite struct CDKDefectTests {
  @Test("what the CDK's checks are about is reported here", arguments: CDKDefect.all)
  func reported(defect: CDKDefect) {
    let rule = Catalogue[defect.rule]
    // Until a rule is in the catalogue, nothing need be said.
    if rule == nil, defect.reports.isEmpty { return }
    let found = defect.reports.filter { $0.rule == defect.rule }
    #expect(!found.isEmpty, "\(defect.name): \(defect.reports)")
    #expect(found.allSatisfy { rule == nil || $0.severity == rule?.severity })
    if !defect.marked.places.isEmpty { #expect(Set(found.map(\.place)) == defect.marked.places) }
    let others = defect.reports.filter { $0.rule != defect.rule && $0.severity == .error }
    #expect(others.isEmpty, "\(others)")
  }

  @Test func everyCheckOfTheCDKIsSaidOrCannotBe() throws {
    let names = try CDKDefect.lines(of: "names.txt").map { String($0.split(separator: " ")[1]) }
    let unsayable = try CDKDefect.lines(of: "unsayable.txt").map { $0.split(separator: ":", maxSplits: 1) }
    #expect(unsayable.allSatisfy { $0.count == 2 && $0[1].utf8.count > 20 }, "each has its reason")
    let said = CDKDefect.all.map(\.name)
    #expect((said + unsayable.map { String($0[0]) }).sorted() == names.sorted())
  }

  @Test("a defect comes from the list that it is in", arguments: CDKDefect.all)
  func lists(defect: CDKDefect) throws {
    #expect(try CDKDefect.lines(of: "names.txt").contains("\(defect.list) \(defect.name)"))
  }
}

/// One of the CDK's checks, as a spec that fails it.
struct CDKDefect: Sendable, CustomTestStringConvertible {
  struct Finding: Sendable {
    let rule: RuleID
    let severity: Severity
    let place: MarkedText.Place
  }

  let name: String
  /// `refused` or `accepted`, by the CDK.
  let list: String
  let rule: RuleID
  let marked: MarkedText

  var testDescription: String { name }

  init?(_ name: String) {
    let folder = Self.folder.appendingPathComponent(name)
    guard let text = try? String(contentsOf: folder.appendingPathComponent("apigw.yaml"), encoding: .utf8),
      let head = text.split(separator: "\n").first?.split(separator: " "), head.count == 3
    else { return nil }
    self.name = name
    list = String(head[1])
    rule = RuleID(String(head[2]))
    marked = MarkedText(text)
  }

  /// Everything that is said of the spec.
  var reports: [Finding] {
    let outcome = synthesize(Array(marked.text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options())
    guard let lines = outcome.sources.files.first.map({ LineTable(of: $0, in: outcome.sources) }) else { return [] }
    return outcome.report.sorted.map { diagnostic in
      let location = lines.location(of: diagnostic.span.start, in: outcome.sources)
      return Finding(
        rule: diagnostic.message.rule, severity: diagnostic.message.severity,
        place: MarkedText.Place(line: location.line, column: location.column))
    }
  }

  static let all: [CDKDefect] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasSuffix(".txt") }.sorted().compactMap { CDKDefect($0) }
  }()

  static func lines(of file: String) throws -> [String] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("CDKDefects")
}
