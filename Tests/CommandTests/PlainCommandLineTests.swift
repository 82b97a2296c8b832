import ArgumentParser
import Testing

@testable import apigw_synth

/// What is read without the parser is what the parser reads.
@Suite struct PlainCommandLineTests {
  /// Words that mean something to one of them, or look as if they did.
  private static let words = [
    "build", "validate", "help", "explain", "a.yaml", "b.yml", "-", "--", "", " ", "-o", "--output", "out.json", "=",
    "--format", "json", "yaml", "JSON", "--check", "--limits", "none", "default", "--strict", "--info", "--diagnostics",
    "text", "sarif", "junit", "--color", "never", "--root", ".", "--disable", "--only", "INT202", "--max-diagnostics",
    "--fix", "--diff",
    "7", "-1", "--output=x", "-oout", "-h", "--help", "--version", "--stric", "-\u{301}a", "–o", "--no-strict", "@a",
  ]

  private static func described(_ command: (any ParsableCommand)?) -> String? {
    command.map { command in
      var text = ""
      dump(command, to: &text)
      return text
    }
  }

  private static func agrees(_ arguments: [String]) -> Bool {
    guard let plain = PlainCommandLine.command(of: arguments) else { return true }
    return described(plain) == described(try? ApigwSynth.parseAsRoot(arguments))
  }

  @Test(
    "the forms that scripts use are read here, all the same as by the parser",
    arguments: [
      "build", "build a.yaml", "build a.yaml -o out.json", "build -o out.json a.yaml", "build --limits none a.yaml",
      "build a.yaml --output out.json --check --strict", "build --format yaml a.yaml", "validate",
      "validate a.yaml b.yaml",
      "validate --strict --info --diagnostics sarif a.yaml", "build a.yaml -o a.json -o b.json --limits none",
    ])
  func plain(line: String) {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(PlainCommandLine.command(of: arguments) != nil)
    #expect(Self.agrees(arguments))
  }

  @Test("no list of arguments is read in another way than by the parser")
  func random() {
    var random = SeededNumbers(state: 7)
    var taken = 0
    for _ in 0..<1500 {
      let name = ["build", "validate"].randomElement(using: &random) ?? "build"
      let rest = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in Self.words.randomElement(using: &random)
      }
      taken += PlainCommandLine.command(of: [name] + rest) == nil ? 0 : 1
      #expect(Self.agrees([name] + rest), "\([name] + rest)")
    }
    #expect(taken > 70)
  }

  @Test(
    "whatever else is left to the parser",
    arguments: [
      "explain", "help", "build -h", "build a.yaml b.yaml", "build --check", "build -", "validate -o x",
      "build --strict=a",
      "build --format", "build --format xml", "build -o -", "build --disable INT202", "validate --max-diagnostics -1",
    ])
  func others(line: String) {
    #expect(PlainCommandLine.command(of: line.split(separator: " ").map(String.init)) == nil)
  }
}

/// The same numbers in every run: splitmix64.
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
