import Foundation
import SpecBuilding
import Testing

/// Whole specs beside the templates that they become. `make golden` rewrites them.
@Suite struct GoldenTests {
  static let goldens = GoldenFolder.all(in: "Tests/Goldens")
  static let examples = GoldenFolder.all(in: "Examples")
  static let diagnostics = GoldenFolder.all(in: "Tests/DiagnosticGoldens")

  @Test("a spec becomes the template beside it", arguments: goldens)
  func template(golden: GoldenFolder) throws {
    let building = try golden.building()
    try #require(building.template != nil, "\(building.rendered)")
    #expect(try golden.difference("template.json", from: building.json) == nil)
  }

  @Test("a template has no dangling reference and no name twice", arguments: goldens + examples)
  func references(golden: GoldenFolder) throws {
    let building = try golden.building()
    #expect(References(in: building.object).dangling == [])
    #expect(Set(building.ids).count == building.ids.count)
  }

  @Test("an example becomes the template beside it", arguments: examples)
  func example(golden: GoldenFolder) throws {
    let building = try golden.building()
    try #require(building.findings == [], "\(building.rendered)")
    #expect(try golden.difference("template.yaml", from: building.yaml) == nil)
  }

  @Test("a bad spec's findings are printed as they stand beside it", arguments: diagnostics)
  func findings(golden: GoldenFolder) throws {
    let building = try golden.building()
    #expect(!building.findings.isEmpty)
    #expect(try golden.difference("expected.txt", from: building.rendered) == nil)
  }

  @Test func thereAreGoldens() {
    #expect(Self.goldens.count > 50 && Self.examples.count >= 3 && Self.diagnostics.count >= 25)
  }
}
