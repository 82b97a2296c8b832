import SpecBuilding
import Testing

struct Section12PreflightTests {
  private func preflight(_ keys: String) -> JSON {
    let spec = Contract(api: "defaultCorsPreflightOptions: {\(keys)}")
    #expect(spec.errors == [], "\(keys)")
    return spec.method("OPTIONS")
  }

  @Test("§12 Preflight: an `OPTIONS` method, all of it")
  func whole() {
    let origin = "method.response.header.Access-Control-Allow-Origin"
    let headers = "method.response.header.Access-Control-Allow-Headers"
    let methods = "method.response.header.Access-Control-Allow-Methods"
    let vary = "method.response.header.Vary"
    #expect(
      preflight("allowOrigins: \"https://a.example.com\", allowHeaders: [A], allowMethods: [GET]")
        == [
          "HttpMethod": "OPTIONS", "ResourceId": .getAtt("Shop", "RootResourceId"), "RestApiId": .ref("Shop"),
          "AuthorizationType": "NONE", "ApiKeyRequired": false,
          "Integration": [
            "Type": "MOCK", "RequestTemplates": ["application/json": "{ statusCode: 200 }"],
            "IntegrationResponses": [
              [
                "StatusCode": "204",
                "ResponseParameters": .object([
                  origin: "'https://a.example.com'", vary: "'Origin'", headers: "'A'", methods: "'GET'",
                ]),
              ]
            ],
          ],
          "MethodResponses": [
            [
              "StatusCode": "204",
              "ResponseParameters": .object([origin: true, vary: true, headers: true, methods: true]),
            ]
          ],
        ])
  }

  @Test("§12 Preflight: `ANY` alone means all seven methods")
  func any() {
    let header = preflight("allowOrigins: \"*\", allowMethods: [ANY]")[
      "Integration", "IntegrationResponses", "0", "ResponseParameters",
      "method.response.header.Access-Control-Allow-Methods"]
    #expect(header?.string?.split(separator: ",").count == 7)
    #expect(header?.string?.contains("ANY") == false)
  }

  @Test(
    "§12 Preflight: with further origins the first is the header, and a template answers with the caller's if it is among them"
  )
  func origins() {
    let response = preflight("allowOrigins: [\"https://a.example.com\", \"https://b.example.com\"]")[
      "Integration", "IntegrationResponses", "0"]
    #expect(
      response?["ResponseParameters", "method.response.header.Access-Control-Allow-Origin"] == "'https://a.example.com'"
    )
    let template = response?["ResponseTemplates", "application/json"]?.string ?? ""
    #expect(template.contains("https://b.example.com"))
    #expect(template.contains("$context.responseOverride.header.Access-Control-Allow-Origin"))
    #expect(preflight("allowOrigins: \"*\"")["Integration", "IntegrationResponses", "0", "ResponseTemplates"] == nil)
  }

  @Test("§12 Preflight: the method response declares the headers of the integration response")
  func declared() {
    let method = preflight(
      "allowOrigins: \"https://a.example.com\", allowCredentials: true, maxAge: 1h, exposeHeaders: [A]")
    let mapped = method["Integration", "IntegrationResponses", "0", "ResponseParameters"]?.names
    #expect(mapped?.count == 7)
    #expect(method["MethodResponses", "0", "ResponseParameters"]?.names == mapped)
  }

  @Test("§12 Preflight: it takes nothing from `defaultMethodOptions`")
  func options() {
    let spec = Contract(
      api: """
        defaultMethodOptions: {apiKeyRequired: true, operationName: a, authorizationType: AWS_IAM, requestParameters: {method.request.header.A: false}, methodResponses: [{statusCode: 500}]}
        defaultCorsPreflightOptions: {allowOrigins: "*"}
        """)
    #expect(spec.method("OPTIONS") == preflight("allowOrigins: \"*\""))
  }

  @Test(
    "§12 Preflight: the default and `cors` reach `/` and every resource, listed or created, but not a path with its own `OPTIONS`",
    arguments: ["defaultCorsPreflightOptions", "cors"])
  func reach(_ key: String) {
    let spec = Contract(
      api: "\(key): {allowOrigins: \"*\"}\npaths: {/a/b: {GET: {}}, /c: {OPTIONS: {operationName: own}}}")
    let methods = spec.all("ApiGateway::Method").filter { $0["HttpMethod"] == "OPTIONS" }
    #expect(methods.count == 4)
    #expect(methods.filter { $0["OperationName"] == "own" }.count == 1)
    #expect(Set(methods.map { $0["ResourceId"] }).count == 4)
    #expect(methods.contains { $0["ResourceId"] == .getAtt("Shop", "RootResourceId") })
  }
}
