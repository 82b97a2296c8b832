import SpecBuilding
import Testing

struct Section07BodyTests {
  private func model(_ keys: String, files: MemoryFiles = MemoryFiles([:])) -> JSON {
    let spec = Contract(api: "models: {Item: {\(keys)}}", files: files)
    #expect(spec.errors == [], "\(keys)")
    return spec.only("ApiGateway::Model")
  }

  @Test("§7 Models: `schema` is a mapping, JSON text, or `!File`")
  func schema() {
    #expect(model("schema: {type: object}")["Schema"] == ["type": "object"])
    #expect(model("schema: '{\"type\": \"object\"}'")["Schema"] == #"{"type": "object"}"#)
    let files = MemoryFiles(["item.json": #"{"type":"array"}"#])
    #expect(model("schema: !File item.json", files: files)["Schema"] == #"{"type":"array"}"#)
    #expect(Contract(api: "models: {Item: {}}").errors == ["4:14 SPEC102"])
  }

  @Test("§7 Models: `contentType` is `application/json` by default; `modelName` and `description`")
  func settings() {
    #expect(
      model("schema: {type: object}")
        == ["RestApiId": .ref("Shop"), "ContentType": "application/json", "Schema": ["type": "object"]])
    let given = model("schema: {type: object}, contentType: text/xml, modelName: Own, description: text")
    #expect(given["ContentType"] == "text/xml")
    #expect(given["Name"] == "Own")
    #expect(given["Description"] == "text")
  }

  @Test("§7 Models: `Empty` and `Error` are API Gateway's own", arguments: ["Empty", "Error"])
  func own(_ name: String) {
    let spec = Contract(
      method: "methodResponses: [{statusCode: 200, responseModels: {application/json: \(name)}}]")
    #expect(spec.errors == [])
    #expect(spec.method()["MethodResponses", "0", "ResponseModels"] == ["application/json": .string(name)])
    #expect(spec.ids(of: "ApiGateway::Model") == [])
    let other = Contract(method: "methodResponses: [{statusCode: 200, responseModels: {application/json: Other}}]")
    #expect(other.errors.count == 1)
  }

  @Test("§7 Models: `$ref` to a model's name becomes API Gateway's model URL, and nothing else does")
  func references() {
    let spec = Contract(
      api: """
        models:
          Item: {schema: {type: object}, logicalId: ItemModel}
          Items: {schema: {type: array, items: {$ref: Item}, definitions: {a: {type: string}}, not: {$ref: "#/definitions/a"}}, logicalId: ItemsModel}
        """)
    #expect(spec.errors == [])
    #expect(
      spec.property("ItemsModel", "Schema", "items")
        == ["$ref": .sub("https://apigateway.amazonaws.com/restapis/${Shop}/models/${ItemModel}")])
    #expect(spec.property("ItemsModel", "Schema", "not") == ["$ref": "#/definitions/a"])
  }

  @Test("§7 Validators: `validateRequestBody`, `validateRequestParameters` and `requestValidatorName`")
  func validators() {
    func validator(_ keys: String) -> JSON {
      Contract(api: "requestValidators: {All: {\(keys)}}").only("ApiGateway::RequestValidator")
    }
    #expect(
      validator("validateRequestBody: true, validateRequestParameters: false, requestValidatorName: n")
        == ["RestApiId": .ref("Shop"), "ValidateRequestBody": true, "ValidateRequestParameters": false, "Name": "n"])
    #expect(validator("validateRequestBody: true").names == ["RestApiId", "ValidateRequestBody"])
  }

  @Test("§7 Validators: `requestValidatorOptions` of a method takes the same keys and makes one for that method")
  func own() {
    let spec = Contract(
      api:
        "defaultMethodOptions: {requestValidatorOptions: {validateRequestParameters: true}}\npaths: {/: {GET: {}, PUT: {}}}"
    )
    #expect(spec.errors == [])
    let validators = spec.ids(of: "ApiGateway::RequestValidator")
    #expect(validators.count == 2)
    let used = ["GET", "PUT"].map { spec.method($0)["RequestValidatorId"] }
    #expect(Set(used) == Set(validators.map { JSON.ref($0) }))
  }

  @Test("§7 Gateway responses: `statusCode`, `responseHeaders` and `templates` of a type")
  func gatewayResponses() {
    let spec = Contract(
      api:
        "gatewayResponses: {ACCESS_DENIED: {statusCode: 403, responseHeaders: {X-A: \"'b'\"}, templates: {text/plain: no}}}"
    )
    #expect(spec.errors == [])
    #expect(
      spec.only("ApiGateway::GatewayResponse")
        == [
          "RestApiId": .ref("Shop"), "ResponseType": "ACCESS_DENIED", "StatusCode": "403",
          "ResponseParameters": ["gatewayresponse.header.X-A": "'b'"], "ResponseTemplates": ["text/plain": "no"],
        ])
    #expect(Contract(api: "gatewayResponses: {NOTHING_SUCH: {statusCode: 403}}").errors.count == 1)
  }
}
