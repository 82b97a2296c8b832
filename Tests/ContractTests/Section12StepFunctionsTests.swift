import SpecBuilding
import Testing

struct Section12StepFunctionsTests {
  private let arn = "arn:aws:states:eu-west-1:123456789012:stateMachine:own"

  private func machine(_ keys: String = "", method: String = "") -> Contract {
    let spec = Contract(method: "integration: {type: stepFunctions, stateMachine: \"\(arn)\"\(keys)}\n\(method)")
    #expect(spec.errors == [], "\(keys)")
    return spec
  }

  private func template(_ keys: String = "") -> String {
    machine(keys).integration["RequestTemplates", "application/json"]?.string ?? ""
  }

  @Test("§12 stepFunctions: `AWS`, `POST`, `NEVER` and `StartSyncExecution`")
  func shape() {
    let integration = machine().integration
    #expect(integration["Type"] == "AWS")
    #expect(integration["IntegrationHttpMethod"] == "POST")
    #expect(integration["PassthroughBehavior"] == "NEVER")
    #expect(
      integration["Uri"] == .sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartSyncExecution"))
    #expect(machine(", passthroughBehavior: WHEN_NO_MATCH").integration["PassthroughBehavior"] == "WHEN_NO_MATCH")
  }

  @Test(
    "§12 stepFunctions: the machine is given the body, by default the query and the path, and the rest when asked for")
  func input() {
    #expect(template().contains(arn))
    #expect(template().contains("$input.body"))
    let parts = [
      "querystring": "params().querystring", "path": "params().path", "headers": "params().header",
      "authorizer": "$context.authorizer",
    ]
    for (name, part) in parts {
      let isDefault = ["querystring", "path"].contains(name)
      #expect(template().contains(part) == isDefault, "\(name)")
      #expect(template(", \(name): true").contains(part), "\(name)")
      #expect(!template(", \(name): false").contains(part), "\(name)")
    }
  }

  @Test(
    "§12 stepFunctions: `requestContext` fields by the CDK's names",
    arguments: [
      "accountId", "apiId", "apiKey", "authorizerPrincipalId", "caller", "cognitoAuthenticationProvider",
      "cognitoAuthenticationType", "cognitoIdentityId", "cognitoIdentityPoolId", "httpMethod", "stage", "sourceIp",
      "user",
      "userAgent", "userArn", "requestId", "resourceId", "resourcePath",
    ])
  func requestContext(_ name: String) {
    #expect(template(", requestContext: {\(name): true}").contains("${quote}\(name)${quote}"))
    #expect(!template().contains("${quote}\(name)${quote}"))
    #expect(!template(", requestContext: {\(name): false}").contains("requestContext"))
  }

  @Test("§12 stepFunctions: three integration responses, 200, 400 by `4\\d{2}` and 500 by `5\\d{2}`, unless given")
  func responses() {
    let responses = machine().integration["IntegrationResponses"]?.items ?? []
    #expect(responses.map { $0["StatusCode"] } == ["200", "400", "500"])
    #expect(responses.map { $0["SelectionPattern"] } == [nil, #"4\d{2}"#, #"5\d{2}"#])
    #expect(responses[0]["ResponseTemplates", "application/json"]?.string?.contains("$.output") == true)
    #expect(responses[0]["ResponseTemplates", "application/json"]?.string?.contains("$.error") == true)
    let given = machine(", integrationResponses: [{statusCode: 200}]").integration
    #expect(given["IntegrationResponses"] == [["StatusCode": "200"]])
  }

  @Test(
    "§12 stepFunctions: method responses 200 `Empty`, 400 and 500 `Error`, unless `useDefaultMethodResponses: false`")
  func methodResponses() {
    let expected: JSON = .list(
      [("200", "Empty"), ("400", "Error"), ("500", "Error")].map { status, model in
        ["StatusCode": .string(status), "ResponseModels": ["application/json": .string(model)]]
      })
    #expect(machine().method()["MethodResponses"] == expected)
    let none = machine(
      ", useDefaultMethodResponses: false, integrationResponses: [{statusCode: 201}]",
      method: "methodResponses: [{statusCode: 201}]")
    #expect(none.method()["MethodResponses"] == [["StatusCode": "201"]])
  }

  @Test("§12 stepFunctions: without `credentialsRole` a role per method, with a policy for `states:StartSyncExecution`")
  func role() {
    let spec = Contract(
      api: "defaultIntegration: {type: stepFunctions, stateMachine: \"\(arn)\"}\npaths: {/: {GET: {}, PUT: {}}}")
    #expect(spec.ids(of: "IAM::Role").count == 2)
    #expect(spec.ids(of: "IAM::Policy").count == 2)
    for policy in spec.all("IAM::Policy") {
      #expect(
        policy["PolicyDocument", "Statement"]
          == [["Effect": "Allow", "Action": "states:StartSyncExecution", "Resource": .string(arn)]])
    }
    for verb in ["GET", "PUT"] {
      let role = spec.method(verb)["Integration", "Credentials", "Fn::GetAtt", "0"]?.string ?? ""
      #expect(
        spec.property(role, "AssumeRolePolicyDocument", "Statement", "0", "Principal") == [
          "Service": "apigateway.amazonaws.com"
        ])
    }
    let given = machine(", credentialsRole: \"arn:aws:iam::123456789012:role/a\"")
    #expect(given.ids(of: "IAM::Role") == [])
    #expect(given.ids(of: "IAM::Policy") == [])
  }
}
