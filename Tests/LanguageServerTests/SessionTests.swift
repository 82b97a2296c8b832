import Testing

@testable import LanguageServer

@Suite("a session") struct SessionTests {
  private static let good = """
    apis:
      A:
        paths:
          /:
            GET:
              integration: {type: mock, response: {statusCode: 200}}

    """
  private static let bad = "apis:\n  A:\n    pathz: {}\n"

  private func code(_ answer: JSON?) -> JSON? { answer?["error"]?["code"] }

  @Test("what the server can do is told, in the encoding that the editor prefers")
  func initialize() {
    var session = Session.fresh
    let params: JSON = ["capabilities": ["general": ["positionEncodings": ["utf-32", "utf-16"]]]]
    let result = session.request("initialize", params)["result"]
    #expect(result?["capabilities"]?["positionEncoding"] == "utf-32")
    #expect(result?["capabilities"]?["textDocumentSync"]?["change"] == 2)
    #expect(result?["serverInfo"] == ["name": "apigw-synth", "version": "1.2.3"])
  }

  @Test("a session begins with 'initialize', once, and ends with 'shutdown' and 'exit'")
  func phases() {
    var session = Session.fresh
    #expect(code(session.request("textDocument/hover", [:])) == -32002)
    #expect(code(session.request("initialize", [:])) == nil)
    #expect(code(session.request("initialize", [:])) == -32600)
    #expect(session.statusAtEnd == 1)
    #expect(session.request("shutdown", .null)["result"] == .null)
    #expect(code(session.request("textDocument/hover", [:])) == -32600)
    #expect(session.exitStatus == nil && session.statusAtEnd == 0)
    session.notify("exit", .null)
    #expect(session.exitStatus == 0)
  }

  @Test("a session that ends without 'shutdown' has failed")
  func exit() {
    var session = Session()
    session.notify("exit", .null)
    #expect(session.exitStatus == 1)
  }

  @Test("a request that nobody knows has an error as its answer, a notification none")
  func unknown() {
    var session = Session()
    #expect(code(session.request("textDocument/rename", [:])) == -32601)
    session.notify("$/cancelRequest", ["id": 7])
    session.notify("$/setTrace", ["value": "off"])
    session.notify("what/ever", [:])
    #expect(session.sent == [])
    #expect(session.request("shutdown", .null)["result"] == .null)
  }

  @Test(
    "a message that is none is answered with an error, and the session goes on",
    arguments: [
      ("{", -32700), ("", -32700), ("\u{FFFD}", -32700), ("[]", -32600), ("1", -32600), ("{}", -32600),
      (#"{"jsonrpc": "1.0", "id": 1, "method": "shutdown"}"#, -32600), (#"{"jsonrpc": "2.0", "id": 1}"#, -32600),
      (#"{"jsonrpc": "2.0", "id": {}, "method": "shutdown"}"#, -32600),
    ])
  func malformed(_ text: String, _ expected: Int) {
    var session = Session()
    let answers = session.send(Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8))
    #expect(answers.map { $0["id"] } == [.null])
    #expect(answers.map { code($0) } == [.integer(expected)])
    #expect(session.request("shutdown", .null)["result"] == .null)
  }

  @Test("an answer to a question of the server's is taken in silence")
  func answer() {
    var session = Session()
    #expect(session.send(["jsonrpc": "2.0", "id": "watch", "result": .null]) == [])
  }

  @Test("requests without what they need are refused")
  func params() {
    var session = Session()
    session.open(Self.good)
    let document: JSON.Member = .init("textDocument", ["uri": "file:///p/apigw.yaml"])
    for method in ["hover", "completion", "definition", "references", "codeAction"] {
      #expect(code(session.request("textDocument/\(method)", .object([document]))) == -32602, "\(method)")
      #expect(code(session.request("textDocument/\(method)", .null)) == -32602, "\(method)")
    }
    session.notify("textDocument/didOpen", [:])
    session.notify("textDocument/didChange", ["textDocument": ["uri": "file:///p/other.yaml"]])
    #expect(session.sent.filter { $0["method"] == "window/logMessage" }.count == 2)
  }

  @Test("findings come with every change, and go when they are mended and when the document is closed")
  func findings() {
    var session = Session()
    session.open(Self.good)
    #expect(session.errors() == [])
    session.replace(Self.bad)
    #expect(session.errors() == ["SPEC101"])
    session.replace(Self.good)
    #expect(session.errors() == [])
    session.replace(Self.bad)
    session.close()
    #expect(session.rules() == [])
  }

  @Test("a finding says where it is, what it is, and what to do")
  func finding() {
    var session = Session()
    session.open(Self.bad)
    let finding = session.findings["file:///p/apigw.yaml"]?.first { $0["code"] == "SPEC101" }
    #expect(finding?["range"] == .range(Position(line: 2, character: 4), Position(line: 2, character: 9)))
    #expect(finding?["severity"] == 1)
    #expect(finding?["source"] == "apigw-synth")
    #expect(finding?["message"] == "unknown key 'pathz' in an API\nhelp: did you mean 'paths'?")
  }

  @Test("a second place of a finding has its address and range")
  func related() {
    var session = Session()
    session.open("functions:\n  X: {arn: 'arn:aws:lambda:eu-west-1:111122223333:function:f'}\n  X: {}\n")
    let related = session.findings["file:///p/apigw.yaml"]?.lazy.compactMap { $0["relatedInformation"]?.array?.first }
    #expect(
      related?.first?["location"] == [
        "uri": "file:///p/apigw.yaml",
        "range": .range(Position(line: 1, character: 2), Position(line: 1, character: 3)),
      ])
  }

