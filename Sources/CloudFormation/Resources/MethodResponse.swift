/// A response that a method declares.
public struct MethodResponse: PropertyType {
  /// Content type → the model's name.
  public var responseModels: [Member]?
  /// `method.response.header.…` → whether it is required.
  public var responseParameters: [Member]?
  /// The HTTP status, as text.
  public var statusCode: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    statusCode: Value,
    responseModels: [Member]? = nil,
    responseParameters: [Member]? = nil
  ) {
    self.statusCode = statusCode
    self.responseModels = responseModels
    self.responseParameters = responseParameters
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.responseModels, responseModels)
    writer.add(.responseParameters, responseParameters)
    writer.add(.statusCode, statusCode)
  }
}
