import Testing

@testable import Diagnostics

@Suite struct SafeTextTests {
  private func written(_ text: String, _ form: SafeText.Form = .text) -> String {
    var output: [UInt8] = []
    SafeText(form: form).write(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "what cannot be seen, moves the cursor or turns the direction is written as an escape",
    arguments: [
      ("a\u{1B}[2Jb", #"a\u{1B}[2Jb"#), ("\u{9B}31m", #"\u{9B}31m"#), ("x\ny\tz\r", #"x\u{A}y\u{9}z\u{D}"#),
      ("\u{202E}txet", #"\u{202E}txet"#), ("\u{2066}\u{200F}\u{FEFF}", #"\u{2066}\u{200F}\u{FEFF}"#),
      ("a\u{200B}b\u{2028}", #"a\u{200B}b\u{2028}"#), ("\u{0}\u{7F}", #"\u{0}\u{7F}"#),
      ("\u{E0041}", #"\u{E0041}"#),
    ])
  func escapes(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test func textOfTheWorldStaysAsItIs() {
    let text = #"Zoë 日本 עברית العربية 😀 e\u{301} "quoted" \ #[x] # [x]"#
    #expect(written(text) == text)
  }

  @Test func ordersToARunnerAreBroken() {
    #expect(written("##[error]x") == #"##\u{5B}error]x"#)
    #expect(written("a ###[x ##vso[task") == #"a ###\u{5B}x ##vso\u{5B}task"#)
    let word = String(repeating: "Word", count: 100)
    #expect(written("##\(word)[x #\(word)[x [") == #"##\#(word)\u{5B}x #\#(word)[x ["#)
    #expect(written("##[error]", .json) == #"##\u005Berror]"#)
  }

  @Test func jsonStringsAreEscapedAsJSON() {
    #expect(written("a\"b\\c\nd\u{202E}😀", .json) == #"a\"b\\c\u000Ad\u202E😀"#)
    #expect(written("\u{E0041}", .json) == #"\uDB40\uDC41"#)
  }

  @Test func longNamesAreCut() {
    let name = String(repeating: "n", count: 1_000_000)
    let kept = String(repeating: "n", count: 200)
    #expect(Prose.cut("unknown key '\(name)'") == "unknown key '\(kept)…'")
    #expect(Prose.cut("'\(name)' is not '\(name)'; don't") == "'\(kept)…' is not '\(kept)…'; don't")
    #expect(Prose.cut("it's \(kept)") == "it's \(kept)")
    #expect(Prose.cut(name).unicodeScalars.count == 2001)
    let accents = String(repeating: "é", count: 100)
    #expect(Prose.cut("'\(accents)\(accents)\(accents)'") == "'\(accents)…'")
  }
}
