import Foundation
import Testing

@testable import Spec

/// The JSON Schema that the tables give.
@Suite struct SchemaTests {
  private func json() throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(SpecSchema.text.utf8))
    return try #require(parsed as? [String: Any])
  }

  private func definition(_ name: String) throws -> [String: Any] {
    let definitions = try #require(try json()["definitions"] as? [String: Any])
    return try #require(definitions[name] as? [String: Any], "no definition is called '\(name)'")
  }

  private func property(_ name: String, of definition: [String: Any]) throws -> [String: Any] {
    let properties = try #require(definition["properties"] as? [String: Any])
    return try #require(properties[name] as? [String: Any], "no property is called '\(name)'")
  }

  @Test func everyReferenceLeadsToADefinition() throws {
    let definitions = try #require(try json()["definitions"] as? [String: Any])
    let references = SpecSchema.text.matches(of: #/"\$ref": "#\/definitions\/(\w+)"/#).map { String($0.1) }
    #expect(references.count > 50)
    #expect(Set(references) == Set(definitions.keys))
  }

  @Test func everyKeyOfTheLanguageHasADescription() throws {
    for (name, value) in try #require(try json()["definitions"] as? [String: Any]) {
      let properties = (value as? [String: Any])?["properties"] as? [String: Any] ?? [:]
      for (key, property) in properties {
        #expect((property as? [String: Any])?["description"] is String, "\(name).\(key)")
      }
    }
  }

  @Test func aDefaultIsThatOfARecordThatWasJustMade() throws {
    #expect(try property("cloudWatchRole", of: definition("API"))["default"] as? Bool == false)
    #expect(try property("deploy", of: definition("API"))["default"] as? Bool == true)
    #expect(try property("cloudWatchRoleRemovalPolicy", of: definition("API"))["default"] as? String == "retain")
    #expect(try property("description", of: definition("API"))["default"] == nil)
    #expect(try property("domainName", of: definition("domainName"))["default"] == nil)
  }

  @Test func requiredKeysAreRequiredAndARecordWithoutAnyMayBeEmpty() throws {
    let model = try definition("model")
    #expect(model["required"] as? [String] == ["schema"])
    #expect(model["type"] as? String == "object")
    #expect(try definition("method")["required"] == nil)
    #expect(try definition("method")["type"] as? [String] == ["object", "null"])
  }

  @Test func aUnionHasACaseForEveryWordOfItsTag() throws {
    let integration = try definition("integration")
    let words = try #require(try property("type", of: integration)["enum"] as? [String])
    let cases = try #require(integration["allOf"] as? [[String: Any]])
    #expect(words.contains("mock") && words.contains("lambda") && words.count == cases.count)
    for each in cases {
      let then = try #require(each["then"] as? [String: Any])
      let properties = try #require(then["properties"] as? [String: Any])
      #expect(then["additionalProperties"] as? Bool == false)
      #expect(properties["type"] as? Bool == true && properties["timeout"] as? Bool == true, "shared keys are allowed")
    }
  }

  @Test func verbsAreTakenInAnyCaseAndExtensionsWhereTheyAreIgnored() throws {
    let patterns = try #require(try definition("path")["patternProperties"] as? [String: Any])
    let pattern = try #require(patterns.keys.first)
    for verb in ["GET", "get", "Delete", "aNy"] { #expect(try verb.contains(Regex(pattern))) }
    for other in ["GETS", "FETCH", "xGET"] { #expect(try !other.contains(Regex(pattern))) }
    let extensions = try #require(try definition("API")["patternProperties"] as? [String: Any])
    #expect(Array(extensions.keys) == ["^x-."])
  }

  @Test(
    "a record's name becomes the name of its definition",
    arguments: [
      ("an API", "API"), ("a stage's 'canary'", "stageCanary"), ("CORS options", "CORSOptions"),
      ("a mock's 'response'", "mockResponse"), ("a VPC link", "VPCLink"), ("a 'requestContext'", "requestContext"),
      ("method options", "methodOptions"),
    ])
  func names(record: String, name: String) {
    #expect(SchemaBuilder.definitionName(record) == name)
  }

  @Test func wordsThatLookLikeNumbersMayBeNumbers() {
    var builder = SchemaBuilder()
    #expect(
      builder.schema(of: .choice(["0.5", "large"])) == ["enum": ["0.5", "large", .number("0.5")]])
  }

  @Test func freeJSONBesideTextIsAnyValueButNull() {
    var builder = SchemaBuilder()
    #expect(
      builder.schema(of: .either(.text("text"), .free))
        == ["type": ["string", "number", "boolean", "object", "array"], "allOf": [["$ref": "#/definitions/json"]]])
    #expect(builder.schema(of: .free) == ["$ref": "#/definitions/json"])
  }

  @Test func alternativesStandSideBySideOnce() {
    var builder = SchemaBuilder()
    let shape = Shape.either(.either(.boolean, .intrinsic), .either(.statusCode, .boolean))
    guard case .object(let members) = builder.schema(of: shape), case .array(let parts)? = members.first?.value else {
      Issue.record("alternatives are an 'anyOf'")
      return
    }
    #expect(members.map(\.name) == ["anyOf"])
    #expect(parts.count == 4, "a boolean, an intrinsic, and the two spellings of a status code")
  }

  @Test func jsonTextIsIndentedAndEscaped() {
    let value: SchemaValue = ["a": [true, .integer(-3), [:]], "q\"\\": "\u{1}\n·"]
    #expect(
      value.text == "{\n  \"a\": [\n    true,\n    -3,\n    {}\n  ],\n  \"q\\\"\\\\\": \"\\u0001\\u000a·\"\n}")
  }
}
