import Testing

@testable import LanguageServer

@Suite("what the editor asks of a place") struct FeatureTests {
  private static let spec = """
    parameters: {Size: {Type: Number}}
    functions:
      list: &function
        runtime: nodejs24.x
        handler: index.list
        code: {inline: x}
      other: *function
    apis:
      Shop:
        authorizers:
          Gate: {type: token, handler: list}
        models: {Pet: {schema: {type: object}}}
        paths:
          /pets:
            GET:
              authorizer: Gate
              requestModels: {application/json: Pet}
              integration: {type: lambda, handler: list}
            POST: list
    outputs:
      A: {Value: !Sub "${Shop}/${Size}"}
      B: {Value: !GetAtt list.Arn}
      C: {Value: {Ref: Size}}

    """

  /// The position of some text in the spec: of its `count`th occurrence, and so many characters into it.
  private func position(_ text: String, _ count: Int = 1, plus: Int = 0) -> Position {
    let lines = Self.spec.split(separator: "\n", omittingEmptySubsequences: false)
    var left = count
    for (number, line) in lines.enumerated() {
      for start in line.indices where line[start...].hasPrefix(text) {
        left -= 1
        if left == 0 {
          return Position(line: number, character: line.distance(from: line.startIndex, to: start) + plus)
        }
      }
    }
    Issue.record("no '\(text)'")
    return Position(line: 0, character: 0)
  }

  private func session() -> Session {
    var session = Session()
    session.open(Self.spec)
    return session
  }

  private func starts(_ result: JSON) -> [Position]? {
    result.array?.compactMap { Position($0["range"]?["start"]) }
  }

