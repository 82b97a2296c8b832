/// A generator of numbers (SplitMix64) that gives the same ones for the same seed on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// YAML to write: mappings keep their order until it is changed on purpose.
indirect enum Tree: Hashable {
  case text(String)
  /// Written as it stands: a number, a boolean, an intrinsic of one scalar.
  case plain(String)
  case list([Tree])
  /// Entries whose order means nothing.
  case map([Entry])
  /// Entries whose order shows in the template's texts.
  case ordered([Entry])

  struct Entry: Hashable {
    var key: String
    var value: Tree

    init(_ key: String, _ value: Tree) { (self.key, self.value) = (key, value) }
  }

  /// JSON, which is YAML too. `.plain` holds what both have.
  var json: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .plain(let text): text
    case .list(let items): "[\(items.map(\.json).joined(separator: ", "))]"
    case .map(let entries), .ordered(let entries):
      "{\(entries.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", "))}"
    }
  }

  /// Block YAML: scalars quoted only where they must be.
  var yaml: String { block(indentation: "") + "\n" }

  private func block(indentation: String) -> String {
    switch self {
    case .text(let text): Self.isPlain(text) ? text : "'\(text.replacing("'", with: "''"))'"
    case .plain(let text): text
    case .list(let items):
      items.isEmpty
        ? "[]" : items.map { "\n\(indentation)- \($0.block(indentation: indentation + "  "))" }.joined()
    case .map(let entries), .ordered(let entries):
      entries.isEmpty
        ? "{}"
        : entries.map { entry in
          let key = Tree.text(entry.key).block(indentation: "")
          return "\n\(indentation)\(key): \(entry.value.block(indentation: indentation + "  "))"
        }.joined()
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "./_".contains($0)) }
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// The same with the entries of every mapping in another order.
  func shuffled(using numbers: inout SeededNumbers) -> Tree {
    switch self {
    case .text, .plain: return self
    case .list(let items): return .list(items.map { $0.shuffled(using: &numbers) })
    case .ordered(let entries): return .ordered(entries.map { .init($0.key, $0.value.shuffled(using: &numbers)) })
    case .map(let entries):
      return .map(entries.map { .init($0.key, $0.value.shuffled(using: &numbers)) }.shuffled(using: &numbers))
    }
  }

  subscript(_ key: String) -> Tree? {
    get {
      guard case .map(let entries) = self else { return nil }
      return entries.first { $0.key == key }?.value
    }
    set {
      guard case .map(var entries) = self else { return }
      let index = entries.firstIndex { $0.key == key }
      if let index, let newValue { entries[index].value = newValue }
      if let index, newValue == nil { entries.remove(at: index) }
      if index == nil, let newValue { entries.append(.init(key, newValue)) }
      self = .map(entries)
    }
  }

  var keys: [String] {
    guard case .map(let entries) = self else { return [] }
    return entries.map(\.key)
  }
}

/// Makes specs without errors.
struct SpecGenerator {
  var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func spec() -> Tree {
    let functions = names(["list", "List", "fn0", "x", "Fn"], 1...3)
    let apis = names(["Shop", "Shop0", "api", "A1"], 1...2)
    var sections: [Tree.Entry] = [
      .init("functions", .map(functions.map { .init($0, function()) })),
      .init("apis", .map(apis.map { .init($0, api(functions)) })),
    ]
    if chance(3) { sections.append(.init("tags", .map([.init("team", .text("shop"))]))) }
    if chance(3) {
      sections.append(.init("resources", .map([.init("Queue", .map([.init("Type", .text("AWS::SQS::Queue"))]))])))
      sections.append(
        .init("outputs", .map([.init("Url", .map([.init("Value", .map([.init("Ref", .text("Queue"))]))]))])))
    }
    return .map(sections)
  }

  private mutating func function() -> Tree {
    if chance(4) {
      return .map([.init("arn", .text("arn:aws:lambda:eu-west-1:123456789012:function:f"))])
    }
    var entries: [Tree.Entry] = [
      .init("runtime", .text("python3.13")), .init("handler", .text("index.handler")),
      .init("code", .text("./handler")),
    ]
    if chance(3) { entries.append(.init("environment", .map([.init("B", .text("b")), .init("A", .text("a"))]))) }
    if chance(4) { entries.append(.init("alias", .text("live"))) }
    return .map(entries)
  }

