import SpecBuilding
import Testing

/// Intrinsics on their way into the template.
@Suite struct IntrinsicTests {
  /// A value as written, and what stands in the template.
  static let values: [(String, String)] = [
    ("!Ref P", #"{"Ref":"P"}"#), ("{ Ref: P }", #"{"Ref":"P"}"#),
    ("!GetAtt Fn.Arn", #"{"Fn::GetAtt":["Fn","Arn"]}"#), ("!GetAtt [Fn, Arn]", #"{"Fn::GetAtt":["Fn","Arn"]}"#),
    ("{ Fn::GetAtt: Fn.Arn }", #"{"Fn::GetAtt":["Fn","Arn"]}"#),
    ("!Sub \"${P}-${Fn.Arn}-${AWS::Region}\"", #"{"Fn::Sub":"${P}-${Fn.Arn}-${AWS::Region}"}"#),
    ("!Sub \"${!P}-${P}\"", #"{"Fn::Sub":"${!P}-${P}"}"#), ("!Sub \"${!P}\"", #""${P}""#), ("!Sub plain", #""plain""#),
    ("!Sub \"$P-$${P}\"", #"{"Fn::Sub":"$P-$${P}"}"#),
    ("!Sub [\"${A}-${P}\", { A: !Ref P }]", #"{"Fn::Sub":["${A}-${P}",{"A":{"Ref":"P"}}]}"#),
    ("!Join [\"-\", [a, !Ref P]]", #"{"Fn::Join":["-",["a",{"Ref":"P"}]]}"#),
    ("!Select [1, [a, b]]", #"{"Fn::Select":[1,["a","b"]]}"#),
    ("!Select [\"1\", [a, b]]", #"{"Fn::Select":["1",["a","b"]]}"#),
    ("!Split [\",\", !Ref P]", #"{"Fn::Split":[",",{"Ref":"P"}]}"#),
    ("!ImportValue shared", #"{"Fn::ImportValue":"shared"}"#),
    ("!ImportValue\n          Fn::Sub: \"${P}-x\"", #"{"Fn::ImportValue":{"Fn::Sub":"${P}-x"}}"#),
    ("!FindInMap [M, a, b]", #"{"Fn::FindInMap":["M","a","b"]}"#),
    ("!If [C, a, !Ref \"AWS::NoValue\"]", #"{"Fn::If":["C","a",{"Ref":"AWS::NoValue"}]}"#),
    ("{ Fn::If: [C, a, { Ref: P }] }", #"{"Fn::If":["C","a",{"Ref":"P"}]}"#),
    ("!Base64 text", #"{"Fn::Base64":"text"}"#), ("!Base64 200", #"{"Fn::Base64":"200"}"#),
    ("!Cidr [10.0.0.0/16, 2, 8]", #"{"Fn::Cidr":["10.0.0.0/16",2,8]}"#),
    ("!GetAZs us-east-1", #"{"Fn::GetAZs":"us-east-1"}"#), ("!GetAZs \"\"", #"{"Fn::GetAZs":""}"#),
    ("!Transform { Name: M, Parameters: { P: 1 } }", #"{"Fn::Transform":{"Name":"M","Parameters":{"P":1}}}"#),
    ("!Length [a, b]", #"{"Fn::Length":["a","b"]}"#),
    ("!ToJsonString { a: !Ref P }", #"{"Fn::ToJsonString":{"a":{"Ref":"P"}}}"#),
    ("!GetStackOutput { StackName: a, OutputName: b }", #"{"Fn::GetStackOutput":{"OutputName":"b","StackName":"a"}}"#),
    ("{ Fn::Custom: [on the way, !Ref P] }", #"{"Fn::Custom":["on the way",{"Ref":"P"}]}"#),
  ]

  @Test("an intrinsic is written in the long spelling", arguments: values)
  func longSpelling(source: String, written: String) {
    let building = Building(Self.spec(description: source))
    #expect(!building.report.hasErrors, "\(building.findings)")
    #expect(building.property("Shop", "Description") == written)
  }

  @Test("an intrinsic survives in free JSON and in JSON text", arguments: values)
  func elsewhere(source: String, written: String) {
    guard !source.contains("\n") else { return }
    let building = Building(
      Self.spec(description: "x", more: "    policy: { Statement: [{ Effect: Allow, Sid: \(source) }] }"))
    #expect(building.property("Shop", "Policy", "Statement", "0", "Sid") == written, "\(building.findings)")
  }

  @Test func conditionsTakeConditionsByTheirNames() {
    let building = Building(
      """
      parameters: { P: { Type: String } }
      conditions:
        A: !Equals [!Ref P, a]
        B: !Not [!Condition A]
        C: { Fn::And: [{ Condition: A }, !Condition B] }
        D: !Or [!Condition A, !Equals [a, b]]
      apis: { Shop: { paths: { /: { GET: {} } } } }
      """)
    #expect(building.findings == [])
    let conditions = building.object["Conditions"] as? [String: [String: [[String: String]]]]
    #expect(conditions?["B"] == nil || conditions?["B"]?["Fn::Not"]?.first == ["Condition": "A"])
    #expect(building.json.contains(#""Condition": "B""#))
  }

  @Test(
    "a name that nothing has is an error at its place",
    arguments: [
      ("!Ref Q", "8:18 SPEC108 no resource or parameter named 'Q'"),
      ("!Ref AWS::Regoin", "8:18 SPEC108 no pseudo parameter named 'AWS::Regoin'"),
      ("!GetAtt Q.Arn", "8:18 SPEC108 no resource named 'Q'"), ("!GetAtt P.Arn", "8:18 SPEC108 no resource named 'P'"),
      ("!GetAtt Shop.Arn", "8:18 SPEC108 no attribute of AWS::ApiGateway::RestApi named 'Arn'"),
      ("!Sub \"${Q}\"", "8:18 SPEC108 no resource or parameter named 'Q'"),
      ("!Sub \"${Q.Arn}\"", "8:18 SPEC108 no resource named 'Q'"),
      ("!If [Q, a, b]", "8:23 SPEC108 no condition named 'Q'"),
      ("!FindInMap [Q, a, b]", "8:30 SPEC108 no mapping named 'Q'"),
      ("!Join [\"\", [{ Ref: Q }]]", "8:37 SPEC108 no resource or parameter named 'Q'"),
      ("!Sub [\"${A}${Q}\", { A: !Ref R }]", "8:24 SPEC108 no resource or parameter named 'Q'"),
    ])
  func unknownNames(source: String, finding: String) {
    let building = Building(Self.spec(description: source))
    #expect(building.findings.contains(finding), "\(building.findings)")
    #expect(building.template == nil)
  }

  @Test func attributesOfRawResourcesNameWhatThereIs() {
    func findings(_ attributes: String) -> [String] {
      Building(
        """
        conditions: { C: !Equals [a, b] }
        functions: { old: { arn: "arn:aws:lambda:eu-west-1:123456789012:function:f" } }
        resources: { Topic: { Type: AWS::SNS::Topic }, Queue: { Type: AWS::SQS::Queue, \(attributes) } }
        apis: { Shop: { paths: { /: { GET: {} } } } }
        """
      ).findings
    }
    #expect(findings("Condition: C, DependsOn: Shop") == [] && findings("DependsOn: [Topic, Shop]") == [])
    #expect(findings("Condition: D") == ["3:91 SPEC108 no condition named 'D'"])
    #expect(findings("DependsOn: old") == ["3:91 SPEC108 no resource named 'old'"])
    #expect(findings("DependsOn: [Topic, Topik]") == ["3:99 SPEC108 no resource named 'Topik'"])
  }

  @Test func unknownConditionsInConditionsAreErrors() {
    let building = Building(
      "conditions: { C: { Fn::Not: [{ Condition: Q }] } }\napis: { Shop: { paths: { /: { GET: {} } } } }\n")
    #expect(building.findings == ["1:43 SPEC108 no condition named 'Q'"])
  }

  @Test(
    "an intrinsic is an error where a literal steers what is made",
    arguments: [
      "deploy: !Ref P", "cloudWatchRole: !Ref P", "deploy: !Ref true", "endpointOutput: !Sub \"false\"",
      "cloudWatchRoleRemovalPolicy: !Sub retain", "retainDeployments: !If [C, true, false]",
      "defaultIntegration: { type: !Ref mock }", "defaultIntegration: { type: !Sub mock }",
      "defaultIntegration: { type: lambda, handler: Fn, proxy: !Ref P }",
      "defaultMethodOptions: { authorizer: !Ref P }", "defaultMethodOptions: { authorizationType: !Sub NONE }",
      "defaultMethodOptions: { methodResponses: [{ statusCode: !Sub \"200\" }] }",
      "defaultIntegration: { type: mock, response: { statusCode: !Ref P } }", "stages: !Ref P",
      "defaultIntegration: { type: mock, connectionType: !Sub INTERNET }", "stages: { prod: { logicalId: !Ref P } }",
    ])
  func literals(line: String) {
    let building = Building(Self.spec(description: "x", more: "    \(line)"))
    #expect(building.report.count(.error) == 1 && building.template == nil, "\(building.findings)")
  }

  private static func spec(description: String, more: String = "") -> String {
    """
    parameters: { P: { Type: String } }
    mappings: { M: { a: { b: c } } }
    conditions: { C: !Equals [!Ref P, x] }
    functions:
      Fn: { runtime: python3.13, handler: index.handler, code: { inline: "x = 1" } }
    apis:
      Shop:
        description: \(description)
    \(more)
        paths: { /: { GET: Fn } }
    """
  }
}

/// Things that exist already, wherever they are named.
@Suite struct ExistingThingTests {
  @Test(
    "their names are replaced by their ID or ARN",
    arguments: [
      ("!Ref Old", #""arn:aws:lambda:eu-west-1:123456789012:function:old""#),
      ("!GetAtt Old.Arn", #""arn:aws:lambda:eu-west-1:123456789012:function:old""#),
      ("{ Fn::GetAtt: [Old, Arn] }", #""arn:aws:lambda:eu-west-1:123456789012:function:old""#),
      ("!Sub \"${Old}:live\"", #""arn:aws:lambda:eu-west-1:123456789012:function:old:live""#),
      ("!Sub \"<${Old.Arn}>-${P}\"", #"{"Fn::Sub":"<arn:aws:lambda:eu-west-1:123456789012:function:old>-${P}"}"#),
      ("!Ref Link", #""vpclink1""#), ("!GetAtt Link.VpcLinkId", #""vpclink1""#), ("!Sub \"${Link}\"", #""vpclink1""#),
      ("!Ref There", #"{"Ref":"P"}"#), ("!GetAtt There.RestApiId", #"{"Ref":"P"}"#),
      ("!GetAtt There.RootResourceId", #"{"Fn::ImportValue":"root"}"#),
      ("!Sub \"${There}/x\"", #"{"Fn::Sub":"${P}/x"}"#),
      ("!Sub \"${There.RootResourceId}/${P}\"", #"{"Fn::Join":["",[{"Fn::ImportValue":"root"},{"Fn::Sub":"/${P}"}]]}"#),
      ("!Sub [\"${Link}-${A}-${P}\", { A: !GetAtt Fn.Arn }]", #"{"Fn::Sub":"vpclink1-${Fn.Arn}-${P}"}"#),
      ("!Sub [\"${Link}\", { Link: own }]", #"{"Fn::Sub":["${Link}",{"Link":"own"}]}"#),
      ("!Join [\"-\", [!Ref Link, b]]", #"{"Fn::Join":["-",["vpclink1","b"]]}"#),
      ("!Ref Who", #""auth1""#), ("!Sub \"${Who}\"", #""auth1""#),
    ])
  func replaced(source: String, written: String) {
    let building = Building(Self.spec(source))
    #expect(building.property("Shop", "Description") == written, "\(building.findings)")
    #expect(References(in: building.object).dangling == [])
  }

  @Test(
    "an attribute that they are not known by is an error",
    arguments: [
      "!GetAtt Old.Version", "!Sub \"${Link.Arn}\"", "!GetAtt There.Arn", "!GetAtt Half.RootResourceId",
    ])
  func unknownAttribute(source: String) {
    let building = Building(Self.spec(source))
    #expect(building.rules == ["SPEC108"], "\(building.findings)")
  }

  private static func spec(_ description: String) -> String {
    """
    parameters: { P: { Type: String } }
    functions:
      Fn: { runtime: python3.13, handler: index.handler, code: { inline: "x = 1" } }
      Old: { arn: "arn:aws:lambda:eu-west-1:123456789012:function:old" }
    vpcLinks:
      Link: { vpcLinkId: vpclink1 }
    apis:
      There: { restApiId: !Ref P, rootResourceId: !ImportValue root }
      Half: { restApiId: abc123 }
      Shop:
        description: \(description)
        authorizers: { Known: { type: request, authorizerId: auth1, logicalId: Who } }
        paths: { /: { GET: Fn } }
    """
  }
}
