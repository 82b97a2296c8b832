import Testing

@testable import VTL

struct MediaTypeTests {
  @Test("a media type has a type, a subtype and parameters")
  func readsParts() throws {
    let type = try MediaType(parsing: "Application/vnd.API+json; charset=UTF-8;v=\"a \\\" b\"")
    #expect(type.type == "Application")
    #expect(type.subtype == "vnd.API+json")
    #expect(type.parameters.map(\.name) == ["charset", "v"])
    #expect(type.parameters.map(\.value) == ["UTF-8", "\"a \\\" b\""])
    #expect(type.essence == "application/vnd.api+json")
    #expect(!type.isWildcard)
  }

  @Test("wildcards are media types", arguments: ["*/*", "image/*"])
  func readsWildcards(text: String) throws {
    #expect(try MediaType(parsing: text).isWildcard)
  }

  @Test(
    "what is no media type is refused at its place",
    arguments: [
      ("", .missingType, 0),
      ("/json", .missingType, 0),
      ("json", .missingSlash, 4),
      ("123", .missingSlash, 3),
      ("$default", .missingSlash, 8),
      ("application/", .missingSubtype, 12),
      ("application/;q=1", .missingSubtype, 12),
      ("application/json/x", .badParameter, 16),
      ("application/json;", .badParameter, 17),
      ("application/json; charset", .badParameter, 25),
      ("application/json; charset=", .badParameter, 26),
      ("application/json; charset=\"utf-8", .badParameter, 26),
      ("application/json ", .illegalCharacter(" "), 16),
      (" application/json", .illegalCharacter(" "), 0),
      ("application/jsön", .illegalCharacter("ö"), 14),
      ("application/json, text/plain", .illegalCharacter(","), 16),
    ] as [(String, MediaType.Problem.Kind, Int)])
  func refuses(text: String, kind: MediaType.Problem.Kind, offset: Int) {
    let problem = #expect(throws: MediaType.Problem.self) { try MediaType(parsing: text) }
    #expect(problem == MediaType.Problem(kind: kind, offset: offset))
  }

  @Test("random texts never trap, and what parses formats to the same text")
  func survivesRandomTexts() {
    var texts = RandomText(seed: 19)
    for _ in 0..<20_000 {
      let text = texts.next()
      do throws(MediaType.Problem) {
        #expect(try MediaType(parsing: text).description == text)
      } catch {
        #expect((0...text.utf8.count).contains(error.offset), "\(text)")
      }
    }
  }
}
