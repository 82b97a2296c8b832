import Diagnostics
import Document
import Rules
import Synthesizer
import Testing

@Suite struct IgnoreTests {
  /// `LINE RULE` of all warnings and errors.
  private static func found(in text: String, checksQuotas: Bool = true, files: some FileReader = ExampleFiles())
    -> [String]
  {
    var options = Options()
    options.checksQuotas = checksQuotas
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: files, options: options)
    return outcome.report.sorted.filter { $0.message.severity != .info }.map {
      "\(outcome.sources.location(of: $0.span.start).line) \($0.message.rule)"
    }
  }

  /// A spec that warns of SEC004 in its line 7 (and is otherwise well).
  private static func spec(above: String = "", behind: String = "") -> String {
    """
    apis:
      Shop:
        paths:
          /orders:
            GET:
              integration:
    \(above)            url: http://example.com\(behind)
                type: http

    """
  }

  @Test(
    "a warning is silenced on its line and from the comments above it",
    arguments: [
      ("", "", ["7 SEC004"]), ("", " # apigw-synth: ignore SEC004", []), ("", " #apigw-synth: ignore sec004", []),
      ("            # apigw-synth: ignore SEC004\n", "", []),
      ("# apigw-synth: ignore SEC004\n  # for now\n", "", []),
      ("# apigw-synth: ignore SEC004\n\n", "", ["7 SPEC144", "9 SEC004"]),
      ("", " # apigw-synth: ignore SEC004, INT223", ["7 SPEC144"]),
      ("", " # apigw-synth: ignore INT223 SEC004", ["7 SPEC144"]),
      ("", " # apigw-synth: ignore SEC004,SEC004", ["7 SPEC144"]),
      ("", " # apigw-synth: ignore", ["7 SEC004", "7 SPEC145"]),
      ("", " # apigw-synth:ignore SEC004", ["7 SEC004", "7 SPEC145"]),
      ("", " # apigw-synth: ignore SEC04", ["7 SEC004", "7 SPEC145"]),
      ("", " # apigw-synth: ignore SEC004, SPEC101", ["7 SPEC145"]),
      ("# apigw-synth: ignore LIM901\n", " # apigw-synth: ignore SEC004", ["7 SPEC144"]),
    ])
  func silence(above: String, behind: String, expected: [String]) {
    #expect(Self.found(in: Self.spec(above: above, behind: behind)) == expected)
  }

  @Test func errorsAreNotSilencedAndUnusedCommentsWaitForThem() {
    let text =
      Self.spec(behind: " # apigw-synth: ignore SPEC101, INT223")
      + "            colour: red # apigw-synth: ignore SPEC101\n"
    #expect(Self.found(in: text) == ["7 SEC004", "7 SPEC145", "9 SPEC101", "9 SPEC145"])
  }

  @Test func quotasThatWereNotLookedAtAreNoReasonToComplain() {
    let text = Self.spec(above: "# apigw-synth: ignore LIM901\n", behind: " # apigw-synth: ignore SEC004")
    #expect(Self.found(in: text, checksQuotas: false) == [])
  }

  @Test func manyUnknownNamesAreToldInLinearTime() {
    let names = (0..<20_000).map { "XYZ\($0)" }.joined(separator: ",")
    let text = "# apigw-synth: ignore \(names)\n" + Self.spec()
    let outcome = synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options())
    #expect(outcome.report.count(.warning) == 20_001)
  }
}
