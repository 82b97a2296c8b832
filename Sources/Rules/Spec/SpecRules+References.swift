import Diagnostics
import Document
import Spec

extension SpecRules {
  /// Names that refer to something.
  static let references: [Rule] = [
    Rule(
      "SPEC108", "A name that nothing has",
      why: "\"Unresolved resource dependencies [X] in the Resources block of the template\"",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
      bad: [
        Example(
          "a function misspelt",
          """
          functions:
            orders: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:orders"}
          apis:
            Shop:
              paths:
                /orders: {GET: ↓ordres, PUT: {integration: {type: lambda, handler: ↓Orders2}}}
          """),
        Example(
          "an authorizer, a role and a link",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET:
                    authorizer: ↓staff
                    integration:
                      type: http
                      url: http://orders.example.com
                      vpcLink: ↓inside
                      credentialsRole: ↓caller
          """),
        Example(
          "a role of a function, a load balancer, a user pool and a log group",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, role: ↓runner}
          vpcLinks:
            inside: {targets: [↓Balancer]}
          apis:
            Shop:
              authorizers:
                users: {type: cognito, userPools: [↓Pool]}
                staff: {type: token, handler: ↓check, assumeRole: ↓caller}
              stages:
                live: {accessLogDestination: ↓Logs}
              paths:
                /orders: {GET: {authorizer: none, integration: orders}}
          """),
        Example(
          "a certificate and an API of a domain",
          """
          apis:
            Shop:
              paths:
                /orders: {GET: {}}
          domainNames:
            Site:
              domainName: api.example.com
              certificate: ↓Proof
              securityPolicy: TLS_1_2
              mappings: [{api: ↓Shp, stage: prod}]
          """),
        Example(
          "keys and APIs of plans",
          """
          apis:
            Shop:
              paths:
                /orders: {GET: {}}
          apiKeys:
            shop: {stages: [{api: ↓shop, stage: prod}]}
          usagePlans:
            gold: {apiStages: [{api: ↓Shpo, stage: prod}], apiKeys: [↓shpo]}
          """),
        Example(
          "a state machine",
          """
          apis:
            Shop:
              paths:
                /orders: {POST: {integration: {type: stepFunctions, stateMachine: ↓Machine}}}
          """),
        Example(
          "a resource of another type, and a version that is not made",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler}
          resources:
            Bucket: {Type: AWS::S3::Bucket}
          apis:
            Shop:
              paths:
                /orders: {GET: ↓Bucket, PUT: ↓orders.version}
          """),
      ],
      good: [
        Example(
          "things of the spec and raw resources",
          """
          functions:
            orders: {runtime: python3.13, handler: main.handler, code: ./handler, version: true, role: Runner}
          resources:
            Runner: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}}}
            Other: {Type: AWS::Lambda::Function, Properties: {Runtime: python3.13}}
          apis:
            Shop:
              authorizers:
                staff: {type: token, handler: orders}
              requestValidators:
                body: {validateRequestBody: true}
              defaultMethodOptions: {authorizer: staff}
              paths:
                /orders:
                  GET: orders.version
                  PUT: Other
                  DELETE: {authorizer: none, requestValidator: body, integration: {type: lambda, handler: orders.function}}
          """)
      ],
      check: .spec { findings in
        for function in findings.spec.declarations.functions { findings.look(up: function.value.role, as: .role) }
        for link in findings.spec.declarations.vpcLinks {
          for target in link.value.targets?.value ?? [] { findings.look(up: target, as: .loadBalancer) }
        }
        for api in findings.spec.apis { findings.lookUpReferences(of: api) }
        for domain in findings.spec.declarations.domainNames { findings.lookUpReferences(of: domain.value) }
        findings.lookUpReferencesOfPlans()
      })
  ]
}

extension Findings {
  fileprivate mutating func lookUpReferences(of api: ResolvedAPI) {
    for authorizer in api.api.authorizers { lookUpReferences(of: authorizer.value) }
    for stage in api.stages { look(up: stage.value.accessLogDestination, as: .logDestination) }
    var known = "none"
    for operation in api.operations {
      // Most methods ask the same authorizer as the one before.
      if let name = operation.options.authorizer, name.value != known {
        if api.authorizerIndex(name.value) != nil { known = name.value } else { lookUp(authorizer: name, in: api) }
      }
      guard let integration = operation.integration else { continue }
      if case .lambda(let lambda) = integration.backend { look(up: lambda.handler, as: .function) }
      if case .stepFunctions(let machine) = integration.backend { look(up: machine.stateMachine, as: .stateMachine) }
      look(up: integration.options.credentialsRole, as: .role)
      look(up: integration.options.vpcLink, as: .vpcLink)
    }
  }

  fileprivate mutating func lookUpReferences(of domain: DomainName) {
    // Of what cannot be a name, DOM806 speaks.
    if domain.certificate.mayBeName { look(up: domain.certificate, as: .certificate) }
    for mapping in domain.mappings?.value ?? [] { look(up: mapping.value.reference.api, as: .api) }
  }

  /// The keys and stages of usage plans and API keys.
  fileprivate mutating func lookUpReferencesOfPlans() {
    for plan in spec.declarations.usagePlans {
      for key in plan.value.apiKeys?.value ?? [] { look(up: key, as: .apiKey) }
      for stage in plan.value.apiStages?.value ?? [] { look(up: stage.value.reference.api, as: .api) }
    }
    for key in spec.declarations.apiKeys {
      for stage in key.value.stages?.value ?? [] { look(up: stage.value.api, as: .api) }
    }
  }

  private mutating func lookUpReferences(of authorizer: Authorizer) {
    look(up: authorizer.handler, as: .function)
    // Of what cannot be a name, a pool's ID or a role's path, AUTH303 and AUTH317 speak.
    switch authorizer.source {
    case .request(let request): if request.assumeRole.mayBeName { look(up: request.assumeRole, as: .role) }
    case .token(let token): if token.assumeRole.mayBeName { look(up: token.assumeRole, as: .role) }
    case .cognito(let cognito):
      for pool in cognito.userPools?.value ?? [] where Optional(pool).mayBeName { look(up: pool, as: .userPool) }
    }
  }

  /// A reference to a thing of the spec or to a raw resource.
  fileprivate mutating func look(up reference: Located<Reference>?, as kind: ReferenceKind) {
    guard let reference, case .name(let name) = reference.value, spec.target(named: name, as: kind) == nil else {
      return
    }
    if isUnread(name) { return }
    report(message(for: name, as: kind, candidates: candidates(kind)), at: reference.node)
  }

  /// An authorizer that the API does not declare, or not readably.
  private mutating func lookUp(authorizer reference: Located<String>, in api: ResolvedAPI) {
    let name = reference.value
    if name == "none" || spec.target(named: name, as: .authorizer) != nil { return }
    if let entries = spec.document.value("authorizers", in: api.node), hasKey(name, in: entries) { return }
    // Of an authorizer that another API has, AUTH319 speaks.
    if owner(ofAuthorizer: name, notOf: api) != nil { return }
    let candidates = candidates(.authorizer, and: api.api.authorizers.lazy.map(\.name))
    report(message(for: name, as: .authorizer, candidates: candidates), at: reference.node)
  }

  /// Whether a thing of that name stands in the spec and could not be read, which is reported there.
  private mutating func isUnread(_ name: String) -> Bool {
    if spec.names[name] != nil { return false }
    let names = written ?? namesInSections
    written = names
    return names.contains(name)
  }

  private var namesInSections: Set<String> {
    let document = spec.document
    return ["functions", "vpcLinks", "apis", "apiKeys", "resources"].reduce(into: []) { names, section in
      guard let things = document.value(section, in: document.root) else { return }
      for thing in document.entries(things) { names.insert(document.string(thing.key)) }
    }
  }

  /// What a wrong name may have been meant as; nil where there were too many wrong names to look.
  private mutating func candidates(_ kind: ReferenceKind, and names: some Collection<String> = [String]()) -> [String]?
  {
    if guesses.areSpent { return nil }
    let all = Array(names) + spec.candidates(kind)
    guesses.spend(all.count + spec.names.declared.count)
    return all
  }

  private func message(for name: String, as kind: ReferenceKind, candidates: [String]?) -> Message {
    if let thing = spec.names[name] {
      if case .resource(let index) = thing {
        let type = spec.declarations.resources[index].value.type
        return .wrongThing(name, "a resource of type '\(type)'", kind, Diagnostics.nearest(name, in: candidates ?? []))
      }
      return .wrongThing(name, "\(thing.article) \(thing.words)", kind, Diagnostics.nearest(name, in: candidates ?? []))
    }
    if kind == .function, name.hasSuffix(".version"), spec.names[String(name.dropLast(8))] != nil {
      return .noVersion(String(name.dropLast(8)))
    }
    return .unknownName(name, kind, near: Diagnostics.nearest(name, in: candidates ?? []), all: candidates)
  }
}

extension Thing {
  fileprivate var article: String {
    switch self {
    case .api, .apiKey: "an"
    default: "a"
    }
  }
}

extension ReferenceKind {
  /// Where a spec declares such things.
  fileprivate var section: String {
    switch self {
    case .function: "functions"
    case .vpcLink: "vpcLinks"
    case .api: "apis"
    case .apiKey: "apiKeys"
    case .authorizer: "authorizers"
    case .requestValidator: "requestValidators"
    case .model: "models"
    case .stage: "stages"
    case .role, .userPool, .loadBalancer, .logDestination, .certificate, .stateMachine, .endpoint: "resources"
    }
  }

  fileprivate var article: String {
    switch self {
    case .api, .apiKey, .authorizer: "an"
    default: "a"
    }
  }
}

extension Optional where Wrapped == Located<Reference> {
  fileprivate var mayBeName: Bool { self?.value.name.map { isLogicalID($0) } ?? false }
}

extension Message {
  fileprivate static func unknownName(_ name: String, _ kind: ReferenceKind, near: Nearest?, all: [String]?) -> Message
  {
    let advice = CDKCode.advice(on: name)
    guard let all, advice == nil else { return Message("SPEC108", "no \(kind.words) is named '\(name)'", help: advice) }
    let declared =
      all.isEmpty
      ? "none is declared: they stand under '\(kind.section)'" : "declared: \(all.prefix(20).joined(separator: ", "))"
    return Message(
      "SPEC108", "no \(kind.words) is named '\(name)'",
      help: near.map { "\($0.question) \(declared)" } ?? declared,
      correction: near?.amongChosenNames.correction)
  }

  fileprivate static func wrongThing(_ name: String, _ what: String, _ kind: ReferenceKind, _ near: Nearest?) -> Message
  {
    Message(
      "SPEC108", "'\(name)' is \(what), where \(kind.article) \(kind.words) is wanted",
      help: near?.question)
  }

  fileprivate static func noVersion(_ function: String) -> Message {
    Message(
      "SPEC108", "the function '\(function)' makes no version", help: "set 'version: true' or 'alias' on '\(function)'")
  }
}
