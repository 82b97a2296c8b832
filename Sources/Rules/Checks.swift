import Spec

/// The checks sorted by what they look at.
struct Checks {
  private(set) var spec: [@Sendable (inout Findings) -> Void] = []
  private var function: [@Sendable (Named<Function>, inout Findings) -> Void] = []
  private var vpcLink: [@Sendable (Named<VpcLink>, inout Findings) -> Void] = []
  private var apiKey: [@Sendable (Named<ApiKey>, inout Findings) -> Void] = []
  private var usagePlan: [@Sendable (Named<UsagePlan>, inout Findings) -> Void] = []
  private var domainName: [@Sendable (Named<DomainName>, inout Findings) -> Void] = []
  private var api: [@Sendable (ResolvedAPI, inout Findings) -> Void] = []
  private var authorizer: [@Sendable (Named<Authorizer>, ResolvedAPI, inout Findings) -> Void] = []
  private var stage: [@Sendable (Named<Stage>, ResolvedAPI, inout Findings) -> Void] = []
  private var cors: [@Sendable (Located<CORSOptions>, ResolvedAPI, inout Findings) -> Void] = []
  private var schema: [@Sendable (Schema, ModelSchemas, inout Findings) -> Void] = []
  private var method: [MethodCheck] = []
  private var template: [@Sendable (BodyTemplate, inout Findings) -> Void] = []

  mutating func add(_ groups: [[Rule]]) {
    for rules in groups { for rule in rules { add(rule.check) } }
  }

  private mutating func add(_ check: Check) {
    switch check {
    case .elsewhere: break
    case .spec(let check): spec.append(check)
    case .function(let check): function.append(check)
    case .vpcLink(let check): vpcLink.append(check)
    case .apiKey(let check): apiKey.append(check)
    case .usagePlan(let check): usagePlan.append(check)
    case .domainName(let check): domainName.append(check)
    case .api(let check): api.append(check)
    case .authorizer(let check): authorizer.append(check)
    case .stage(let check): stage.append(check)
    case .cors(let check): cors.append(check)
    case .schema(let check): schema.append(check)
    case .operation(let traits, let check): method.append(.operation(traits, check))
    case .integration(let traits, let check): method.append(.integration(traits, check))
    case .template(let check): template.append(check)
    }
  }

  func run(over declarations: Declarations, _ findings: inout Findings) {
    for item in declarations.functions { for check in function { check(item, &findings) } }
    for item in declarations.vpcLinks { for check in vpcLink { check(item, &findings) } }
    for item in declarations.apiKeys { for check in apiKey { check(item, &findings) } }
    for item in declarations.usagePlans { for check in usagePlan { check(item, &findings) } }
    for item in declarations.domainNames { for check in domainName { check(item, &findings) } }
  }

  func run(over api: ResolvedAPI, _ findings: inout Findings) {
    for check in self.api { check(api, &findings) }
    for item in api.api.authorizers { for check in authorizer { check(item, api, &findings) } }
    for item in api.stages { for check in stage { check(item, api, &findings) } }
    for item in api.corsOptions { for check in cors { check(item, api, &findings) } }
    if !schema.isEmpty, !api.api.models.isEmpty { runOverSchemas(of: api, &findings) }
    runOverMethods(of: api, &findings)
    runOverTemplates(of: api, &findings)
  }

  private func runOverMethods(of api: ResolvedAPI, _ findings: inout Findings) {
    let traits = findings.traits[ObjectIdentifier(api)]?.each ?? MethodTraits(api).each
    for sort in MethodSorts(api.operations, traits).sorts {
      for check in method where check.traits.isSubset(of: sort.traits) { check(sort, api, &findings) }
    }
  }

  private func runOverTemplates(of api: ResolvedAPI, _ findings: inout Findings) {
    var templates = TemplateCollector(findings.spec.document)
    for response in api.api.gatewayResponses { templates.add(response.value) }
    for operation in findings.operations(of: api, with: .templates) {
      if let integration = operation.integration { templates.add(operation, integration) }
    }
    run(over: templates.candidates, of: api, &findings)
  }

  private func run(over candidates: [TemplateCandidate], of api: ResolvedAPI, _ findings: inout Findings) {
    for candidate in candidates {
      guard let source = TemplateSource(candidate.template, in: findings.spec.document) else { continue }
      let template = BodyTemplate(candidate, source, in: api, findings.spec.document)
      for check in self.template { check(template, &findings) }
    }
  }

  private func runOverSchemas(of api: ResolvedAPI, _ findings: inout Findings) {
    let schemas = ModelSchemas(api, in: findings.spec.document)
    for model in schemas.roots.indices {
      for item in schemas.all(of: model) { for check in schema { check(item, schemas, &findings) } }
    }
  }
}

/// A check of one method, and the traits that it is about.
private enum MethodCheck {
  case operation(Traits, @Sendable (Operation, ResolvedAPI, inout Findings) -> Void)
  case integration(Traits, @Sendable (Integration, Operation, ResolvedAPI, inout Findings) -> Void)

  var traits: Traits {
    switch self {
    case .operation(let traits, _), .integration(let traits, _): traits
    }
  }

  /// Asks about one method after another, rather than of one method all there is to ask: a check is fetched once.
  func callAsFunction(_ sort: MethodSorts.Sort, _ api: ResolvedAPI, _ findings: inout Findings) {
    switch self {
    case .operation(_, let check):
      for operation in sort.operations { check(operation, api, &findings) }
    case .integration(_, let check):
      for (integration, operation) in sort.integrations {
        integration._withUnsafeGuaranteedRef { check($0, operation, api, &findings) }
      }
    }
  }
}
