import Testing

@testable import CloudFormation

@Suite struct ResourceTests {
  private static let api = Reference<RestApi>.resource(LogicalID(.itself, of: "Shop"))
  private static let prefix = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"

  private func json(_ value: Value) -> String {
    String(decoding: value.canonicalBytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      PermissionSource.method(
        PermissionScope(api: api, stage: .stage(.resource(LogicalID(.stage("prod"), of: "Shop")))), verb: "GET",
        path: ["items", "{id}"]),
      "${Shop}/${Shop0stageprod}/GET/items/*"
    ),
    (.method(PermissionScope(api: api, stage: .test), verb: "ANY", path: []), "${Shop}/test-invoke-stage/*/"),
    (.method(PermissionScope(api: api, stage: .every), verb: "GET", path: ["{p+}"]), "${Shop}/*/GET/*"),
    (.method(PermissionScope(api: api, stage: .stage(.existing("qa"))), verb: "GET", path: ["a"]), "${Shop}/qa/GET/a"),
    (.everyMethod(api: api), "${Shop}/*/*/*"),
    (
      .authorizer(api: api, .resource(LogicalID(.authorizer("Auth"), of: "Shop"))),
      "${Shop}/authorizers/${Shop0authorizerAuth}"
    ),
    (.everyMethod(api: .existing("abc123")), "abc123/*/*/*"),
    (.everyMethod(api: .existing(.function("Ref", "ApiId"))), "${ApiId}/*/*/*"),
  ])
  func `A permission's source names what may call`(source: PermissionSource, end: String) {
    #expect(json(source.value) == "{\"Fn::Sub\":\"\(Self.prefix)\(end)\"}")
  }

  @Test(arguments: [
    PermissionSource.method(
      PermissionScope(api: api, stage: .stage(.resource(LogicalID(given: "Prod")))), verb: "GET",
      path: ["a", "{id}", "{p+}", "{", "b}"]),
    .method(PermissionScope(api: api, stage: .test), verb: "ANY", path: []),
    .method(PermissionScope(api: api, stage: .every), verb: "PUT", path: ["$a"]),
    .method(PermissionScope(api: api, stage: .stage(.existing("qa"))), verb: "GET", path: ["a"]),
    .method(PermissionScope(api: .existing("abc123"), stage: .every), verb: "GET", path: ["\u{e9}", ""]),
    .method(PermissionScope(api: api, stage: .every), verb: "GET", path: ["a${b}", "$", "{x}"]), .everyMethod(api: api),
  ])
  func `A permission's source is written as its value is`(source: PermissionSource) {
    let properties = Permission(functionName: WrittenValue("f"), source: source).properties
    #expect(properties.last?.name == "SourceArn")
    #expect(properties.last.map { json($0.value) } == json(source.value))
  }

  @Test func `An API by an intrinsic that no Sub can hold is joined`() {
    let api = Value.function("Fn::ImportValue", "api")
    let text = json(PermissionSource.everyMethod(api: .existing(api)).value)
    #expect(text == #"{"Fn::Join":["",[{"Fn::Sub":"\#(Self.prefix)"},{"Fn::ImportValue":"api"},"/*/*/*"]]}"#)
  }

  @Test func `A path with an open placeholder is joined, since a Sub would close it elsewhere`() {
    let source = PermissionSource.method(PermissionScope(api: Self.api, stage: .test), verb: "GET", path: ["a${b"])
    #expect(
      json(source.value)
        == #"{"Fn::Join":["",[{"Fn::Sub":"\#(Self.prefix)"},{"Ref":"Shop"},"/","test-invoke-stage","/GET/a${b"]]}"#)
  }

  @Test func `What is nil is left out, what is empty is written`() {
    let link = VpcLink(name: "l", targetArns: [], tags: [])
    #expect(link.properties == [Member("Name", "l"), Member("Tags", []), Member("TargetArns", [])])
    #expect(Account().properties.isEmpty)
  }

  @Test func `Properties stand in the order of CloudFormation's documentation`() {
    let resources: [any Resource] = [
      Deployment(restApiId: Self.api, description: "d"),
      BasePathMapping(domainName: .existing("d"), basePath: "b", restApiId: Self.api, stage: .existing("s")),
      UsagePlanKey(keyId: .existing("k"), keyType: "API_KEY", usagePlanId: .existing("p")),
      Alias(functionName: .existing("f"), functionVersion: "1", name: "live", description: "d"),
    ]
    for resource in resources {
      let names = resource.properties.map(\.name)
      #expect(names == names.sorted() && names.count > 1)
    }
  }

  @Test func `A function's nested settings take CloudFormation's shape, further properties come last`() {
    let function = Function(
      code: .inline("x"), role: "r", environment: [Member("A", "1")], ephemeralStorage: 512, tracingConfig: "Active",
      vpcConfig: VpcConfig(subnetIds: ["s"]), additional: [Member("LoggingConfig", [:])])
    #expect(
      json(.object(function.properties))
        == #"{"Code":{"ZipFile":"x"},"Environment":{"Variables":{"A":"1"}},"EphemeralStorage":{"Size":512},"Role":"r","#
        + #""TracingConfig":{"Mode":"Active"},"VpcConfig":{"SubnetIds":["s"]},"LoggingConfig":{}}"#)
  }

  @Test func `Code and bodies are a local path or an object in S3`() {
    #expect(FunctionCode.localPath("./src").value == "./src")
    #expect(FunctionCode.image("i").value == ["ImageUri": "i"])
    let code = FunctionCode.object(bucket: "b", key: "k", version: "v").value
    #expect(code == ["S3Bucket": "b", "S3Key": "k", "S3ObjectVersion": "v"])
    #expect(BodyLocation.localPath("a.yaml").value == "a.yaml")
    #expect(BodyLocation.object(bucket: "b", key: "k", version: nil).value == ["Bucket": "b", "Key": "k"])
  }

  @Test func `Throttles of methods are keyed by path and verb`() {
    let stage = ApiStage(throttle: [
      MethodThrottle(path: "/", verb: "GET", throttle: Throttle(burstLimit: 1)),
      MethodThrottle(path: "/a", verb: "GET", throttle: Throttle(rateLimit: 2)),
    ])
    #expect(stage.object == ["Throttle": ["//GET": ["BurstLimit": 1], "/a/GET": ["RateLimit": 2]]])
  }
}
