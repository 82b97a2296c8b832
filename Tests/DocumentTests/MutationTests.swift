import Diagnostics
import Testing

@testable import Document

@Suite struct MutationTests {
  /// Texts that use everything the room knows, to be damaged.
  static let texts =
    SpanTests.texts + [
      "a: &a {k: v}\nb: {<<: *a, <<: [*a, x]}\nc: !Include p.yaml\nd: !File t\n",
      "%YAML 1.2\n---\n? [a]\n: \"\\uD83D\\x41\\q\"\n? {b: *b}\n: &b 'c'\n...\n---\nd\n",
      "x: &x [&y {z: *y}, !Bad w, !!str v, *x]\nx: !Sub [*x, {u: }]\n\"\\u0078\": 日本\n",
    ]
  static let files = MemoryFiles(["p.yaml": "a: &a [1, *a]\nb: !Include q.yaml\n", "q.yaml": "é: [", "t": "t"])

  @Test(arguments: texts)
  func `damaged text is read or refused, with every place in a file`(text: String) {
    let bytes = Array(text.utf8)
    for at in bytes.indices {
      check(Array(bytes[..<at]))
      check(Array(bytes[..<at] + bytes[(at + 1)...]))
      check(Array(bytes[...at] + bytes[at...]))
      for strange in "\t\n\r \"'#%&*-:<>?[]{},|!~.\u{7}".utf8 + [0xC3, 0xFF, 0x00] {
        check(Array(bytes[..<at] + [strange] + bytes[at...]))
        check(Array(bytes[..<at] + [strange] + bytes[(at + 1)...]))
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    let outcome = Outcome(bytes, files: Self.files)
    for diagnostic in outcome.report.diagnostics {
      let file = outcome.reading.sources.file(at: diagnostic.span.start)
      let isInside = file.map { diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= $0.end } ?? false
      #expect(isInside, "\(String(decoding: bytes, as: UTF8.self)): \(diagnostic)")
    }
    #expect(outcome.document != nil || outcome.report.hasErrors)
    guard let document = outcome.document else { return }
    for (index, node) in document.nodes.enumerated() {
      let isRight = node.start <= node.end && isTarget(document, index, node)
      #expect(isRight, "\(String(decoding: bytes, as: UTF8.self)): node \(index)")
    }
  }

  /// Whether what a node points at is there, an alias in one step.
  private func isTarget(_ document: Document, _ index: Int, _ node: Node) -> Bool {
    switch node.kind {
    case .scalar: Int(document.text(of: node).end) <= document.sources.bytes.count
    case .sequence, .mapping: Int(node.content) > index && Int(node.content) <= document.nodes.count
    case .alias: document.nodes[Int(node.content)].kind != .alias
    }
  }
}
