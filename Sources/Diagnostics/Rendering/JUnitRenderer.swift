/// Writes findings as a JUnit report: a suite for each spec, a case for each finding, one that passes where there is none.
public struct JUnitRenderer: Renderer {
  private let selection: Selection
  private let failsOnWarnings: Bool
  private var shown = 0
  private var hasBegun = false

  /// - Parameter failsOnWarnings: whether a warning is a failed case; else it is a case that passes with a remark.
  public init(_ selection: Selection, failsOnWarnings: Bool) {
    (self.selection, self.failsOnWarnings) = (selection, failsOnWarnings)
  }

  public mutating func render(_ report: Report, of sources: SourceMap, into output: inout [UInt8]) {
    begin(&output)
    let chosen = selection.choose(from: report, of: sources, shown: shown)
    shown += chosen.count
    let name = sources.files.first?.name ?? ""
    let failures = chosen.count { isFailure($0) }
    let numbers = "tests=\"\(max(1, chosen.count))\" failures=\"\(failures)\" errors=\"0\""
    output.append(contentsOf: "  <testsuite name=\"\(escaped(name))\" \(numbers)>\n".utf8)
    if chosen.isEmpty { output.append(contentsOf: "    \(opening("valid", of: name))/>\n".utf8) }
    var tables = LineTables(of: sources)
    for diagnostic in chosen { write(diagnostic, &tables, to: &output) }
    output.append(contentsOf: "  </testsuite>\n".utf8)
  }

  public func finish(into output: inout [UInt8]) {
    var copy = self
    copy.begin(&output)
    output.append(contentsOf: "</testsuites>\n".utf8)
  }

  private mutating func begin(_ output: inout [UInt8]) {
    if hasBegun { return }
    hasBegun = true
    output.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"apigw-synth\">\n".utf8)
  }

  private func isFailure(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.message.severity {
    case .error: true
    case .warning: failsOnWarnings
    case .info: false
    }
  }

  private func write(_ diagnostic: Diagnostic, _ tables: inout LineTables, to output: inout [UInt8]) {
    let message = diagnostic.message
    let place = tables.location(of: diagnostic.span.start)
    let text = escaped(Prose.cut(message.text))
    var lines = ["\(escaped(place.file)):\(place.line):\(place.column): \(message.severity.rawValue): \(text)"]
    for related in diagnostic.related {
      let other = tables.location(of: related.span.start)
      // Not at the line's beginning, where a name of colons would be an order to a runner.
      lines.append("at \(escaped(other.file)):\(other.line):\(other.column): \(escaped(Prose.cut(related.text)))")
    }
    if let help = message.help { lines.append("help: \(escaped(Prose.cut(help)))") }
    let body = lines.joined(separator: "\n")
    let name = "\(place.line):\(place.column) \(message.rule)"
    let element =
      isFailure(diagnostic)
      ? "<failure type=\"\(message.severity.rawValue)\" message=\"\(text)\">\(body)</failure>"
      : "<system-out>\(body)</system-out>"
    output.append(contentsOf: "    \(opening(name, of: place.file))>\(element)</testcase>\n".utf8)
  }

  private func opening(_ name: String, of file: String) -> String {
    "<testcase name=\"\(name)\" classname=\"\(escaped(file))\" file=\"\(escaped(file))\""
  }

  /// Text inside of an element or a quoted attribute; what XML has no place for is visible as an escape.
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in printable(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
