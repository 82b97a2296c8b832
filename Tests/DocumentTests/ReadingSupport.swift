import Diagnostics

@testable import Document

/// Files in memory; paths are names, so all lie in one folder.
struct MemoryFiles: FileReader {
  var contents: [String: [UInt8]] = [:]
  var errors: [String: FileError] = [:]

  init(_ texts: [String: String] = [:]) { contents = texts.mapValues { Array($0.utf8) } }

  func read(_ path: String, from file: String, limit: Int) -> Result<[UInt8], FileError> {
    if let error = errors[path] { return .failure(error) }
    guard let bytes = contents[path] else { return .failure(.missing) }
    return bytes.count <= limit ? .success(bytes) : .failure(.tooLarge)
  }

  func check(_ path: String, from file: String) -> Result<Void, FileError> {
    contents[path] == nil ? .failure(.missing) : .success(())
  }

  func list(_ path: String, from file: String) -> Result<[String], FileError> { check(path, from: file).map { [""] } }

  func name(of path: String, from file: String) -> String { path }
}

/// What came of reading a text, in a form that tests compare.
struct Outcome {
  let reading: Reading
  let report: Report

  init(_ bytes: [UInt8], files: MemoryFiles = MemoryFiles(), limits: Limits = Limits()) {
    var report = Report()
    reading = Document.read(bytes, name: "spec.yaml", files: files, limits: limits, into: &report)
    self.report = report
  }

  init(_ text: String, files: MemoryFiles = MemoryFiles(), limits: Limits = Limits()) {
    self.init(Array(text.utf8), files: files, limits: limits)
  }

  var document: Document? { reading.document }
  /// `FILE:LINE:COL RULE` of all findings, the file only where it is not the spec.
  var places: [String] { report.sorted.map { "\(place($0.span.start)) \($0.message.rule)" } }
  var texts: [String] { report.sorted.map(\.message.text) }
  /// Places of the related findings.
  var related: [String] { report.sorted.flatMap { $0.related.map { place($0.span.start) } } }

  /// The document as compact JSON-like text, all scalars quoted, aliases and merge keys followed.
  var tree: String { document.map { written($0, $0.root) } ?? "no document" }

  /// The source of the value that a path of keys leads to.
  func source(_ path: String...) -> String {
    guard let document else { return "no document" }
    var node = document.root
    for key in path {
      guard let next = document.value(key, in: node) else { return "no \(key)" }
      node = next
    }
    return reading.sources.string(document.span(node))
  }

  private func written(_ document: Document, _ node: NodeID) -> String {
    switch document.kind(node) {
    case .mapping:
      let entries = document.entries(node).map { "\(document.string($0.key)): \(written(document, $0.value))" }
      return "{\(entries.joined(separator: ", "))}"
    case .sequence: return "[\(document.items(node).map { written(document, $0) }.joined(separator: ", "))]"
    default:
      let text = document.isPlain(node) ? document.string(node) : "'\(document.string(node))'"
      return (document.tag(node).map { "\($0) " } ?? "") + text
    }
  }

  private func place(_ offset: UInt32) -> String {
    guard let file = reading.sources.file(at: offset) else { return "nowhere" }
    var (line, column) = (1, 1)
    let bytes = reading.sources.bytes
    let start = Int(file.start) + (bytes[Int(file.start)..<Int(file.end)].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    for at in start..<max(start, Int(offset)) {
      let isBeforeLineFeed = bytes[at] == 0x0D && at + 1 < Int(file.end) && bytes[at + 1] == 0x0A
      if bytes[at] == 0x0A || bytes[at] == 0x0D && !isBeforeLineFeed {
        (line, column) = (line + 1, 1)
      } else if bytes[at] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return file.name == "spec.yaml" ? "\(line):\(column)" : "\(file.name):\(line):\(column)"
  }
}
