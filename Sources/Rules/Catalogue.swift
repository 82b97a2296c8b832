import Diagnostics
import Spec

/// All rules, by family.
public enum Catalogue {
  public static let all: [Rule] = [
    SpecRules.all,
    IntegrationRules.all,
    AuthorizationRules.all,
    MethodRules.all,
    PathRules.all,
    ModelRules.all,
    StageRules.all,
    SecurityRules.all,
    DomainRules.all,
    TemplateRules.all,
    LimitRules.all,
  ].flatMap { $0 }

  /// What can go wrong with an API, but not with a spec.
  public static let precluded: [Precluded] = [
    SpecRules.precluded,
    IntegrationRules.precluded,
    AuthorizationRules.precluded,
    MethodRules.precluded,
    PathRules.precluded,
    ModelRules.precluded,
    StageRules.precluded,
    SecurityRules.precluded,
    DomainRules.precluded,
    TemplateRules.precluded,
    LimitRules.precluded,
  ].flatMap { $0 }

  /// The rule of an ID; nil for one that is not in the catalogue.
  public static subscript(_ id: RuleID) -> Rule? { all.first { $0.id == id } }

  /// Runs every rule over a spec.
  ///
  /// - Parameter checksQuotas: whether API Gateway's quotas, the rules LIM9xx, are looked at too.
  public static func check(_ spec: ResolvedSpec, checksQuotas: Bool = true, into report: inout Report) {
    var findings = Findings(spec: spec, report: report)
    let checks = Checks(checksQuotas ? all : all.filter { !$0.id.description.hasPrefix("LIM") })
    for check in checks.spec { check(&findings) }
    checks.run(over: spec.declarations, &findings)
    for api in spec.apis { checks.run(over: api, &findings) }
    report = findings.report
  }
}
