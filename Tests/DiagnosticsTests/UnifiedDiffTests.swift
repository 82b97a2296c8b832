import Diagnostics
import Testing

@Suite struct UnifiedDiffTests {
  private static func diff(_ before: String, _ after: String, name: String = "a.yaml", isSafe: Bool = false) -> String {
    var output: [UInt8] = []
    UnifiedDiff(of: Array(before.utf8), to: Array(after.utf8), name: name).write(to: &output, isSafe: isSafe)
    return String(decoding: output, as: UTF8.self)
  }

  private static func numbered(_ count: Int, changing changed: Int...) -> (String, String) {
    let lines = (1...count).map { "line \($0)\n" }
    let others = (1...count).map { changed.contains($0) ? "LINE \($0)\n" : "line \($0)\n" }
    return (lines.joined(), others.joined())
  }

  @Test func equalTextsHaveNoDifference() {
    #expect(Self.diff("a\nb\n", "a\nb\n") == "")
    #expect(Self.diff("", "") == "")
  }

  @Test func threeLinesStandAroundAChange() {
    let (before, after) = Self.numbered(9, changing: 5)
    #expect(
      Self.diff(before, after) == """
        --- a.yaml
        +++ a.yaml
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +LINE 5
         line 6
         line 7
         line 8

        """)
  }

  @Test("changes whose surroundings meet share a hunk, others have their own")
  func hunks() {
    let (before, near) = Self.numbered(30, changing: 2, 3, 10)
    #expect(Self.diff(before, near).split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,13 +1,13 @@"])
    let (_, far) = Self.numbered(30, changing: 2, 30)
    #expect(
      Self.diff(before, far).split(separator: "\n").filter { $0.hasPrefix("@@") }
        == ["@@ -1,5 +1,5 @@", "@@ -27,4 +27,4 @@"])
  }

  @Test func aMissingLineEndIsSaid() {
    #expect(
      Self.diff("a\nb", "a\nc")
        == "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n"
        + "+c\n\\ No newline at end of file\n")
    #expect(
      Self.diff("a\nb", "c\nb")
        == "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n")
  }

  @Test func oneLineNeedsNoCount() {
    #expect(Self.diff("a\n", "b\n") == "--- a.yaml\n+++ a.yaml\n@@ -1 +1 @@\n-a\n+b\n")
  }

  @Test("lines that come or go are shown as replaced")
  func otherNumberOfLines() {
    #expect(Self.diff("a\nb\nc\n", "a\nc\n") == "--- a.yaml\n+++ a.yaml\n@@ -1,3 +1,2 @@\n a\n-b\n c\n")
    #expect(Self.diff("", "a\n") == "--- a.yaml\n+++ a.yaml\n@@ -0,0 +1 @@\n+a\n")
  }

  @Test("bytes are the file's own, unless a person sees them")
  func safety() {
    let (before, after) = ("a: \u{202E}x # \u{1B}[31m\r\n", "a: \u{202E}y # \u{1B}[31m\r\n")
    #expect(Self.diff(before, after).contains("+\(after)"))
    #expect(Self.diff(before, after, isSafe: true).hasSuffix("+a: \\u{202E}y # \\u{1B}[31m\n"))
  }

  @Test(
    "a name with more than plain characters is quoted",
    arguments: [("a b.yaml", "\"a b.yaml\""), ("a\n\"b\\", "\"a\\012\\\"b\\\\\""), ("é.yaml", "\"\\303\\251.yaml\"")])
  func names(name: String, written: String) {
    #expect(Self.diff("a\n", "b\n", name: name).hasPrefix("--- \(written)\n+++ \(written)\n"))
  }
}