  @Test("a stretch is counted as the editor counts")
  func encoding() {
    for (encoding, character) in [("utf-8", 14), ("utf-16", 11), ("utf-32", 10)] {
      var session = Session(capabilities: ["general": ["positionEncodings": [.string(encoding)]]])
      session.open("apis:\r\n  A: { x-é😀: 1, y: 2 }\r\n")
      let finding = session.findings["file:///p/apigw.yaml"]?.first { $0["message"]?.string?.contains("'y'") == true }
      let start = finding?["range"]?["start"]
      #expect(start == ["line": 1, "character": .integer(character + 6)], "\(encoding)")
    }
  }

  @Test("of many changes in one stretch of the stream only the last text is looked at")
  func storm() {
    var session = Session()
    session.open(Self.good)
    var storm: [UInt8] = []
    for count in 0..<100 {
      let text = count == 99 ? Self.good : Self.bad
      FrameReader.write(
        [
          "jsonrpc": "2.0", "method": "textDocument/didChange",
          "params": [
            "textDocument": ["uri": "file:///p/apigw.yaml", "version": .integer(count)],
            "contentChanges": [["text": .string(text)]],
          ],
        ], to: &storm)
    }
    let before = session.sent.count
    #expect(session.send(storm, settles: false) == [])
    #expect(session.isWaiting && session.sent.count == before)
    #expect(session.send([]) == [])
    #expect(!session.isWaiting && session.sent.count == before + 1)
    #expect(session.errors() == [])
  }

  @Test("however fast changes come, the editor is told now and then")
  func endlessStorm() {
    var session = Session()
    session.open(Self.good)
    for count in 0..<250 {
      let text = count % 2 == 0 ? Self.bad : Self.bad + "#\n"
      session.notify(
        "textDocument/didChange",
        ["textDocument": ["uri": "file:///p/apigw.yaml"], "contentChanges": [["text": .string(text)]]], settles: false)
    }
    #expect(session.rules()?.contains("SPEC101") == true)
  }

  @Test("documents that are no specs are left alone, and specs are known by name, section or language")
  func documents() {
    let text = "services: {web: {image: x}}\n"
    func rules(_ text: String, _ address: String, _ language: String = "yaml") -> [String]? {
      var session = Session()
      session.open(text, at: address, language: language)
      return session.rules(of: address)
    }
    #expect(rules(text, "file:///p/compose.yaml") == nil)
    #expect(rules(text, "file:///p/apigw.yml") == ["SPEC101"])
    #expect(rules(text, "file:///p/shop.apigw.yaml") == ["SPEC101"])
    #expect(rules(text, "file:///p/compose.yaml", "apigw-synth") == ["SPEC101"])
    #expect(rules("apis: {A: {pathz: {}}}\n", "file:///p/shop.yaml")?.contains("SPEC101") == true)
    #expect(rules("apis: {A: {pathz: {}}}\n", "untitled:Untitled-1")?.contains("SPEC101") == true)
  }

  @Test("any bytes leave the server alive")
  func noise() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "Content-Length: 3\r\n\r\n", "Content-Length: 20\r\n\r\n", "{}", "[1]", #"{"jsonrpc":"2.0","#,
      #""method":"exit"}"#, "\r\n\r\n",
    ]
    for _ in 0..<300 {
      var session = Session()
      let noise = (0..<20).flatMap { _ in
        Bool.random()
          ? Array((pieces.randomElement(using: &random) ?? "").utf8) : [UInt8.random(in: 0...255, using: &random)]
      }
      _ = session.send(noise)
      #expect(session.exitStatus == nil || session.exitStatus == 1)
    }
  }

  @Test("any bytes of a document, and any place in it, leave the server alive")
  func noisyDocuments() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "apis:", "\n", "\n  ", "\n    ", "A:", "paths:", "- ", "{", "}", "[", "]", "*a", "&a ", "!Ref ", "!Sub ", "\"",
      "'", "${", "}", "|", "<<: ", "\t", "\r\n", "é", "😀", "\u{FEFF}", "\0", "# apigw-synth: ignore ", "x", ",",
    ]
    for _ in 0..<200 {
      var session = Session()
      session.open((0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
      let place = Position(line: Int.random(in: 0...8), character: Int.random(in: 0...12))
      for method in ["hover", "completion", "definition", "references", "documentSymbol"] {
        _ = session.ask(method, place)
      }
      let range = JSON.range(Position(line: 0, character: 0), place)
      let action: JSON = ["textDocument": ["uri": "file:///p/apigw.yaml"], "range": range]
      #expect(session.request("textDocument/codeAction", action)["result"]?.array != nil)
    }
  }
}
