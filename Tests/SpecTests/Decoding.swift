import Diagnostics
import Document

@testable import Spec

/// What came of reading `key: TEXT`, where TEXT is read by a kind.
struct Decoding<Value> {
  let value: Value?
  let reader: Reader
  private let sources: SourceMap

  /// - Parameter text: what stands after `key: `; a text of several lines starts on the line below.
  init(_ text: String, as kind: Kind<Value>, files: TestFiles = TestFiles()) {
    let isBlock = text.contains("\n")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    let spec = isBlock ? "key:\n" + lines.joined(separator: "\n") + "\n" : "key: \(text)\n"
    var report = Report()
    let reading = Document.read(Array(spec.utf8), name: "spec.yaml", files: files, limits: Limits(), into: &report)
    sources = reading.sources
    let document = reading.document ?? Document(sources: sources, nodes: [], texts: [], tags: [], merged: [:])
    var reader = Reader(document: document, report: report)
    value =
      document.nodes.isEmpty
      ? nil : document.value("key", in: document.root).flatMap { reader.read($0, with: kind.read) }
    self.reader = reader
  }

  var document: Document { reader.document }

  /// `RULE text (help)` of all findings, in source order.
  var findings: [String] {
    reader.report.sorted.map { "\($0.message.rule) \($0.message.text)" + ($0.message.help.map { " (\($0))" } ?? "") }
  }

  var rules: [String] { reader.report.sorted.map(\.message.rule.description) }

  /// The source text at which each finding points.
  var places: [String] { reader.report.sorted.map { sources.string($0.span) } }

  var hasErrors: Bool { reader.report.hasErrors }

  /// The value's node.
  var node: NodeID { document.value("key", in: document.root) ?? .none }
}

/// Files in one folder, in memory.
struct TestFiles: FileReader {
  var texts: [String: String] = [:]

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    texts[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    texts[path] == nil ? .failure(.missing) : .success(())
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { check(path, from: file).map { [""] } }

  func name(of path: String, from file: String) -> String { path }
}
