import Testing

@testable import VTL

struct PlaceholderTests {
  @Test("stage variables are found with the places they stand in")
  func findsStageVariables() {
    let text = "https://${stageVariables.host}/${Env}/é/${stageVariables.v_1}?${stageVariables.v_1}"
    let found = StageVariableReferences(in: text)
    #expect(found.references.map(\.name) == ["host", "v_1", "v_1"])
    #expect(found.references.map(\.range) == [8..<30, 41..<62, 63..<84])
    #expect(found.references.first?.nameRange == 25..<29)
    #expect(found.problems.isEmpty)
  }

  @Test(
    "a stage variable that is written wrongly is reported at its place",
    arguments: [
      ("a${stageVariables.x", .unclosed, 1),
      ("a$stageVariables.x", .unbraced, 1),
      ("${stageVariables.}", .missingName, 17),
      ("${stageVariables.a-b}", .illegalCharacter("-"), 18),
      ("${stageVariables.", .unclosed, 0),
      ("${stageVariables.x/y", .unclosed, 0),
    ] as [(String, StageVariableReferences.Problem.Kind, Int)])
  func reportsStageVariables(text: String, kind: StageVariableReferences.Problem.Kind, offset: Int) {
    let found = StageVariableReferences(in: text)
    #expect(found.references.isEmpty)
    #expect(found.problems == [StageVariableReferences.Problem(kind: kind, offset: offset)])
  }

  @Test("path placeholders are found, and references are not")
  func findsPlaceholders() {
    let found = PathPlaceholders(in: "https://${stageVariables.h}/ü/{id}/{a.b-c}/{proxy+}/${AWS::Region}")
    #expect(found.placeholders.map(\.name) == ["id", "a.b-c", "proxy"])
    #expect(found.placeholders.map(\.range) == [31..<35, 36..<43, 44..<52])
    #expect(found.placeholders.map(\.isGreedy) == [false, false, true])
    #expect(found.problems.isEmpty)
  }

  @Test(
    "braces that make no placeholder are reported at their place",
    arguments: [
      ("/{id", .unclosed, 1),
      ("/{}", .missingName, 2),
      ("/{+}", .missingName, 2),
      ("/{a b}", .illegalCharacter(" "), 3),
      ("/id}", .unopened, 3),
    ] as [(String, PathPlaceholders.Problem.Kind, Int)])
  func reportsBraces(text: String, kind: PathPlaceholders.Problem.Kind, offset: Int) {
    let found = PathPlaceholders(in: text)
    #expect(found.placeholders.isEmpty)
    #expect(found.problems == [PathPlaceholders.Problem(kind: kind, offset: offset)])
  }

  @Test("random texts never trap, and every range holds what it says")
  func survivesRandomTexts() {
    var texts = RandomText(seed: 17)
    for _ in 0..<20_000 {
      let text = texts.next()
      let bytes = Array(text.utf8)
      for found in StageVariableReferences(in: text).references {
        #expect(String(decoding: bytes[found.range], as: UTF8.self) == "${stageVariables.\(found.name)}")
        #expect(String(decoding: bytes[found.nameRange], as: UTF8.self) == found.name)
      }
      for found in PathPlaceholders(in: text).placeholders {
        let written = "{\(found.name)\(found.isGreedy ? "+" : "")}"
        #expect(String(decoding: bytes[found.range], as: UTF8.self) == written)
      }
    }
  }
}
