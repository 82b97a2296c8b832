import Diagnostics
import Document
import Synthesizer
import Testing

/// Findings in templates stand where the template is written.
@Suite struct TemplatePlaceTests {
  @Test(
    "in every style of YAML",
    arguments: [
      "{\"a\": \"↓$context.requestid\"}", "'{\"a\": ''b'', \"c\": \"↓$context.requestid\"}'",
      "\"{\\\"a\\\": \\\"↓$context.requestid\\\"}\"", "|-\n  é\n  {\"a\": \"↓$context.requestid\"}",
      ">+\n  é\n  {\"a\":\n  \"↓$context.requestid\"}\n\n", "|2\n    {\"a\":\n   \"↓$context.requestid\"}",
      "&x\n  |\n  {\"a\": \"↓$context.requestid\"}", "\"é \\\n  ↓$context.requestid\"",
      "é\n\n  and ↓$context.requestid",
      "{a: [\"b\\\"\\n↓$context.requestid\", 1]}", "{a ↓$context.requestid: 1}",
      "{b: {c: !Ref A}, a: ↓$context.requestid}",
    ])
  func styles(template: String) {
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n            ")
    let marked = MarkedText(Self.spec("text/plain: \(lines)"))
    for lineEnd in ["\n", "\r\n"] {
      let outcome = Self.outcome(marked.text.replacing("\n", with: lineEnd))
      #expect(Self.places(outcome) == marked.places.map { "apigw.yaml:\($0)" }, "\(outcome.report.sorted)")
    }
  }

  @Test("once, where an alias leads to")
  func aliases() {
    let marked = MarkedText(
      Self.spec("text/plain: &t |\n            one\n            ↓$context.requestid\n      application/json: *t"))
    let outcome = Self.outcome(marked.text)
    #expect(Self.places(outcome) == marked.places.map { "apigw.yaml:\($0)" })
  }

  @Test("in the file that holds the template")
  func files() {
    let outcome = Self.outcome(Self.spec("text/plain: !File body.vtl"))
    #expect(Self.places(outcome) == ["body.vtl:2:4"])
  }

  @Test("once for a default that many methods inherit")
  func defaults() {
    let spec = MarkedText(
      """
      apis:
        Shop:
          defaultIntegration: {type: mock, response: {statusCode: 200, body: "a ↓$context.requestid"}}
          paths:
            /a: {GET: {}, PUT: {}}
            /b: {GET: {}, PUT: {integration: {type: mock, response: {statusCode: 200, body: b}}}, POST: {}}
      """)
    let outcome = Self.outcome(spec.text)
    #expect(Self.places(outcome) == spec.places.map { "apigw.yaml:\($0)" })
  }

  @Test("not at all where only CloudFormation knows the text")
  func intrinsics() {
    #expect(Self.places(Self.outcome(Self.spec("text/plain: !Sub $context.requestid"))).isEmpty)
  }

  private static func spec(_ template: String) -> String {
    """
    resources:
      A: {Type: AWS::SNS::Topic}
    apis:
      Shop:
        paths:
          /orders:
            GET:
              methodResponses: [{statusCode: 200}]
              integration:
                type: mock
                requestTemplates: {application/json: {statusCode: 200}}
                integrationResponses:
                - statusCode: 200
                  responseTemplates:
                    \(template.replacing("\n", with: "\n          "))
    """
  }

  private static func outcome(_ text: String) -> Outcome {
    synthesize(Array(text.utf8), name: "apigw.yaml", files: Files(), options: Options())
  }

  private static func places(_ outcome: Outcome) -> [String] {
    outcome.report.sorted.filter { $0.message.severity != .info }.map { diagnostic in
      let location = outcome.sources.location(of: diagnostic.span.start)
      return "\(location.file):\(location.line):\(location.column)"
    }
  }

  private struct Files: FileReader {
    func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
      .success(Array("\u{FEFF}é\r\né: $context.requestid".utf8))
    }
    func check(_ path: String, from file: String) -> Result<Void, FileError> { .success(()) }
    func list(_ path: String, from file: String) -> Result<[String], FileError> { .success([""]) }
    func name(of path: String, from file: String) -> String { path }
  }
}
