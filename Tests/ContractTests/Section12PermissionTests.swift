import SpecBuilding
import Testing

struct Section12PermissionTests {
  private let start = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Shop}/"

  @Test("§12 Permissions: per method and stage one, with the stage's `Ref`, and one with `test-invoke-stage`")
  func each() {
    let spec = Contract(api: "stages: {a: {}, b: {}}\npaths: {/items: {GET: Fn, PUT: Fn}}", stack: handler)
    let stages = spec.ids(of: "ApiGateway::Stage")
    #expect(stages.count == 2)
    let expected = ["GET", "PUT"].flatMap { verb in
      (stages.map { "${\($0)}" } + ["test-invoke-stage"]).map { "\(start)\($0)/\(verb)/items" }
    }
    #expect(spec.sources == expected.sorted())
    for permission in spec.all("Lambda::Permission") {
      #expect(permission.names == ["Action", "FunctionName", "Principal", "SourceArn"])
      #expect(permission["Action"] == "lambda:InvokeFunction")
      #expect(permission["Principal"] == "apigateway.amazonaws.com")
      #expect(permission["FunctionName"] == .getAtt("Fn", "Arn"))
    }
  }

  @Test("§12 Permissions: the stage is `*` where the spec has none")
  func noStage() {
    let spec = Contract(api: "deploy: false\npaths: {/items: {GET: Fn}}", stack: handler)
    #expect(spec.sources == ["\(start)*/GET/items", "\(start)test-invoke-stage/GET/items"])
  }

  @Test("§12 Permissions: the verb is `*` for `ANY`, each `{…}` is `*`, and the root's path is empty")
  func paths() {
    let spec = Contract(
      api:
        "paths: {/: {GET: Fn}, \"/a/{id}/b/{proxy+}\": {ANY: {integration: {type: lambda, handler: Fn, allowTestInvoke: false}}}}",
      stack: handler)
    #expect(spec.errors == [])
    let stage = "${\(spec.ids(of: "ApiGateway::Stage")[0])}"
    #expect(
      Set(spec.sources) == ["\(start)\(stage)/GET/", "\(start)test-invoke-stage/GET/", "\(start)\(stage)/*/a/*/b/*"])
  }

  @Test("§12 Permissions: `allowTestInvoke: false` leaves out the one with `test-invoke-stage`")
  func noTest() {
    let spec = Contract(method: "integration: {type: lambda, handler: Fn, allowTestInvoke: false}", stack: handler)
    #expect(spec.sources == ["\(start)${\(spec.ids(of: "ApiGateway::Stage")[0])}/GET/items"])
  }

  @Test("§12 Permissions: `scopePermissionToMethod: false` makes instead one `*/*/*` per API and function")
  func unscoped() {
    let lambda = "{integration: {type: lambda, handler: Fn, scopePermissionToMethod: false}}"
    let spec = Contract(
      "\(handler)\napis:\n  Shop: {paths: {/a: {GET: \(lambda), PUT: \(lambda)}}}\n  Other: {paths: {/a: {GET: \(lambda)}}}"
    )
    #expect(spec.errors == [])
    let other = start.replacing("Shop", with: "Other")
    #expect(spec.sources == ["\(other)*/*/*", "\(start)*/*/*"])
  }

  @Test("§12 Permissions: credentials change nothing")
  func credentials() {
    let plain = Contract(method: "integration: {type: lambda, handler: Fn}", stack: handler)
    let role = Contract(
      method: "integration: {type: lambda, handler: Fn, credentialsRole: \"arn:aws:iam::123456789012:role/a\"}",
      stack: handler)
    #expect(role.errors == [])
    #expect(role.sources == plain.sources)
    #expect(role.sources.count == 2)
  }

  @Test(
    "§12 Permissions: functions given by `arn`, ARN literal or intrinsic get theirs too",
    arguments: [
      ("Old", "arn:aws:lambda:eu-west-1:123456789012:function:old"),
      ("\"arn:aws:lambda:eu-west-1:123456789012:function:own\"", "arn:aws:lambda:eu-west-1:123456789012:function:own"),
      ("!ImportValue fn", ["Fn::ImportValue": "fn"]),
    ] as [(String, JSON)])
  func existing(_ name: String, _ value: JSON) {
    let spec = Contract(
      method: "integration: {type: lambda, handler: \(name)}",
      stack: "functions: {Old: {arn: \"arn:aws:lambda:eu-west-1:123456789012:function:old\"}}")
    #expect(spec.errors == [])
    #expect(spec.all("Lambda::Permission").map { $0["FunctionName"] } == [value, value])
  }

  @Test("§12 Permissions: `FunctionName` is as in the URI")
  func functionName() {
    let stack = handler.replacing("code:", with: "alias: live, code:")
    let spec = Contract(method: "integration: {type: lambda, handler: Fn}", stack: stack)
    let alias = spec.ids(of: "Lambda::Alias")[0]
    #expect(spec.all("Lambda::Permission").map { $0["FunctionName"] } == [.ref(alias), .ref(alias)])
    #expect(spec.integration["Uri", "Fn::Sub"]?.string?.contains("functions/${\(alias)}/invocations") == true)
  }
}
