import Diagnostics
import Document
import Spec

extension DomainRules {
  private static let operation = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html"

  /// What base paths lead to.
  static let mappings: [Rule] = [
    Rule(
      "DOM824", "A base path mapped twice", why: "\"Base path already exists for this domain name\"",
      source: operation,
      bad: [
        Example("one path", spec(mappings: list("{api: Shop, basePath: v1}", "{api: Shop, basePath: ↓v1}"))),
        Example(
          "one path in two spellings",
          spec(mappings: list("{api: Shop, basePath: v1}", "{api: Shop, basePath: ↓\"v\\x31\"}"))),
        Example("two for all calls", spec(mappings: list("{api: Shop}", "↓{api: Shop}"))),
        Example(
          "two names for no path", spec(mappings: list("{api: Shop, basePath: (none)}", "{api: Shop, basePath: ↓\"\"}"))
        ),
        Example(
          "one domain that exists, named twice",
          """
          apis:
            Shop:
              paths:
                /orders:
                  GET: {}
          domainNames:
            Site: {domainName: api.example.com, existing: true, mappings: [{api: Shop, basePath: v1}]}
            Same: {domainName: api.example.com, existing: true, mappings: [{api: Shop, basePath: ↓v1}]}
          """),
      ],
      good: [
        Example("two paths", spec(mappings: list("{api: Shop, basePath: v1}", "{api: Shop, basePath: v2}"))),
        Example(
          "paths that differ in a capital",
          spec(mappings: list("{api: Shop, basePath: v1}", "{api: Shop, basePath: V1}"))
        ),
        Example(
          "one inside the other", spec(mappings: list("{api: Shop, basePath: v1}", "{api: Shop, basePath: v1/a}"))),
      ],
      check: .spec { findings in
        var first: [String: [String: BasePath]] = [:]
        for item in findings.spec.declarations.domainNames {
          let known = item.value.existing.value ? item.value.domainName?.known() : nil
          for mapping in item.value.mappings?.value ?? [] {
            guard let path = BasePath(mapping) else { continue }
            guard let other = first[known ?? "\n" + item.name, default: [:]].updateValue(path, forKey: path.identity)
            else { continue }
            findings.report(
              .mappedTwice(path), at: path.node, related: [findings.related("mapped here first", at: other.node)])
          }
        }
      }),
    Rule(
      "DOM825", "A mapping without a base path beside others",
      why: "\"Only one base path mapping is allowed if the base path is empty.\"", source: mappingGuide,
      bad: [
        Example(
          "all calls, and those of one path", spec(mappings: list("↓{api: Shop}", "{api: Shop, basePath: v1}"))),
        Example(
          "written out", spec(mappings: list("{api: Shop, basePath: v1}", "{api: Shop, basePath: ↓(none)}"))),
      ],
      good: [
        Example("alone", spec()),
        Example(
          "beside paths of several levels, which are mappings of another kind",
          spec(mappings: list("{api: Shop}", "{api: Shop, basePath: shop/v1}"))),
      ],
      check: .domainName { item, findings in
        let paths = (item.value.mappings?.value ?? []).compactMap { BasePath($0) }
        guard let root = paths.first(where: \.isRoot),
          let other = paths.first(where: { !$0.isRoot && !$0.hasLevels })
        else { return }
        findings.report(.notAlone, at: root.node, related: [findings.related("the other one", at: other.node)])
      }),
    Rule(
      "DOM826", "A mapping to a stage that is not there", why: "\"Invalid stage identifier specified\"",
      source: operation,
      bad: [
        Example("a typo", spec(mappings: "[{api: Shop, stage: ↓prd}]")),
        Example("one of two", staged("↓{api: Shop}")),
        Example("no stage for a path of two levels", staged("{api: Shop, stage: ↓none, basePath: shop/v1}")),
        Example(
          "a path of two levels, and no stage to be had",
          """
          apis:
            Shop: {restApiId: abc123}
          domainNames:
            Site:
              domainName: api.example.com
              certificate: \(certificate)
              securityPolicy: TLS_1_2
              mappings: [↓{api: Shop, basePath: shop/v1}]
          """),
      ],
      good: [
        Example("the only stage", spec(mappings: "[{api: Shop}]")),
        Example("a stage that is named", staged("{api: Shop, stage: next}")),
        Example(
          "a stage of an API that exists",
          """
          apis:
            Shop: {restApiId: abc123}
          domainNames:
            Site:
              domainName: api.example.com
              certificate: \(certificate)
              securityPolicy: TLS_1_2
              mappings: [{api: Shop, stage: live}]
          """),
      ],
      check: .domainName { item, findings in
        for mapping in item.value.mappings?.value ?? [] { findings.checkStage(of: mapping) }
      }),
    Rule(
      "DOM827", "A mapping without a stage", severity: .warning,
      why: "callers must put the stage's name behind the base path; the short URL answers 403", source: operation,
      bad: [
        Example("no stage", staged("{api: Shop, stage: ↓none}")),
        Example(
          "an API whose stages are made elsewhere",
          """
          apis:
            Shop: {restApiId: abc123}
          domainNames:
            Site:
              domainName: api.example.com
              certificate: \(certificate)
              securityPolicy: TLS_1_2
              mappings: [↓{api: Shop}]
          """),
      ],
      good: [Example("a stage", staged("{api: Shop, stage: live}"))],
      check: .domainName { item, findings in
        for mapping in item.value.mappings?.value ?? [] { findings.checkStageIsMapped(by: mapping) }
      }),
  ]