  @Test("a key's meaning, value and default are shown")
  func hoverKey() {
    var session = session()
    let hover = session.ask("hover", position("authorizer: Gate", plus: 2))
    #expect(hover["contents"]?["kind"] == "plaintext")
    #expect(
      hover["contents"]?["value"]
        == "**`authorizer`** (a method): an authorizer's name\n\nAn authorizer of the API, or `none`.")
    #expect(
      hover["range"] == .range(position("authorizer: Gate"), position("authorizer: Gate", plus: 10)))
    let required = session.ask("hover", position("handler: list}", 2))
    #expect(required["contents"]?["value"]?.string?.contains("Required.") == true)
    let blank = session.ask("hover", position("GET", plus: -2))
    #expect(blank == .null)
  }

  @Test("texts are Markdown for editors that say that they show it")
  func markdown() {
    let completion: JSON = ["completionItem": ["documentationFormat": ["plaintext", "markdown"]]]
    let features: JSON = ["hover": ["contentFormat": ["markdown"]], "completion": completion]
    var session = Session(capabilities: ["textDocument": features])
    session.open(Self.spec)
    #expect(session.ask("hover", position("authorizer: Gate"))["contents"]?["kind"] == "markdown")
    let offered = session.ask("completion", position("authorizer: Gate", plus: 3))["items"]?.array
    #expect(offered?.compactMap { $0["documentation"]?["kind"] }.allSatisfy { $0 == "markdown" } == true)
  }

  @Test("what a name refers to is shown, and where it stands")
  func hoverName() {
    var session = session()
    let hover = session.ask("hover", position("Gate", 2, plus: 1))
    #expect(hover["contents"]?["value"]?.string?.hasPrefix("`Gate`: authorizer, line 11\n\n") == true)
    #expect(session.ask("hover", position("Size}"))["contents"]?["value"] == "`Size`: parameter, line 1")
  }

  @Test("the rule of a finding is shown with its reason")
  func hoverFinding() {
    var session = Session()
    session.open("apis: {A: {pathz: {}}}")
    let text = session.ask("hover", Position(line: 0, character: 12))["contents"]?["value"]?.string ?? ""
    #expect(text.contains("**SPEC101** (error): "))
    #expect(text.contains("unknown key 'pathz' in an API\n\nHelp: did you mean 'paths'?"))
    #expect(text.contains("Why: ") && text.contains("Source: "))
  }

  @Test("names lead to where they are declared")
  func definition() {
    var session = session()
    let targets = [
      (position("Gate", 2), position("Gate")), (position("Pet", 2, plus: 3), position("Pet")),
      (position("list}", 2), position("list: &")), (position("POST: list", plus: 7), position("list: &")),
      (position("Shop}"), position("Shop:")), (position("Size}\""), position("Size:")),
      (position("list.Arn"), position("list: &")), (position("Size}}"), position("Size:")),
      (position("list: &"), position("list: &")),
    ]
    for (place, target) in targets { #expect(starts(session.ask("definition", place)) == [target], "\(place)") }
  }

  @Test("an alias leads to its anchor")
  func alias() {
    var session = session()
    #expect(starts(session.ask("definition", position("*function", plus: 3)))?.map(\.line) == [2])
  }

  @Test("what is no name leads nowhere")
  func nowhere() {
    var session = session()
    for place in [position("runtime"), position("index.list"), position("GET"), position("lambda")] {
      #expect(session.ask("definition", place).array ?? [] == [], "\(place)")
    }
  }

  @Test("'!Include' and '!File' lead to their files, and names through files")
  func files() {
    var session = Session(["/p/functions.yaml": "# here\nlist: {arn: x}\n", "/p/schema.json": "{}"])
    session.open(
      "functions: !Include functions.yaml\napis: {A: {models: {P: {schema: !File schema.json}}, paths: {/: {GET: list}}}}\n"
    )
    func address(_ position: Position) -> JSON? {
      session.ask("definition", position).array?.first?["uri"]
    }
    #expect(address(Position(line: 0, character: 25)) == "file:///p/functions.yaml")
    #expect(address(Position(line: 1, character: 42)) == "file:///p/schema.json")
    let list = session.ask("definition", Position(line: 1, character: 71))
    #expect(list.array?.first?["uri"] == "file:///p/functions.yaml")
    #expect(starts(list) == [Position(line: 1, character: 0)])
  }

  @Test(
    "a path leads to its file, one of a folder to the file of the handler, and none leads out of the project",
    arguments: [
      ("code: app.js", "app.js"), ("code: ./app.js", "app.js"), ("code: src", "src/index.mjs"), ("code: empty", nil),
      ("code: ../other.js", nil), ("code: none.js", nil), ("code: {inline: app.js}", nil),
      ("runtime: app.js", nil), ("code: {inline: !File app.js}", "app.js"),
      ("code: {inline: !File ../other.js}", nil),
    ])
  func paths(_ code: String, _ expected: String?) {
    var session = Session([
      "/p/app.js": "", "/p/src/deep/index.js": "", "/p/src/index.d.ts": "", "/p/src/index.mjs": "",
      "/p/empty/main.py": "", "/other.js": "",
    ])
    let line = "  list: {handler: index.list, \(code)}"
    session.open("functions:\n\(line)\n")
    let found = session.ask("definition", Position(line: 1, character: line.count - 3)).array ?? []
    #expect(found.compactMap { $0["uri"]?.string } == (expected.map { ["file:///p/\($0)"] } ?? []))
    #expect(found.allSatisfy { $0["range"]?["start"] == ["line": 0, "character": 0] })
  }

  @Test("the path of an API's definition leads to it, also where an included file names it: paths are the spec's")
  func definitionPath() {
    let api = "definition: openapi.yaml"
    var session = Session(["/p/parts/api.yaml": api, "/p/openapi.yaml": "openapi: 3.0.1"])
    session.open("apis: {A: {definition: openapi.yaml}, B: !Include parts/api.yaml}\n")
    session.open(api, at: "file:///p/parts/api.yaml")
    for (line, address) in [(25, "file:///p/apigw.yaml"), (14, "file:///p/parts/api.yaml")] {
      let found = session.ask("definition", Position(line: 0, character: line), at: address)
      #expect(found.array?.compactMap { $0["uri"] } == ["file:///p/openapi.yaml"])
    }
  }

  @Test("all uses of a name are found, from its own place and from any of them")
  func references() {
    var session = session()
    let uses = [
      position("list}"), position("list}", 2), position("POST: list", plus: 6), position("list.Arn"),
    ]
    for place in [position("list: &"), position("list.Arn")] {
      let bare = session.ask("references", place, [.init("context", ["includeDeclaration": false])])
      #expect(starts(bare) == uses)
      let whole = session.ask("references", place, [.init("context", ["includeDeclaration": true])])
      #expect(starts(whole) == [position("list: &")] + uses)
    }
    #expect(starts(session.ask("references", position("Size:"))) == [position("Size}\""), position("Size}}")])
  }

  @Test("the outline has sections, things, paths and methods in each other")
  func outline() {
    func tree(_ symbols: JSON?) -> String {
      (symbols?.array ?? []).map { symbol in
        let inner = tree(symbol["children"])
        return (symbol["name"]?.string ?? "") + (inner.isEmpty ? "" : "(\(inner))")
      }.joined(separator: " ")
    }
    var session = session()
    let outline = session.ask("documentSymbol", Position(line: 0, character: 0))
    #expect(
      tree(outline) == "functions(list other) apis(Shop(authorizers(Gate) models(Pet) paths(/pets(GET POST))))")
    let api = outline.array?.last?["children"]?.array?.first
    #expect(api?["kind"] == 5)
    #expect(api?["selectionRange"] == .range(Position(line: 8, character: 2), Position(line: 8, character: 6)))
    #expect(api?["range"]?["start"] == ["line": 8, "character": 2])
    session.replace("apis: [")
    #expect(session.ask("documentSymbol", Position(line: 0, character: 0)) == outline)
  }

  @Test("a spec that merges and includes is looked through, and content of anchors is what its aliases make of it")
  func anchors() {
    let text = """
      x-mock: &mock {type: mock, passthroughBehavior: NEVER}
      apis:
        A:
          paths:
            /:
              GET: {integration: *mock}
              PUT: {integration: {<<: *mock, timeout: 1s}}

      """
    var session = Session()
    session.open(text)
    func hover(_ line: Int, _ character: Int) -> String? {
      session.ask("hover", Position(line: line, character: character))["contents"]?["value"]?.string
    }
    #expect(hover(0, 28)?.contains("What happens to bodies") == true)
    #expect(hover(6, 40)?.contains("How long to wait") == true)
    #expect(starts(session.ask("definition", Position(line: 6, character: 34)))?.map(\.line) == [0])
  }
}
