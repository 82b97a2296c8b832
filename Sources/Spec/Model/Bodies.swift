import Document

/// A JSON Schema of a body.
public struct Model: TableDecodable {
  public var node = NodeID.none
  public var schema: Located<TemplateText>?
  public var contentType: Located<Deferrable<String>>?
  public var modelName: Located<Deferrable<String>>?
  public var description: Located<Deferrable<String>>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<Model>(
    "a model", doc: "A JSON Schema (draft 4) of a body.",
    [
      Field("schema", \.schema, .template, .required, doc: "The schema: a mapping, JSON text, or `!File`."),
      Field("contentType", \.contentType, .orIntrinsic(.text), doc: "The content type; `application/json` by default."),
      Field(
        "modelName", \.modelName, .orIntrinsic(.text), doc: "The name in AWS; CloudFormation makes one up by default."),
      Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the model's logical ID."),
    ])
}

/// What is checked of a request before the backend is called.
public struct RequestValidator: TableDecodable {
  public var node = NodeID.none
  public var validateRequestBody: Located<Deferrable<Bool>>?
  public var validateRequestParameters: Located<Deferrable<Bool>>?
  public var requestValidatorName: Located<Deferrable<String>>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<RequestValidator>(
    "a request validator", doc: "What is checked of a request.",
    [
      Field(
        "validateRequestBody", \.validateRequestBody, .orIntrinsic(.flag), doc: "Whether bodies must fit their models."),
      Field(
        "validateRequestParameters", \.validateRequestParameters, .orIntrinsic(.flag),
        doc: "Whether required parameters must be there."),
      Field("requestValidatorName", \.requestValidatorName, .orIntrinsic(.text), doc: "The name in AWS."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the validator's logical ID."),
    ])
}

/// An answer that API Gateway makes itself.
public struct GatewayResponse: TableDecodable {
  public var node = NodeID.none
  public var statusCode: Located<String>?
  public var responseHeaders: Located<[Named<Deferrable<String>>]>?
  public var templates: Located<Templates>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<GatewayResponse>(
    "a gateway response", doc: "An answer that API Gateway makes itself.",
    [
      Field("statusCode", \.statusCode, .statusCode("METH462"), doc: "The status code."),
      Field(
        "responseHeaders", \.responseHeaders, .map("a header's name", .orIntrinsic(.text)),
        doc: "Headers: a quoted text or a mapping expression."),
      Field("templates", \.templates, .templates, doc: "Content type → template of the body."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the gateway response's logical ID."),
    ])
}
