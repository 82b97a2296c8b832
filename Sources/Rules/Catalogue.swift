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
    LimitRules.all,
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
    for function in spec.declarations.functions { for check in checks.function { check(function, &findings) } }
    for link in spec.declarations.vpcLinks { for check in checks.vpcLink { check(link, &findings) } }
    for api in spec.apis { checks.run(over: api, &findings) }
    report = findings.report
  }
}

/// The checks sorted by what they look at.
private struct Checks {
  var spec: [@Sendable (inout Findings) -> Void] = []
  var function: [@Sendable (Named<Function>, inout Findings) -> Void] = []
  var vpcLink: [@Sendable (Named<VpcLink>, inout Findings) -> Void] = []
  var api: [@Sendable (ResolvedAPI, inout Findings) -> Void] = []
  var authorizer: [@Sendable (Named<Authorizer>, ResolvedAPI, inout Findings) -> Void] = []
  var stage: [@Sendable (Named<Stage>, ResolvedAPI, inout Findings) -> Void] = []
  var operation: [@Sendable (Operation, ResolvedAPI, inout Findings) -> Void] = []
  var integration: [@Sendable (Integration, Operation, ResolvedAPI, inout Findings) -> Void] = []

  init(_ rules: [Rule]) {
    for rule in rules {
      switch rule.check {
      case .elsewhere: break
      case .spec(let check): spec.append(check)
      case .function(let check): function.append(check)
      case .vpcLink(let check): vpcLink.append(check)
      case .api(let check): api.append(check)
      case .authorizer(let check): authorizer.append(check)
      case .stage(let check): stage.append(check)
      case .operation(let check): operation.append(check)
      case .integration(let check): integration.append(check)
      }
    }
  }

  func run(over api: ResolvedAPI, _ findings: inout Findings) {
    for check in self.api { check(api, &findings) }
    for item in api.api.authorizers { for check in authorizer { check(item, api, &findings) } }
    for item in api.stages { for check in stage { check(item, api, &findings) } }
    for item in api.operations {
      for check in operation { check(item, api, &findings) }
      if let integration = item.integration {
        for check in self.integration { check(integration, item, api, &findings) }
      }
    }
  }
}
