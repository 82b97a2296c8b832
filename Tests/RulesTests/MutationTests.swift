import Diagnostics
import Document
import Foundation
import Rules
import Synthesizer
import Testing

/// Valid specs with one thing dropped, doubled, swapped or replaced: whatever that makes of them, they are read to their
/// end, and what is said points into the file.
@Suite struct MutationTests {
  /// One mutant in so many is tried, another share in each run of the whole list; `APIGW_SYNTH_MUTANTS=all` tries all.
  private static let stride = ProcessInfo.processInfo.environment["APIGW_SYNTH_MUTANTS"] == "all" ? 1 : 37

  @Test("a damaged example is read to its end", arguments: Catalogue.all)
  func mutants(rule: Rule) throws {
    for (number, example) in rule.good.enumerated() where Self.isShort(example.spec) {
      let tree = try #require(Self.tree(of: example.spec), "\(example.file):\(example.line)")
      let mutants = tree.mutants
      let first = rule.id.description.utf8.reduce(number) { $0 &* 31 &+ Int($1) } % Self.stride
      for index in Swift.stride(from: first, to: mutants.count, by: Self.stride) { Self.check(mutants[index].text) }
    }
  }

  /// Examples of quotas repeat one line hundreds of times: damaging each of them shows nothing new, and takes hours.
  private static func isShort(_ text: String) -> Bool { text.utf8.count { $0 == UInt8(ascii: "\n") } < 120 }

  @Test func aTreeIsWrittenAsTheSameSpec() throws {
    for rule in Catalogue.all {
      for example in rule.good {
        let tree = try #require(Self.tree(of: example.spec))
        #expect(Self.tree(of: tree.text) == tree, "\(example.file):\(example.line)")
      }
    }
  }

  private static func tree(of text: String) -> SpecTree? {
    var report = Report()
    let reading = Document.read(
      Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), limits: Limits(), into: &report)
    return reading.document.map { SpecTree($0, $0.root) }
  }

  private static func check(_ text: String) {
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options())
    #expect((outcome.template == nil) == outcome.report.hasErrors, "\(text)")
    for diagnostic in outcome.report.diagnostics {
      let spans = [diagnostic.span] + diagnostic.related.map(\.span)
      let areInside = spans.allSatisfy { span in
        outcome.sources.file(at: span.start).map { span.start <= span.end && span.end <= $0.end } ?? false
      }
      #expect(areInside, "\(text): \(diagnostic)")
    }
  }
}
