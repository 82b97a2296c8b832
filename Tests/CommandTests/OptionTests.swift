import Diagnostics
import Testing

@testable import apigw_synth

@Suite struct OptionTests {
  private func report(_ severities: [(RuleID, Severity)]) -> Report {
    var report = Report()
    for (rule, severity) in severities { report.add(Message(rule, severity, "x"), at: Span(start: 0, end: 0)) }
    return report
  }

  private func rules(_ arguments: String...) throws -> [String] {
    let all = report([("SPEC101", .error), ("SPEC114", .warning), ("SEC301", .warning), ("SPEC118", .info)])
    return try SynthesisOptions.parse(arguments).select(all).diagnostics.map(\.message.rule.description)
  }

  @Test func warningsCanBeLeftOutAndErrorsCannot() throws {
    #expect(try rules("--disable", "SPEC114", "--disable", "SPEC101") == ["SPEC101", "SEC301", "SPEC118"])
    #expect(try rules("--only", "SPEC114") == ["SPEC101", "SPEC114"])
    #expect(try rules("--only", "spec114", "--only", "SEC301", "--disable", "SEC301") == ["SPEC101", "SPEC114"])
    #expect(try rules() == ["SPEC101", "SPEC114", "SEC301", "SPEC118"])
  }

  @Test func warningsFailWhenStrictAndNewsNever() throws {
    let (plain, strict) = (try SynthesisOptions.parse([]), try SynthesisOptions.parse(["--strict"]))
    #expect(plain.fails(report([("SPEC101", .error)])))
    #expect(!plain.fails(report([("SPEC114", .warning)])))
    #expect(strict.fails(report([("SPEC114", .warning)])))
    #expect(!strict.fails(report([("SPEC118", .info)])))
  }

  @Test(
    "how one folder is written from another",
    arguments: [
      ("/a/b", "/a/b", ""), ("/a/b", "/a", "../"), ("/a", "/a/b/c", "b/c/"), ("/a/x/y", "/a/b", "../../b/"),
      ("/", "/a", "a/"), ("/ab", "/a", "../a/"),
    ])
  func relativePaths(start: String, end: String, expected: String) {
    #expect(Path.relative(from: start, to: end) == expected)
  }

  @Test func aFolderIsNotInsideAnotherWhoseNameItBeginsWith() {
    #expect(Path.isInside("/a/b", of: "/a"))
    #expect(Path.isInside("/a", of: "/"))
    #expect(!Path.isInside("/ab", of: "/a"))
    #expect(!Path.isInside("/a/../b", of: "/a"))
  }
}
