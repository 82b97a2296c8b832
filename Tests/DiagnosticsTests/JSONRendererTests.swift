import Foundation
import Testing

@testable import Diagnostics

@Suite struct JSONRendererTests {
  @Test func findingsAreOneObject() {
    var spec = Rendering("a: \"é\n b\"\nc: 1\n")
    spec.report.add(Message("SPEC118", .info, "c is \"new\""), at: spec.span("c"))
    spec.report.add(
      Message("SPEC101", "unknown key 'a'", help: "remove it"), at: spec.span("\"é\n b\""),
      related: [Related("see\n\u{202E}", at: spec.span("c"))])
    var selection = Selection()
    selection.showsInfo = true
    let first =
      #"{"file": "shop.yaml", "line": 1, "column": 4, "endLine": 2, "endColumn": 4, "severity": "error", "#
      + #""rule": "SPEC101", "message": "unknown key 'a'", "help": "remove it", "related": ["#
      + #"{"file": "shop.yaml", "line": 3, "column": 1, "message": "see\u000A\u202E"}]}"#
    let second =
      #"{"file": "shop.yaml", "line": 3, "column": 1, "endLine": 3, "endColumn": 2, "severity": "info", "#
      + #""rule": "SPEC118", "message": "c is \"new\"", "help": null, "related": []}"#
    let summary = #""summary": {"errors": 1, "warnings": 0, "infos": 1}"#
    let lines = [#"{"version": 1, "diagnostics": ["#, "\(first),", second, "], \(summary)}", ""]
    #expect(spec.json(selection) == lines.joined(separator: "\n"))
  }

  @Test func nothingFoundIsAnObjectToo() {
    let text = Rendering("a: 1\n").json(Selection())
    let summary = #""summary": {"errors": 0, "warnings": 0, "infos": 0}"#
    #expect(text == "{\"version\": 1, \"diagnostics\": [], \(summary)}\n")
  }

  @Test func everyCodePointSurvivesTheWay() throws {
    let name = String(String.UnicodeScalarView((0...0x2FFF).compactMap { Unicode.Scalar($0 as UInt32) }))
    var spec = Rendering("a: 1\n", name: name)
    spec.report.add(Message("SPEC101", "unknown key"), at: spec.span("a"))
    let object = try JSONSerialization.jsonObject(with: Data(spec.json(Selection()).utf8)) as? [String: Any]
    let first = (object?["diagnostics"] as? [[String: Any]])?.first
    #expect((first?["file"] as? String).map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
  }
}
