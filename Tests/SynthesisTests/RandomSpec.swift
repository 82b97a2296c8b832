/// Makes specs without errors that use all sections, with names that a careless naming would confuse.
struct SpecGenerator {
  var numbers: SeededNumbers
  /// The last number in a name that nothing else may have.
  private var lastNumber: Int

  init(seed: UInt64, after number: Int = 0) { (numbers, lastNumber) = (SeededNumbers(seed: seed), number) }

  /// The names that entries may refer to.
  struct Context {
    /// What a method may call: functions' names, and of published ones `NAME.version` and `NAME.function`.
    var functions: [String] = []
    var links: [String] = []
    var authorizers: [String] = []
    var models: [String] = []
    var validators: [String] = []
  }

  mutating func spec() -> Tree {
    let functions = names(["list", "List", "fn0", "x", "Fn"], 1...3).map { Tree.Entry($0, function()) }
    let links = names(["Link", "link", "Link0"], 0...2).map { Tree.Entry($0, vpcLink()) }
    let context = Context(functions: functions.flatMap(Self.spellings), links: links.map(\.key))
    let apis = names(["Shop", "Shop0", "api", "A1"], 1...3).map { Tree.Entry($0, anyAPI(context)) }
    let keys = names(["Key", "key", "Key0"], 0...3).map { Tree.Entry($0, apiKey(apis)) }
    var sections: [Tree.Entry] = [.init("functions", .map(functions)), .init("apis", .map(apis))]
    add("vpcLinks", links, to: &sections)
    add("apiKeys", keys, to: &sections)
    // A key reaches a stage through one plan alone.
    var free = keys.map(\.key)
    let plans = names(["Plan", "plan", "Plan0"], 0...3).map { Tree.Entry($0, usagePlan(apis, &free)) }
    add("usagePlans", plans, to: &sections)
    add("domainNames", names(["Web", "web", "Web0"], 0...2).map { .init($0, domainName(apis)) }, to: &sections)
    if chance(3) { sections.append(.init("tags", .map([.init("team", .text("shop"))]))) }
    if chance(3) { sections += raw(apis) }
    return .map(sections)
  }

  private func add(_ section: String, _ entries: [Tree.Entry], to sections: inout [Tree.Entry]) {
    if !entries.isEmpty { sections.append(.init(section, .map(entries))) }
  }

  /// The ways to name a function.
  private static func spellings(_ function: Tree.Entry) -> [String] {
    let isPublished = function.value["alias"] != nil || function.value["version"] != nil
    return [function.key] + (isPublished ? ["\(function.key).version", "\(function.key).function"] : [])
  }

  private mutating func function() -> Tree {
    if chance(4) {
      return .map([.init("arn", .text("arn:aws:lambda:eu-west-1:123456789012:function:f"))])
    }
    var entries: [Tree.Entry] = [
      .init("runtime", .text("python3.13")), .init("handler", .text("index.handler")),
      .init("code", chance(3) ? .map([.init("inline", .text("x"))]) : .text("./handler")),
    ]
    if chance(3) { entries.append(.init("environment", .map([.init("B", .text("b")), .init("A", .text("a"))]))) }
    if chance(4) {
      entries.append(.init("alias", .text("live")))
    } else if chance(4) {
      entries.append(.init("version", .plain("true")))
    }
    return .map(entries + given())
  }

  private mutating func vpcLink() -> Tree {
    if chance(3) { return .map([.init("vpcLinkId", .text("known1x"))]) }
    let balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"
    return .map([.init("targets", .list([.text(balancer)]))] + given())
  }

  private mutating func apiKey(_ apis: [Tree.Entry]) -> Tree {
    if chance(5) { return .map([.init("apiKeyId", .text("key1x"))]) }
    var entries: [Tree.Entry] = []
    if chance(3) { entries.append(.init("description", .text("a partner's"))) }
    let stages = stages(of: apis)
    if chance(3), !stages.isEmpty { entries.append(.init("stages", .set(stages))) }
    return .map(entries + given())
  }

