import SpecBuilding
import Testing

struct Section12ValueTests {
  @Test("§12 Values: what the spec states is emitted, even where it equals the default")
  func stated() {
    let spec = Contract(
      api: """
        disableExecuteApiEndpoint: false
        tags: {}
        binaryMediaTypes: []
        paths: {/: {GET: {apiKeyRequired: false, requestParameters: {}, requestModels: {}, methodResponses: [], authorizationType: NONE}}}
        """)
    #expect(spec.errors == [])
    let api = spec.only("ApiGateway::RestApi")
    #expect(api["DisableExecuteApiEndpoint"] == false)
    #expect(api["Tags"] == [])
    #expect(api["BinaryMediaTypes"] == [])
    let method = spec.method()
    #expect(method["ApiKeyRequired"] == false)
    #expect(method["RequestParameters"] == [:])
    #expect(method["RequestModels"] == [:])
    #expect(method["MethodResponses"] == [])
  }

  @Test("§12 Values: of what is not stated only a few things appear; never an empty map or list")
  func notStated() {
    let arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/b"
    let spec = Contract(
      api: """
        authorizers: {Ask: {type: token, handler: Fn}}
        models: {Item: {schema: {type: object}}}
        requestValidators: {All: {}}
        gatewayResponses: {DEFAULT_4XX: {}}
        paths: {/a: {GET: {authorizer: Ask}}}
        """,
      stack: handler
        + "\nvpcLinks: {Link: {targets: [\"\(arn)\"]}}\napiKeys: {Key: {}}\nusagePlans: {Plan: {name: p, apiKeys: [Key]}}"
    )
    #expect(spec.errors == [])
    for (type, names) in [
      "ApiGateway::RestApi": ["Name"],
      "ApiGateway::Authorizer": [
        "AuthorizerResultTtlInSeconds", "AuthorizerUri", "IdentitySource", "Name", "RestApiId", "Type",
      ],
      "ApiGateway::Method": [
        "AuthorizationType", "AuthorizerId", "HttpMethod", "Integration", "ResourceId", "RestApiId",
      ],
      "ApiGateway::Model": ["ContentType", "RestApiId", "Schema"], "ApiGateway::RequestValidator": ["RestApiId"],
      "ApiGateway::GatewayResponse": ["ResponseType", "RestApiId"],
      "ApiGateway::Stage": ["DeploymentId", "RestApiId", "StageName"],
      "ApiGateway::Deployment": ["RestApiId"], "ApiGateway::VpcLink": ["Name", "TargetArns"],
      "ApiGateway::ApiKey": ["Enabled"], "ApiGateway::UsagePlan": ["UsagePlanName"],
      "ApiGateway::Resource": ["ParentId", "PathPart", "RestApiId"],
      "Lambda::Function": ["Code", "Handler", "Role", "Runtime"],
      "IAM::Role": ["AssumeRolePolicyDocument", "ManagedPolicyArns"],
    ] {
      #expect(spec.only(type).names == names, "\(type)")
    }
    #expect(!spec.building.json.contains("{}") && !spec.building.json.contains("[]"))
  }

  @Test("§12 Values: `IntegrationHttpMethod` is `POST` for lambda and aws, `GET` for http, none for mock")
  func integrationHttpMethod() {
    let role = "credentialsRole: \"arn:aws:iam::123456789012:role/a\""
    for (integration, method) in [
      ("{type: lambda, handler: Fn}", "POST"), ("{type: aws, service: sns, action: Publish, \(role)}", "POST"),
      ("{type: http, url: \"https://example.com\"}", "GET"), ("{type: mock}", nil),
    ] as [(String, JSON?)] {
      let spec = Contract(method: "integration: \(integration)", stack: handler)
      #expect(spec.integration != .null)
      #expect(spec.integration["IntegrationHttpMethod"] == method, "\(integration)")
    }
  }
}
