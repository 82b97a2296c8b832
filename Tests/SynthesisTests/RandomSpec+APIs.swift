/// APIs of all kinds, and the things inside them.
extension SpecGenerator {
  /// An API of this spec, one by a definition, or one that exists.
  mutating func anyAPI(_ context: Context) -> Tree {
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: .map(definition(context))
    case 1: existing(context)
    default: api(context)
    }
  }

  private mutating func definition(_ context: Context) -> [Tree.Entry] {
    let openAPI = Tree.ordered([.init("openapi", .text("3.0.1")), .init("paths", .ordered([]))])
    let bucket = Tree.map([.init("bucket", .text("b")), .init("key", .text("k"))])
    let document = [openAPI, bucket, .text("./api.yaml")].randomElement(using: &numbers) ?? openAPI
    guard chance(2) else {
      return [.init("definition", document), .init("mode", .text("overwrite"))] + stageEntries() + given()
    }
    var context = context
    return [.init("definition", document), .init("mode", .text("merge"))] + parts(&context) + given()
  }

  private mutating func existing(_ context: Context) -> Tree {
    var context = context
    var entries: [Tree.Entry] = [
      .init("restApiId", .text("there\(number())x")), .init("rootResourceId", .text("root1x")),
    ]
    entries += parts(&context)
    return .map(entries)
  }

  mutating func api(_ context: Context) -> Tree {
    var context = context
    var entries = parts(&context)
    if chance(3) { entries.append(.init("description", .text("it's a shop"))) }
    if chance(3) { entries.append(.init("cloudWatchRole", .plain("true"))) }
    if chance(4) { entries.append(.init("binaryMediaTypes", .list([.text("image/png")]))) }
    if !entries.contains(where: { $0.key == "stages" }), chance(4) {
      entries.append(.init("deploy", .plain("false")))
    }
    return .map(entries + given())
  }

  /// Everything inside an API.
  private mutating func parts(_ context: inout Context) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    context.models = names(["Item", "item", "I0"], 0...3)
    context.validators = names(["Body", "body"], 0...1)
    context.authorizers = names(["Who", "who", "Auth0"], 0...2)
    let functions = context.functions
    add("authorizers", context.authorizers.map { .init($0, authorizer(functions)) }, to: &entries)
    add("models", context.models.indices.map { .init(context.models[$0], model(context.models[0...$0])) }, to: &entries)
    let validators = context.validators.map {
      Tree.Entry($0, .map([.init("validateRequestBody", .plain("true"))] + given()))
    }
    add("requestValidators", validators, to: &entries)
    let responses = names(["DEFAULT_4XX", "DEFAULT_5XX", "THROTTLED"], 0...2).map { gatewayResponse($0) }
    add("gatewayResponses", responses, to: &entries)
    entries += stageEntries() + defaults(context)
    if chance(4) {
      entries.append(.init("cors", cors()))
    } else if chance(4) {
      entries.append(.init("defaultCorsPreflightOptions", cors()))
    }
    entries.append(.init("paths", .map(paths(context))))
    return entries
  }

  private func add(_ section: String, _ things: [Tree.Entry], to entries: inout [Tree.Entry]) {
    if !things.isEmpty { entries.append(.init(section, .map(things))) }
  }

  private mutating func gatewayResponse(_ type: String) -> Tree.Entry {
    .init(type, .map([.init("responseHeaders", .map([.init("X-A", .text("'a'"))]))] + given()))
  }

  private mutating func stageEntries() -> [Tree.Entry] {
    let stages = names(["prod", "v_1", "V1", "v1"], 0...3)
    return stages.isEmpty ? [] : [.init("stages", .map(stages.map { .init($0, stage()) }))]
  }

  private mutating func stage() -> Tree {
    var entries: [Tree.Entry] = []
    if chance(2) { entries.append(.init("variables", .map([.init("b", .text("2")), .init("a", .text("1"))]))) }
    if chance(3) { entries.append(.init("metricsEnabled", .plain("true"))) }
    if chance(3) { entries.append(.init("description", .text("a stage"))) }
    if chance(4) { entries.append(.init("cacheClusterSize", .text("0.5"))) }
    if chance(4) { entries.append(.init("canary", .map([.init("percentTraffic", .plain("5"))]))) }
    return .map(entries + given())
  }

  mutating func cors() -> Tree {
    let origins = names(["https://a.example.com", "https://b.example.com", "https://c.example.com"], 1...3)
    var entries: [Tree.Entry] = [.init("allowOrigins", .list(origins.map { .text($0) }))]
    if chance(2) { entries.append(.init("allowMethods", .list([.text("GET"), .text("PUT")]))) }
    if chance(2) { entries.append(.init("allowCredentials", .plain("true"))) }
    if chance(2) { entries.append(.init("maxAge", .text("10m"))) }
    if chance(3) { entries.append(.init("exposeHeaders", .list([.text("X-Total")]))) }
    return .map(entries)
  }

  private mutating func authorizer(_ functions: [String]) -> Tree {
    if chance(6) { return .map([.init("type", .text("token")), .init("authorizerId", .text("who1x"))]) }
    if chance(3) {
      let pool = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"
      return .map([.init("type", .text("cognito")), .init("userPools", .list([.text(pool)]))] + given())
    }
    var entries: [Tree.Entry] = [.init("handler", .text(functions.randomElement(using: &numbers) ?? ""))]
    if chance(4) { entries.append(.init("assumeRole", .text("arn:aws:iam::123456789012:role/a"))) }
    if chance(2) { return .map([.init("type", .text("token"))] + entries + given()) }
    let sources = Tree.list([.map([.init("header", .text("Authorization"))]), .map([.init("queryString", .text("q"))])])
    return .map([.init("type", .text("request")), .init("identitySources", sources)] + entries + given())
  }

  /// A model, the last of those named, that may refer to one before it.
  private mutating func model(_ names: ArraySlice<String>) -> Tree {
    var properties: [Tree.Entry] = []
    if let other = names.dropLast().randomElement(using: &numbers) {
      properties.append(.init("part", .ordered([.init("$ref", .text(other))])))
    }
    return .map(
      [
        .init("modelName", .text(names.last ?? "")),
        .init("schema", .ordered([.init("type", .text("object")), .init("properties", .ordered(properties))])),
      ] + given())
  }
}
