import SpecBuilding
import Testing

struct Section12TextTests {
  private func text(_ yaml: String) -> JSON? {
    let spec = Contract(method: "integration: {type: mock, requestTemplates: {application/json: \(yaml)}}")
    #expect(spec.building.template != nil, "\(yaml)")
    return spec.integration["RequestTemplates", "application/json"]
  }

  @Test("§12 JSON text: no blanks, keys in the spec's order, non-ASCII and `/` unescaped, scalars typed as free JSON")
  func jsonText() {
    #expect(text("{statusCode: 200, b: 1, a: 2}") == #"{"statusCode":200,"b":1,"a":2}"#)
    #expect(text("{statusCode: 200, käse: \"a/b ü\"}") == #"{"statusCode":200,"käse":"a/b ü"}"#)
    #expect(
      text("{statusCode: 200, a: null, b: true, c: 1.5, d: \"1\", e: text, f: [], g: {}, h: 2012-10-17}")
        == #"{"statusCode":200,"a":null,"b":true,"c":1.5,"d":"1","e":"text","f":[],"g":{},"h":"2012-10-17"}"#)
    #expect(text(#"{statusCode: 200, a: "x\"y\\z\n"}"#) == #"{"statusCode":200,"a":"x\"y\\z\n"}"#)
  }

  @Test("§12 Local paths: `code` and `definition` are relative to the template's folder, else to the spec's")
  func localPaths() {
    let text = """
      functions: {Fn: {runtime: python3.13, handler: a.b, code: ./src}}
      apis:
        Shop: {paths: {/: {GET: Fn}}}
        Other: {definition: ./api.yaml}
      """
    let files = MemoryFiles(["src/a.py": "pass", "api.yaml": "openapi: 3.0.1"])
    let here = Contract(text, files: files)
    #expect(here.property("Fn", "Code") == "./src")
    #expect(here.property("Other", "BodyS3Location") == "./api.yaml")
    let elsewhere = Contract(text, files: files, localPathPrefix: "../../specs/")
    #expect(elsewhere.property("Fn", "Code") == "../../specs/src")
    #expect(elsewhere.property("Other", "BodyS3Location") == "../../specs/api.yaml")
    #expect(here.ids == elsewhere.ids)
  }

  @Test("§12 Throttles: none are written where there are none")
  func throttles() {
    let spec = Contract(
      api: "paths: {/: {GET: {apiKeyRequired: true}}}",
      stack: "apiKeys: {Key: {}}\nusagePlans: {Plan: {apiKeys: [Key], apiStages: [{api: Shop}]}}")
    #expect(spec.errors == [])
    #expect(spec.only("ApiGateway::UsagePlan").names == ["ApiStages"])
    #expect(spec.only("ApiGateway::UsagePlan")["ApiStages", "0"]?.names == ["ApiId", "Stage"])
  }

  @Test("§12 Throttles: a method's is keyed by path and verb, `//GET` for the root")
  func throttleKeys() {
    let spec = Contract(
      api: "paths: {/: {GET: {apiKeyRequired: true}}, /a/b: {PUT: {apiKeyRequired: true}}}",
      stack:
        "apiKeys: {Key: {}}\nusagePlans: {Plan: {apiKeys: [Key], apiStages: [{api: Shop, throttle: [{path: /, method: GET, rateLimit: 1}, {path: /a/b, method: PUT, burstLimit: 2}]}]}}"
    )
    #expect(spec.errors == [])
    #expect(
      spec.only("ApiGateway::UsagePlan")["ApiStages", "0", "Throttle"]
        == ["//GET": ["RateLimit": 1], "/a/b/PUT": ["BurstLimit": 2]])
  }

  @Test("§12 Tags: an entry's own win per key, and raw resources get none")
  func tags() {
    let spec = Contract(
      api: "tags: {team: own, more: x}\nstages: {a: {tags: {team: stage}}}",
      stack: "tags: {team: all, cost: \"1\"}\nresources: {Topic: {Type: \"AWS::SNS::Topic\"}}")
    #expect(spec.errors == [])
    func tags(_ id: String) -> Set<[String]> {
      Set((spec.property(id, "Tags")?.items ?? []).map { [$0["Key"]?.string ?? "", $0["Value"]?.string ?? ""] })
    }
    #expect(tags("Shop") == [["team", "own"], ["more", "x"], ["cost", "1"]])
    #expect(tags(spec.ids(of: "ApiGateway::Stage")[0]) == [["team", "stage"], ["cost", "1"]])
    #expect(spec.resources["Topic"] == ["Type": "AWS::SNS::Topic"])
  }

  @Test("§12 Proxies: `/{proxy+}` adds no method to its parent; `ANY /` is written where it is wanted")
  func proxies() {
    let spec = Contract(api: "paths: {\"/{proxy+}\": {ANY: Fn}}", stack: handler)
    #expect(spec.all("ApiGateway::Method").count == 1)
    #expect(spec.method()["ResourceId"] == .ref(spec.ids(of: "ApiGateway::Resource")[0]))
    let both = Contract(api: "paths: {/: {ANY: Fn}, \"/{proxy+}\": {ANY: Fn}}", stack: handler)
    #expect(both.all("ApiGateway::Method").count == 2)
  }
}
