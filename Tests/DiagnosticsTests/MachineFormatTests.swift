import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Diagnostics

/// Findings as other programs take them.
@Suite struct MachineFormatTests {
  /// A spec with one finding of each severity, and names that try to be more than names.
  private static func findings(in name: String = "shop.yaml", text: String = "wrong") -> Rendering {
    var spec = Rendering("a: 1\nb: 2\nc: 3\n", name: name)
    spec.report.add(
      Message("INT202", text, help: "keep one"), at: spec.span("1\nb"),
      related: [Related("the other", at: spec.span("c"))])
    spec.report.add(Message("SEC004", .warning, "open"), at: spec.span("b"))
    spec.report.add(Message("STAGE720", .info, "fine"), at: spec.span("c"))
    return spec
  }

  private static var all: Selection {
    var selection = Selection()
    selection.showsInfo = true
    return selection
  }

  /// What a hostile name or text may hold.
  private static let hostile = "x\r\n::error::forged\n##[error]forged\u{1B}[31m\u{202E}<a b=\"c\">&amp;%0A,:]]>"

  @Test func annotationsAreOneCommandALine() {
    let output = Self.findings().rendered(by: GitHubRenderer(Self.all))
    let lines = [
      "::error file=shop.yaml,line=1,endLine=2,col=4,title=INT202::wrong%0Ahelp: keep one%0Ashop.yaml:3:1: the other",
      "::warning file=shop.yaml,line=2,endLine=2,col=1,endColumn=2,title=SEC004::open",
      "::notice file=shop.yaml,line=3,endLine=3,col=1,endColumn=2,title=STAGE720::fine", "",
    ]
    #expect(output == lines.joined(separator: "\n"))
  }

  @Test func nothingFromASpecForgesACommand() {
    let output = Self.findings(in: Self.hostile, text: Self.hostile).rendered(by: GitHubRenderer(Self.all))
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines.dropLast().map { $0.prefix(4) } == ["::er", "::wa", "::no"])
    #expect(!output.contains("\r") && !output.contains("\u{1B}") && !output.contains("##["))
    #expect(lines.allSatisfy { $0.isEmpty || $0.components(separatedBy: "::").count >= 3 })
    // The runner ends a property at `,` or `::` and undoes `%0A`: neither comes from the name.
    let name = output.dropFirst("::error file=".count).prefix { $0 != "," }
    #expect(!name.contains(":") && name.contains("%3A%3Aerror") && name.contains("%250A"))
  }

  @Test func aLogNamesPlacesRulesAndLevels() throws {
    let renderer = SARIFRenderer(Self.all, version: "1.2.3") { id in
      RuleDescription(
        id, severity: .warning, title: "title of \(id)", why: "because", text: "long text", markdown: "*long*")
    }
    let run = try Self.run(of: Self.findings(in: "a b/ü.yaml").rendered(by: renderer))
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["INT202", "SEC004", "STAGE720"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 2])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
    let location = try Self.physical((results[0]["locations"] as? [[String: Any]])?.first)
    #expect((location["artifactLocation"] as? [String: String])?["uri"] == "a%20b/%C3%BC.yaml")
    #expect(
      location["region"] as? [String: Int] == ["startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 2])
    #expect((results[0]["message"] as? [String: String])?["text"] == "wrong\nhelp: keep one")
    #expect((results[0]["relatedLocations"] as? [[String: Any]])?.count == 1)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["INT202", "SEC004", "STAGE720"])
    #expect((rules[0]["help"] as? [String: String])?["markdown"] == "*long*")
  }

  @Test(
    "a path is a reference as RFC 3986 has it",
    arguments: [
      ("a.yaml", "a.yaml"), ("./a.yaml", "a.yaml"), ("../x/a.yaml", "../x/a.yaml"),
      ("/x/a b.yaml", "file:///x/a%20b.yaml"),
      ("c:a.yaml", "c%3Aa.yaml"), ("<stdin>", "%3Cstdin%3E"), ("50%.yaml", "50%25.yaml"),
    ])
  func references(path: String, expected: String) {
    #expect(FileURI.reference(to: path) == expected)
  }

  @Test func aLogWithoutFindingsIsWhole() throws {
    let renderer = SARIFRenderer(Selection(), version: "1") { _ in nil }
    let run = try Self.run(of: Rendering("a: 1\n").rendered(by: renderer))
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  @Test func warningsFailATestRunOnlyWhenStrict() throws {
    for (isStrict, failures) in [(false, 1), (true, 2)] {
      let text = Self.findings().rendered(by: JUnitRenderer(Self.all, failsOnWarnings: isStrict))
      let suite = try #require(try XMLDocument(xmlString: text).nodes(forXPath: "/testsuites/testsuite").first)
      #expect(try suite.nodes(forXPath: "testcase").count == 3)
      #expect(try suite.nodes(forXPath: "testcase/failure").count == failures)
      #expect(try suite.nodes(forXPath: "@tests").first?.stringValue == "3")
      #expect(try suite.nodes(forXPath: "@failures").first?.stringValue == String(failures))
    }
  }

  @Test func aReportOfHostileNamesIsWellFormed() throws {
    let text = Self.findings(in: Self.hostile, text: Self.hostile)
      .rendered(by: JUnitRenderer(Self.all, failsOnWarnings: true))
    let document = try XMLDocument(xmlString: text)
    #expect(try document.nodes(forXPath: "/testsuites/testsuite/testcase").count == 3)
    let message = try document.nodes(forXPath: "//failure/@message").first?.stringValue
    #expect(message?.contains("<a b=\"c\">&amp;%0A,:]]>") == true)
  }

  @Test func aSpecWithoutFindingsPassesOneCase() throws {
    let text = Rendering("a: 1\n").rendered(by: JUnitRenderer(Selection(), failsOnWarnings: false))
    #expect(try XMLDocument(xmlString: text).nodes(forXPath: "/testsuites/testsuite/testcase").count == 1)
    var none: [UInt8] = []
    JUnitRenderer(Selection(), failsOnWarnings: false).finish(into: &none)
    #expect(try XMLDocument(xmlString: String(decoding: none, as: UTF8.self)).nodes(forXPath: "//testsuite").isEmpty)
  }

  private static func run(of text: String) throws -> [String: Any] {
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private static func physical(_ location: [String: Any]?) throws -> [String: Any] {
    try #require(location?["physicalLocation"] as? [String: Any])
  }
}
