import SpecBuilding
import Testing

struct Section12DeploymentTests {
  @Test("§12 Deployment: `Description` is the first of the first stage's, the API's, nothing")
  func description() {
    func description(_ api: String) -> JSON? { Contract(api: api).only("ApiGateway::Deployment")["Description"] }
    #expect(description("description: api\nstages: {a: {description: first}, b: {description: second}}") == "first")
    #expect(description("description: api\nstages: {a: {}, b: {description: second}}") == "api")
    #expect(description("stages: {a: {}}") == nil)
  }

  private func raw(_ properties: String) -> Contract {
    let stack = """
      resources:
        Own: {Type: "AWS::ApiGateway::GatewayResponse", Properties: {ResponseType: THROTTLED, \(properties)}}
        Topic: {Type: "AWS::SNS::Topic"}
      """
    let spec = Contract(api: "", stack: stack)
    #expect(spec.errors == [])
    return spec
  }

  @Test("§12 Deployment: raw resources of API Gateway types whose `RestApiId` refers to the API belong to it")
  func rawParts() {
    let own = raw("RestApiId: !Ref Shop")
    #expect(own.deploymentDependencies.contains("Own"))
    #expect(!own.deploymentDependencies.contains("Topic"))
    #expect(own.deployment != raw("RestApiId: !Ref Shop, StatusCode: \"429\"").deployment)
    let other = raw("RestApiId: abc123")
    #expect(!other.deploymentDependencies.contains("Own"))
    #expect(other.deployment == raw("RestApiId: abc123, StatusCode: \"429\"").deployment)
  }

  @Test(
    "§12 Deployment: so it is with each type that a deployment snapshots",
    arguments: [
      "Resource\", Properties: {PathPart: a, ParentId: b", "Model\", Properties: {ContentType: a/b",
      "RequestValidator\", Properties: {Name: a", "Authorizer\", Properties: {Type: TOKEN, Name: a",
      "Method\", Properties: {HttpMethod: GET, ResourceId: a, AuthorizationType: NONE",
    ])
  func types(_ text: String) {
    let spec = Contract(api: "", stack: "resources: {Own: {Type: \"AWS::ApiGateway::\(text), RestApiId: !Ref Shop}}}")
    #expect(spec.errors == [])
    #expect(spec.deploymentDependencies.contains("Own"))
  }

  @Test("§12 DependsOn: it is written for deployments, stages and accounts, and nowhere else")
  func dependsOn() {
    let spec = Contract(
      api: """
        cloudWatchRole: true
        authorizers: {Ask: {type: token, handler: Fn}}
        models: {Item: {schema: {type: object}}}
        requestValidators: {All: {validateRequestBody: true}}
        gatewayResponses: {DEFAULT_4XX: {statusCode: 400}}
        paths: {/items: {POST: {integration: Fn, authorizer: Ask, requestValidator: All, requestModels: {application/json: Item}}}}
        """, stack: handler)
    #expect(spec.errors == [])
    let writing = spec.resources.values.filter { $0["DependsOn"] != nil }.compactMap { $0["Type"]?.string }
    #expect(writing.sorted() == ["AWS::ApiGateway::Account", "AWS::ApiGateway::Deployment", "AWS::ApiGateway::Stage"])
    #expect(!spec.deploymentDependencies.contains("Shop"))
    let types = Set(spec.deploymentDependencies.compactMap { spec.resources[$0]?["Type"]?.string })
    #expect(
      types == [
        "AWS::ApiGateway::Method", "AWS::ApiGateway::Resource", "AWS::ApiGateway::Model",
        "AWS::ApiGateway::RequestValidator", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::GatewayResponse",
      ])
  }

  @Test("§12 Output: the URL of API and stage; none with `deploy: false`")
  func output() {
    let spec = Contract(api: "")
    let stage = spec.ids(of: "ApiGateway::Stage")[0]
    #expect(
      spec.template["Outputs", "ShopEndpoint", "Value"]
        == .sub("https://${Shop}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${\(stage)}/"))
    let other = Contract(api: "deploy: false")
    #expect(other.building.template != nil)
    #expect(other.template["Outputs"] == nil)
  }
}
