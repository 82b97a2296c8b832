import Testing

@testable import Diagnostics

@Suite struct TextRendererTests {
  @Test func relatedPlacesStandInTheExcerptInTheOrderOfTheSource() {
    var spec = Rendering(
      String(repeating: "\n", count: 12) + """
                  credentialsRole: arn:aws:iam::111122223333:role/caller
                  credentialsPassthrough: true

        """)
    spec.report.add(
      Message(
        "INT202", "'credentialsRole' and 'credentialsPassthrough' exclude each other",
        help: "keep 'credentialsRole' to call it as a role, or 'credentialsPassthrough' to call it as the caller"),
      at: spec.span("credentialsPassthrough"),
      related: [Related("the role is set here", at: spec.span("credentialsRole"))])
    #expect(
      spec.text() == """
        shop.yaml:14:11: error: 'credentialsRole' and 'credentialsPassthrough' exclude each other [INT202]
           13 |           credentialsRole: arn:aws:iam::111122223333:role/caller
              |           --------------- the role is set here
           14 |           credentialsPassthrough: true
              |           ^^^^^^^^^^^^^^^^^^^^^^
           = help: keep 'credentialsRole' to call it as a role, or 'credentialsPassthrough' to call it as the caller

        """)
  }

  @Test func placesFarAwayOrInOtherFilesAreNotes() {
    var spec = Rendering("first: 1\n" + String(repeating: "\n", count: 30) + "middle: 2\n\n\nsecond: 3\n")
    spec.add("other: 4\n", name: "parts/other.yaml")
    spec.report.add(
      Message("SPEC104", .warning, "many places"), at: spec.span("second"),
      related: [
        Related("far", at: spec.span("first")), Related("other", at: spec.span("other", in: 1)),
        Related("near", at: spec.span("2")),
      ])
    #expect(
      spec.text() == """
        shop.yaml:35:1: warning: many places [SPEC104]
           32 | middle: 2
              |         - near
          ... |
           35 | second: 3
              | ^^^^^^
        shop.yaml:1:1: note: far
            1 | first: 1
              | -----
        parts/other.yaml:1:1: note: other
            1 | other: 4
              | -----

        """)
  }

  @Test func marksFollowTabsEscapesAndWideCharacters() {
    var spec = Rendering("\tkey: \u{1B}日é here # ##[error]x\n")
    spec.report.add(Message("SPEC101", "a key"), at: spec.span("here"))
    #expect(
      spec.text() == #"""
        shop.yaml:1:11: error: a key [SPEC101]
            1 |     key: \u{1B}日é here # ##\u{5B}error]x
              |                    ^^^^

        """#)
  }

  @Test func bytesThatAreNoTextAreShownAsBytes() {
    var spec = Rendering(bytes: Array("a: ".utf8) + [0xFF, 0xED, 0xA0, 0x80] + Array(" b".utf8))
    spec.report.add(Message("SPEC107", "no UTF-8"), at: Span(start: 3, end: 4))
    #expect(
      spec.text() == #"""
        shop.yaml:1:4: error: no UTF-8 [SPEC107]
            1 | a: \xFF\xED\xA0\x80 b
              |    ^^^^

        """#)
  }

  @Test func longLinesAreCutAroundThePlace() {
    let long = String(repeating: "x", count: 3_000_000)
    var spec = Rendering("a: \(long) here \(long)\n")
    let place = Span(start: 3_000_004, end: 3_000_008)
    for number in 0..<100 { spec.report.add(Message("SPEC101", "place \(number)"), at: place) }
    var text = ""
    let time = ContinuousClock().measure { text = spec.text() }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 300)
    #expect(lines[0] == "shop.yaml:1:3000005: error: place 0 [SPEC101]")
    #expect(lines[1].hasPrefix("    1 | …xxx") && lines[1].hasSuffix("xxx…"))
    #expect(lines[1].unicodeScalars.count == 8 + 200)
    let indent = lines[2].prefix { $0 != "^" }.count
    #expect(lines[1].dropFirst(indent).hasPrefix("here "))
    #expect(time < .seconds(5))
  }

  @Test(
    "marks over letters and selectors take no column, and are cut all the same", arguments: ["\u{301}", "\u{FE0F}"])
  func columnsWithoutWidthAreCut(mark: String) {
    let marks = String(repeating: mark, count: 100_000)
    var spec = Rendering("a: e\(marks)x\(marks)\n")
    spec.report.add(Message("SPEC107", "wrong"), at: spec.span("x"))
    #expect(spec.text().utf8.count < 2_000)
    #expect(spec.text().unicodeScalars.contains("x"))
  }

  @Test func spansOverLinesAndAtTheEndOfAFileStayOnTheirLine() {
    var spec = Rendering("a: |\n  text\n  more\nb")
    spec.report.add(Message("SPEC101", "lines"), at: spec.span("|\n  text\n"))
    spec.report.add(Message("SPEC102", "end"), at: Span(start: 20, end: 20))
    #expect(
      spec.text() == """
        shop.yaml:1:4: error: lines [SPEC101]
            1 | a: |
              |    ^
        shop.yaml:4:2: error: end [SPEC102]
            4 | b
              |  ^

        """)
  }

  @Test func anEmptyFileHasAnExcerptToo() {
    var spec = Rendering("")
    spec.report.add(Message("SPEC107", "the spec is empty"), at: Span(start: 0, end: 0))
    #expect(spec.text() == "shop.yaml:1:1: error: the spec is empty [SPEC107]\n    1 |\n      | ^\n")
  }

  @Test func messagesNamesAndLabelsForgeNothing() {
    var spec = Rendering("a: 1\n", name: " ::add-mask::\n\u{202E}.yaml")
    spec.report.add(
      Message("SPEC101", "unknown key 'x\nother.yaml:1:1: error: forged'", help: "\n::error::x"), at: spec.span("a"),
      related: [Related("##[group]\u{1B}[2J", at: spec.span("1"))])
    #expect(
      spec.text() == #"""
         \u{3A}:add-mask::\u{A}\u{202E}.yaml:1:1: error: unknown key 'x\u{A}other.yaml:1:1: error: forged' [SPEC101]
            1 | a: 1
              | ^
              |    - ##\u{5B}group]\u{1B}[2J
           = help: \u{A}::error::x

        """#)
  }

  @Test func findingsOverTheLimitAreCounted() {
    var spec = Rendering(String(repeating: "k: v\n", count: 10_001))
    for line in 0..<UInt32(10_000) {
      spec.report.add(Message("SPEC101", "unknown key"), at: Span(start: line * 5 + 5, end: line * 5 + 6))
    }
    spec.report.add(Message("SPEC114", .warning, "first of all"), at: Span(start: 0, end: 1))
    let text = spec.text()
    #expect(text.split(separator: "\n").count { $0.contains("error:") } == 100)
    #expect(!text.contains("first of all"))
    #expect(text.hasSuffix("\n… 10000 errors, 1 warning in all, of which 100 are shown\n"))
    #expect(text.utf8.count < 100_000)
  }

  @Test func allFilesTogetherHaveALimitToo() {
    var selection = Selection()
    (selection.perFile, selection.inAll) = (2, 3)
    var renderer = TextRenderer(selection)
    var output: [UInt8] = []
    for _ in 0..<3 {
      var spec = Rendering("a: 1\nb: 2\nc: 3\n")
      for key in ["a", "b", "c"] { spec.report.add(Message("SPEC101", "unknown key"), at: spec.span(key)) }
      renderer.render(spec.report, of: spec.sources, into: &output)
    }
    renderer.finish(into: &output)
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.contains("error:") } == 3)
    #expect(text.hasSuffix("\n… 9 errors in all, of which 3 are shown\n"))
  }

  @Test func whatIsOnlyWorthKnowingIsShownOnDemand() {
    var spec = Rendering("a: 1\n")
    spec.report.add(Message("SPEC118", .info, "never used"), at: spec.span("a"))
    #expect(spec.text() == "")
    var selection = Selection()
    selection.showsInfo = true
    #expect(spec.text(selection).hasPrefix("shop.yaml:1:1: info: never used [SPEC118]\n"))
  }

  @Test func coloursAreAThemeAndChangeNoText() {
    var spec = Rendering("a: 1\nb: 2\n")
    spec.report.add(
      Message("SPEC101", "unknown key", help: "remove it"), at: spec.span("b"),
      related: [Related("here", at: spec.span("a"))])
    let colored = spec.text(theme: .color)
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == spec.text())
  }
}
