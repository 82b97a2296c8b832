import SpecBuilding
import Testing

struct Section05APITests {
  private func restApi(_ text: String) -> JSON {
    let spec = Contract(api: text)
    #expect(spec.errors == [], "\(text)")
    return spec.only("ApiGateway::RestApi")
  }

  @Test("§5 API: `restApiName` defaults to the name")
  func restApiName() {
    #expect(restApi("restApiName: My shop")["Name"] == "My shop")
    #expect(restApi("description: text")["Name"] == "Shop")
  }

  @Test(
    "§5 API: settings are RestApi's",
    arguments: [
      ("description: text", "Description", "text"),
      ("endpointTypes: [EDGE]", "EndpointConfiguration", ["Types": ["EDGE"]]),
      ("endpointTypes: [REGIONAL]", "EndpointConfiguration", ["Types": ["REGIONAL"]]),
      ("ipAddressType: dualstack", "EndpointConfiguration", ["IpAddressType": "dualstack"]),
      ("binaryMediaTypes: [image/png]", "BinaryMediaTypes", ["image/png"]),
      ("minCompressionSize: 5", "MinimumCompressionSize", 5),
      ("apiKeySourceType: HEADER", "ApiKeySourceType", "HEADER"),
      ("disableExecuteApiEndpoint: true\nendpointOutput: false", "DisableExecuteApiEndpoint", true),
      ("failOnWarnings: true", "FailOnWarnings", true),
      ("parameters: {endpointConfigurationTypes: REGIONAL}", "Parameters", ["endpointConfigurationTypes": "REGIONAL"]),
      ("tags: {a: b}", "Tags", [["Key": "a", "Value": "b"]]), ("cloneFrom: abc123", "CloneFrom", "abc123"),
      (
        "securityPolicy: SecurityPolicy_TLS13_1_3_2025_09\nendpointTypes: [REGIONAL]\nendpointAccessMode: STRICT",
        "EndpointAccessMode", "STRICT"
      ),
      (
        "securityPolicy: SecurityPolicy_TLS13_1_3_2025_09\nendpointTypes: [REGIONAL]\nendpointAccessMode: BASIC",
        "SecurityPolicy", "SecurityPolicy_TLS13_1_3_2025_09"
      ),
    ] as [(String, String, JSON)])
  func settings(_ text: String, _ name: String, _ value: JSON) {
    #expect(restApi(text)[name] == value)
  }

  @Test("§5 API: an API that states nothing has a name and nothing else")
  func nothing() {
    #expect(restApi("") == ["Name": "Shop"])
  }

