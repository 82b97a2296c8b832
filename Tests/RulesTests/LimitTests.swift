import Diagnostics
import Foundation
import Synthesizer
import Testing

@testable import Rules

/// Quotas, and how they are lifted.
@Suite struct LimitTests {
  private func findings(_ text: String, lifted: Bool = false) -> [String] {
    var options = Options()
    options.checksQuotas = !lifted
    let spec = text.replacingOccurrences(of: "↓", with: "")
    let outcome = synthesize(Array(spec.utf8), name: "apigw.yaml", files: ExampleFiles(), options: options)
    return outcome.report.sorted.map { "\($0.message.rule) \($0.message.severity.rawValue)" }
  }

  @Test("a lifted quota says nothing", arguments: Catalogue.all.filter { $0.id.description.hasPrefix("LIM") })
  func lifted(rule: Rule) {
    // How deep a path is stays limited, as recursion rests on it.
    for example in rule.bad where example.title != "one path of 301 segments" {
      #expect(!findings(example.spec).isEmpty)
      #expect(!findings(example.spec, lifted: true).contains { $0.hasPrefix("LIM") })
    }
  }

  @Test("the quotas that can be lifted are one family")
  func family() {
    let quotas = Catalogue.all.filter { $0.id.description.hasPrefix("LIM") }.map(\.id)
    #expect(LimitRules.groups.joined().map(\.id) == quotas && !quotas.isEmpty)
  }

  @Test(
    "resources are counted to the last",
    arguments: [(395, []), (396, ["LIM905 warning"]), (495, ["LIM905 warning"]), (496, ["LIM904 error"])])
  func resources(queues: Int, expected: [String]) {
    let spec = """
      apis: {Shop: {paths: {/orders: {GET: {}}}}}
      resources:

      """ + (1...queues).map { "  Queue\($0): {Type: AWS::SQS::Queue}\n" }.joined()
    #expect(findings(spec).filter { $0.hasPrefix("LIM90") && !$0.hasPrefix("LIM906") } == expected)
  }

  @Test func aTemplateBeyondADirectUploadIsWorthKnowing() {
    let spec = "apis: {Shop: {description: \(String(repeating: "a", count: 51_200)), paths: {/orders: {GET: {}}}}}"
    #expect(findings(spec).filter { $0.hasPrefix("LIM") } == ["LIM906 info"])
  }

  @Test func aKeyNamedTwiceInAPlanIsInOnePlan() {
    let plans = (1...10).map { "  Plan\($0): {apiKeys: [Partner, Partner]}\n" }.joined()
    let spec = "apis: {Shop: {paths: {/orders: {GET: {}}}}}\napiKeys: {Partner: {}}\nusagePlans:\n\(plans)"
    #expect(!findings(spec).contains { $0.hasPrefix("LIM914") })
  }

  @Test func theRightsOfAFunctionAreCountedOverAllAPIs() {
    let paths = "{" + (1...20).map { "/orders-\($0): {GET: orders}" }.joined(separator: ", ") + "}"
    let functions = "functions: {orders: {arn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders'}}\n"
    #expect(!findings(functions + "apis: {Shop: {paths: \(paths)}}").contains { $0.hasPrefix("LIM920") })
    #expect(
      findings(functions + "apis: {Shop: {paths: \(paths)}, Till: {paths: \(paths)}}").contains("LIM920 error"))
  }

  @Test func intrinsicsCountForNothing() {
    let callers = (1...200).map { "            - !Sub 'arn:aws:iam::${AWS::AccountId}:role/caller-\($0)'\n" }.joined()
    let spec = """
      apis:
        Shop:
          paths: {/orders: {GET: {}}}
          policy:
            Statement:
              - Effect: Allow
                Principal:
                  AWS:

      """ + callers
    #expect(!findings(spec).contains { $0.hasPrefix("LIM909") })
  }
}
