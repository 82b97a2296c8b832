import Diagnostics
import Document
import Foundation
import Spec
import Testing

@testable import Rules

/// Traits spare work and decide nothing: a rule that is asked about all methods finds the same.
@Suite struct TraitTests {
  private static let heedless = Catalogue.all.map { rule in
    Rule(
      rule.id, rule.title, severity: rule.severity, why: rule.why, source: rule.source, bad: [], good: [],
      check: rule.check.withoutTraits)
  }

  private func findings(_ rules: [Rule], _ spec: ResolvedSpec, traits: [ObjectIdentifier: MethodTraits]?)
    -> [Diagnostic]
  {
    var findings = Findings(spec: spec, report: Report(), traits: traits)
    var checks = Checks()
    checks.add([rules])
    for check in checks.spec { check(&findings) }
    checks.run(over: spec.declarations, &findings)
    for api in spec.apis { checks.run(over: api, &findings) }
    return findings.report.diagnostics
  }

  @Test("what is found in an example does not depend on traits", arguments: Catalogue.all)
  func examples(rule: Rule) throws {
    for example in rule.bad + rule.good {
      var report = Report()
      let text = example.spec.replacingOccurrences(of: "↓", with: "")
      let reading = Document.read(
        Array(text.utf8), name: "apigw.yaml", files: ExampleFiles(), limits: Limits(), into: &report)
      guard let document = reading.document else { continue }
      let spec = ResolvedSpec(document, into: &report)
      let (heeding, heedless) = (
        findings(Catalogue.all, spec, traits: nil), findings(Self.heedless, spec, traits: [:])
      )
      #expect(Set(heeding) == Set(heedless), "\(example.file):\(example.line)")
    }
  }
}

extension Check {
  fileprivate var withoutTraits: Check {
    switch self {
    case .operation(_, let check): .operation(check)
    case .integration(_, let check): .integration(check)
    default: self
    }
  }
}
