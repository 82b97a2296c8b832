import Diagnostics
import Document
import Testing

@testable import LanguageServer

@Suite("actions") struct CodeActionTests {
  /// The actions for a whole spec, as titles and what the spec becomes by each.
  private func actions(_ text: String, only: JSON? = nil) -> [(title: String, action: JSON, result: String)] {
    var session = Session()
    session.open(text)
    let end = TextBuffer(Array(text.utf8), .utf16).position(of: text.utf8.count)
    let context: JSON = only.map { ["diagnostics": [], "only": $0] } ?? ["diagnostics": []]
    let answer = session.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": "file:///p/apigw.yaml"], "range": .range(Position(line: 0, character: 0), end),
        "context": context,
      ])
    return (answer["result"]?.array ?? []).map { action in
      let edits = action["edit"]?["changes"]?["file:///p/apigw.yaml"]?.array ?? []
      return (action["title"]?.string ?? "", action, Self.applied(edits, to: text))
    }
  }

  private static func applied(_ edits: [JSON], to text: String) -> String {
    var buffer = TextBuffer(Array(text.utf8), .utf16)
    for edit in edits.reversed() {
      try? buffer.apply(["range": edit["range"] ?? .null, "text": edit["newText"] ?? .null])
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func result(of title: String, in text: String) -> String? {
    actions(text).first { $0.title == title }?.result
  }

  @Test("the nearest name takes the place of a wrong one, and the action knows its finding")
  func nearest() {
    let found = actions("apis:\n  A:\n    pathz: {}\n").first { $0.title == "Write 'paths'" }
    #expect(found?.result == "apis:\n  A:\n    paths: {}\n")
    #expect(found?.action["kind"] == "quickfix")
    #expect(found?.action["diagnostics"]?.array?.map { $0["code"] } == ["SPEC101"])
  }

  @Test("a name in quotes or in an intrinsic is replaced there alone")
  func inside() {
    let head = "functions: {orders: {arn: 'arn:aws:lambda:eu-west-1:111122223333:function:f'}}\n"
    let key = head + "apis: {A: {\"pathz\": {}}}\n"
    #expect(result(of: "Write 'paths'", in: key)?.hasSuffix("{A: {\"paths\": {}}}\n") == true)
    let output = head + "outputs: {O: {Value: !GetAtt oders.Arn}}\n"
    #expect(result(of: "Write 'orders'", in: output)?.hasSuffix("{Value: !GetAtt orders.Arn}}\n") == true)
  }

  private static let warned = """
    apis:
      A:
        paths:
          /:
            GET:
              integration:
                type: http
                url: http://orders.example.com

    """

  @Test("a warning is ignored by a comment above its line, which a second one joins")
  func ignore() {
    let ignored = result(of: "Ignore SEC004 here", in: Self.warned)
    let comment = "            # apigw-synth: ignore SEC004\n"
    let expected = Self.warned.split(separator: "            url", maxSplits: 1)
    #expect(ignored == expected[0] + comment + "            url" + expected[1])
    let joined = Self.warned.split(separator: "            url", maxSplits: 1)
    let known = joined[0] + "            # apigw-synth: ignore INT202\n            url" + joined[1]
    #expect(result(of: "Ignore SEC004 here", in: String(known))?.contains("ignore INT202, SEC004\n") == true)
  }

  @Test("an ignored warning is gone, with line ends of either sort")
  func ignored() {
    for text in [
      Self.warned, Self.warned.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
    ] {
      var session = Session()
      session.open(text)
      #expect(session.rules()?.contains("SEC004") == true)
      session.replace(result(of: "Ignore SEC004 here", in: text) ?? "")
      #expect(session.rules()?.contains("SEC004") == false)
      #expect(session.rules()?.contains("SPEC144") == false)
    }
  }

  @Test("errors cannot be ignored")
  func errors() {
    #expect(actions("apis: {A: {pathz: {}}}\n").allSatisfy { $0.title != "Ignore SPEC101 here" })
  }

  @Test("no comment is put into a text of several lines")
  func insideText() throws {
    let marked = MarkedText("description: |\n  one\n  ▮two\napis: {A: {}}\n")
    let analysis = Analysis(Array(marked.text.utf8), root: "/p/apigw.yaml", files: NoFiles())
    #expect(analysis.comment(silencing: "SEC004", at: UInt32(marked.offset)) == nil)
    let above = try #require(analysis.comment(silencing: "SEC004", at: 0))
    #expect(above.replacement == "# apigw-synth: ignore SEC004\n" && above.span.start == 0)
  }

  @Test("of what is certain all is mended at once that lies in the file, and of two changes of one place the first")
  func everything() {
    var sources = SourceMap()
    let file = sources.add(name: "a", contents: Array("one two three".utf8))
    let other = sources.add(name: "b", contents: Array("four".utf8))
    func edit(_ start: UInt32, _ end: UInt32, _ text: String) -> Edit { Edit(Span(start: start, end: end), text) }
    func finding(_ edits: Edit...) -> Diagnostic {
      Diagnostic(Message("SPEC101", "wrong"), at: Span(start: 0, end: 1), edits: edits)
    }
    let findings = [
      finding(edit(4, 7, "2")), finding(edit(0, 3, "1"), edit(8, 13, "3")), finding(edit(0, 13, "all")), finding(),
      finding(edit(other.start, other.end, "4")), finding(edit(0, 1, "O"), edit(other.start, other.end, "4")),
    ]
    #expect(file.certainEdits(of: findings) == [edit(0, 3, "1"), edit(4, 7, "2"), edit(8, 13, "3")])
    #expect(other.certainEdits(of: findings) == [edit(other.start, other.end, "4")])
  }

  @Test("only the kinds that are asked for are offered")
  func kinds() {
    let text = "apis: {A: {pathz: {}}}\n"
    #expect(actions(text, only: ["refactor"]).isEmpty)
    #expect(actions(text, only: ["source"]).allSatisfy { $0.action["kind"] == "source.fixAll" })
    #expect(actions(text, only: ["quickfix"]).contains { $0.title == "Write 'paths'" })
    #expect(actions(text, only: ["quickfix.x"]).isEmpty)
  }
}
