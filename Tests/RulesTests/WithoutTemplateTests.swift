import Diagnostics
import Foundation
import Rules
import Synthesizer
import Testing

/// A spec may be looked over without a template being made of it.
@Suite struct WithoutTemplateTests {
  private func outcome(_ text: String, wantsTemplate: Bool, checksQuotas: Bool) -> Outcome {
    var options = Options()
    (options.wantsTemplate, options.checksQuotas) = (wantsTemplate, checksQuotas)
    let spec = text.replacingOccurrences(of: "↓", with: "")
    return synthesize(Array(spec.utf8), name: "apigw.yaml", files: ExampleFiles(), options: options)
  }

  @Test("what is found does not depend on whether the template is wanted", arguments: [true, false])
  func sameFindings(checksQuotas: Bool) {
    // Of these what is wrong may show in the template alone.
    let names: Set<RuleID> = ["SPEC108", "SPEC109", "SPEC112", "LIM904", "LIM906"]
    let rules = Catalogue.all.filter { names.contains($0.id) }
    #expect(rules.count == names.count)
    for example in rules.flatMap({ $0.bad + $0.good }) {
      let (made, unmade) = (
        outcome(example.spec, wantsTemplate: true, checksQuotas: checksQuotas),
        outcome(example.spec, wantsTemplate: false, checksQuotas: checksQuotas)
      )
      #expect(made.report.sorted == unmade.report.sorted, "\(example.file):\(example.line)")
      #expect(unmade.template == nil)
    }
  }

  @Test func aTemplateThatIsWantedIsMade() {
    let spec = "apis: {Shop: {paths: {/orders: {GET: {}}}}}"
    #expect(outcome(spec, wantsTemplate: true, checksQuotas: true).template != nil)
  }
}
