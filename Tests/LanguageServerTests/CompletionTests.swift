import Testing

@testable import LanguageServer

@Suite("completion") struct CompletionTests {
  /// What is offered at the mark of a spec.
  private func labels(_ marked: String, files: [String: String] = [:]) -> [String] {
    items(marked, files: files).compactMap { $0["label"]?.string }
  }

  private func items(_ marked: String, files: [String: String] = [:]) -> [JSON] {
    let text = MarkedText(marked)
    var session = Session(files)
    session.open(text.text)
    return session.ask("completion", text.position)["items"]?.array ?? []
  }

  @Test("the keys of a record that it has not yet are offered, with what they mean")
  func keys() {
    let offered = items("apis:\n  A:\n    restApiName: x\n    desc▮\n")
    let labels = offered.compactMap { $0["label"]?.string }
    #expect(labels.contains("description") && labels.contains("paths") && !labels.contains("restApiName"))
    let item = offered.first { $0["label"] == "description" }
    #expect(item?["documentation"]?.string?.contains("A description.") == true)
    #expect(item?["textEdit"]?["newText"] == "description: ")
    #expect(item?["textEdit"]?["range"] == .range(Position(line: 3, character: 4), Position(line: 3, character: 8)))
    #expect(offered.first { $0["label"] == "paths" }?["textEdit"]?["newText"] == "paths:")
  }

  @Test(
    "keys are offered wherever one may begin",
    arguments: [
      ("▮", "apis"), ("ap▮", "apis"), ("apis:\n  A:\n    ▮\n", "paths"), ("apis:\n  A:\n    ▮", "paths"),
      ("apis:\n  A:\n    ▮\n    paths: {}\n", "stages"), ("apis:\n  A: { ▮ }\n", "paths"), ("apis:\n  A: {▮", "paths"),
      ("apis:\n  A: {deploy: false, pa▮}\n", "paths"),
      ("apis:\n  A:\n    paths:\n      /:\n        ▮\n", "GET"),
      ("apis:\n  A:\n    paths:\n      /:\n        G▮\n        PUT:\n", "GET"),
      ("apis:\n  A:\n    paths:\n      /:\n        GET:\n          integration:\n            ▮\n", "type"),
      ("usagePlans:\n  P:\n    apiStages:\n      - ▮\n", "api"),
      ("usagePlans:\n  P:\n    apiStages:\n      - api: A\n        ▮\n", "stage"),
      ("usagePlans:\n  P:\n    apiStages:\n    - ▮\n", "api"),
      ("apis:\r\n  A:\r\n    pa▮\r\n    deploy: true\r\n", "paths"),
    ])
  func keyPlaces(_ marked: String, _ expected: String) {
    // What is no spec yet by its sections is one by its name.
    #expect(labels(marked).contains(expected))
  }

  @Test("the keys of a union are those of its case, and all before there is one")
  func union() {
    func method(_ integration: String) -> [String] {
      labels("apis:\n  A:\n    paths:\n      /:\n        GET:\n          integration:\n\(integration)")
    }
    let lambda = method("            type: lambda\n            ▮")
    #expect(lambda.contains("handler") && lambda.contains("timeout") && !lambda.contains("url"))
    let any = method("            ▮")
    #expect(any.contains("handler") && any.contains("url") && any.contains("type"))
  }