  mutating func api(_ functions: [String]) -> Tree {
    let authorizers = names(["Who", "who", "Auth0"], 0...2)
    let models = names(["Item", "item", "I0"], 0...2)
    let validators = names(["Body", "body"], 0...1)
    var entries: [Tree.Entry] = []
    if !authorizers.isEmpty {
      entries.append(.init("authorizers", .map(authorizers.map { .init($0, authorizer(functions)) })))
    }
    if !models.isEmpty { entries.append(.init("models", .map(models.map { .init($0, model()) }))) }
    if !validators.isEmpty {
      entries.append(
        .init(
          "requestValidators", .map(validators.map { .init($0, .map([.init("validateRequestBody", .plain("true"))])) }))
      )
    }
    if chance(3) {
      entries.append(
        .init("gatewayResponses", .map([.init("DEFAULT_4XX", .map([.init("statusCode", .plain("400"))]))])))
    }
    if chance(3) { entries.append(.init("description", .text("it's a shop"))) }
    if chance(3) { entries.append(.init("cloudWatchRole", .plain("true"))) }
    let stages = names(["prod", "v_1", "V1"], 0...2)
    if !stages.isEmpty { entries.append(.init("stages", .map(stages.map { .init($0, stage()) }))) }
    let context = Context(functions: functions, authorizers: authorizers, models: models, validators: validators)
    var paths = names(Self.paths, 1...5).map { Tree.Entry($0, path(context)) }
    if !paths.contains(where: { $0.key == "/" }) { paths.append(.init("/", .map([.init("GET", .map([]))]))) }
    entries.append(.init("paths", .map(paths)))
    return .map(entries)
  }

  struct Context {
    let functions, authorizers, models, validators: [String]
  }

  /// Paths that a careless naming would confuse; no two parameters under one parent.
  private static let paths = [
    "/", "/a-b/c", "/a/b-c", "/id", "/items/{id}", "/items/id", "/Items", "/items", "/a/b/c", "/a0b", "/a/0", "/GET",
    "/get", "/x/{proxy+}", "/prod", "/a.b", "/a_b",
  ]

  mutating func path(_ context: Context) -> Tree {
    .map(names(["GET", "PUT", "POST", "ANY", "DELETE"], 1...3).map { .init($0, method(context)) })
  }

  mutating func method(_ context: Context) -> Tree {
    if chance(4), let function = context.functions.randomElement(using: &numbers) { return .text(function) }
    var entries: [Tree.Entry] = []
    if chance(2) { entries.append(.init("integration", integration(context))) }
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
    return .map(entries)
  }

  private mutating func integration(_ context: Context) -> Tree {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0:
      return .map([
        .init("type", .text("mock")),
        .init(
          "response",
          .map([
            .init("statusCode", .plain("200")),
            .init("headers", .map([.init("X-B", .text("b")), .init("X-A", .text("a"))])),
          ])),
      ])
    case 1:
      return .map([
        .init("type", .text("lambda")), .init("handler", .text(context.functions.randomElement(using: &numbers) ?? "")),
        .init("scopePermissionToMethod", .plain(chance(2) ? "true" : "false")),
        .init("allowTestInvoke", .plain(chance(2) ? "true" : "false")),
      ])
    case 2: return .map([.init("type", .text("http")), .init("url", .text("https://example.com/shop"))])
    default:
      return .map([
        .init("type", .text("mock")),
        .init(
          "requestTemplates",
          .map([.init("application/json", .ordered([.init("statusCode", .plain("200")), .init("a", .plain("1"))]))])),
        .init("integrationResponses", .list([.map([.init("statusCode", .plain("200"))])])),
      ])
    }
  }

  private mutating func authorizer(_ functions: [String]) -> Tree {
    .map([
      .init("type", .text("request")), .init("handler", .text(functions.randomElement(using: &numbers) ?? "")),
      .init("identitySources", .list([.map([.init("header", .text("Authorization"))])])),
    ])
  }

  private func model() -> Tree {
    .map([
      .init("contentType", .text("application/json")),
      .init("schema", .map([.init("type", .text("object")), .init("title", .text("An item"))])),
    ])
  }

  private mutating func stage() -> Tree {
    var entries: [Tree.Entry] = []
    if chance(2) { entries.append(.init("variables", .map([.init("b", .text("2")), .init("a", .text("1"))]))) }
    if chance(3) { entries.append(.init("metricsEnabled", .plain("true"))) }
    return .map(entries)
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &numbers) == 0 }

  private mutating func names(_ all: [String], _ count: ClosedRange<Int>) -> [String] {
    Array(all.shuffled(using: &numbers).prefix(Int.random(in: count, using: &numbers)))
  }
}
