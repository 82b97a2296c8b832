import Diagnostics
import Document
import Rules
import Synthesizer
import Testing

/// Specs in which a little stands for much, or many things are looked up among many.
@Suite struct MultiplesTests {
  private func outcome(_ text: String, lifted: Bool = false) -> Outcome {
    var options = Options()
    options.checksQuotas = !lifted
    options.wantsTemplate = false
    return synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: options)
  }

  /// What is said by a rule, each with the text that it stands at.
  private func findings(_ rule: RuleID, _ outcome: Outcome) -> [(text: String, message: String)] {
    outcome.report.sorted.filter { $0.message.rule == rule }.map { finding in
      let bytes = outcome.sources.bytes[Int(finding.span.start)..<Int(finding.span.end)]
      return (String(decoding: bytes, as: UTF8.self), finding.message.text)
    }
  }

  private func paths(_ count: Int) -> String {
    "    paths:\n" + (0..<count).map { "      /a\($0): {GET: {}}\n" }.joined()
  }

  private let tooLarge =
    "with this in each place that has it the template has more than 4000000 bytes, CloudFormation takes 1000000"

  @Test("defaults count once for each method", arguments: [(39, false), (41, true)])
  func defaults(methods: Int, isTooLarge: Bool) {
    let template = String(repeating: "a", count: 100_000)
    let spec =
      "apis:\n  S:\n    defaultIntegration: {type: mock, requestTemplates: {a/b: \(template)}}\n" + paths(methods)
    let found = findings("LIM906", outcome(spec)).filter { $0.message == tooLarge }
    #expect(found.map(\.text) == (isTooLarge ? ["defaultIntegration"] : []))
    #expect(findings("LIM906", outcome(spec, lifted: true)).isEmpty)
  }

  @Test("inherited options count once for each method")
  func options() {
    let parameters = (0..<1_000).map { "method.request.header.h\($0): true" }.joined(separator: ", ")
    let spec = "apis:\n  S:\n    defaultMethodOptions: {requestParameters: {\(parameters)}}\n" + paths(140)
    #expect(findings("LIM906", outcome(spec)).map(\.text) == ["requestParameters"])
  }

  @Test("the IDs of an existing API and a function's ARN count once for each method")
  func names() {
    let long = String(repeating: "a", count: 30_000)
    let existing = "apis:\n  S:\n    restApiId: \(long)\n    rootResourceId: b\n"
    #expect(findings("LIM906", outcome(existing + paths(80))).map(\.text) == ["restApiId"])
    #expect(findings("LIM906", outcome(existing + paths(30))).allSatisfy { $0.message != tooLarge })
    let functions = "functions: {F: {arn: 'arn:aws:lambda:eu-west-1:111122223333:function:\(long)'}}\napis:\n  S:\n"
    #expect(findings("LIM906", outcome(functions + paths(150))).map(\.text) == ["arn"])
  }

  @Test("origins count once for each path")
  func origins() {
    let origins = (0..<2_000).map { "'https://a\($0).example'" }.joined(separator: ", ")
    let spec = "apis:\n  S:\n    cors: {allowOrigins: [\(origins)]}\n" + paths(100)
    #expect(findings("LIM906", outcome(spec)).map(\.text) == ["cors"])
  }

  @Test("origins count once for each answer", arguments: [(false, ["cors"]), (true, [])])
  func answers(isProxy: Bool, expected: [String]) {
    let origins = (0..<500).map { "'https://a\($0).example'" }.joined(separator: ", ")
    let answers = (0..<40).map { "{statusCode: \(200 + $0), selectionPattern: a\($0)}" }.joined(separator: ", ")
    let integration = "{type: http, proxy: \(isProxy), url: 'https://a.example', integrationResponses: [\(answers)]}"
    let spec =
      "apis:\n  S:\n    cors: {allowOrigins: [\(origins)]}\n    defaultIntegration: \(integration)\n" + paths(20)
    #expect(findings("LIM906", outcome(spec)).filter { $0.message == tooLarge }.map(\.text) == expected)
  }

  @Test("of a log's wrong variables a thousand are told")
  func accessLog() {
    let format = (0..<1_500).map { "$context.nothing\($0) " }.joined()
    let log = "accessLogDestination: 'arn:aws:logs:eu-west-1:111122223333:log-group:x'"
    let spec =
      "apis:\n  S:\n    stages: {live: {\(log), accessLogFormat: \"$context.requestId \(format)\"}}\n" + paths(1)
    #expect(findings("STAGE730", outcome(spec)).count == 1_000)
  }

  @Test("among many definitions each is found by its place or its ID")
  func definitions() {
    let definitions = (0..<50).map { number in
      let target = number == 20 ? "#/definitions/d50" : number == 30 ? "#named" : "#/definitions/d\((number + 1) % 50)"
      return "d\(number): {\(number == 40 ? "id: '#named'" : "$ref: '\(target)'")}"
    }
    let spec =
      "apis:\n  S:\n    models: {M: {schema: {definitions: {\(definitions.joined(separator: ", "))}}}}\n" + paths(1)
    #expect(findings("MODEL618", outcome(spec)).map(\.message) == ["this schema has nothing at '#/definitions/d50'"])
  }

  @Test("a method that several stages cache is told once, with the first that does")
  func caches() {
    let spec = """
      functions: {F: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:f"}}
      apis:
        S:
          authorizers: {A: {type: token, handler: F}}
          stages:
            first: {cacheClusterEnabled: true, cachingEnabled: true, methodOptions: {/a/GET: {cachingEnabled: false}}}
            second: {cacheClusterEnabled: true, cachingEnabled: true}
            third: {cacheClusterEnabled: true, methodOptions: {/a/GET: {cachingEnabled: true}}}
          paths:
            /a: {GET: {authorizer: A, integration: F}}
            /b: {GET: {authorizer: A, integration: F}}
      """
    let report = outcome(spec).report
    let found = report.sorted.filter { $0.message.rule == "SEC010" }
    let lines = found.map { finding in
      finding.related.map { related in
        spec.utf8.prefix(Int(related.span.start)).count { $0 == UInt8(ascii: "\n") } + 1
      }
    }
    #expect(lines == [[7], [6]])
  }

  @Test("a key reaches a stage twice by the first of the plans that lead there")
  func plans() {
    let spec = """
      apis:
        S: {stages: {live: {}, next: {}}, paths: {/a: {GET: {}}}}
      apiKeys: {K: {}, L: {}}
      usagePlans:
        one: {apiKeys: [K, L], apiStages: [{api: S, stage: live}]}
        two: {apiKeys: [K], apiStages: [{api: S, stage: next}]}
        three: {apiKeys: [K, L], apiStages: [{api: S, stage: next}]}
      """
    let found = outcome(spec).report.sorted.filter { $0.message.rule == "AUTH367" }
    #expect(found.count == 1)
    #expect(found.first?.message.text.contains("'two'") == true)
  }
}
