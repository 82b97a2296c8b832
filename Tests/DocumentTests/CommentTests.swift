import Diagnostics
import Testing

@testable import Document

@Suite struct CommentTests {
  private static func comments(in text: String, files: MemoryFiles = MemoryFiles()) throws -> [String] {
    let outcome = Outcome(text, files: files)
    let document = try #require(outcome.document)
    return document.comments(beginningWith: "mark:").map {
      let location = document.sources.location(of: $0.span.start)
      let place = (location.file == "spec.yaml" ? "" : location.file + ":") + "\(location.line):\(location.column)"
      return "\(place)\($0.isAlone ? " alone" : "") \(document.sources.string($0.span))"
    }
  }

  @Test(
    "a comment is told from text that looks like one",
    arguments: [
      ("a: 1 # mark: x", ["1:6 # mark: x"]),
      (
        "#mark: x\n  # \t mark: y\r\na: 1\r\n# mark: z\r\n",
        ["1:1 alone #mark: x", "2:3 alone # \t mark: y", "4:1 alone # mark: z"]
      ),
      ("a: 1#mark:x", []), ("a: '1 # mark: x'", []), ("a: \"1\n # mark: x\"", []), ("a: |\n  # mark: x\n  b\n", []),
      ("a: >-\n  # mark: x\n\nb: 1 # mark: y", ["4:6 # mark: y"]),
      ("a: |\n  b\n# mark: x\nc: 1", ["3:1 alone # mark: x"]),
      ("a: b\n  c # mark: x\n", ["2:5 # mark: x"]),
      ("[a, # mark: x\n b] # mark: y", ["1:5 # mark: x", "2:5 # mark: y"]),
      ("# no mark: x\na: 1 # marks: x\n#\n# ", []), ("'k # mark: x': 1 # mark: y", ["1:18 # mark: y"]),
      ("&a # mark: x\nb: !!map # mark: y\n  c: 1\n", ["1:4 # mark: x", "2:10 # mark: y"]),
    ])
  func places(text: String, expected: [String]) throws {
    let found = try Self.comments(in: text)
    #expect(found == expected)
  }

  @Test func includedFilesCountAndTextsDoNot() throws {
    let files = MemoryFiles(["part.yaml": "b: 1 # mark: x\n", "text.vtl": "# mark: y\n"])
    let found = try Self.comments(
      in: "a: !Include part.yaml # mark: z\nc: !File text.vtl\nd: !Include part.yaml\n", files: files)
    #expect(found == ["1:23 # mark: z", "part.yaml:1:6 # mark: x"])
  }
}
