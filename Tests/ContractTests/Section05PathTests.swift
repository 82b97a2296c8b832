import SpecBuilding
import Testing

struct Section05PathTests {
  @Test(
    "§5 API: a path holds methods, in any case",
    arguments: ["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"])
  func verbs(_ verb: String) {
    for written in [verb, verb.lowercased(), verb.prefix(1) + verb.dropFirst().lowercased()] {
      let spec = Contract(api: "paths: {/items: {\(written): {}}}")
      #expect(spec.errors == [])
      #expect(spec.method()["HttpMethod"] == .string(verb))
    }
  }

  @Test("§5 API: a path that is no path, and a method that is no method, are errors")
  func noPath() {
    #expect(Contract(api: "paths: {items: {GET: {}}}").errors == ["4:13 PATH504"])
    #expect(Contract(api: "paths: {/items: {GET: {}, get: {}}}").errors.count == 1)
    #expect(Contract(api: "paths: {/items: {FETCH: {}, GET: {}}}").errors == ["4:22 METH401"])
  }

  @Test("§5 API: `/`, `/items/{id}` and `/files/{proxy+}` are paths; parents that are not listed are created")
  func parents() {
    let spec = Contract(api: "paths: {/: {GET: {}}, \"/items/{id}\": {PUT: {}}, \"/files/{proxy+}\": {ANY: {}}}")
    #expect(spec.errors == [])
    #expect(spec.method("GET")["ResourceId"] == .getAtt("Shop", "RootResourceId"))
    let parts = spec.ids(of: "ApiGateway::Resource").compactMap { id in
      spec.property(id, "PathPart")?.string.map { ($0, id) }
    }
    let ids = Dictionary(uniqueKeysWithValues: parts)
    #expect(ids.keys.sorted() == ["files", "items", "{id}", "{proxy+}"])
    #expect(spec.property(ids["items"] ?? "", "ParentId") == .getAtt("Shop", "RootResourceId"))
    #expect(spec.property(ids["{id}"] ?? "", "ParentId") == .ref(ids["items"] ?? ""))
    #expect(spec.property(ids["{proxy+}"] ?? "", "ParentId") == .ref(ids["files"] ?? ""))
    #expect(spec.method("PUT")["ResourceId"] == .ref(ids["{id}"] ?? ""))
  }

  @Test("§5 API: `corsPreflight` is for its path alone")
  func corsPreflight() {
    let spec = Contract(
      api: "paths:\n  /a: {corsPreflight: {allowOrigins: [\"*\"]}, GET: {}}\n  /a/b: {PUT: {}}\n  /c: {PUT: {}}")
    #expect(spec.errors == [])
    #expect(spec.all("ApiGateway::Method").filter { $0["HttpMethod"] == "OPTIONS" }.count == 1)
    #expect(spec.method("OPTIONS")["ResourceId"] == spec.method("GET")["ResourceId"])
  }

  @Test(
    "§5 API: a method that is a function's name is a Lambda proxy integration; `integration` and `defaultIntegration` take it too"
  )
  func short() {
    let long = Contract(api: "paths: {/: {GET: {integration: {type: lambda, handler: Fn}}}}", stack: handler)
    for text in [
      "paths: {/: {GET: Fn}}", "paths: {/: {GET: {integration: Fn}}}", "defaultIntegration: Fn\npaths: {/: {GET: {}}}",
    ] {
      let spec = Contract(api: text, stack: handler)
      #expect(spec.errors == [])
      #expect(spec.integration == long.integration)
      #expect(spec.integration["Type"] == "AWS_PROXY")
      #expect(spec.sources == long.sources)
    }
  }

  @Test("§5 API: a method that is `{}` takes all from the defaults")
  func empty() {
    let spec = Contract(
      api: "defaultIntegration: Fn\ndefaultMethodOptions: {operationName: a}\npaths: {/: {GET: {}}}", stack: handler)
    #expect(spec.method()["OperationName"] == "a")
    #expect(spec.integration["Type"] == "AWS_PROXY")
  }

  @Test("§5 API: a method with no integration of its own and no default gets `mock`")
  func mock() {
    #expect(Contract(api: "").integration == ["Type": "MOCK"])
  }

  @Test("§5 API: `operationName`, `apiKeyRequired` and `requestParameters` of a method")
  func options() {
    let method = Contract(
      method: """
        operationName: list
        apiKeyRequired: true
        requestParameters: {method.request.querystring.page: true, method.request.header.A: false}
        requestValidatorOptions: {validateRequestParameters: true}
        """
    ).method()
    #expect(method["OperationName"] == "list")
    #expect(method["ApiKeyRequired"] == true)
    #expect(method["RequestParameters"] == ["method.request.querystring.page": true, "method.request.header.A": false])
  }

  @Test("§5 API: `authorizationType` follows from the authorizer")
  func authorizationType() {
    let authorizers = """
      authorizers:
        Ask: {type: token, handler: Fn}
        Request: {type: request, handler: Fn, identitySources: [{header: A}]}
        Pool: {type: cognito, userPools: ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"]}

      """
    let spec = Contract(
      api: authorizers
        + "paths: {/: {GET: {authorizer: Ask}, PUT: {authorizer: Request}, POST: {authorizer: Pool}, DELETE: {}, HEAD: {authorizationType: AWS_IAM}}}",
      stack: handler)
    #expect(spec.errors == [])
    let types = ["GET", "PUT", "POST", "DELETE", "HEAD"].map { spec.method($0)["AuthorizationType"] }
    #expect(types == ["CUSTOM", "CUSTOM", "COGNITO_USER_POOLS", "NONE", "AWS_IAM"])
  }

  @Test("§5 API: `requestModels` map a content type to a model")
  func requestModels() {
    let spec = Contract(
      api:
        "models: {Item: {schema: {type: object}}}\npaths: {/: {POST: {requestModels: {application/json: Item, text/plain: Empty}}}}"
    )
    #expect(spec.errors == [])
    let model = spec.ids(of: "ApiGateway::Model")[0]
    #expect(spec.method()["RequestModels"] == ["application/json": .ref(model), "text/plain": "Empty"])
  }

  @Test("§5 API: `requestValidator` is a name; `requestValidatorOptions` makes one for that method")
  func validators() {
    let named = Contract(
      api:
        "requestValidators: {All: {validateRequestBody: true}}\npaths: {/: {POST: {requestValidator: All, requestModels: {application/json: Empty}}}}"
    )
    #expect(named.method()["RequestValidatorId"] == .ref(named.ids(of: "ApiGateway::RequestValidator")[0]))
    let own = Contract(method: "requestValidatorOptions: {validateRequestParameters: true, requestValidatorName: own}")
    #expect(
      own.only("ApiGateway::RequestValidator")
        == ["RestApiId": .ref("Shop"), "Name": "own", "ValidateRequestParameters": true])
    #expect(own.method()["RequestValidatorId"] == .ref(own.ids(of: "ApiGateway::RequestValidator")[0]))
    #expect(Contract(method: "requestValidator: Nobody").errors.count == 1)
  }

  @Test("§5 API: `methodResponses` have `statusCode`, `responseParameters` and `responseModels`")
  func methodResponses() {
    let spec = Contract(
      method:
        "methodResponses: [{statusCode: 200, responseParameters: {method.response.header.A: true}, responseModels: {application/json: Error}}]"
    )
    #expect(spec.errors == [])
    #expect(
      spec.method()["MethodResponses"]
        == [
          [
            "StatusCode": "200", "ResponseParameters": ["method.response.header.A": true],
            "ResponseModels": ["application/json": "Error"],
          ]
        ])
  }
}
