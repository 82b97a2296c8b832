import Testing

@testable import Spec

@Suite struct OtherToolsTests {
  @Test(arguments: [
    ("Transform", "the spec", "functions"), ("deployOptions", "an API", "stages"),
    ("usagePlan", "an API", "usagePlans"),
    ("CodeUri", "a function", "code"), ("policies", "a function", "role"), ("Events", "a function", "paths"),
    ("fromAsset", "a function's 'code'", "code: ./folder"), ("apiKey", "a method", "apiKeyRequired"),
    ("basePathMapping", "a domain name", "mappings"), ("options", "an http integration", "options"),
  ])
  func aKeyOfAnotherToolLeadsToTheOneHere(key: String, record: String, here: String) {
    #expect(OtherTools.advice(on: key, in: record)?.contains("'\(here)'") == true)
  }

  @Test func aKeyOfNobodyHasNoAdvice() {
    for record in ["the spec", "an API", "a function", "a function's 'code'", "a method", "a domain name", "a stage"] {
      #expect(OtherTools.advice(on: "colour", in: record) == nil)
    }
  }

  @Test func aMemberOfAnEnumerationIsItsLastWord() {
    #expect(OtherTools.member("EndpointType.PRIVATE", among: "EDGE, REGIONAL or PRIVATE") == "PRIVATE")
    #expect(OtherTools.member("apigateway.EndpointType.EDGE", among: "EDGE, REGIONAL or PRIVATE") == "EDGE")
    #expect(OtherTools.member("EndpointType.GLOBAL", among: "EDGE, REGIONAL or PRIVATE") == nil)
    #expect(OtherTools.member("PRIVATE", among: "EDGE, REGIONAL or PRIVATE") == nil)
  }
}
