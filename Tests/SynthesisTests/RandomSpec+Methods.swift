/// Paths, methods and integrations.
extension SpecGenerator {
  /// Paths that a careless naming would confuse; no two parameters under one parent.
  private static let paths = [
    "/", "/a-b/c", "/a/b-c", "/id", "/items/{id}", "/items/id", "/Items", "/items", "/a/b/c", "/a0b", "/a/0", "/GET",
    "/get", "/x/{proxy+}", "/prod", "/a.b", "/a_b",
  ]

  /// Paths with their methods, the root's among them so that there is one method at least.
  mutating func paths(_ context: Context) -> [Tree.Entry] {
    let chosen = names(Self.paths, 1...5)
    var paths = chosen.map { Tree.Entry($0, path($0, among: chosen, context)) }
    if !chosen.contains("/") { paths.append(.init("/", .map([.init("GET", .map([]))]))) }
    return paths
  }

  private mutating func path(_ path: String, among all: [String], _ context: Context) -> Tree {
    var entries = names(["GET", "PUT", "POST", "ANY", "DELETE", "PATCH"], 1...3).map { verb in
      Tree.Entry(verb, method(context))
    }
    entries += defaults(context)
    if chance(6) { entries.append(.init("corsPreflight", cors())) }
    // A path that is taken away but for those below it is no longer the entry that the ID was given to.
    let isParent = path == "/" || all.contains { $0.hasPrefix(path + "/") }
    return .map(entries + (isParent ? [] : given()))
  }

  /// What methods below may take over.
  mutating func defaults(_ context: Context) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    if chance(6) { entries.append(.init("defaultIntegration", integration(context))) }
    if chance(6) { entries.append(.init("defaultMethodOptions", .map(options(context)))) }
    return entries
  }

  mutating func method(_ context: Context) -> Tree {
    if chance(4), let function = context.functions.randomElement(using: &numbers) { return .text(function) }
    var entries = options(context)
    if chance(2) { entries.append(.init("integration", integration(context))) }
    return .map(entries + given())
  }

  private mutating func options(_ context: Context) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    if chance(4), let name = context.authorizers.randomElement(using: &numbers) {
      entries.append(.init("authorizer", .text(name)))
    }
    if chance(4), let name = context.models.randomElement(using: &numbers) {
      entries.append(
        .init("requestModels", .map([.init("text/plain", .text("Empty")), .init("application/json", .text(name))])))
    }
    if chance(4), let name = context.validators.randomElement(using: &numbers) {
      entries.append(.init("requestValidator", .text(name)))
    } else if chance(4) {
      entries.append(.init("requestValidatorOptions", .map([.init("validateRequestParameters", .plain("true"))])))
    }
    if chance(4) { entries.append(.init("apiKeyRequired", .plain("true"))) }
    if chance(5) { entries.append(.init("methodResponses", .list([.map([.init("statusCode", .plain("200"))])]))) }
    return entries
  }

  private mutating func integration(_ context: Context) -> Tree {
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: typed("mock", [.init("response", response())])
    case 1: typed("lambda", lambda(context))
    case 2: typed("http", [.init("url", .text("https://example.com/shop"))])
    case 3: throughLink(context)
    case 4: queue()
    case 5: stepFunctions()
    case 6: typed("sageMaker", [.init("endpoint", .text("endpoint"))])
    default: typed("mock", templates())
    }
  }

  private func typed(_ type: String, _ entries: [Tree.Entry]) -> Tree { .map([.init("type", .text(type))] + entries) }

  private func response() -> Tree {
    let headers = Tree.map([.init("X-B", .text("b")), .init("X-A", .text("a"))])
    return .map([.init("statusCode", .plain("200")), .init("headers", headers)])
  }

  private mutating func lambda(_ context: Context) -> [Tree.Entry] {
    [
      .init("handler", .text(context.functions.randomElement(using: &numbers) ?? "")),
      .init("scopePermissionToMethod", .plain(chance(2) ? "true" : "false")),
      .init("allowTestInvoke", .plain(chance(2) ? "true" : "false")),
    ]
  }

  private mutating func throughLink(_ context: Context) -> Tree {
    guard let link = context.links.randomElement(using: &numbers) else { return typed("mock", []) }
    return typed("http", [.init("url", .text("http://example.com/a")), .init("vpcLink", .text(link))])
  }

  private func queue() -> Tree {
    let role = Tree.text("arn:aws:iam::123456789012:role/a")
    return typed(
      "aws", [.init("service", .text("sqs")), .init("path", .text("123456789012/q")), .init("credentialsRole", role)])
  }

  private mutating func stepFunctions() -> Tree {
    let machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:m"
    var entries: [Tree.Entry] = [.init("stateMachine", .text(machine))]
    if chance(2) { entries.append(.init("credentialsRole", .text("arn:aws:iam::123456789012:role/a"))) }
    if chance(3) { entries.append(.init("useDefaultMethodResponses", .plain("false"))) }
    return typed("stepFunctions", entries)
  }

  private func templates() -> [Tree.Entry] {
    let template = Tree.ordered([.init("statusCode", .plain("200")), .init("a", .plain("1"))])
    return [
      .init("requestTemplates", .map([.init("application/json", template)])),
      .init("integrationResponses", .list([.map([.init("statusCode", .plain("200"))])])),
    ]
  }
}
