import SpecBuilding
import Testing

/// What the deployed example answers is asked of an emulator in `Tests/Integration`.
struct Section11ExampleTests {
  private let spec = Contract(
    """
    functions:
      MyAuthorizerFunction:
        runtime: nodejs24.x
        handler: index.handler
        code: ./integ.request-authorizer.handler

    apis:
      MyRestApi:
        authorizers:
          MyAuthorizer:
            type: request
            handler: MyAuthorizerFunction
            identitySources:
              - header: Authorization
              - queryString: allow
        paths:
          /:
            ANY:
              authorizer: MyAuthorizer
              integration:
                type: mock
                passthroughBehavior: NEVER
                requestTemplates:
                  application/json: { statusCode: 200 }
                integrationResponses:
                  - statusCode: 200
              methodResponses:
                - statusCode: 200
    """)

  @Test("§11 Example: it builds without an error or a warning into these resources")
  func resources() {
    #expect(spec.errors == [] && spec.warnings == [])
    let types = spec.resources.values.compactMap { $0["Type"]?.string }.sorted()
    #expect(
      types == [
        "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::Deployment", "AWS::ApiGateway::Method",
        "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Stage", "AWS::IAM::Role", "AWS::Lambda::Function",
        "AWS::Lambda::Permission",
      ])
  }

  @Test("§11 Example: the method answers 200 by its mock, once the authorizer lets the call through")
  func method() {
    let authorizer = spec.ids(of: "ApiGateway::Authorizer")[0]
    #expect(
      spec.method()
        == [
          "HttpMethod": "ANY", "ResourceId": .getAtt("MyRestApi", "RootResourceId"), "RestApiId": .ref("MyRestApi"),
          "AuthorizationType": "CUSTOM", "AuthorizerId": .ref(authorizer),
          "Integration": [
            "Type": "MOCK", "PassthroughBehavior": "NEVER",
            "RequestTemplates": ["application/json": #"{"statusCode":200}"#],
            "IntegrationResponses": [["StatusCode": "200"]],
          ],
          "MethodResponses": [["StatusCode": "200"]],
        ])
  }

  @Test("§11 Example: a call without its identity sources is answered with 401 before the function is asked")
  func identitySources() {
    #expect(
      spec.only("ApiGateway::Authorizer")["IdentitySource"]
        == "method.request.header.Authorization,method.request.querystring.allow")
    #expect(spec.only("ApiGateway::Authorizer")["Type"] == "REQUEST")
  }
}
