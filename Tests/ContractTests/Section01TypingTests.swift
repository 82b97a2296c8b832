import SpecBuilding
import Testing

struct Section01TypingTests {
  @Test("§1 Values: a scalar keeps its source text where text is wanted")
  func sourceText() {
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.10, handler: 1.10, code: {inline: pass}, environment: {A: 012345678901, B: NO}}}
      resources: {}
      """)
    #expect(spec.errors == [])
    #expect(spec.only("Lambda::Function")["Runtime"] == "python3.10")
    #expect(spec.only("Lambda::Function")["Handler"] == "1.10")
    #expect(spec.only("Lambda::Function")["Environment", "Variables"] == ["A": "012345678901", "B": "NO"])
  }

  @Test("§1 Values: `statusCode: 200` and `\"200\"` are one value")
  func statusCode() {
    let plain = Contract(method: "methodResponses: [{statusCode: 200}]")
    let quoted = Contract(method: "methodResponses: [{statusCode: \"200\"}]")
    #expect(plain.method()["MethodResponses"] == [["StatusCode": "200"]])
    #expect(plain.building.json == quoted.building.json)
  }

  @Test("§1 Values: a policy's `Version: 2012-10-17` is text, and an account ID keeps its zero there")
  func policyVersion() {
    let spec = Contract(
      api:
        "policy: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: {AWS: \"012345678901\"}, Action: \"execute-api:Invoke\", Resource: \"execute-api:/*\"}]}"
    )
    #expect(spec.only("ApiGateway::RestApi")["Policy", "Version"] == "2012-10-17")
    #expect(spec.only("ApiGateway::RestApi")["Policy", "Statement", "0", "Principal", "AWS"] == "012345678901")
  }

  @Test("a policy has no other version", arguments: ["2012-10-18", "2012", "\"2012-10-7\"", "2008-10-17T00:00:00Z"])
  func otherPolicyVersions(_ version: String) {
    let statement = "{Effect: Allow, Principal: \"*\", Action: \"execute-api:Invoke\", Resource: \"execute-api:/*\"}"
    let spec = Contract(api: "policy: {Version: \(version), Statement: \(statement)}")
    #expect(spec.errors == ["4:23 AUTH381"])
  }

  @Test("an account has 12 digits", arguments: ["11112222333", "\"1111222233334\"", "1111_2222_3333", "0", "\"1\""])
  func otherAccounts(_ account: String) {
    let statement =
      "{Principal: {AWS: \(account)}, Effect: Allow, Action: \"execute-api:Invoke\", Resource: \"execute-api:/*\"}"
    let spec = Contract(api: "policy: {Version: 2012-10-17, Statement: \(statement)}")
    #expect(spec.errors == ["4:64 AUTH381"])
  }

  @Test("keys of free JSON are text, whatever they look like")
  func keysOfFreeJSON() {
    let spec = Contract(
      api: "models: {M: {schema: {properties: {200: {type: string}, true: {}, on: {}, 1.50: {}}}}}")
    #expect(spec.errors == [])
    guard case .object(let properties)? = spec.only("ApiGateway::Model")["Schema", "properties"] else {
      Issue.record("the model has properties")
      return
    }
    #expect(properties.keys.sorted() == ["1.50", "200", "on", "true"])
  }

  @Test("§1 Values: booleans are `true` and `false`")
  func booleans() {
    #expect(Contract(method: "apiKeyRequired: true").method()["ApiKeyRequired"] == true)
    #expect(Contract(method: "apiKeyRequired: false").method()["ApiKeyRequired"] == false)
  }

  @Test(
    "§1 Values: `yes`, `on`, `True` and quoted booleans are errors that name the fix",
    arguments: ["yes", "on", "True", "no", "off", "FALSE", "1", "\"true\""])
  func otherBooleans(_ word: String) {
    let spec = Contract(method: "apiKeyRequired: \(word)")
    #expect(spec.errors == ["8:27 SPEC103"])
    #expect(spec.words.contains("true") && spec.words.contains("false") || spec.words.contains("quotes"))
  }

  @Test(
    "§1 Values: durations are `50ms`, `29s`, `5m`, `1h`, `10d`",
    arguments: [("50ms", 50), ("29s", 29_000), ("28000ms", 28_000)])
  func milliseconds(_ text: String, _ value: Int) {
    let spec = Contract(method: "integration: {type: http, url: \"https://example.com\", timeout: \(text)}")
    #expect(spec.errors == [])
    #expect(spec.integration["TimeoutInMillis"] == .integer(value))
  }

  @Test(
    "§1 Values: minutes, hours and days become seconds where AWS counts seconds",
    arguments: [
      ("5m", "300"), ("1h", "3600"), ("1d", "86400"), ("7s", "7"), ("0s", "0"), ("2000ms", "2"), ("10d", "864000"),
    ])
  func seconds(_ text: String, _ value: String) {
    let spec = Contract(
      api: "defaultCorsPreflightOptions: {allowOrigins: [\"*\"], maxAge: \(text)}\npaths: {/: {GET: {}}}")
    let parameters = spec.method("OPTIONS")["Integration", "IntegrationResponses", "0", "ResponseParameters"]
    #expect(spec.errors == [])
    #expect(parameters?["method.response.header.Access-Control-Max-Age"] == .string("'\(value)'"))
  }

  @Test("§1 Values: a bare number is no duration: the error asks for the unit")
  func bareNumber() {
    let spec = Contract("functions:\n  Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, timeout: 30}\n")
    #expect(spec.errors == ["2:74 SPEC116"])
    #expect(spec.words.contains("30s"))
    #expect(spec.words.contains("unit"))
  }

  @Test("§1 Values: a fraction of a second is an error where AWS counts seconds")
  func fraction() {
    let spec = Contract(
      "functions:\n  Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, timeout: 1500ms}\n")
    #expect(spec.errors == ["2:74 SPEC116"])
  }

  @Test("§1 Values: `0s` is legal where zero has a meaning, for TTLs and `maxAge`")
  func zero() {
    let token = Contract(
      api: "authorizers: {A: {type: token, handler: Fn, resultsCacheTtl: 0s}}\npaths: {/: {GET: {authorizer: A}}}",
      stack: handler)
    #expect(token.errors == [])
    #expect(token.only("ApiGateway::Authorizer")["AuthorizerResultTtlInSeconds"] == 0)
    let stage = Contract(api: "stages: {prod: {cacheTtl: 0s}}\npaths: {/: {GET: {}}}")
    #expect(stage.only("ApiGateway::Stage")["MethodSettings", "0", "CacheTtlInSeconds"] == 0)
    let function = Contract(
      "functions:\n  Fn: {runtime: python3.13, handler: a.b, code: {inline: pass}, timeout: 0s}\n")
    #expect(function.errors.count == 1)
  }

  @Test(
    "§1 Values: sizes are bytes as an integer, or `1KiB`, `10MiB`",
    arguments: [("1024", 1024), ("1KiB", 1024), ("10MiB", 10_485_760), ("0", 0)])
  func sizes(_ text: String, _ bytes: Int) {
    let spec = Contract(api: "minCompressionSize: \(text)")
    #expect(spec.only("ApiGateway::RestApi")["MinimumCompressionSize"] == .integer(bytes))
  }

  @Test("§1 Values: `10MB` and `1.5KiB` are no sizes", arguments: ["10MB", "1.5KiB", "-1KiB", "1 KiB"])
  func noSizes(_ text: String) {
    #expect(Contract(api: "minCompressionSize: \(text)").errors == ["4:25 SPEC103"])
  }

  @Test("§1 Values: anchors, aliases and merge keys work")
  func anchors() {
    let spec = Contract(
      """
      x-stage: &stage {tracingEnabled: true, description: merged}
      apis:
        Shop:
          stages:
            one: &one {<<: *stage, description: own}
            two: *one
          paths: {/: {GET: {}}}
      """)
    #expect(spec.errors == [])
    for stage in spec.all("ApiGateway::Stage") {
      #expect(stage["TracingEnabled"] == true)
      #expect(stage["Description"] == "own")
    }
    #expect(spec.all("ApiGateway::Stage").count == 2)
  }

  @Test("§1 Values: duplicate keys are errors, at the second")
  func duplicates() {
    let spec = Contract("apis:\n  Shop: {paths: {/: {GET: {}}}}\n  Shop: {paths: {/: {GET: {}}}}\n")
    #expect(spec.errors == ["3:3 SPEC104"])
    let quoted = Contract(api: "models: {a: {schema: {type: object}}}\ngatewayResponses: {\"A\": {}, A: {}}")
    #expect(quoted.errors.contains("5:33 SPEC104"))
  }

  @Test(
    "§1 Values: unknown keys are errors with the nearest known key",
    arguments: [
      ("rest_api_name", "restApiName"), ("RestApiName", "restApiName"), ("restApiNmae", "restApiName"),
      ("descripton", "description"), ("endpoint_types", "endpointTypes"),
    ])
  func unknownKeys(_ key: String, _ known: String) {
    let spec = Contract(api: "\(key): x")
    #expect(spec.errors == ["4:5 SPEC101"])
    #expect(spec.words.contains("'\(known)'"))
  }
}
