import Diagnostics
import Document
import Foundation
import Rules
import Synthesizer
import Testing

/// Every example of every rule, as it is written and in other dress.
@Suite struct ExampleTests {
  @Test("a bad example is reported at its marks and nowhere else", arguments: Catalogue.all)
  func badExamples(rule: Rule) {
    for example in rule.bad {
      for dress in Dress.allCases {
        let marked = MarkedText(dress.put(on: example.spec))
        let found = Self.places(of: rule.id, in: dress.finish(marked.text))
        #expect(
          found.places == marked.places,
          "\(example.file):\(example.line): \(rule.id), \(example.title) (\(dress)): \(found.all)")
        #expect(!marked.places.isEmpty, "\(example.file):\(example.line): nothing is marked")
      }
    }
  }

  @Test("a bad example has no other fault", arguments: Catalogue.all)
  func aloneInBadExamples(rule: Rule) {
    for example in rule.bad {
      let found = Self.places(of: rule.id, in: MarkedText(example.spec).text)
      #expect(found.others.isEmpty, "\(example.file):\(example.line): \(rule.id), \(example.title): \(found.others)")
    }
  }

  @Test("a good example earns no error, and nothing from its rule", arguments: Catalogue.all)
  func goodExamples(rule: Rule) {
    for example in rule.good {
      let found = Self.places(of: rule.id, in: example.spec)
      #expect(
        found.places.isEmpty && !found.hasErrors,
        "\(example.file):\(example.line): \(rule.id), \(example.title): \(found.all)")
    }
  }

  @Test("a rule has examples of both kinds and says why", arguments: Catalogue.all)
  func wholeness(rule: Rule) {
    #expect(!rule.bad.isEmpty && !rule.good.isEmpty && !rule.why.isEmpty && !rule.source.isEmpty)
    #expect(rule.title.first?.isLowercase == false, "\(rule.id): \(rule.title)")
  }

  @Test func everyRuleHasANameOfItsOwn() {
    let names = Catalogue.all.map(\.id) + Catalogue.precluded.map(\.id)
    #expect(Set(names).count == names.count)
  }

  private static func places(of rule: RuleID, in text: String) -> (
    places: Set<MarkedText.Place>, hasErrors: Bool, all: [String], others: [String]
  ) {
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options())
    let lines = outcome.sources.files.map { LineTable(of: $0, in: outcome.sources) }
    let located = outcome.report.sorted.map { diagnostic -> (Diagnostic, MarkedText.Place) in
      let location = lines.first?.location(of: diagnostic.span.start, in: outcome.sources)
      return (diagnostic, MarkedText.Place(line: location?.line ?? 0, column: location?.column ?? 0))
    }
    let own = located.filter { $0.0.message.rule == rule }.map(\.1)
    let all = located.map { "\($0.1): \($0.0.message.text) [\($0.0.message.rule)]" }
    let others = zip(located, all).filter { $0.0.0.message.rule != rule && $0.0.0.message.severity != .info }.map(\.1)
    return (Set(own), outcome.report.hasErrors, all, others)
  }
}

/// What a spec may look like without meaning anything else.
enum Dress: CaseIterable {
  case plain, underComment, withCarriageReturns

  func put(on spec: String) -> String {
    self == .underComment ? "# Zoë 日本 😀\n" + spec : spec
  }

  /// Line ends change no place.
  func finish(_ text: String) -> String {
    self == .withCarriageReturns ? text.replacingOccurrences(of: "\n", with: "\r\n") : text
  }
}

/// The files that examples name: `handler` is a folder, `template.vtl` a text.
struct ExampleFiles: FileReader {
  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    path == "template.vtl" ? .success(Array("{\"statusCode\": 200}".utf8)) : .failure(.missing)
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    ["handler", "./handler", "template.vtl"].contains(path) ? .success(()) : .failure(.missing)
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { check(path, from: file).map { [""] } }

  func name(of path: String, from file: String) -> String { path }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id.description }
}
