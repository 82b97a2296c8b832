import SpecBuilding
import Testing

struct Section05DeploymentTests {
  private let api = """
    stages: {live: {}}
    authorizers: {Ask: {type: token, handler: Fn}}
    models: {Item: {schema: {type: object}}}
    requestValidators: {All: {validateRequestBody: true}}
    gatewayResponses: {DEFAULT_4XX: {statusCode: 400}}
    paths: {/items: {POST: {integration: Fn, authorizer: Ask, requestValidator: All, requestModels: {application/json: Item}}}}
    """

  private func deployment(_ change: (String) -> String) -> String {
    let spec = Contract(api: change(api), stack: handler)
    #expect(spec.errors == [])
    #expect(spec.ids(of: "ApiGateway::Deployment").count == 1)
    return spec.deployment
  }

  @Test(
    "§5 API: the deployment's logical ID changes with everything that API Gateway snapshots",
    arguments: [
      ("paths:", "binaryMediaTypes: [a/b]\npaths:"), ("/items:", "/things:"),
      ("integration: Fn,", "integration: Fn, apiKeyRequired: true,"),
      ("type: object", "type: array"),
      ("validateRequestBody: true", "validateRequestBody: true, validateRequestParameters: true"),
      ("handler: Fn}", "handler: Fn, resultsCacheTtl: 1m}"), ("statusCode: 400", "statusCode: 403"),
      ("{/items:", "{/more: {GET: {}}, /items:"),
    ])
  func changes(_ old: String, _ new: String) {
    #expect(api.contains(old))
    #expect(deployment { $0.replacing(old, with: new) } != deployment { $0 })
  }

  @Test(
    "§5 API: the deployment's logical ID stays with everything else",
    arguments: [
      ("paths:", "description: text\npaths:"), ("paths:", "tags: {a: b}\npaths:"),
      ("live: {}", "live: {variables: {a: b}}"),
      ("live: {}", "live: {description: text}"), ("paths:", "endpointOutput: false\npaths:"),
    ])
  func stays(_ old: String, _ new: String) {
    #expect(api.contains(old))
    #expect(deployment { $0.replacing(old, with: new) } == deployment { $0 })
  }

  @Test("§5 API: there is one deployment per API, and it depends on all of what it snapshots")
  func depends() {
    let spec = Contract(api: api, stack: handler)
    let parts = ["Resource", "Method", "Model", "RequestValidator", "Authorizer", "GatewayResponse"]
      .flatMap { spec.ids(of: "ApiGateway::\($0)") }
    #expect(parts.count == 6)
    #expect(spec.deploymentDependencies == parts.sorted())
  }

  @Test("§5 API: `<Api>Endpoint` is an output per API and first stage; `endpointExportName` exports it")
  func output() {
    let spec = Contract(
      """
      apis:
        One: {endpointExportName: one-url, stages: {a: {}, b: {}}, paths: {/: {GET: {}}}}
        Two: {paths: {/: {GET: {}}}}
      """)
    #expect(spec.template["Outputs"]?.names == ["OneEndpoint", "TwoEndpoint"])
    #expect(spec.template["Outputs", "OneEndpoint", "Export"] == ["Name": "one-url"])
    #expect(spec.template["Outputs", "TwoEndpoint", "Export"] == nil)
    let first = spec.ids(of: "ApiGateway::Stage").first { spec.property($0, "StageName") == "a" } ?? ""
    #expect(spec.template["Outputs", "OneEndpoint", "Value", "Fn::Sub"]?.string?.contains("${\(first)}") == true)
  }
}
