import SpecBuilding
import Testing

struct Section12MockTests {
  @Test("§12 response: it writes the request template, the integration response and the method response")
  func whole() {
    let spec = Contract(
      method: "integration: {type: mock, response: {statusCode: 201, headers: {Location: /a, X-B: c}, body: {id: 1}}}")
    #expect(spec.errors == [])
    let (location, other) = ("method.response.header.Location", "method.response.header.X-B")
    #expect(
      spec.integration
        == [
          "Type": "MOCK", "RequestTemplates": ["application/json": #"{"statusCode":201}"#],
          "IntegrationResponses": [
            [
              "StatusCode": "201", "ResponseParameters": .object([location: "'/a'", other: "'c'"]),
              "ResponseTemplates": ["application/json": #"{"id":1}"#],
            ]
          ],
        ])
    #expect(
      spec.method()["MethodResponses"]
        == [["StatusCode": "201", "ResponseParameters": .object([location: true, other: true])]])
  }

  @Test("§12 response: the body stands under `headers.Content-Type`")
  func contentType() {
    let spec = Contract(
      method: "integration: {type: mock, response: {statusCode: 200, headers: {Content-Type: text/html}, body: <p>}}")
    #expect(spec.integration["IntegrationResponses", "0", "ResponseTemplates"] == ["text/html": "<p>"])
  }

  @Test("§12 response: every method that uses it declares its status; one that is declared is left as declared")
  func declared() {
    let spec = Contract(
      api: """
        defaultIntegration: {type: mock, response: {statusCode: 200, headers: {A: b}}}
        paths:
          /:
            GET: {}
            PUT: {methodResponses: [{statusCode: 200, responseParameters: {method.response.header.A: false}, responseModels: {application/json: Empty}}]}
            POST: {methodResponses: [{statusCode: 404}]}
        """)
    #expect(spec.building.template != nil)
    #expect(
      spec.method("GET")["MethodResponses"] == [
        ["StatusCode": "200", "ResponseParameters": ["method.response.header.A": true]]
      ])
    #expect(
      spec.method("PUT")["MethodResponses"]
        == [
          [
            "StatusCode": "200", "ResponseParameters": ["method.response.header.A": false],
            "ResponseModels": ["application/json": "Empty"],
          ]
        ])
    #expect(spec.method("POST")["MethodResponses"]?.items.compactMap { $0["StatusCode"] } == ["404", "200"])
  }

  @Test("§12 response: no `passthroughBehavior`")
  func passthrough() {
    let spec = Contract(method: "integration: {type: mock, response: {statusCode: 200}}")
    #expect(spec.integration["PassthroughBehavior"] == nil)
    #expect(spec.integration["Type"] == "MOCK")
  }
}
