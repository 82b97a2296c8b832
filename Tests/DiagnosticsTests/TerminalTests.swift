import Testing

@testable import Diagnostics

/// How findings look on a terminal.
@Suite struct TerminalTests {
  @Test(arguments: [20, 40, 60, 80, 120]) func noLineIsWiderThanTheTerminal(width: Int) {
    for theme in [Theme.plain, .color] {
      let lines = spec.text(theme: theme, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { LineBreaker.columns(of: $0.utf8) <= width }, "\(lines.joined(separator: "\n"))")
    }
  }

  @Test(arguments: [20, 40, 80]) func noWordIsLostOrBroken(width: Int) {
    let said = spec.text().split(separator: "\n").filter { !$0.contains(" |") }.joined(separator: " ")
    let narrow = words(spec.text(width: width))
    #expect(words(said).filter { !narrow.contains($0) } == [])
  }

  @Test func whatIsSaidOfAPlaceStandsUnderItWhereThereIsNoRoom() {
    var spec = Rendering("first: 1\nthe-second-key: 2\n")
    spec.report.add(
      Message("SPEC101", "no"), at: spec.span("2"),
      related: [Related("here is what belongs to it", at: spec.span("first"))])
    #expect(
      spec.text(width: 30) == """
        shop.yaml:2:17: error: no
            [SPEC101]
            1 | first: 1
              | -----
              | here is what belongs
              | to it
            2 | the-second-key: 2
              |                 ^

        """)
  }

  @Test func aWideExcerptIsCutAroundItsPlace() {
    var spec = Rendering("key: \(String(repeating: "a", count: 60)) here \(String(repeating: "b", count: 60))\n")
    spec.report.add(Message("SPEC101", "no"), at: spec.span("here"))
    let lines = spec.text(width: 40).split(separator: "\n")
    #expect(lines[1].hasPrefix("    1 | …aaa") && lines[1].hasSuffix("bbb…"))
    #expect(lines[1].unicodeScalars.count == 40)
    let indent = lines[2].prefix { $0 != "^" }.count
    #expect(lines[1].dropFirst(indent).hasPrefix("here "))
  }

  /// The darkest and the brightest that the usual palettes (xterm, VGA, macOS, VS Code, GNOME) make of a basic colour and of its
  /// bold form, as relative luminance in the sense of WCAG.
  static let luminances = [
    31: 0.068...0.287, 32: 0.273...0.741, 33: 0.15...0.934, 34: 0.029...0.262, 35: 0.114...0.35, 36: 0.292...0.807,
  ]

  @Test func coloursCanBeReadOnADarkGroundAndOnALightOne() {
    let theme = Theme.color
    let codes = [theme.strong, theme.dim, theme.error, theme.warning, theme.info].flatMap { style in
      style.dropFirst(2).dropLast().split(separator: ";").compactMap { Int($0) }
    }
    #expect(codes.contains(1) && codes.contains(31))
    for code in codes where code > 2 {
      let range = Self.luminances[code]
      #expect((range.map { 1.05 / ($0.upperBound + 0.05) } ?? 0) > 2.3, "\(code) on white")
      #expect((range.map { ($0.lowerBound + 0.05) / 0.05 } ?? 0) > 2.3, "\(code) on black")
    }
  }

  private func words(_ text: String) -> [Substring] { text.split { " \n".contains($0) } }

  /// A finding with everything that takes room.
  private var spec: Rendering {
    var spec = Rendering(
      "orders: arn:aws:iam::111122223333\n" + String(repeating: "\n", count: 30)
        + "key: 日本語の説明 here \(String(repeating: "xxx ", count: 60))\n",
      name: "shop.yaml")
    spec.report.add(
      Message(
        "INT202", "the key 'here' and the 🎉 key 'orders' exclude each other, as both say one thing",
        help: "keep 'here' to call the backend as a role, or 'orders' to call it as the caller"),
      at: spec.span("here"),
      related: [
        Related("the description that comes before it is here", at: spec.span("key")),
        Related("the role is set here, a long way before it", at: spec.span("orders")),
      ])
    return spec
  }
}
