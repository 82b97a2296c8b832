/// Writes findings as a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), as code scanning
/// services take it.
public struct SARIFRenderer: Renderer {
  private let selection: Selection
  private let version: String
  private let describe: @Sendable (RuleID) -> RuleDescription?
  private var shown = 0
  /// The rules of the results so far, in the order in which results refer to them.
  private var rules: [RuleID] = []
  private var numbers: [RuleID: Int] = [:]

  /// - Parameters:
  ///   - version: the program's version.
  ///   - describe: what the log says of a rule that it has results of.
  public init(
    _ selection: Selection, version: String, describe: @escaping @Sendable (RuleID) -> RuleDescription?
  ) {
    (self.selection, self.version, self.describe) = (selection, version, describe)
  }

  public mutating func render(_ report: Report, of sources: SourceMap, into output: inout [UInt8]) {
    var tables = LineTables(of: sources)
    for diagnostic in selection.choose(from: report, of: sources, shown: shown) {
      output.append(contentsOf: (shown == 0 ? Self.opening : ",\n").utf8)
      var json = JSONText()
      write(diagnostic, &tables, to: &json)
      output.append(contentsOf: json.bytes)
      shown += 1
    }
  }

  public func finish(into output: inout [UInt8]) {
    output.append(contentsOf: (shown == 0 ? Self.opening.dropLast() : "\n").utf8)
    output.append(contentsOf: "], \"columnKind\": \"unicodeCodePoints\", \"tool\": ".utf8)
    var json = JSONText()
    json.object { tool in
      tool.member("driver") { $0.object { write(driver: &$0) } }
    }
    output.append(contentsOf: json.bytes)
    output.append(contentsOf: "}]}\n".utf8)
  }

  private static let opening =
    "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
    + "\"runs\": [{\"results\": [\n"

  private mutating func write(_ diagnostic: Diagnostic, _ tables: inout LineTables, to json: inout JSONText) {
    let message = diagnostic.message
    let number = self.number(of: message.rule)
    let help = message.help.map { "\nhelp: \(Prose.cut($0))" } ?? ""
    json.object { result in
      result.member("ruleId", message.rule.description)
      result.member("ruleIndex", number)
      result.member("level", message.severity.level)
      result.member("message") { $0.object { $0.member("text", Prose.cut(message.text) + help) } }
      result.member("locations") {
        $0.array { $0.object { Self.write(diagnostic.span, &tables, to: &$0) } }
      }
      Self.write(diagnostic.related, &tables, to: &result)
      Self.write(fixOf: diagnostic, &tables, to: &result)
    }
  }

  private static func write(_ places: [Related], _ tables: inout LineTables, to result: inout JSONText) {
    guard !places.isEmpty else { return }
    result.member("relatedLocations") {
      $0.array { list in
        for related in places {
          list.object { place in
            write(related.span, &tables, to: &place)
            place.member("message") { $0.object { $0.member("text", Prose.cut(related.text)) } }
          }
        }
      }
    }
  }

  /// One fix, with the changes file by file.
  private static func write(fixOf diagnostic: Diagnostic, _ tables: inout LineTables, to result: inout JSONText) {
    guard !diagnostic.edits.isEmpty else { return }
    let files = Dictionary(grouping: diagnostic.edits) { tables.location(of: $0.span.start).file }
    result.member("fixes") { fixes in
      fixes.array {
        $0.object { fix in
          if let help = diagnostic.message.help {
            fix.member("description") { $0.object { $0.member("text", Prose.cut(help)) } }
          }
          fix.member("artifactChanges") { changes in
            changes.array { list in
              for (file, edits) in files.sorted(by: { $0.key < $1.key }) {
                list.object { write(edits, in: file, &tables, to: &$0) }
              }
            }
          }
        }
      }
    }
  }

  private static func write(
    _ edits: [Edit], in file: String, _ tables: inout LineTables, to change: inout JSONText
  ) {
    change.member("artifactLocation") { $0.object { $0.member("uri", FileURI.reference(to: file)) } }
    change.member("replacements") {
      $0.array { list in
        for edit in edits {
          let (start, end) = (tables.location(of: edit.span.start), tables.location(of: edit.span.end))
          list.object { replacement in
            replacement.member("deletedRegion") { $0.object { write(start, end, to: &$0) } }
            replacement.member("insertedContent") { $0.object { $0.member("text", edit.replacement) } }
          }
        }
      }
    }
  }

  private static func write(_ start: Location, _ end: Location, to region: inout JSONText) {
    region.member("startLine", start.line)
    region.member("startColumn", start.column)
    region.member("endLine", end.line)
    region.member("endColumn", end.column)
  }

  private mutating func number(of rule: RuleID) -> Int {
    if let number = numbers[rule] { return number }
    numbers[rule] = rules.count
    rules.append(rule)
    return rules.count - 1
  }

  private static func write(_ span: Span, _ tables: inout LineTables, to json: inout JSONText) {
    let (start, end) = (tables.location(of: span.start), tables.location(of: max(span.start, span.end)))
    json.member("physicalLocation") {
      $0.object { place in
        place.member("artifactLocation") { $0.object { $0.member("uri", FileURI.reference(to: start.file)) } }
        place.member("region") { $0.object { write(start, end, to: &$0) } }
      }
    }
  }

  private func write(driver: inout JSONText) {
    driver.member("name", "apigw-synth")
    driver.member("version", version)
    driver.member("rules") {
      $0.array { list in
        for id in rules { list.object { write(rule: id, to: &$0) } }
      }
    }
  }

  private func write(rule id: RuleID, to json: inout JSONText) {
    json.member("id", id.description)
    guard let rule = describe(id) else { return }
    json.member("shortDescription") { $0.object { $0.member("text", rule.title) } }
    json.member("fullDescription") { $0.object { $0.member("text", rule.why) } }
    json.member("help") {
      $0.object { help in
        help.member("text", rule.text)
        help.member("markdown", rule.markdown)
      }
    }
    json.member("defaultConfiguration") { $0.object { $0.member("level", rule.severity.level) } }
    json.member("properties") {
      $0.object { properties in
        let family = String(id.description.prefix { $0.isLetter })
        properties.member("tags") { $0.array { $0.string(family) } }
        properties.member("precision", "very-high")
        properties.member("problem.severity", rule.severity.problemSeverity)
      }
    }
  }
}

extension Severity {
  /// SARIF's word for it.
  fileprivate var level: String { self == .info ? "note" : rawValue }
  /// The word of GitHub's code scanning.
  fileprivate var problemSeverity: String { self == .info ? "recommendation" : rawValue }
}
