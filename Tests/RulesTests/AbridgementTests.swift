import Rules
import Testing

/// Examples of quotas hold hundreds of lines, or texts of a megabyte; a page shows what they are made of.
@Suite struct AbridgementTests {
  @Test("no explanation is longer than a page", arguments: Catalogue.all)
  func pagesAreShort(rule: Rule) {
    for style in [ExplanationStyle.text, .markdown] {
      let page = rule.explanation(as: style)
      #expect(page.utf8.count < 12_000)
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 400 })
    }
  }

  @Test func linesAlikeAreCounted() throws {
    let page = try #require(Catalogue["LIM901"]).explanation(as: .markdown)
    let lines = [
      "      /orders-1: {GET: {}}", "      /orders-2: {}", "      /orders-3: {}", "      # … 296 more …",
      "      /orders-300: {}",
    ]
    #expect(page.contains("    paths:\n\(lines.joined(separator: "\n"))\n"))
  }

  @Test func theEndsOfALongTextAreShown() throws {
    let page = try #require(Catalogue["DOM828"]).explanation(as: .text)
    #expect(page.contains("basePath: vvvv"))
    #expect(page.contains("vvv...vvv"))
    #expect(page.contains("vvv}\n"))
  }

  @Test func whatIsShortIsShownWhole() throws {
    let rule = try #require(Catalogue["DOM825"])
    let page = rule.explanation(as: .markdown)
    for example in rule.good { #expect(page.contains("```yaml\n\(example.spec)\n```")) }
  }
}
