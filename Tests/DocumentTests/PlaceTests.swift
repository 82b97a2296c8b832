import Diagnostics
import Testing

@testable import Document

/// Where the bytes of a scalar's text are written.
@Suite struct PlaceTests {
  /// Values of all styles; under a key they are texts that hold many kinds of lines.
  static let values = [
    "plain", "plain text\n  in two  lines\n\n\n  and  \n  more # no text", "'single'",
    "'it''s ''\n  so  \n\n  ''it'' is '",
    "\"a \\\"b\\\" \\\\ \\n\\t\\x41\\u00e9\\u65e5\\U0001F600 \\N\\_\\L\\P end\"",
    "\"one \\\n   two\\\n\n  three \n  four\n\n\n  five \"",
    "\" \n  led by a line end\n \"", "|\n  one\n  two\n", "|\n    one\n      two\n\n\n    three  \n", "|-\n  one\n\n",
    "|+\n  one\n\n\n",
    "|2\n    led\n  two\n", "|\n\n\n  late\n", "| # comment\n  a\n", ">\n  one\n  two\n\n  three\n\n\n  four\n",
    ">\n  one\n    kept\n    too\n  two\n\n    kept\n\n  three\n", ">-\n\n\n  late\n  one\n", ">+\n  one\n  two\n\n\n",
    ">1-\n    led\n  two\n", "|\n  日本 😀\n  é\n", ">\n  日本\n  é\n", "&x |\n  one\n  two\n",
    "!!str one\n  two", "&x !!str\n  >\n  one\n  two\n", "&x # comment\n  'one\n  two'", "|\n \n  one\n", "|+\n\n\n",
  ]

  @Test(arguments: values, ["\n", "\r\n", "\r"])
  func `every byte of a text comes from where it is written`(value: String, lineEnd: String) throws {
    for spec in ["a: \(value)\nb: 1\n", "# é\na: \(value)", "- a: 1\n- \(value)\n", "a:\n- b\n- \(value)\n\n# c\n"] {
      try check(spec.replacing("\n", with: lineEnd))
    }
  }

  @Test func `so do texts made at random`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let pieces = ["a", "b: ", " ", "  ", "\n", "\n\n", "$x", "é", "'", "\"", "\\", "#", "😀", "\t", "{", "-"]
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      for value in Self.spellings(of: text) where Outcome("a: \(value)\nb: 1\n").document != nil {
        try check("a: \(value)\nb: 1\n")
      }
    }
  }

  @Test func `a part of an alias is a part of what it stands for`() throws {
    let document = try #require(Outcome("a: &x |\n  one\n  two\nb: *x\n").document)
    let alias = try #require(document.value("b", in: document.root))
    #expect(document.sources.string(document.span(of: 4..<7, in: alias)) == "two")
  }

  @Test func `a part of a file lies in that file`() throws {
    let files = MemoryFiles(["t.vtl": "one\r\ntwo\n"])
    let outcome = Outcome("a: !File t.vtl\nb: \"é\\n\"\n", files: files)
    let document = try #require(outcome.document)
    let node = try #require(document.value("a", in: document.root))
    let location = document.sources.location(of: document.span(of: 5..<8, in: node).start)
    #expect((location.file, location.line, location.column) == ("t.vtl", 2, 1))
    #expect(document.sources.string(document.span(of: 5..<8, in: node)) == "two")
  }

  @Test func `a part that is empty has a place, and one outside the text an end`() throws {
    let document = try #require(Outcome("a: |\n  one\n\n  two\nb: {c: d}\n").document)
    let node = try #require(document.value("a", in: document.root))
    #expect(document.span(of: 5..<5, in: node) == Span(start: 14, end: 14))
    #expect(document.span(of: 7..<99, in: node) == Span(start: 16, end: 18))
    let mapping = try #require(document.value("b", in: document.root))
    #expect(document.span(of: 0..<1, in: mapping) == document.span(mapping))
  }

  /// One text as scalars of all styles that may hold it.
  private static func spellings(of text: String) -> [String] {
    let indented = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
    let folded = text.replacing("\n", with: "\n\n  ")
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
    return [
      "|\n  \(indented)", "|+2\n  \(indented)", ">-\n  \(indented)", ">+2\n  \(indented)",
      "'\(folded.replacing("'", with: "''"))'",
      "\"\(escaped.replacing("\n", with: "\\n\\\n  "))\"", "\"\(escaped.replacing("\n", with: "\n\n  "))\"", folded,
    ]
  }

  private func check(_ spec: String) throws {
    let document = try #require(Outcome(spec).document)
    for index in document.nodes.indices where document.nodes[index].kind == .scalar {
      let id = NodeID(UInt32(index))
      let places = ScalarPlaces(of: id, in: document)
      let text = Array(document.string(id).utf8)
      var last: UInt32 = 0
      for (at, byte) in text.enumerated() {
        let span = places.span(of: at..<at + 1)
        let written = document.sources.bytes[Int(span.start)..<Int(span.end)]
        #expect(
          Self.stands(written, for: byte) && span.start >= last, "byte \(at) of \(text) in \(spec.debugDescription)")
        last = span.start
      }
    }
  }

  /// Whether a stretch of source, and not the whole scalar, may be one byte of text.
  private static func stands(_ source: ArraySlice<UInt8>, for byte: UInt8) -> Bool {
    let isLineEnd = [[0x0A], [0x0D], [0x0D, 0x0A]].contains { source.elementsEqual($0) }
    switch byte {
    case 0x0A where isLineEnd, 0x20 where isLineEnd: return true
    case UInt8(ascii: "'") where source.elementsEqual("''".utf8): return true
    default: return source.elementsEqual([byte]) || source.first == UInt8(ascii: "\\") && source.count <= 10
    }
  }
}

/// Numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
  }
}