  @Test("a key that has its colon is replaced without another one")
  func colon() {
    let item = items("apis:\n  A:\n    de▮x: true\n").first { $0["label"] == "deploy" }
    #expect(item?["textEdit"]?["newText"] == "deploy")
    #expect(
      item?["textEdit"]?["range"] == .range(Position(line: 2, character: 4), Position(line: 2, character: 7)))
  }

  @Test(
    "words of the language are offered as values",
    arguments: [
      ("            type: ▮", ["mock", "lambda", "http", "aws", "stepFunctions", "sageMaker"]),
      ("            type: mo▮", ["mock", "lambda", "http", "aws", "stepFunctions", "sageMaker"]),
      ("            type:▮", ["mock", "lambda", "http", "aws", "stepFunctions", "sageMaker"]),
      ("            { type: mock, passthroughBehavior: ▮ }", ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]),
      ("            { type: mock, passthroughBehavior: ▮", ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]),
      ("            type: lambda\n            proxy: ▮\n", ["true", "false"]),
    ])
  func words(_ integration: String, _ expected: [String]) {
    let head = "apis:\n  A:\n    paths:\n      /:\n        GET:\n          integration:\n"
    #expect(labels(head + integration).filter { !$0.hasPrefix("!") } == expected)
  }

  @Test(
    "names of the spec are offered where one is wanted, those of an API only inside of it",
    arguments: [
      ("          integration: ▮", ["list", "save"]), ("          authorizer: ▮", ["Mine", "none"]),
      ("          integration: { type: lambda, handler: ▮ }", ["list", "save"]),
      ("          requestModels:\n            application/json: ▮", ["Pet", "Empty", "Error"]),
      ("          requestValidator: ▮", ["Body"]),
      ("          integration: {type: http, url: x, vpcLink: ▮}", ["Link"]),
      ("          integration: {type: aws, service: s, credentialsRole: ▮}", ["Role"]),
    ])
  func names(_ method: String, _ expected: [String]) {
    let spec = """
      functions: {list: {}, save: {}}
      vpcLinks: {Link: {}}
      resources: {Role: {Type: AWS::IAM::Role}, Queue: {Type: AWS::SQS::Queue}}
      apis:
        Other:
          authorizers: {Yours: {}}
        A:
          authorizers: {Mine: {}}
          models: {Pet: {}}
          requestValidators: {Body: {}}
          paths:
            /:
              GET:

      """
    #expect(labels(spec + method).filter { !$0.hasPrefix("!") } == expected)
  }

  @Test("'none' is offered for the stage of a domain's mapping, but not where a stage is wanted")
  func noStage() {
    let apis = "apis: {A: {stages: {live: {}}}}\n"
    func stages(_ place: String) -> [String] { labels(apis + place).filter { !$0.hasPrefix("!") } }
    #expect(stages("domainNames: {D: {mappings: [{api: A, stage: ▮}]}}") == ["live", "none"])
    #expect(stages("usagePlans: {P: {apiStages: [{api: A, stage: ▮}]}}") == ["live"])
  }

  @Test("what an intrinsic may name is offered, and the intrinsics themselves")
  func intrinsics() {
    let head = "parameters: {Stage: {Type: String}}\nfunctions: {fn: {}}\napis:\n  A:\n    description: "
    #expect(labels(head + "!Ref ▮").starts(with: ["fn", "A", "Stage"]))
    #expect(labels(head + "{ Ref: S▮ }").contains("Stage"))
    #expect(labels(head + "!Sub \"${▮}\"").starts(with: ["fn", "A", "Stage"]))
    #expect(labels(head + "!Sub \"x-${AWS▮").contains("Stage"))
    #expect(labels(head + "\"${▮}\"") == [])
    #expect(labels(head + "!R▮").contains("!Ref"))
  }

  @Test("keys are offered although the text around is broken")
  func broken() {
    let below = "apis:\n  A:\n    ▮\n    stages: {prod: }}}\n  B: [\n"
    #expect(labels(below).contains("paths"))
    let above = "functions:\n  f: {code: [}\napis:\n  A:\n    stages:\n      prod:\n        trac▮\n"
    #expect(labels(above).contains("tracingEnabled"))
    let list = "x: \"open\nusagePlans:\n  P:\n    apiStages:\n      - api: A\n        ▮\n"
    #expect(labels(list).contains("stage") && !labels(list).contains("api"))
    let union = "x: ]\napis:\n  A:\n    defaultIntegration:\n      type: http\n      ▮\n"
    #expect(labels(union).contains("url") && !labels(union).contains("handler"))
  }

  @Test(
    "nothing is offered where nothing of the language is typed",
    arguments: [
      "# ▮", "apis: # ▮", "description: a te▮", "apis:\n  A:\n    policy:\n      ▮\n", "resources:\n  ▮\n",
      "apis:\n  - ▮",
      "apis:\n  A▮\n",
    ])
  func nothing(_ marked: String) {
    #expect(labels(marked) == [])
  }

  @Test("names of files that are included count, and keys in such a file are its place's")
  func included() {
    let files = ["/p/functions.yaml": "list: {}\n"]
    #expect(
      labels("functions: !Include functions.yaml\napis: {A: {paths: {/: {GET: ▮}}}}", files: files).contains("list"))
    var session = Session(["/p/paths.yaml": "/:\n  GET:\n    \n"])
    session.open("apis: {A: {paths: !Include paths.yaml}}")
    session.open("/:\n  GET:\n    \n", at: "file:///p/paths.yaml")
    let offered = session.ask("completion", Position(line: 2, character: 4), at: "file:///p/paths.yaml")
    #expect(offered["items"]?.array?.contains { $0["label"] == "integration" } == true)
  }
}
