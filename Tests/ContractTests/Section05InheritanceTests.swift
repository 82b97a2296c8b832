import SpecBuilding
import Testing

struct Section05InheritanceTests {
  @Test("§5 API: `defaultIntegration` is inherited by every path below, and replaced whole by the nearest")
  func integration() {
    let spec = Contract(
      api: """
        defaultIntegration: {type: http, url: "https://example.com/api", httpMethod: POST}
        paths:
          /a: {GET: {}}
          /b:
            defaultIntegration: {type: http, url: "https://example.com/b"}
            PUT: {}
          /b/c: {POST: {}}
          /d: {DELETE: {integration: {type: mock}}}
        """)
    #expect(spec.errors == [])
    #expect(spec.method("GET")["Integration", "Uri"] == "https://example.com/api")
    #expect(spec.method("GET")["Integration", "IntegrationHttpMethod"] == "POST")
    for verb in ["PUT", "POST"] {
      #expect(spec.method(verb)["Integration", "Uri"] == "https://example.com/b")
      #expect(spec.method(verb)["Integration", "IntegrationHttpMethod"] == "GET")
    }
    #expect(spec.method("DELETE")["Integration"] == ["Type": "MOCK"])
  }

  @Test("§5 API: `defaultCorsPreflightOptions` is replaced whole by the nearest")
  func preflight() {
    let spec = Contract(
      api: """
        defaultCorsPreflightOptions: {allowOrigins: ["https://a.example.com"], maxAge: 1h}
        paths:
          /: {GET: {}}
          /b: {defaultCorsPreflightOptions: {allowOrigins: ["https://b.example.com"]}}
          /b/c: {}
        """)
    #expect(spec.errors == [])
    let headers = spec.all("ApiGateway::Method").compactMap {
      $0["Integration", "IntegrationResponses", "0", "ResponseParameters"]
    }
    let ages = headers.filter { $0["method.response.header.Access-Control-Max-Age"] != nil }
    let origins = headers.compactMap { $0["method.response.header.Access-Control-Allow-Origin"]?.string }
    #expect(ages.count == 1)
    #expect(origins.sorted() == ["'https://a.example.com'", "'https://b.example.com'", "'https://b.example.com'"])
  }

  @Test("§5 API: keys of `defaultMethodOptions` are taken one by one from the nearest level, down to the method's own")
  func methodOptions() {
    let spec = Contract(
      api: """
        defaultMethodOptions: {apiKeyRequired: true, operationName: api, authorizationType: AWS_IAM}
        paths:
          /:
            defaultMethodOptions: {operationName: root}
            GET: {}
          /a:
            defaultMethodOptions: {apiKeyRequired: false}
            PUT: {}
            POST: {operationName: own}
        """)
    #expect(spec.errors == [])
    func options(_ verb: String) -> [JSON?] {
      ["ApiKeyRequired", "OperationName", "AuthorizationType"].map { spec.method(verb)[$0] }
    }
    #expect(options("GET") == [true, "root", "AWS_IAM"])
    #expect(options("PUT") == [false, "root", "AWS_IAM"])
    #expect(options("POST") == [false, "own", "AWS_IAM"])
  }

  @Test("§5 API: of `defaultMethodOptions` a list or mapping is taken whole, so that `{}` empties it")
  func whole() {
    let spec = Contract(
      api: """
        defaultMethodOptions:
          requestParameters: {method.request.querystring.page: false, method.request.querystring.size: false}
          methodResponses: [{statusCode: 200}, {statusCode: 404}]
        paths:
          /a: {GET: {}, PUT: {requestParameters: {}}, POST: {requestParameters: {method.request.header.A: false}, methodResponses: [{statusCode: 201}]}}
        """)
    #expect(spec.errors == [])
    #expect(
      spec.method("GET")["RequestParameters"]
        == ["method.request.querystring.page": false, "method.request.querystring.size": false])
    #expect(spec.method("PUT")["RequestParameters"] == [:])
    #expect(spec.method("POST")["RequestParameters"] == ["method.request.header.A": false])
    #expect(spec.method("POST")["MethodResponses"] == [["StatusCode": "201"]])
  }

  @Test("§5 API: everything that a method takes but `integration` and `logicalId` may stand in `defaultMethodOptions`")
  func allowed() {
    let options = """
      operationName: a, authorizationType: CUSTOM, authorizer: Ask, apiKeyRequired: true, requestParameters: {},
      requestModels: {application/json: Empty}, requestValidator: All, methodResponses: [{statusCode: 200}]
      """
    let stack = handler
    let api =
      "authorizers: {Ask: {type: token, handler: Fn}}\nrequestValidators: {All: {validateRequestParameters: true}}"
    let spec = Contract(
      api:
        "\(api)\ndefaultMethodOptions: {\(options.split(separator: "\n").joined(separator: " "))}\npaths: {/: {POST: Fn}}",
      stack: stack)
    #expect(spec.errors == [])
    for name in [
      "OperationName", "AuthorizerId", "ApiKeyRequired", "RequestParameters", "RequestModels",
      "RequestValidatorId", "MethodResponses",
    ] {
      #expect(spec.method()[name] != nil, "\(name)")
    }
    #expect(Contract(api: "defaultMethodOptions: {integration: {type: mock}}").errors == ["4:28 SPEC101"])
    #expect(Contract(api: "defaultMethodOptions: {logicalId: A}").errors == ["4:28 SPEC101"])
    let cognito = Contract(
      api: """
        authorizers: {Pool: {type: cognito, userPools: ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"]}}
        defaultMethodOptions: {authorizer: Pool, authorizationScopes: [a/b], requestValidatorOptions: {validateRequestParameters: true}}
        """)
    #expect(cognito.errors == [])
    #expect(cognito.method()["AuthorizationScopes"] == ["a/b"])
    #expect(cognito.ids(of: "ApiGateway::RequestValidator").count == 1)
  }

  @Test(
    "§5 API: `authorizer: none` and `authorizationType: NONE` drop inherited authorizer and scopes",
    arguments: ["authorizer: none", "authorizationType: NONE"])
  func lifted(_ text: String) {
    let spec = Contract(
      api: """
        authorizers: {Pool: {type: cognito, userPools: ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"]}}
        defaultMethodOptions: {authorizer: Pool, authorizationScopes: [a/b]}
        paths: {/: {GET: {\(text)}, PUT: {}}}
        """)
    #expect(spec.errors == [])
    #expect(spec.method("GET")["AuthorizationType"] == "NONE")
    #expect(spec.method("GET")["AuthorizerId"] == nil)
    #expect(spec.method("GET")["AuthorizationScopes"] == nil)
    #expect(spec.method("PUT")["AuthorizationType"] == "COGNITO_USER_POOLS")
    #expect(spec.method("PUT")["AuthorizationScopes"] == ["a/b"])
  }
}
