import SpecBuilding
import Testing

struct Section01FileTests {
  @Test("§1 Values: `!File` is a file's text, as a string: mapping templates, inline code, schemas")
  func file() {
    let files = MemoryFiles([
      "code.py": "pass\n", "answer.vtl": "#set($a = 1)", "schema.json": "{\"type\": \"object\"}",
    ])
    let spec = Contract(
      """
      functions: {Fn: {runtime: python3.13, handler: index.handler, code: {inline: !File code.py}}}
      apis:
        Shop:
          models: {Item: {schema: !File schema.json}}
          paths:
            /:
              GET:
                integration: {type: mock, requestTemplates: {application/json: !File answer.vtl}}
      """, files: files)
    #expect(spec.errors == [])
    #expect(spec.only("Lambda::Function")["Code", "ZipFile"] == "pass\n")
    #expect(spec.integration["RequestTemplates", "application/json"] == "#set($a = 1)")
    #expect(spec.only("ApiGateway::Model")["Schema"] == "{\"type\": \"object\"}")
  }

  @Test("§1 Values: `!Include` is a YAML file's content in that place")
  func include() {
    let files = MemoryFiles(["paths/all.yaml": "/items:\n  GET: {}\n"])
    let spec = Contract(api: "paths: !Include paths/all.yaml", files: files)
    #expect(spec.errors == [])
    #expect(spec.only("ApiGateway::Resource")["PathPart"] == "items")
    #expect(spec.method()["HttpMethod"] == "GET")
  }

  @Test("§1 Values: diagnostics of an included file point into that file")
  func includedDiagnostics() {
    let files = MemoryFiles(["paths.yaml": "/items:\n  GET:\n    authorizr: none\n"])
    let spec = Contract(api: "paths: !Include paths.yaml", files: files)
    #expect(spec.errors == ["3:5 SPEC101"])
    #expect(spec.building.rendered.contains("paths.yaml:3:5"))
  }

  @Test("§1 Values: paths in an included file are relative to that file")
  func nested() {
    let files = MemoryFiles(["api/shop.yaml": "paths: !Include paths.yaml", "api/paths.yaml": "/items: {GET: {}}"])
    let spec = Contract("apis: {Shop: !Include api/shop.yaml}", files: files)
    #expect(spec.errors == [])
    #expect(spec.only("ApiGateway::Resource")["PathPart"] == "items")
  }

  @Test("§1 Values: `!File`, `!Include` and `code` stay inside the project root")
  func outside() {
    let files = MemoryFiles([:])
    #expect(Contract(api: "paths: !Include ../paths.yaml", files: files).errors.count == 1)
    #expect(Contract(api: "models: {A: {schema: !File ../a.json}}", files: files).errors.count == 1)
    let code = Contract("functions:\n  Fn: {runtime: python3.13, handler: a.b, code: ../src}\n", files: files)
    #expect(code.errors.count == 1)
    #expect(code.errors.first?.hasPrefix("2:49 ") == true)
  }

  @Test("§1 Values: a file that is missing is an error at its path")
  func missing() {
    let spec = Contract(api: "models: {A: {schema: !File a.json}}", files: MemoryFiles([:]))
    #expect(spec.errors.count == 1)
    #expect(spec.errors.first?.hasPrefix("4:26 ") == true)
  }

  @Test("§1 Values: cycles of includes are errors")
  func cycles() {
    let files = MemoryFiles(["a.yaml": "/a: !Include b.yaml", "b.yaml": "GET: !Include a.yaml"])
    let spec = Contract(api: "paths: !Include a.yaml", files: files)
    #expect(spec.errors.count == 1)
    #expect(spec.building.template == nil)
  }

  @Test("§1 Values: a template is text, `!File`, or a YAML mapping or sequence, written as compact JSON text")
  func templates() {
    let spec = Contract(
      method: """
        integration:
          type: mock
          requestTemplates:
            application/json: {statusCode: 200, list: [a, {b: true}]}
            text/plain: "#set($a = 1)"
            text/html: [1, 2]
        """)
    #expect(spec.errors == [])
    #expect(
      spec.integration["RequestTemplates"]
        == [
          "application/json": #"{"statusCode":200,"list":["a",{"b":true}]}"#, "text/plain": "#set($a = 1)",
          "text/html": "[1,2]",
        ])
  }

  @Test("§1 Values: `responseTemplates` and a gateway response's `templates` take the same")
  func responseTemplates() {
    let spec = Contract(
      api: """
        gatewayResponses: {DEFAULT_4XX: {templates: {application/json: {message: $context.error.messageString}}}}
        paths:
          /:
            GET:
              integration:
                type: mock
                requestTemplates: {application/json: {statusCode: 200}}
                integrationResponses: [{statusCode: 200, responseTemplates: {application/json: {a: 1}}}]
              methodResponses: [{statusCode: 200}]
        """)
    #expect(spec.errors == [])
    #expect(
      spec.integration["IntegrationResponses", "0", "ResponseTemplates"] == ["application/json": #"{"a":1}"#])
    #expect(
      spec.only("ApiGateway::GatewayResponse")["ResponseTemplates"]
        == ["application/json": #"{"message":"$context.error.messageString"}"#])
  }
}