  @Test("§5 API: `endpointTypes: [PRIVATE]` takes `vpcEndpointIds` and a `policy`, an IAM policy document")
  func privateApi() {
    let policy = """
      {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*", Condition: {StringEquals: {"aws:SourceVpce": vpce-0123456789abcdef0}}}]}
      """
    let api = restApi("endpointTypes: [PRIVATE]\nvpcEndpointIds: [vpce-0123456789abcdef0]\npolicy: \(policy)")
    #expect(
      api["EndpointConfiguration"] == ["Types": ["PRIVATE"], "VpcEndpointIds": ["vpce-0123456789abcdef0"]])
    #expect(api["Policy", "Version"] == "2012-10-17")
    #expect(api["Policy", "Statement", "0", "Condition", "StringEquals", "aws:SourceVpce"] == "vpce-0123456789abcdef0")
  }

  @Test("§5 API: `cloneFrom` is an API's name, else an API ID")
  func clone() {
    let spec = Contract("apis: {Shop: {paths: {/: {GET: {}}}}, Copy: {cloneFrom: Shop, paths: {/: {GET: {}}}}}")
    #expect(spec.property("Copy", "CloneFrom") == .ref("Shop"))
  }

  @Test("§5 API: `cloudWatchRole` is false by default, its removal policy `retain`, or `destroy`")
  func cloudWatchRole() {
    #expect(Contract(api: "").ids(of: "ApiGateway::Account") == [])
    for (text, policy) in [("retain", "Retain"), ("destroy", "Delete")] {
      let spec = Contract(api: "cloudWatchRole: true\ncloudWatchRoleRemovalPolicy: \(text)")
      for id in spec.ids(of: "ApiGateway::Account") + spec.ids(of: "IAM::Role") {
        #expect(spec.resources[id]?["DeletionPolicy"] == .string(policy))
        #expect(spec.resources[id]?["UpdateReplacePolicy"] == .string(policy))
      }
      #expect(spec.ids(of: "IAM::Role").count == 1)
    }
  }

  @Test("§5 API: `endpointOutput` is true by default")
  func endpointOutput() {
    #expect(Contract(api: "").template["Outputs"]?.names == ["ShopEndpoint"])
    #expect(Contract(api: "endpointOutput: false").template["Outputs"] == nil)
  }

  @Test("§5 API: `deploy` is true by default; without it there is no deployment and no stage")
  func deploy() {
    let spec = Contract(api: "deploy: false\npaths: {/: {GET: Fn}}", stack: handler)
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::Deployment") == [])
    #expect(spec.ids(of: "ApiGateway::Stage") == [])
    #expect(Contract(api: "").ids(of: "ApiGateway::Deployment").count == 1)
  }

  @Test("§5 API: `retainDeployments` keeps deployments that are replaced")
  func retain() {
    let kept = Contract(api: "retainDeployments: true")
    #expect(kept.resources[kept.deployment]?["DeletionPolicy"] == "Retain")
    #expect(kept.resources[kept.deployment]?["UpdateReplacePolicy"] == "Retain")
    let other = Contract(api: "")
    #expect(other.resources[other.deployment]?["DeletionPolicy"] == nil)
  }

  @Test("§5 API: with `restApiId` and `rootResourceId` an existing API is added to: no API, no deployment, no output")
  func existing() {
    let spec = Contract(api: "restApiId: abc123\nrootResourceId: def456\npaths: {/items: {GET: {}}}")
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::RestApi") == [])
    #expect(spec.ids(of: "ApiGateway::Deployment") == [])
    #expect(spec.ids(of: "ApiGateway::Stage") == [])
    #expect(spec.template["Outputs"] == nil)
    #expect(spec.only("ApiGateway::Resource") == ["RestApiId": "abc123", "ParentId": "def456", "PathPart": "items"])
  }

  @Test("§5 API: an existing API is deployed where `stages` is given, without an output")
  func existingDeployed() {
    let spec = Contract(
      api: "restApiId: abc123\nrootResourceId: def456\nstages: {live: {}}\npaths: {/items: {GET: {}}}")
    #expect(spec.errors == [])
    #expect(spec.property(spec.deployment, "RestApiId") == "abc123")
    #expect(spec.only("ApiGateway::Stage")["RestApiId"] == "abc123")
    #expect(spec.template["Outputs"] == nil)
  }

  @Test("§5 API: `restApiId` and `rootResourceId` may be intrinsics; the second is needed with `paths`")
  func existingIntrinsics() {
    let spec = Contract(
      api: "restApiId: !ImportValue api\nrootResourceId: !ImportValue root\npaths: {/: {GET: {}}}")
    #expect(spec.errors == [])
    #expect(spec.method()["RestApiId"] == ["Fn::ImportValue": "api"])
    #expect(spec.method()["ResourceId"] == ["Fn::ImportValue": "root"])
    #expect(Contract(api: "restApiId: abc123\npaths: {/: {GET: {}}}").errors.count == 1)
    let models = Contract("apis:\n  Shop:\n    restApiId: abc123\n    models: {Item: {schema: {type: object}}}")
    #expect(models.errors == [])
    #expect(models.only("ApiGateway::Model")["RestApiId"] == "abc123")
  }

  @Test("§5 API: a path takes `resourceId` for a resource that exists, under which paths below are put")
  func resourceId() {
    let spec = Contract(
      api: """
        restApiId: abc123
        rootResourceId: def456
        paths:
          /items: {resourceId: ghi789}
          /items/{id}: {GET: {}}
        """)
    #expect(spec.errors == [])
    #expect(spec.only("ApiGateway::Resource") == ["RestApiId": "abc123", "ParentId": "ghi789", "PathPart": "{id}"])
    let own = Contract(api: "restApiId: abc123\nrootResourceId: d\npaths: {/items: {resourceId: ghi789, GET: {}}}")
    #expect(own.method()["ResourceId"] == "ghi789")
    #expect(own.ids(of: "ApiGateway::Resource") == [])
  }

  private let openAPI = "openapi: 3.0.1\ninfo: {title: Shop, version: \"1\"}\npaths: {}\n"

  @Test("§5 API: `definition` as a path is the local path in `BodyS3Location`, and its content is part of the hash")
  func definitionPath() {
    let one = Contract(api: "definition: ./api.yaml", files: MemoryFiles(["api.yaml": openAPI]))
    let other = Contract(api: "definition: ./api.yaml", files: MemoryFiles(["api.yaml": openAPI + "x-a: 1\n"]))
    #expect(one.errors == [])
    #expect(one.only("ApiGateway::RestApi")["BodyS3Location"] == "./api.yaml")
    #expect(one.only("ApiGateway::RestApi")["Body"] == nil)
    #expect(one.deployment != other.deployment)
    #expect(one.deployment != "none")
  }

  @Test("§5 API: `definition` may be an object in S3")
  func definitionObject() {
    #expect(
      restApi("definition: {bucket: b, key: k, version: v}")["BodyS3Location"]
        == ["Bucket": "b", "Key": "k", "Version": "v"])
    #expect(restApi("definition: {bucket: b, key: k}")["BodyS3Location"] == ["Bucket": "b", "Key": "k"])
  }

  @Test("§5 API: `definition` may be the document itself, also by `!Include`: all its keys go to `Body`")
  func definitionDocument() {
    let body: JSON = [
      "openapi": "3.0.1", "info": ["title": "Shop", "version": "1"], "paths": [:],
      "x-amazon-apigateway-own": [1, true],
    ]
    let text = "openapi: 3.0.1\ninfo: {title: Shop, version: \"1\"}\npaths: {}\nx-amazon-apigateway-own: [1, true]"
    let included = Contract(api: "definition: !Include api.yaml", files: MemoryFiles(["api.yaml": text]))
    #expect(included.errors == [])
    #expect(included.only("ApiGateway::RestApi")["Body"] == body)
    let flow = "{openapi: 3.0.1, info: {title: Shop, version: \"1\"}, paths: {}, x-amazon-apigateway-own: [1, true]}"
    #expect(restApi("definition: \(flow)")["Body"] == body)
  }

  @Test("§5 API: `definition` stands instead of `paths`; with `mode: merge` they may add to it")
  func mode() {
    let definition = "definition: {bucket: b, key: k}\npaths: {/: {GET: {}}}"
    #expect(Contract(api: definition).errors.count == 1)
    let merged = Contract(api: "mode: merge\n" + definition)
    #expect(merged.errors == [])
    #expect(merged.only("ApiGateway::RestApi")["Mode"] == "merge")
    #expect(merged.method()["HttpMethod"] == "GET")
    #expect(Contract(api: "mode: overwrite\n" + definition).errors.count == 1)
    #expect(restApi("mode: overwrite\ndefinition: {bucket: b, key: k}")["Mode"] == "overwrite")
  }

  @Test("§5 API: `stages` defaults to one, `prod`")
  func stages() {
    #expect(Contract(api: "").only("ApiGateway::Stage")["StageName"] == "prod")
    let named = Contract(api: "stages: {one: {}, two: {}}")
    #expect(named.all("ApiGateway::Stage").map { $0["StageName"] } == ["one", "two"])
  }
}
