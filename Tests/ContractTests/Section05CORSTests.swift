import SpecBuilding
import Testing

struct Section05CORSTests {
  @Test("§5 API: `cors` is the preflight on every path, never with an authorizer or a key")
  func everywhere() {
    let spec = Contract(
      api: """
        cors: {allowOrigins: ["*"]}
        authorizers: {Ask: {type: token, handler: Fn}}
        defaultMethodOptions: {authorizer: Ask, apiKeyRequired: true}
        paths: {"/a/b": {GET: Fn}}
        """, stack: handler)
    #expect(spec.errors == [])
    let preflights = spec.all("ApiGateway::Method").filter { $0["HttpMethod"] == "OPTIONS" }
    #expect(preflights.count == 3)
    for preflight in preflights {
      #expect(preflight["AuthorizationType"] == "NONE")
      #expect(preflight["AuthorizerId"] == nil)
      #expect(preflight["ApiKeyRequired"] == false)
    }
    #expect(spec.method("GET")["AuthorizerId"] != nil)
  }

  @Test("§5 API: `cors` puts the same headers on the declared responses of non-proxy integrations, and on no other")
  func answers() {
    let spec = Contract(
      api: """
        cors: {allowOrigins: ["https://a.example.com"]}
        paths:
          /:
            GET: {integration: {type: mock, response: {statusCode: 200}}}
            PUT: Fn
        """, stack: handler)
    #expect(spec.errors == [])
    let preflight = spec.method("OPTIONS")
    let headers = preflight["Integration", "IntegrationResponses", "0", "ResponseParameters"]
    let declared = preflight["MethodResponses", "0", "ResponseParameters"]
    #expect(headers != nil && declared != nil)
    #expect(headers?["method.response.header.Vary"] == "'Origin'")
    #expect(spec.method("GET")["Integration", "IntegrationResponses", "0", "ResponseParameters"] == headers)
    #expect(spec.method("GET")["MethodResponses", "0", "ResponseParameters"] == declared)
    #expect(spec.method("PUT")["Integration", "IntegrationResponses"] == nil)
    #expect(spec.method("PUT")["MethodResponses"] == nil)
  }

  @Test("§5 API: `cors` puts the same headers on `DEFAULT_4XX` and `DEFAULT_5XX`")
  func gatewayResponses() {
    let spec = Contract(
      api: """
        cors: {allowOrigins: ["https://a.example.com"]}
        gatewayResponses: {DEFAULT_4XX: {responseHeaders: {X-Own: "'a'"}}, UNAUTHORIZED: {statusCode: 401}}
        """)
    #expect(spec.errors == [])
    func parameters(_ type: String) -> JSON? {
      spec.all("ApiGateway::GatewayResponse").first { $0["ResponseType"] == .string(type) }?["ResponseParameters"]
    }
    let origin = "gatewayresponse.header.Access-Control-Allow-Origin"
    #expect(parameters("DEFAULT_4XX")?[origin] == "'https://a.example.com'")
    #expect(parameters("DEFAULT_4XX")?["gatewayresponse.header.X-Own"] == "'a'")
    #expect(parameters("DEFAULT_5XX")?[origin] == "'https://a.example.com'")
    #expect(parameters("DEFAULT_5XX")?["gatewayresponse.header.Vary"] == "'Origin'")
    #expect(parameters("UNAUTHORIZED") == nil)
    #expect(spec.ids(of: "ApiGateway::GatewayResponse").count == 3)
  }

  @Test("§5 API: with several origins `cors` chooses one in the answers' templates too")
  func chosen() {
    let spec = Contract(
      api: """
        cors: {allowOrigins: ["https://a.example.com", "https://b.example.com"]}
        paths: {/: {GET: {integration: {type: mock, response: {statusCode: 200, body: text}}}}}
        """)
    let preflight = spec.method("OPTIONS")["Integration", "IntegrationResponses", "0", "ResponseTemplates"]
    let answer = spec.method("GET")["Integration", "IntegrationResponses", "0", "ResponseTemplates"]
    let template = preflight?["application/json"]?.string ?? ""
    #expect(template.contains("https://b.example.com"))
    #expect(answer == ["application/json": .string(template + "text")])
  }

  @Test("§5 API: `cors` has no `Vary` where the origin is `*`")
  func star() {
    let spec = Contract(api: "cors: {allowOrigins: \"*\"}")
    let headers = spec.method("OPTIONS")["Integration", "IntegrationResponses", "0", "ResponseParameters"]
    #expect(headers?["method.response.header.Access-Control-Allow-Origin"] == "'*'")
    #expect(headers?["method.response.header.Vary"] == nil)
  }

  @Test("§5 API: `cors` excludes `defaultCorsPreflightOptions`, on the API and on its paths")
  func excludes() {
    let options = "{allowOrigins: [\"*\"]}"
    #expect(Contract(api: "cors: \(options)\ndefaultCorsPreflightOptions: \(options)").errors == ["5:5 SPEC117"])
    let path = Contract(api: "cors: \(options)\npaths: {/a: {defaultCorsPreflightOptions: \(options)}}")
    #expect(path.errors == ["5:18 SPEC117"])
  }

  private func headers(_ keys: String) -> JSON {
    let spec = Contract(api: "defaultCorsPreflightOptions: {\(keys)}")
    #expect(spec.errors == [], "\(keys)")
    return spec.method("OPTIONS")["Integration", "IntegrationResponses", "0"] ?? .null
  }

  private func header(_ name: String, _ keys: String) -> JSON? {
    headers(keys)["ResponseParameters", "method.response.header.\(name)"]
  }

  @Test("§5 API: `allowOrigins` is a list, or one")
  func origins() {
    for keys in ["allowOrigins: https://a.example.com", "allowOrigins: [https://a.example.com]"] {
      #expect(header("Access-Control-Allow-Origin", keys) == "'https://a.example.com'")
    }
  }

  @Test("§5 API: `allowMethods` are all by default, `allowHeaders` CDK's list")
  func defaults() {
    #expect(
      header("Access-Control-Allow-Methods", "allowOrigins: \"*\"") == "'OPTIONS,GET,PUT,POST,DELETE,PATCH,HEAD'")
    #expect(header("Access-Control-Allow-Methods", "allowOrigins: \"*\", allowMethods: [GET, PUT]") == "'GET,PUT'")
    #expect(
      header("Access-Control-Allow-Headers", "allowOrigins: \"*\"")
        == "'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent'")
    #expect(header("Access-Control-Allow-Headers", "allowOrigins: \"*\", allowHeaders: [A, B]") == "'A,B'")
  }

  @Test("§5 API: `allowCredentials`, `maxAge`, `disableCache`, `exposeHeaders` and `statusCode` (204)")
  func others() {
    let origin = "allowOrigins: \"https://a.example.com\", "
    #expect(header("Access-Control-Allow-Credentials", origin + "allowCredentials: true") == "'true'")
    #expect(header("Access-Control-Allow-Credentials", origin + "allowCredentials: false") == nil)
    #expect(header("Access-Control-Max-Age", origin + "maxAge: 1h") == "'3600'")
    #expect(header("Access-Control-Max-Age", origin + "disableCache: true") == "'-1'")
    #expect(header("Access-Control-Expose-Headers", origin + "exposeHeaders: [A, B]") == "'A,B'")
    #expect(headers(origin + "statusCode: 200")["StatusCode"] == "200")
    #expect(headers("allowOrigins: \"*\"")["StatusCode"] == "204")
  }
}
