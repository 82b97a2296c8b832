import Diagnostics
import Spec

/// All rules, by family.
public enum Catalogue {
  public static let all: [Rule] = (families + [LimitRules.groups]).flatMap { $0.joined() }

  /// The rules as they are written down, without API Gateway's quotas. A run that only checks goes through them where
  /// they are: one list of all is half a million instructions of copying.
  private static var families: [[[Rule]]] {
    [
      SpecRules.groups,
      IntegrationRules.groups,
      AuthorizationRules.groups,
      MethodRules.groups,
      PathRules.groups,
      ModelRules.groups,
      StageRules.groups,
      SecurityRules.groups,
      DomainRules.groups,
      TemplateRules.groups,
    ]
  }

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
    if checksQuotas, findings.refusesInheritedSize() {
      report = findings.report
      return
    }
    var checks = Checks()
    for groups in families { checks.add(groups) }
    if checksQuotas { checks.add(LimitRules.groups) }
    for check in checks.spec { check(&findings) }
    checks.run(over: spec.declarations, &findings)
    for api in spec.apis { checks.run(over: api, &findings) }
    report = findings.report
  }
}
