/// A JSON Schema of requests or responses. Its `Ref` is the model's name.
public struct Model: Resource {
  public static let type = "AWS::ApiGateway::Model"

  /// The content type that the model is for.
  public var contentType: Value?
  /// What the model is for.
  public var description: Value?
  /// The model's name, letters and digits.
  public var name: Value?
  /// The API.
  public var restApiId: Reference<RestApi>
  /// The schema, as JSON.
  public var schema: Value?

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    restApiId: Reference<RestApi>,
    contentType: Value? = nil,
    description: Value? = nil,
    name: Value? = nil,
    schema: Value? = nil
  ) {
    self.restApiId = restApiId
    self.contentType = contentType
    self.description = description
    self.name = name
    self.schema = schema
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.contentType, contentType)
    writer.add(.description, description)
    writer.add(.name, name)
    writer.add(.restApiId, restApiId)
    writer.add(.schema, schema)
  }
}
