import Diagnostics
import Document
import Rules
import Synthesizer
import Testing

/// Specs that are made of faults: what is said of each costs no more the more there are.
@Suite struct ManyFaultsTests {
  private func report(_ text: String) -> Report {
    synthesize(Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), options: Options()).report
  }

  @Test func ofManyWrongNamesOnlyTheFirstAreGuessed() {
    let paths = (0..<3_000).map { "      /a\($0): {GET: Order\($0)}\n" }.joined()
    let arn = "arn:aws:lambda:eu-west-1:111122223333:function:orders"
    let found = report("functions: {Orders: {arn: \"\(arn)\"}}\napis:\n  Shop:\n    paths:\n" + paths).sorted
      .filter { $0.message.rule == "SPEC108" }
    #expect(found.count == 3_000)
    #expect(found.first?.message.help?.contains("Orders") == true)
    #expect(found.last?.message.help == nil)
  }

  @Test func commentsUnderEachOtherAreAboutTheSameLine() {
    let comments = String(repeating: "      # apigw-synth: ignore INT223\n      # because\n", count: 3_000)
    let path = "      /a: {GET: {integration: {type: mock}}}\n"
    let found = report("apis:\n  Shop:\n    paths:\n\(comments)\(path)").diagnostics.map(\.message.rule)
    #expect(!found.contains("INT223"))
    #expect(found.count { $0 == "SPEC144" } == 2_999)
  }

  @Test("what refers to nothing is guessed as long as that is cheap", arguments: ["Ref", "Condition"])
  func referencesOfIntrinsics(function: String) {
    let wrong = (0..<5_000).map { "{\($0 % 7 == 0 ? "Ref" : function): Q\($0)x}" }.joined(separator: ", ")
    let resources = (0..<3_000).map { "  Q\($0): {Type: AWS::SQS::Queue}\n" }.joined()
    let found = report(
      "apis: {S: {paths: {/a: {GET: {}}}}}\nresources:\n\(resources)outputs: {O: {Value: {Fn::Join: ['', [\(wrong)]]}}}\n"
    ).sorted.filter { $0.message.rule == "SPEC108" }
    #expect(found.count > 700)
    #expect(found.first?.message.help?.contains("Q0") == true)
    #expect(found.last?.message.help == nil)
  }

  @Test func resourcesFarOverTheQuotaAreNoLongerCounted() {
    let paths = (0..<6_000).map { "      /a\($0): {GET: {}}\n" }.joined()
    let spec = Array("apis:\n  Shop:\n    paths:\n\(paths)".utf8)
    let counted = report(String(decoding: spec, as: UTF8.self)).diagnostics.first { $0.message.rule == "LIM904" }
    #expect(counted?.message.text == "the template has at least 5000 resources, CloudFormation takes 500")
    var options = Options()
    options.checksQuotas = false
    let outcome = synthesize(spec, name: "apigw.yaml", files: ExampleFiles(), options: options)
    #expect(outcome.template?.resources.count == 12_003)
  }

  @Test func aTemplateThatIsTooLargeIsNotLookedInto() {
    let template = String(repeating: "$nobody ", count: 40_000)
    let spec = """
      apis:
        Shop:
          paths:
            /a: {GET: {integration: {type: mock, requestTemplates: {application/json: "\(template)"}}}}
      """
    let found = report(spec).diagnostics.map(\.message.rule)
    #expect(found.count { $0 == "LIM910" } == 1)
    #expect(!found.contains { $0.description.hasPrefix("VTL") })
  }
}