  private static func list(_ mappings: String...) -> String {
    mappings.map { "\n      - \($0)" }.joined()
  }

  /// An API with two stages.
  private static func staged(_ mapping: String) -> String {
    """
    apis:
      Shop:
        endpointTypes: [REGIONAL]
        stages:
          live: {}
          next: {}
        paths:
          /orders:
            GET: {}
    domainNames:
      Site:
        domainName: api.example.com
        certificate: \(certificate)
        securityPolicy: TLS_1_2
        mappings: [\(mapping)]
    """
  }
}

extension Findings {
  /// Reports a stage that its API does not have; the stages of an API that exists may be anywhere.
  fileprivate mutating func checkStage(of mapping: Located<DomainMapping>) {
    if BasePath(mapping)?.hasLevels == true, lacksStage(mapping) {
      report(.levelsWithoutStage, at: mapping.node)
      return
    }
    guard let (api, _) = api(of: mapping.value), knowsStages(of: api) else { return }
    guard let stage = mapping.value.reference.stage else {
      if api.stages.count > 1, spec.isWhole(mapping.node) {
        report(.whichStage(api.name, api.stages.prefix(20).map(\.name)), at: mapping.node)
      }
      return
    }
    guard let name = stage.known(), !hasStage(name, in: api) else { return }
    if name != "none" {
      report(.noStage(api.name, name, near: nearest(name, in: api.stages.lazy.map(\.name))), at: stage.node)
    } else if BasePath(mapping)?.hasLevels == true {
      report(.levelsWithoutStage, at: stage.node)
    }
  }

  /// Reports a mapping that maps no stage.
  fileprivate mutating func checkStageIsMapped(by mapping: Located<DomainMapping>) {
    let isDeep = BasePath(mapping)?.hasLevels == true
    if let stage = mapping.value.reference.stage {
      guard stage.known() == "none", !isDeep else { return }
      if let (api, _) = api(of: mapping.value), api.stages.contains(where: { $0.name == "none" }) { return }
      report(.stageUnmapped, at: stage.node)
    } else if !isDeep, lacksStage(mapping) {
      report(.stageUnmapped, at: mapping.node)
    }
  }

  /// Whether a mapping names no stage, and its API has none in the spec that could be meant.
  private func lacksStage(_ mapping: Located<DomainMapping>) -> Bool {
    guard mapping.value.reference.stage == nil, spec.isWhole(mapping.node), let api = mapping.value.reference.api else {
      return false
    }
    if let name = api.value.name, spec.target(named: name, as: .api) == nil { return false }
    return self.api(of: mapping.value)?.api.stages.isEmpty ?? true
  }

  /// Whether an API's stages are those of the spec.
  private func knowsStages(of api: ResolvedAPI) -> Bool {
    !api.isImported && knows(api.api.stages) && spec.isWhole(api.node)
      && !spec.resourceTypes.contains("AWS::ApiGateway::Stage")
  }
}

extension Message {
  fileprivate static func mappedTwice(_ path: BasePath) -> Message {
    Message(
      "DOM824",
      path.isRoot ? "a mapping takes all calls already" : "the base path '\(path.text)' is mapped already",
      help: path.isRoot ? "give one of them a 'basePath'" : "write another 'basePath', or delete one of the mappings")
  }

  fileprivate static let notAlone = Message(
    "DOM825", "a mapping without a base path cannot stand beside others of one level",
    help: "give it a 'basePath', or the others one of several levels, such as 'shop/v1'")

  fileprivate static func noStage(_ api: String, _ stage: String, near: Nearest?) -> Message {
    Message(
      "DOM826", "the API '\(api)' has no stage '\(stage)'", near: near?.amongChosenNames,
      help: "name one of its stages, or declare it")
  }

  fileprivate static func whichStage(_ api: String, _ names: [String]) -> Message {
    Message(
      "DOM826", "the API '\(api)' has several stages, and this mapping names none",
      help: "add 'stage': \(names.joined(separator: ", "))")
  }

  fileprivate static let levelsWithoutStage = Message(
    "DOM826", "a base path of several levels leads to a stage", help: "name a stage, or write a path of one level")

  fileprivate static let stageUnmapped = Message(
    "DOM827", .warning, "without a stage, callers must name one behind the base path", help: "name the stage here")
}