  private mutating func usagePlan(_ apis: [Tree.Entry], _ free: inout [String]) -> Tree {
    var entries: [Tree.Entry] = []
    let chosen = names(free, 0...2)
    free.removeAll(where: chosen.contains)
    let members = chosen.map { Tree.text($0) }
    if !members.isEmpty { entries.append(.init("apiKeys", .set(members))) }
    if chance(5) { return .map(entries + [.init("usagePlanId", .text("plan1x"))]) }
    let stages = stages(of: apis).map { throttled($0, in: apis) }
    if !stages.isEmpty { entries.append(.init("apiStages", .set(stages))) }
    if chance(2) {
      entries.append(.init("quota", .map([.init("limit", .plain("9")), .init("period", .text("DAY"))])))
    }
    return .map(entries + given())
  }

  /// A stage of a plan, with limits on some methods.
  private mutating func throttled(_ stage: Tree, in apis: [Tree.Entry]) -> Tree {
    guard case .map(var entries) = stage, case .text(let name)? = stage["api"],
      let paths = apis.first(where: { $0.key == name })?.value["paths"]
    else { return stage }
    let methods = paths.keys.flatMap { path in
      (paths[path]?.keys ?? []).filter { $0.allSatisfy(\.isUppercase) }.map { (path, $0) }
    }
    let throttles = methods.shuffled(using: &numbers).prefix(2).map { path, verb in
      Tree.map([.init("path", .text(path)), .init("method", .text(verb)), .init("rateLimit", .plain("5"))])
    }
    if chance(2), !throttles.isEmpty { entries.append(.init("throttle", .set(throttles))) }
    return .map(entries)
  }

  private mutating func domainName(_ apis: [Tree.Entry]) -> Tree {
    var entries: [Tree.Entry] = [.init("domainName", .text("shop\(number()).example.com"))]
    let paths = names(["v1", "V1", "v1/x", "v/1x", "v0"], 1...4)
    let mappings = zip(stages(of: apis), paths).map { stage, path in
      guard case .map(let entries) = stage else { return stage }
      return Tree.map(entries + [.init("basePath", .text(path))])
    }
    if !mappings.isEmpty { entries.append(.init("mappings", .set(mappings))) }
    if chance(4) { return .map(entries + [.init("existing", .plain("true"))]) }
    entries.append(.init("certificate", .text("arn:aws:acm:eu-west-1:123456789012:certificate/a")))
    if chance(3) {
      entries.append(.init("mtls", .map([.init("bucket", .text("trusted-callers")), .init("key", .text("k"))])))
    }
    return .map(entries + given())
  }

  /// `{api, stage}` of stages that are deployed here.
  private mutating func stages(of apis: [Tree.Entry]) -> [Tree] {
    let all = apis.filter { $0.value["deploy"] == nil }.flatMap { api -> [Tree] in
      let name = Tree.Entry("api", .text(api.key))
      let stages = (api.value["stages"]?.keys ?? []).map { Tree.map([name, .init("stage", .text($0))]) }
      return stages.isEmpty && api.value["restApiId"] == nil && api.value["stages"] == nil ? [.map([name])] : stages
    }
    return Array(all.shuffled(using: &numbers).prefix(3))
  }

  private mutating func raw(_ apis: [Tree.Entry]) -> [Tree.Entry] {
    var resources: [Tree.Entry] = [.init("Queue", .map([.init("Type", .text("AWS::SQS::Queue"))]))]
    if let api = apis.randomElement(using: &numbers) {
      let properties: [Tree.Entry] = [
        .init("RestApiId", .map([.init("Ref", .text(api.key))])), .init("ContentType", .text("a/b")),
      ]
      resources.append(
        .init(
          "RawModel", .map([.init("Type", .text("AWS::ApiGateway::Model")), .init("Properties", .map(properties))])))
    }
    let url = Tree.map([.init("Value", .map([.init("Ref", .text("Queue"))]))])
    return [.init("resources", .map(resources)), .init("outputs", .map([.init("Url", url)]))]
  }

  /// Sometimes a logical ID that nothing else has.
  mutating func given() -> [Tree.Entry] {
    guard chance(8) else { return [] }
    return [.init("logicalId", .text("Given\(number())x"))]
  }

  mutating func number() -> Int {
    lastNumber += 1
    return lastNumber
  }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &numbers) == 0 }

  mutating func names(_ all: [String], _ count: ClosedRange<Int>) -> [String] {
    Array(all.shuffled(using: &numbers).prefix(Int.random(in: count, using: &numbers)))
  }
}
