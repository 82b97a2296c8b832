import SpecBuilding
import Testing

struct Section01IntrinsicTests {
  private let stack = """
    parameters: {Word: {Type: String}, Words: {Type: CommaDelimitedList}}
    mappings: {Map: {a: {b: c}}}
    conditions: {Big: !Equals [!Ref Word, big]}
    resources: {Topic: {Type: "AWS::SNS::Topic"}}
    """

  /// What an API's description is written as.
  private func written(_ text: String) -> JSON? {
    let spec = Contract(api: "description: \(text)", stack: stack)
    #expect(spec.errors == [], "\(text)")
    return spec.only("ApiGateway::RestApi")["Description"]
  }

  @Test(
    "§1 Values: each short intrinsic stands where a value goes into the template unread, and is written long",
    arguments: [
      ("!Ref Word", #"{"Ref": "Word"}"#),
      ("!GetAtt Topic.TopicName", #"{"Fn::GetAtt": ["Topic", "TopicName"]}"#),
      ("!Sub \"a ${Word}\"", #"{"Fn::Sub": "a ${Word}"}"#),
      ("!Join [\",\", [a, !Ref Word]]", #"{"Fn::Join": [",", ["a", {"Ref": "Word"}]]}"#),
      ("!Select [0, !Ref Words]", #"{"Fn::Select": [0, {"Ref": "Words"}]}"#),
      ("!Select [0, !Split [\",\", \"a,b\"]]", #"{"Fn::Select": [0, {"Fn::Split": [",", "a,b"]}]}"#),
      ("!ImportValue other", #"{"Fn::ImportValue": "other"}"#),
      ("!FindInMap [Map, a, b]", #"{"Fn::FindInMap": ["Map", "a", "b"]}"#),
      ("!If [Big, a, b]", #"{"Fn::If": ["Big", "a", "b"]}"#),
      ("!Base64 text", #"{"Fn::Base64": "text"}"#),
      ("!Select [0, !Cidr [\"10.0.0.0/16\", 1, 8]]", #"{"Fn::Select": [0, {"Fn::Cidr": ["10.0.0.0/16", 1, 8]}]}"#),
      ("!Select [0, !GetAZs eu-west-1]", #"{"Fn::Select": [0, {"Fn::GetAZs": "eu-west-1"}]}"#),
      ("!Transform {Name: Own, Parameters: {a: b}}", #"{"Fn::Transform": {"Name": "Own", "Parameters": {"a": "b"}}}"#),
      ("!Length [a, b]", #"{"Fn::Length": ["a", "b"]}"#),
      ("!ToJsonString {a: b}", #"{"Fn::ToJsonString": {"a": "b"}}"#),
      (
        "!GetStackOutput {StackName: s, OutputName: o}",
        #"{"Fn::GetStackOutput": {"StackName": "s", "OutputName": "o"}}"#
      ),
    ])
  func short(_ text: String, _ json: String) {
    #expect(written(text) == JSON(text: json))
  }

  @Test(
    "§1 Values: the long `{Fn::…: …}` forms mean the same",
    arguments: [
      #"{"Ref": "Word"}"#, #"{"Fn::GetAtt": ["Topic", "TopicName"]}"#, #"{"Fn::Sub": "a ${Word}"}"#,
      #"{"Fn::Join": [",", ["a", {"Ref": "Word"}]]}"#, #"{"Fn::FindInMap": ["Map", "a", "b"]}"#,
      #"{"Fn::If": ["Big", "a", {"Ref": "AWS::NoValue"}]}"#, #"{"Fn::Base64": "text"}"#,
    ])
  func long(_ text: String) {
    #expect(written(text) == JSON(text: text))
  }

  @Test("§1 Values: `!Equals`, `!And`, `!Or`, `!Not` and `!Condition` make conditions")
  func conditions() {
    let spec = Contract(
      """
      parameters: {Word: {Type: String}}
      conditions:
        Big: !Equals [!Ref Word, big]
        Small: !Not [!Condition Big]
        Both: !And [!Condition Big, !Condition Small]
        Any: !Or [!Condition Big, Fn::Equals: [a, b]]
      apis: {Shop: {paths: {/: {GET: {}}}}}
      """)
    #expect(spec.errors == [])
    #expect(
      spec.template["Conditions"]
        == [
          "Big": ["Fn::Equals": [.ref("Word"), "big"]], "Small": ["Fn::Not": [["Condition": "Big"]]],
          "Both": ["Fn::And": [["Condition": "Big"], ["Condition": "Small"]]],
          "Any": ["Fn::Or": [["Condition": "Big"], ["Fn::Equals": ["a", "b"]]]],
        ])
  }

  @Test("§1 Values: an unknown `Fn::…` passes unread, with a warning")
  func unknownFunction() {
    let spec = Contract(api: "description: {\"Fn::New\": [a, {b: c}]}")
    #expect(spec.errors == [])
    #expect(spec.warnings.contains { $0.hasPrefix("4:") })
    #expect(spec.words.contains("'Fn::New'"))
    #expect(spec.only("ApiGateway::RestApi")["Description"] == ["Fn::New": ["a", ["b": "c"]]])
  }

  @Test("§1 Values: booleans, numbers, words, durations and sizes may be intrinsics too")
  func everyKind() {
    let spec = Contract(
      api: """
        minCompressionSize: !Ref Word
        disableExecuteApiEndpoint: !Ref Word
        apiKeySourceType: !Ref Word
        binaryMediaTypes: [!Ref Word]
        stages: {prod: {cacheTtl: !Ref Word, throttlingRateLimit: !Ref Word}}
        """, stack: stack)
    #expect(spec.errors == [])
    for name in ["MinimumCompressionSize", "DisableExecuteApiEndpoint", "ApiKeySourceType"] {
      #expect(spec.only("ApiGateway::RestApi")[name] == .ref("Word"))
    }
    #expect(spec.only("ApiGateway::RestApi")["BinaryMediaTypes"] == [.ref("Word")])
    #expect(spec.only("ApiGateway::Stage")["MethodSettings", "0", "CacheTtlInSeconds"] == .ref("Word"))
  }

  @Test(
    "§1 Values: values that steer synthesis must be literal: an intrinsic there is an error",
    arguments: [
      ("paths: {/a: {GET: {integration: {type: !Ref Word}}}}", "INT201"),
      ("paths: {/a: {GET: {integration: {type: lambda, handler: Fn, proxy: !Ref Word}}}}", "SPEC103"),
      ("deploy: !Ref Word", "SPEC103"), ("cloudWatchRole: !Ref Word", "SPEC103"),
      ("paths: {/a: {GET: {logicalId: !Ref Word}}}", "SPEC103"),
      ("authorizers: {A: {type: !Ref Word}}", "AUTH301"),
      ("paths: {/a: {GET: {authorizer: !Ref Word}}}", "SPEC103"),
      ("paths: {/a: {GET: {methodResponses: [{statusCode: !Ref Word}]}}}", "METH424"),
    ])
  func literal(_ text: String, _ rule: String) {
    let spec = Contract(api: text, stack: stack + "\n" + handler)
    #expect(spec.errors.map { $0.suffix(rule.count) } == [rule[...]])
  }

  @Test("§1 Values: an API path, a method or a name cannot be an intrinsic")
  func keys() {
    #expect(Contract("parameters: {W: {Type: String}}\napis: {!Ref W : {}}").errors.contains("2:8 SPEC107"))
    #expect(Contract(api: "paths: {!Ref Word : {}}", stack: stack).errors.contains("7:13 SPEC107"))
    #expect(Contract(api: "paths: {/a: {!Ref Word : {}}}", stack: stack).errors.contains("7:18 SPEC107"))
  }

  @Test("§1 Values: an unknown logical ID in an intrinsic is an error, at the name")
  func unknownName() {
    #expect(Contract(api: "description: !Ref Nobody").errors == ["4:18 SPEC108"])
    #expect(Contract(api: "description: !Sub \"a ${Nobody}\"").errors.count == 1)
    #expect(Contract(api: "description: {\"Fn::GetAtt\": [Nobody, Arn]}").errors.count == 1)
    #expect(Contract(api: "description: !If [Nobody, a, b]").errors.count == 1)
    #expect(Contract(api: "description: !FindInMap [Nobody, a, b]").errors.count == 1)
  }

  @Test("§1 Values: an unknown attribute in an intrinsic is an error")
  func unknownAttribute() {
    let spec = Contract(api: "description: !GetAtt Fn.Arm", stack: handler)
    #expect(spec.errors.count == 1)
    #expect(spec.errors.first?.hasPrefix("4:18 ") == true)
    #expect(Contract(api: "description: !Sub \"${Fn.Arm}\"", stack: handler).errors.count == 1)
    #expect(Contract(api: "description: !Sub \"${Fn.Arn}\"", stack: handler).errors == [])
  }

  @Test("§1 Values: `${!Literal}` and values of a `Sub`'s own are no references")
  func ownValues() {
    #expect(written("!Sub \"a ${!Nobody}\"") == "a ${Nobody}")
    #expect(
      written("!Sub [\"${Own}-${Word}\", {Own: !Ref Word}]")
        == ["Fn::Sub": ["${Own}-${Word}", ["Own": .ref("Word")]]])
  }
}
