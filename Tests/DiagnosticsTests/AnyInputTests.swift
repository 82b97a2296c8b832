import Foundation
import Testing

@testable import Diagnostics

/// Whatever the bytes and the places are, what is printed is whole lines of visible text.
@Suite struct AnyInputTests {
  private static let pieces: [[UInt8]] =
    [
      "a", "é", "日", "😀", "\n", "\r", "\r\n", "\t", "::", "##[", "\u{202E}", "\u{1B}[2J", "\u{0}", "\u{FEFF}", "\u{85}",
      "'",
      " ", "\u{301}", "key: value",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0x80]]

  @Test(arguments: UInt64(1)...40)
  func isSafeToPrint(seed: UInt64) throws {
    var random = Generator(state: seed)
    var spec = Rendering(bytes: bytes(&random), name: text(&random))
    spec.add(bytes: bytes(&random), name: text(&random))
    let end = UInt32(spec.sources.bytes.count)
    func span() -> Span {
      let start = UInt32.random(in: 0...end, using: &random)
      return Span(start: start, end: UInt32.random(in: start...(end + 3), using: &random))
    }
    for number in 0..<20 {
      let related = (0..<2).map { _ in Related(text(&random), at: span()) }
      let message = Message(RuleID("SPEC\(100 + number)"), text(&random), help: text(&random))
      spec.report.add(message, at: span(), related: related)
    }
    let lines = spec.text().split(separator: "\n").map(\.unicodeScalars)
    let heading = #/^[^\n]*:[0-9]+:[0-9]+: error: [^\n]* \[SPEC1[0-9][0-9]\]$/#.matchingSemantics(.unicodeScalar)
    #expect(lines.count { String($0).wholeMatch(of: heading) != nil } == 20)
    let object = try JSONSerialization.jsonObject(with: Data(spec.json(Selection()).utf8)) as? [String: Any]
    #expect((object?["diagnostics"] as? [Any])?.count == 20)
    checkForms(of: spec)
  }

  /// Every form of output: nothing hidden in it, no order to a runner but those that are meant.
  private func checkForms(of spec: Rendering) {
    let selection = Selection()
    let sarif = SARIFRenderer(selection, version: "1") { _ in nil }
    let forms: [(String, orders: Int)] = [
      (spec.text(), 0), (spec.json(selection), 0), (spec.rendered(by: sarif), 0),
      (spec.rendered(by: JUnitRenderer(selection, failsOnWarnings: true)), 0),
      (spec.rendered(by: JUnitRenderer(selection, failsOnWarnings: false)), 0),
      (spec.rendered(by: GitHubRenderer(selection)), 20),
    ]
    for (text, orders) in forms {
      #expect(text.unicodeScalars.first { $0 != "\n" && SafeText.isHidden($0.value) } == nil)
      #expect(text.range(of: "##[", options: .literal) == nil)
      // By code points: a combining mark behind a blank or a colon hides nothing from a program.
      let lines = text.unicodeScalars.split(separator: "\n").map { $0.drop { $0.properties.isWhitespace } }
      #expect(lines.count { $0.starts(with: "::".unicodeScalars) } == orders)
      #expect(lines.count { $0.starts(with: "::error file=".unicodeScalars) } == orders)
    }
  }

  private func bytes(_ random: inout Generator) -> [UInt8] {
    (0..<Int.random(in: 0...400, using: &random)).flatMap { _ in
      Self.pieces.randomElement(using: &random) ?? []
    }
  }

  private func text(_ random: inout Generator) -> String {
    String(decoding: bytes(&random).prefix(60), as: UTF8.self)
  }
}

/// The same numbers in every run (SplitMix64).
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
