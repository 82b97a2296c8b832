import Diagnostics
import Testing

@testable import Document

@Suite struct SpanTests {
  @Test(arguments: [
    ("a: b c  # d\n", "b c"), ("a:   'b' \n", "'b'"), ("a: \"b\\n\"\n", "\"b\\n\""), ("a: b\n  c\n\n\nd: e", "b\n  c"),
    ("a: |\n  b\n\n  c\n\n\n# d\ne: f\n", "|\n  b\n\n  c"), ("a: >-\n  b\n", ">-\n  b"), ("a: [b, c] # d\n", "[b, c]"),
    ("a: {b: c }\n\n", "{b: c }"), ("a:\n  b: c\n\n  # d\ne: f\n", "b: c"), ("a:\n- b\n-\n\nc: d\n", "- b\n-"),
    ("a:\n\nb: c\n", ""), ("a: !Ref b\n", "!Ref b"), ("a: 日本 # x\n", "日本"), ("? a\n\n\n: b\n", "b"),
  ])
  func `a value's span ends with its last character`(text: String, source: String) {
    #expect(Outcome(text).source("a") == source)
    #expect(Outcome("\u{FEFF}# é\n" + text).source("a") == source)
  }

  @Test func `a value that is not there stands behind its key`() throws {
    for text in ["a:\n\n\nb: 1\n", "? a\n\n# c\nb: 1\n", "{a , b: 1}", "a: # c\nb: 1"] {
      let document = try #require(Outcome(text).document)
      let value = try #require(document.value("a", in: document.root))
      let (key, span) = (document.span(document.owner(value)), document.span(value))
      #expect(span.start == span.end && span.start >= key.end && span.start <= key.end + 1, "\(text)")
    }
  }

  /// Texts of all shapes, with what the grammar allows between them.
  static let texts = [
    "a: &x [b, {c: d}, 'e', \"f\\tg\"]\nh: *x\ni:\n- j\n- - k\n  - l\n- m: n\n  o: p\nq: |\n  r\n\ns: >+\n  t\n\nu:\n",
    "# é\n---\n? a\n: - b\n\n  # c\n  - !Ref d\n? e\n\nf: [g: h , i]\n...\n",
    "{a: {b: {}, c: []} , d: \"f\n\n  g\", h: , 'e' : 'i\n j'}\n\n", "- \n-\n- a\n\n\n",
    "a: é\n\"日\": 'b''c'\n\nd: &e\n\n",
    "- - - a\n    - b\n  - c\n- ? d\n- |\n e\n # f\n", "a: !!map {b: !!seq [c]}\nd: !!str\ne: ! f\n",
  ]

  @Test(arguments: texts, ["\n", "\r\n", "\r"])
  func `every node lies inside its parent, after its elder, in the file`(text: String, end: String) throws {
    let outcome = Outcome(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
    let document = try #require(outcome.document, "\(outcome.texts)")
    let file = try #require(document.sources.files.first)
    var open: [(end: UInt32, index: UInt32)] = [(file.end, UInt32(document.nodes.count))]
    var last: UInt32 = 0
    for (index, node) in document.nodes.enumerated() {
      while let frame = open.last, frame.index <= UInt32(index) { open.removeLast() }
      let parent = try #require(open.last)
      #expect(node.start <= node.end && node.end <= parent.end && node.start >= last, "node \(index): \(node)")
      last = node.kind == .scalar || node.kind == .alias ? node.end : node.start
      if node.kind == .sequence || node.kind == .mapping { open.append((node.end, node.content)) }
    }
  }

  @Test(arguments: texts)
  func `counts and roles agree with the tree`(text: String) throws {
    let document = try #require(Outcome(text).document)
    for index in document.nodes.indices {
      let (id, node) = (NodeID(UInt32(index)), document.nodes[index])
      if node.kind == .mapping {
        let entries = Array(document.entries(id))
        #expect(entries.count == document.count(id) && node.isSingle == (entries.count == 1))
        #expect(entries.allSatisfy { document.nodes[Int($0.key.index)].role == .key })
        #expect(entries.allSatisfy { document.owner($0.value) == $0.key })
      } else if node.kind == .sequence {
        #expect(document.items(id).count == document.count(id) && node.isSingle == (document.count(id) == 1))
        #expect(document.items(id).allSatisfy { document.nodes[Int($0.index)].role == .item })
      }
    }
    #expect(document.nodes[0].role == .root)
  }

  @Test func `text that stands in the source as it is, is not copied`() throws {
    let text = "a: b\n'c': \"d\"\ne: &f !Ref g\n"
    let document = try #require(Outcome(text).document)
    #expect(document.sources.bytes.count == text.utf8.count)
    #expect(Outcome(text).tree == "{a: b, c: 'd', e: !Ref g}")
  }

  @Test func `A text that its source ends with is not kept beside it, and any other once`() throws {
    let document = try #require(Outcome("a: b\n'c': \"d\"\ne: \"f\\tg\"\nh: 'i''j'\nk: |\n  l\nm:\n").document)
    let apart = document.nodes.filter(\.isApart).map { document.sources.string(document.text(of: $0)) }
    #expect(apart == ["f\tg", "i'j", "l\n"])
    #expect(document.texts.count == 3)
    #expect(document.entries(document.root).map { document.string($0.value) } == ["b", "d", "f\tg", "i'j", "l\n", ""])
    #expect(MemoryLayout<Node>.stride == 16)
  }
}
